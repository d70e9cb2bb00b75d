/** What the web function reads of receipts, keys and logs. */
import { bareId, readId, type ReceiptId, type RequestId } from '../../domain/ids.ts';
import { supersededBy } from '../../domain/request.ts';
import { receiptIdOf } from '../../receipts/issue.ts';
import { keyFromSpki, publishedKeys } from '../../receipts/keys.ts';
import { payloadOf } from '../../receipts/payload-of.ts';
import type { StoredReceipt } from '../../receipts/port.ts';
import type { With } from '../../steps/world.ts';
import type { CustomerPort, ReceiptView } from './port.ts';

export type ReceiptWorld = With<'receipts' | 'signer' | 'keyHistory' | 'log'> & {
  /** Read once per sandbox: receipt ids are derived with it. */
  secretBytes: Uint8Array;
};

type Readings = Pick<CustomerPort, 'receipt' | 'acknowledgementReceiptId' | 'keys' | 'logFile' | 'logStatements' | 'logs'>;

/** Which receipt took the place of one: the events of its request tell, also where no such receipt was looked for. */
async function correctionOf(world: ReceiptWorld, { id, requestId }: StoredReceipt): Promise<Pick<ReceiptView, 'supersededBy'>> {
  const request = await world.requests.load(requestId as RequestId);
  const newer = request && supersededBy(request, id as ReceiptId);
  if (newer === undefined) return {};
  const chain = await world.receipts.ofCase(requestId);
  const { issuedAt } = chain.find((receipt) => receipt.id === newer)!;
  return { supersededBy: { id: bareId(newer), issuedAt } };
}

async function receiptView(world: ReceiptWorld, id: string): Promise<ReceiptView | undefined> {
  const receiptId = readId('rcp', id);
  const stored = receiptId && (await world.receipts.get(receiptId));
  if (!stored) return undefined;
  // A log that cannot be read keeps nobody from reading a receipt.
  const proof = await world.log.proof(stored).catch(() => undefined);
  return {
    jws: stored.jws,
    payload: payloadOf(stored.jws) as Record<string, unknown>,
    ...(proof === undefined ? {} : { proof }),
    ...(await correctionOf(world, stored)),
  };
}

/** The part of the customer port that is about receipts. */
export function receiptReadings(world: ReceiptWorld): Readings {
  return {
    receipt: (id) => receiptView(world, id),
    acknowledgementReceiptId: ({ id: requestId, receivedAt }) =>
      receiptIdOf(world.secretBytes, { requestId, kind: 'request', fact: 'received', receivedAtMs: Date.parse(receivedAt) }),
    async keys() {
      const current = keyFromSpki(await world.signer.publicKey());
      return publishedKeys(await world.keyHistory.all(), current, await world.log.logs());
    },
    logFile: (year, path) => world.log.file(year, path),
    logStatements: (year, after) => world.log.statements(year, after),
    logs: () => world.log.logs(),
  };
}

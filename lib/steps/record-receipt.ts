/** record-receipt: issues a receipt that no stage of the machine brings, and records it. */
import * as z from 'zod';
import type { ReceiptId } from '../domain/ids.ts';
import type { Request } from '../domain/request.ts';
import type { ReceiptKind } from '../domain/request-events.ts';
import { type Frame, issueReceipt } from '../receipts/issue.ts';
import type { ReceiptPayload } from '../receipts/payload.ts';
import { payloadOf } from '../receipts/payload-of.ts';
import type { StoredReceipt } from '../receipts/port.ts';
import { type Issuing, logReceipts, openIssuer } from './issuing.ts';
import { isoNow, type With } from './world.ts';

export type RecordingWorld = With<Issuing>;

interface Recorded {
  kind: ReceiptKind;
  /** Names the fact within the kind. */
  fact: string;
  supersedes?: ReceiptId;
  /** Nobody waits for its proof: whoever logs next takes it along. */
  unhurried?: true;
  build(frame: Frame): ReceiptPayload;
}

/** The key of the event that records a receipt. */
export const recordedAs = ({ kind, fact }: Pick<Recorded, 'kind' | 'fact'>): string => `receipt-issued#${kind}#${fact}`;

/** Issues it once, records it, and brings it into the log. Repeatable: the same fact is the same receipt. */
export async function recordReceipt(world: RecordingWorld, request: Request, recorded: Recorded): Promise<StoredReceipt> {
  const { kind, fact, supersedes, unhurried, build } = recorded;
  const issued = { requestId: request.id, kind, fact, receivedAtMs: Date.parse(request.receivedAt), build };
  const receipt = await issueReceipt(await openIssuer(world), issued);
  await world.requests.append(request.id, {
    key: recordedAs(recorded),
    type: 'receipt-issued',
    at: isoNow(world),
    data: { receiptId: receipt.id as ReceiptId, kind, interim: false, ...(supersedes === undefined ? {} : { supersedes }) },
  });
  if (unhurried !== true) await logReceipts(world, [receipt]);
  return receipt;
}

/** Leniently: receipts of earlier releases are read too. */
const named = z.object({ subject: z.object({ ref: z.string() }) });

/** How the receipts of a case name the person: read from the first, because the salt goes with the case key. */
export async function subjectRefOf({ receipts }: Pick<RecordingWorld, 'receipts'>, { id }: Request): Promise<string | undefined> {
  const [first] = await receipts.ofCase(id);
  return first && named.parse(payloadOf(first.jws)).subject.ref;
}

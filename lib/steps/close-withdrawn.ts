/** close-withdrawn: a withdrawn request ends with a signed receipt, mailed within seconds; its data are not purged before. */
import type { RequestEvent } from '../domain/request-events.ts';
import { factsOf } from '../mail/letters/letters.ts';
import { receiptLettersIn } from '../mail/letters/receipt-letters.ts';
import { unlessUnderWay } from '../mail/unless-under-way.ts';
import { buildClosureReceipt } from '../receipts/build-closure.ts';
import { readPayload } from '../receipts/payload.ts';
import { payloadOf } from '../receipts/payload-of.ts';
import type { StoredReceipt } from '../receipts/port.ts';
import type { CaseKey } from '../stores/case-keys.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { attachReceipt } from './attach-receipt.ts';
import { linkTo, openPerson, purposeOfLink } from './casework.ts';
import { readReport } from './execution-report.ts';
import type { Issuing } from './issuing.ts';
import { receiptContext } from './receipt-context.ts';
import { recordReceipt } from './record-receipt.ts';
import { isOnItsWay } from './unsent-mails.ts';
import type { With } from './world.ts';

export type CloseWorld = With<'caseKeys' | 'log' | 'postOffice' | Issuing>;

/** What the mail is about. */
const CLOSURE = 'closure';

/** True while nobody has been told that a withdrawn request has ended. */
export function owesClosure({ request, mails }: Pick<CaseRecord, 'request' | 'mails'>): boolean {
  const told = mails.some((mail) => mail.kind === CLOSURE && isOnItsWay(mail));
  return request.state === 'withdrawn' && request.purgedAt === undefined && !told;
}

const isWithdrawal = (event: RequestEvent) => event.type === 'withdrawn';

async function receiptOf(world: CloseWorld, { request, events }: CaseRecord, caseKey: CaseKey): Promise<StoredReceipt> {
  const { at, data } = events.find(isWithdrawal)!;
  const context = receiptContext(world, { request, caseKey });
  const closure = { reason: 'withdrawn' as const, at, by: data.by };
  return await recordReceipt(world, request, {
    kind: 'closure',
    fact: 'withdrawn',
    build: (frame) => buildClosureReceipt({ ...context, closure }, frame),
  });
}

/** Issues the receipt and mails it, once each; whatever a crash leaves is finished by the sweep. Repeatable. */
export async function closeWithdrawn(world: CloseWorld, record: CaseRecord): Promise<void> {
  const { request } = record;
  // A purge that was cut off may have destroyed the key already.
  if (!owesClosure(record) || !(await world.caseKeys.exists(request.id))) return;
  const caseKey = await world.caseKeys.open(request.id);
  const receipt = await receiptOf(world, record, caseKey);
  const { id, text: sentence } = readPayload(payloadOf(receipt.jws));
  const sending = world.postOffice.send({
    requestId: request.id,
    fact: CLOSURE,
    caseKey,
    compose: async () => ({
      letter: receiptLettersIn(request.lang).withdrawn({
        ...factsOf(request, { configuration: world.configuration, statusUrl: await linkTo(world, request.id, purposeOfLink(request)) }),
        sentence,
        receiptUrl: `${world.baseUrl}/receipts/${id}`,
      }),
      lang: request.lang,
      to: openPerson(request, caseKey),
      attachments: await attachReceipt(world, receipt),
    }),
  });
  await unlessUnderWay(sending);
}

/** The report that an execution was stopped comes within a second of a withdrawal. Repeatable. */
export async function closeStopped(event: unknown, world: CloseWorld): Promise<Record<string, never>> {
  const report = await readReport(event, world);
  if (report !== undefined) await closeWithdrawn(world, report.record);
  return {};
}

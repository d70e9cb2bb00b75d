/** acknowledge: a signed acknowledgement with the due date goes out at once, before anything is checked; what others must answer is passed on. */
import type { ReceiptId, RequestId } from '../domain/ids.ts';
import { answererOf } from '../domain/passing-on.ts';
import { isClosed, type Request } from '../domain/request.ts';
import { needsVerification } from '../domain/rights.ts';
import type { Letter } from '../mail/letter.ts';
import { appealLettersIn } from '../mail/letters/appeal-letters.ts';
import { factsOf, lettersIn } from '../mail/letters/letters.ts';
import { passOnLettersIn } from '../mail/letters/pass-on-letters.ts';
import { buildRequestReceipt } from '../receipts/build-request.ts';
import { issueReceipt } from '../receipts/issue.ts';
import { passedOnSentences } from '../receipts/passed-on.ts';
import { keys } from '../stores/keys.ts';
import type { StoredReceipt } from '../receipts/port.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { acknowledgeLetter, mustConfirm } from './acknowledge-letter.ts';
import { linkAppeal } from './appeal-request.ts';
import { attachAtOnce } from './attach-receipt.ts';
import { caseOf, linkTo, openPerson } from './casework.ts';
import { type Issuing, logReceipts, openIssuer } from './issuing.ts';
import { passOn } from './pass-on.ts';
import { receiptContext } from './receipt-context.ts';
import { isoNow, type With } from './world.ts';

export type AcknowledgeWorld = With<'caseKeys' | 'postOffice' | Issuing>;

/** Whoever appeals came by a link that was mailed to the address: they get one that opens as much. What others must answer is named. */
async function letterOf(world: AcknowledgeWorld, request: Request): Promise<Letter> {
  const { appealOf, lang } = request;
  const statusUrl = await linkTo(world, request.id, appealOf === undefined ? 'status' : 'person');
  const facts = factsOf(request, { configuration: world.configuration, statusUrl });
  if (appealOf !== undefined) return appealLettersIn(lang).acknowledgement({ ...facts, of: appealOf.reference });
  const passedOn = passedOnSentences(request, world.configuration);
  if (answererOf(world.configuration, request) !== undefined)
    return passOnLettersIn(lang).toPerson({ ...facts, sentence: passedOn.join(' ') });
  return lettersIn(lang).acknowledgement({ ...facts, mustVerify: mustConfirm(request), passedOn });
}

async function receiptOf(world: AcknowledgeWorld, request: Request): Promise<StoredReceipt> {
  const context = receiptContext(world, { request, caseKey: await world.caseKeys.open(request.id) });
  return await issueReceipt(await openIssuer(world), {
    requestId: request.id,
    kind: 'request',
    fact: 'received',
    receivedAtMs: Date.parse(request.receivedAt),
    build: (frame) => buildRequestReceipt(context, frame),
  });
}

async function mailReceipt(world: AcknowledgeWorld, request: Request, receipt: StoredReceipt): Promise<string> {
  const caseKey = await world.caseKeys.open(request.id);
  return await world.postOffice.send({
    requestId: request.id,
    fact: request.letter === undefined ? 'acknowledgement' : 'acknowledgement#read',
    caseKey,
    compose: async () => ({
      letter: await letterOf(world, request),
      lang: request.lang,
      to: openPerson(request, caseKey),
      attachments: await attachAtOnce(world, receipt),
    }),
  });
}

/**
 * Whoever wrote a letter has one neutral answer at most before they confirmed it. Where a person had to read it first, what they
 * found is told to those of whom we know that the address is theirs.
 */
async function answerLetter(world: AcknowledgeWorld, request: Request, receipt: StoredReceipt): Promise<void> {
  const { events } = await caseOf(world, request.id);
  if (!events.some(({ type }) => type === 'acknowledged')) {
    await acknowledgeLetter(world, request, async () => await attachAtOnce(world, receipt));
    return;
  }
  const known = request.letter?.authenticated === true || request.verifiedAt !== undefined;
  if (known && events.some(({ type }) => type === 'sorted')) await mailReceipt(world, request, receipt);
}

/** Signs the receipt, records it, and answers. */
async function acknowledgeOnce(world: AcknowledgeWorld, request: Request): Promise<void> {
  const receipt = await receiptOf(world, request);
  const receiptId = receipt.id as ReceiptId;
  // A letter is answered neutrally whether its receipt is there or not; the form's answer is the receipt.
  const mailId = request.letter === undefined ? await mailReceipt(world, request, receipt) : undefined;
  const at = isoNow(world);
  const issued = { receiptId, kind: 'request', interim: false } as const;
  const { request: recorded } = await world.requests.append(request.id, {
    key: 'receipt-issued#request',
    type: 'receipt-issued',
    at,
    data: issued,
  });
  if (mailId === undefined) await answerLetter(world, recorded, receipt);
  else await world.requests.append(request.id, { key: 'acknowledged', type: 'acknowledged', at, data: { receiptId, mailId } });
  // After the mail: an acknowledgement waits for nothing, its proof is on the receipt's page.
  await logReceipts(world, [receipt]);
}

/** What tells that nothing of an acknowledgement is left to do. */
const isAcknowledged = ({ request, events }: CaseRecord): boolean =>
  events.some(({ type }) => type === 'acknowledged') && request.receipts.some(({ kind }) => kind === 'request');

/** Issues the receipt and sends the mail; where nobody may be asked who they are, that is recorded. */
export async function acknowledge({ requestId }: { requestId: RequestId }, world: AcknowledgeWorld): Promise<Record<string, never>> {
  const record = await caseOf(world, requestId);
  const { request } = record;
  await linkAppeal(world, request);
  await world.requests.table.putIfAbsent({ ...keys.subject(request.subject, requestId), receivedAt: request.receivedAt });
  if (!isClosed(request) && !isAcknowledged(record)) await acknowledgeOnce(world, await passOn(world, request));
  if (!needsVerification(request.rights) && request.verifiedAt === undefined && !isClosed(request)) {
    await world.requests.append(requestId, { key: 'verified', type: 'verified', at: isoNow(world), data: { method: 'not-needed' } });
  }
  return {};
}

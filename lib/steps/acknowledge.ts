/** acknowledge: a signed acknowledgement with the due date goes out at once, before anything is checked; what others must answer is passed on. */
import type { RequestId } from '../domain/ids.ts';
import { lawsOf } from '../domain/law/choose-laws.ts';
import { notGiven } from '../domain/law/laws.ts';
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
  const { appealOf, rights, lang } = request;
  const statusUrl = await linkTo(world, request.id, appealOf === undefined ? 'status' : 'person');
  const facts = factsOf(request, { configuration: world.configuration, statusUrl });
  if (appealOf !== undefined) return appealLettersIn(lang).acknowledgement({ ...facts, of: appealOf.reference });
  const passedOn = passedOnSentences(request, world.configuration);
  if (answererOf(world.configuration, request) !== undefined)
    return passOnLettersIn(lang).toPerson({ ...facts, sentence: passedOn.join(' ') });
  // What no law gives is declined at once: nobody is asked who they are for that.
  const given = rights.filter((right) => !notGiven(rights, lawsOf(request), request.receivedOn).includes(right));
  return lettersIn(lang).acknowledgement({ ...facts, mustVerify: needsVerification(given), passedOn });
}

async function sendAcknowledgement(world: AcknowledgeWorld, request: Request): Promise<{ receipt: StoredReceipt; mailId: string }> {
  const caseKey = await world.caseKeys.open(request.id);
  const context = receiptContext(world, { request, caseKey });
  const receipt = await issueReceipt(await openIssuer(world), {
    requestId: request.id,
    kind: 'request',
    fact: 'received',
    receivedAtMs: Date.parse(request.receivedAt),
    build: (frame) => buildRequestReceipt(context, frame),
  });
  const mailId = await world.postOffice.send({
    requestId: request.id,
    fact: 'acknowledgement',
    caseKey,
    compose: async () => ({
      letter: await letterOf(world, request),
      lang: request.lang,
      to: openPerson(request, caseKey),
      attachments: await attachAtOnce(world, receipt),
    }),
  });
  return { receipt, mailId };
}

/** Issues the receipt and sends the mail; where nobody may be asked who they are, that is recorded. */
export async function acknowledge({ requestId }: { requestId: RequestId }, world: AcknowledgeWorld): Promise<Record<string, never>> {
  const { request, events } = await caseOf(world, requestId);
  await linkAppeal(world, request);
  await world.requests.table.putIfAbsent({ ...keys.subject(request.subject, requestId), receivedAt: request.receivedAt });
  if (!isClosed(request) && !events.some(({ type }) => type === 'acknowledged')) {
    const { receipt, mailId } = await sendAcknowledgement(world, await passOn(world, request));
    const receiptId = receipt.id as `rcp_${string}`;
    const at = isoNow(world);
    await world.requests.append(requestId, {
      key: 'receipt-issued#request',
      type: 'receipt-issued',
      at,
      data: { receiptId, kind: 'request', interim: false },
    });
    await world.requests.append(requestId, { key: 'acknowledged', type: 'acknowledged', at, data: { receiptId, mailId } });
    // After the mail: an acknowledgement waits for nothing, its proof is on the receipt's page.
    await logReceipts(world, [receipt]);
  }
  if (!needsVerification(request.rights) && request.verifiedAt === undefined && !isClosed(request)) {
    await world.requests.append(requestId, { key: 'verified', type: 'verified', at: isoNow(world), data: { method: 'not-needed' } });
  }
  return {};
}

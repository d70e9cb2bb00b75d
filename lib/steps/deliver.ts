/** deliver: mails the answer with its receipt, nothing personal in it, and closes the request when nothing is left to do. */
import { appealable } from '../domain/appeal.ts';
import { civilDateIn } from '../domain/clock/deadline.ts';
import { BugError } from '../domain/errors.ts';
import type { RequestId } from '../domain/ids.ts';
import { holdUntil, rightsToAnswer } from '../domain/plan.ts';
import { outlivesRequest } from '../domain/request-events.ts';
import { isClosed, outstandingIn, type Request } from '../domain/request.ts';
import { denialLetter } from '../mail/denial-letter.ts';
import type { Letter } from '../mail/letter.ts';
import { appealLettersIn } from '../mail/letters/appeal-letters.ts';
import type { LetterFacts } from '../mail/letters/catalog.ts';
import { denialLettersIn } from '../mail/letters/denial-letters.ts';
import { factsOf, lettersIn } from '../mail/letters/letters.ts';
import { payloadOf } from '../receipts/payload-of.ts';
import { type CommonFields, readPayload, type ReceiptPayload } from '../receipts/payload.ts';
import type { StoredReceipt } from '../receipts/port.ts';
import { isRefused } from '../receipts/system-lines.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { attachReceipt } from './attach-receipt.ts';
import { caseOf, linkTo, linkToPrint, openPerson, requireOpen } from './casework.ts';
import { nextLook } from './next-look.ts';
import type { Stage } from './issue-receipt.ts';
import { type Following, following } from './plan-systems.ts';
import { isoNow, type With } from './world.ts';

export type DeliverWorld = With<'caseKeys' | 'log' | 'postOffice' | 'receipts' | 'secret'>;

async function receiptOf(
  world: DeliverWorld,
  { request, events }: CaseRecord,
  { pass, round }: Stage,
): Promise<{ stored: StoredReceipt; payload: ReceiptPayload }> {
  const issued = events.find(({ key }) => key === `receipt-issued#${pass}#${round}`);
  const chain = issued?.type === 'receipt-issued' ? await world.receipts.ofCase(request.id) : [];
  const stored = chain.find(({ id }) => issued?.type === 'receipt-issued' && id === issued.data.receiptId);
  if (stored === undefined) throw new BugError('There is no receipt to deliver', { code: 'invariant' });
  return { stored, payload: readPayload(payloadOf(stored.jws)) };
}

function mayAppeal({ configuration, now }: DeliverWorld, request: Request): boolean {
  return appealable(request, civilDateIn(configuration.controller.zone, new Date(now()).toISOString())).ok;
}

/** The letter that tells the decision on an appeal. */
function appealLetter(
  request: Request,
  facts: LetterFacts & { sentence: string; receiptUrl: string },
  { remedies, appeal }: CommonFields,
): Letter {
  const letters = appealLettersIn(request.lang);
  const of = appeal!.of;
  if (appeal!.decision!.stands.length === 0) return letters.granted({ ...facts, of });
  const { complaint } = remedies;
  const authorities = [complaint, ...(complaint?.also ?? [])].flatMap((one) =>
    one === undefined ? [] : [{ name: one.name, page: one.form ?? one.url }],
  );
  return letters.stands({ ...facts, of, authorities, partly: appeal!.decision!.granted.length > 0 });
}

async function letterOf(world: DeliverWorld, request: Request, payload: ReceiptPayload): Promise<Letter> {
  const personUrl = await linkTo(world, request.id, 'person');
  const facts = factsOf(request, { configuration: world.configuration, statusUrl: personUrl });
  const letters = lettersIn(request.lang);
  const receiptUrl = `${world.baseUrl}/receipts/${payload.id}`;
  const sentence = payload.text;
  if (payload.kind !== 'consent' && payload.appeal?.decision !== undefined)
    return appealLetter(request, { ...facts, sentence, receiptUrl }, payload);
  if (payload.kind === 'denial') {
    const appealUrl = mayAppeal(world, request) ? `${personUrl}/appeal` : undefined;
    return denialLetter(payload, { ...facts, receiptUrl, appealUrl });
  }
  if (payload.kind === 'deletion') return letters.deletion({ ...facts, sentence, receiptUrl, interim: payload.interim });
  if (payload.kind !== 'fulfilment' || payload.package === undefined) return letters.answered({ ...facts, sentence, receiptUrl });
  return letters.ready({
    ...facts,
    sentence,
    downloadUrl: await linkTo(world, request.id, 'download'),
    untilOn: payload.package.until,
    interim: payload.interim,
    ...(rightsToAnswer(request).includes('erasure') ? { erasureFrom: holdUntil(request, payload.package.until) } : {}),
  });
}

/** An answer of which a part was refused says what one can do, each way as something to do. */
function withRemedies(letter: Letter, payload: ReceiptPayload): Letter {
  const refused = 'systems' in payload && (payload.systems ?? []).some(isRefused);
  if (!refused) return letter;
  const lines = lettersIn(payload.lang).remedies(payload.remedies);
  return { ...letter, blocks: [...letter.blocks, ...denialLettersIn(payload.lang).whatYouCanDo(lines)] };
}

/** A request is answered as long as one right was; it is denied when everything was refused. */
function closingOutcome({ request }: CaseRecord): 'answered' | 'denied' {
  const kinds = request.receipts.map(({ kind }) => kind);
  return kinds.includes('denial') && !kinds.includes('fulfilment') && !kinds.includes('deletion') ? 'denied' : 'answered';
}

/** Ends a request to which everything was said. Repeatable. */
export async function closeRequest(world: With<never>, requestId: RequestId): Promise<void> {
  const record = await caseOf(world, requestId);
  if (isClosed(record.request)) return;
  const at = isoNow(world);
  // What nobody needs to decide any more; what did not arrive, or is still to be posted, needs somebody.
  const moot = record.tasks.filter((task) => task.doneAt === undefined && !outlivesRequest(task));
  for (const { taskId } of moot) await world.requests.closeTask(requestId, taskId, at);
  await world.requests.append(requestId, { key: 'closed', type: 'closed', at, data: { outcome: closingOutcome(record) } });
  // The sweep sends what a crash left unsent, purges after the window, and later erases the record.
  await world.requests.scheduleSweep(requestId, nextLook(await caseOf(world, requestId), world));
}

async function send(world: DeliverWorld, record: CaseRecord, stage: Stage): Promise<void> {
  const { request } = record;
  const { pass, round } = stage;
  const { stored, payload } = await receiptOf(world, record, stage);
  const caseKey = await world.caseKeys.open(request.id);
  const mailId = await world.postOffice.send({
    requestId: request.id,
    fact: `${payload.kind}#${pass}#${round}`,
    caseKey,
    compose: async (mailId) => ({
      letter: withRemedies(await letterOf(world, request, payload), payload),
      lang: request.lang,
      to: openPerson(request, caseKey),
      attachments: await attachReceipt(world, stored),
      ...(payload.kind === 'fulfilment' && payload.package && { copyUrl: await linkToPrint(world, request.id, mailId) }),
    }),
  });
  const window =
    payload.kind === 'fulfilment' && payload.package
      ? { readyAt: payload.package.readyAt, until: payload.package.until }
      : { readyAt: payload.issuedAt };
  const outstanding = pass === 'none' ? [] : outstandingIn(request, pass).map(({ system }) => system);
  await world.requests.append(request.id, {
    key: `delivered#${pass}#${round}`,
    type: 'delivered',
    at: isoNow(world),
    data: { pass, round, mailId, ...window, outstanding },
  });
}

/** Delivers a stage once and says what comes next. */
export async function deliver(stage: Stage, world: DeliverWorld): Promise<Following> {
  const record = await caseOf(world, stage.requestId);
  const delivered = record.request.deliveries.some(({ pass, round }) => pass === stage.pass && round === stage.round);
  if (!delivered) await send(world, requireOpen(record), stage);
  const next = await following(world, stage.requestId);
  if (next.next === 'end') await closeRequest(world, stage.requestId);
  return next;
}

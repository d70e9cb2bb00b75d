/** What staff do about a mail that did not arrive: send it to another address, or have it printed and posted. */
import { type RequestId, type TaskId } from '../domain/ids.ts';
import { isDeliverable } from '../domain/person.ts';
import type { EventData, RequestEvent } from '../domain/request-events.ts';
import { readLetter } from '../mail/kept-letter.ts';
import { unlessUnderWay } from '../mail/unless-under-way.ts';
import type { MailItem, TaskItem } from '../stores/case-items.ts';
import { keys } from '../stores/keys.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { SEVERAL_LETTERS } from './acknowledge-letter.ts';
import { linkToPrint, openPerson } from './casework.ts';
import { giveAddress } from './give-address.ts';
import { handToPost } from './hand-to-post.ts';
import { failureScope } from './mail-events.ts';
import { finishWait, lookSoon, waitId } from './waiting.ts';
import { isoNow, type With } from './world.ts';

export type FailedWorld = With<'caseKeys' | 'machine'>;

export interface FailedMail {
  failure: EventData['mail-bounced'];
  mail: MailItem;
}

/** What a task is about; undefined for a mail that is not ours. */
export function failedMailOf(
  { request, events, mails }: Pick<CaseRecord, 'request' | 'events' | 'mails'>,
  taskId: TaskId,
): FailedMail | undefined {
  for (const event of events) {
    if (event.type !== 'mail-bounced' || waitId(request, 'mail-failed', failureScope(event.data)) !== taskId) continue;
    const mail = mails.find(({ mailId }) => mailId === event.data.mailId);
    return mail && { failure: event.data, mail };
  }
  return undefined;
}

/**
 * True for what the person reads, and may read elsewhere: the rest goes to staff, or to a controller we work for, whose addresses are
 * configured; and a mail that answers several letters holds links that only their own address may get.
 */
export function isToPerson({ kind }: Pick<MailItem, 'kind'>): boolean {
  return (
    !kind.startsWith('passed-on#') &&
    !kind.startsWith(SEVERAL_LETTERS) &&
    (!kind.startsWith('reminder#') || kind.startsWith('reminder#question#'))
  );
}

export type Mended = { ok: true } | { ok: false; reason: 'unknown' | 'already-done' | 'purged' | 'not-for-this-task' | 'address-wrong' };

interface Mending {
  requestId: RequestId;
  taskId: TaskId;
  by: string;
}

/** The mail of an open task if it can still go out again. */
async function mendable(
  world: FailedWorld,
  { requestId, taskId }: Mending,
): Promise<{ ok: true; mail: MailItem } | Exclude<Mended, { ok: true }>> {
  const record = await world.requests.loadCase(requestId);
  const failed = record && failedMailOf(record, taskId);
  const task = record?.tasks.find((one) => one.taskId === taskId);
  if (failed === undefined || task === undefined) return { ok: false, reason: 'unknown' };
  if (task.doneAt !== undefined) return { ok: false, reason: 'already-done' };
  if (record!.request.purgedAt !== undefined) return { ok: false, reason: 'purged' };
  return isToPerson(failed.mail) ? { ok: true, mail: failed.mail } : { ok: false, reason: 'not-for-this-task' };
}

const againKey = (taskId: TaskId): string => `mail-again#${taskId}`;

async function end(world: With<'machine'>, { requestId, taskId, by }: Mending): Promise<Mended> {
  const ended = await finishWait(world, { requestId, taskId, outcome: 'done', by });
  return ended ? { ok: true } : { ok: false, reason: 'already-done' };
}

/** The person has another address; the mail goes there within the hour. Repeatable until the task is done. */
export async function sendCorrected(world: FailedWorld, { email, ...mending }: Mending & { email: string }): Promise<Mended> {
  const { requestId, taskId, by } = mending;
  const found = await mendable(world, mending);
  if (!found.ok) return found;
  if (!isDeliverable(email)) return { ok: false, reason: 'address-wrong' };
  await lookSoon(world, requestId);
  await giveAddress(world, { requestId, by, address: { email } });
  const data = { mailId: found.mail.mailId, by };
  await world.requests.append(requestId, { key: againKey(taskId), type: 'mail-again', at: isoNow(world), data });
  return await end(world, mending);
}

/** The letter goes by post. Repeatable until the task is done. */
export async function printInstead(world: FailedWorld, mending: Mending): Promise<Mended> {
  const found = await mendable(world, mending);
  if (!found.ok) return found;
  const { requestId } = mending;
  const { mailId } = found.mail;
  await lookSoon(world, requestId);
  // From here on it is a letter that nobody has posted: what is cut off now is handed on by the sweep.
  await world.requests.table.update(
    keys.mail(requestId, mailId),
    { set: { paper: true }, remove: ['sentAt'] },
    { expression: 'attribute_exists(#pk) AND attribute_not_exists(#paper)' },
  );
  await handToPost(world, requestId, mailId);
  return await end(world, mending);
}

type Again = RequestEvent & { type: 'mail-again' };

const againOf = ({ kind }: Pick<MailItem, 'kind'>, { seq }: Again): string => `${kind}#again#${seq}`;

/** Mails that staff want sent again, and that were not written yet. */
export function pendingAgain({
  request,
  events,
  mails,
}: Pick<CaseRecord, 'request' | 'events' | 'mails'>): { event: Again; mail: MailItem; fact: string }[] {
  if (request.purgedAt !== undefined) return [];
  return events.flatMap((event) => {
    const mail = event.type === 'mail-again' ? mails.find(({ mailId }) => mailId === event.data.mailId) : undefined;
    if (event.type !== 'mail-again' || mail === undefined) return [];
    const fact = againOf(mail, event);
    return mails.some(({ kind }) => kind === fact) ? [] : [{ event, mail, fact }];
  });
}

/** True once what was to be done about a failed mail is on record: it goes out again, or by post. */
function isMended({ events }: CaseRecord, { taskId }: TaskItem, { failure, mail }: FailedMail): boolean {
  return events.some(({ key }) => key === againKey(taskId)) || (failure.kind === 'bounce' && mail.paper === true);
}

/** Ends the tasks of which a crash left nothing but the end. */
async function endMended(world: With<'machine'>, record: CaseRecord): Promise<void> {
  for (const task of record.tasks.filter(({ kind, doneAt }) => kind === 'mail-failed' && doneAt === undefined)) {
    const failed = failedMailOf(record, task.taskId);
    if (failed === undefined || !isMended(record, task, failed)) continue;
    const again = record.events.find(({ key }) => key === againKey(task.taskId));
    const by = again?.type === 'mail-again' ? again.data.by : 'sweep';
    await end(world, { requestId: record.request.id, taskId: task.taskId, by });
  }
}

/** Sends the same letters to the address of now, and ends what staff began: for the sweep. */
export async function mailAgain(
  world: With<'caseKeys' | 'machine' | 'postOffice' | 'secret' | 'vault'>,
  record: CaseRecord,
): Promise<void> {
  const { request } = record;
  await endMended(world, record);
  const pending = pendingAgain(record);
  if (pending.length === 0 || !(await world.caseKeys.exists(request.id))) return;
  const caseKey = await world.caseKeys.open(request.id);
  for (const { mail, fact } of pending) {
    const kept = await readLetter(world.vault, { requestId: request.id, mailId: mail.mailId, caseKey });
    if (kept === undefined) continue;
    const { letter, lang, enclosures: attachments, copyUrl } = kept;
    const compose = async (mailId: string) => ({
      letter,
      lang,
      to: openPerson(request, caseKey),
      attachments,
      ...(copyUrl !== undefined && { copyUrl: await linkToPrint(world, request.id, mailId) }),
    });
    await unlessUnderWay(world.postOffice.send({ requestId: request.id, fact, caseKey, compose }));
  }
}

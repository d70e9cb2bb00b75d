/** record-posted: somebody printed and posted a letter; from that day on it counts as sent. */
import { civilDateIn } from '../domain/clock/deadline.ts';
import type { RequestId, TaskId } from '../domain/ids.ts';
import type { EventData } from '../domain/request-events.ts';
import { keys } from '../stores/keys.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { endFetch } from './await-fetch.ts';
import { caseOf } from './casework.ts';
import { fetchedAll } from './fetch-package.ts';
import { writtenOn } from './post-letter.ts';
import { finishWait, lookSoon, waitId } from './waiting.ts';
import { isoNow, type With } from './world.ts';

type PostedWorld = With<'machine'>;

export type Posted = { ok: true } | { ok: false; reason: 'unknown' | 'already-done' | 'in-future' | 'before-written' };

/** What is wrong with a day. */
function faultOf(world: PostedWorld, on: string, mail: CaseRecord['mails'][number]): 'in-future' | 'before-written' | undefined {
  if (on > civilDateIn(world.configuration.controller.zone, isoNow(world))) return 'in-future';
  return on < writtenOn(world, mail) ? 'before-written' : undefined;
}

const postedKey = (mailId: string): string => `posted#${mailId}`;

/** What follows from a letter that was posted. Repeatable. */
async function finishPosted(world: PostedWorld, { request }: CaseRecord, { mailId, by, on }: EventData['posted']): Promise<void> {
  await world.requests.table.update(
    keys.mail(request.id, mailId),
    { set: { sentAt: on } },
    { expression: 'attribute_exists(#pk) AND attribute_not_exists(#sentAt)' },
  );
  const record = await caseOf(world, request.id);
  if (record.request.fetchEnded === undefined && fetchedAll(record)) await endFetch(world, request.id, 'fetched');
  await finishWait(world, { requestId: request.id, taskId: waitId(request, 'post', mailId), outcome: 'done', by });
}

/** Records once on which civil date a letter was posted. */
export async function recordPosted(
  world: PostedWorld,
  { requestId, taskId, on, by }: { requestId: RequestId; taskId: TaskId; on: string; by: string },
): Promise<Posted> {
  const record = await world.requests.loadCase(requestId);
  const task = record?.tasks.find((one) => one.taskId === taskId && one.kind === 'post');
  const mail = record?.mails.find(({ mailId }) => mailId === task?.code);
  if (record === undefined || mail === undefined) return { ok: false, reason: 'unknown' };
  const fault = faultOf(world, on, mail);
  if (fault !== undefined) return { ok: false, reason: fault };
  await lookSoon(world, requestId);
  const data = { mailId: mail.mailId, by, on };
  const { event } = await world.requests.append(requestId, { key: postedKey(mail.mailId), type: 'posted', at: isoNow(world), data });
  const first = event.data as EventData['posted'];
  await finishPosted(world, record, first);
  return first.on === on && first.by === by ? { ok: true } : { ok: false, reason: 'already-done' };
}

/** Finishes what a crash left of letters that were posted: for the sweep. */
export async function finishPostings(world: PostedWorld, record: CaseRecord): Promise<void> {
  const open = new Set(record.tasks.flatMap(({ kind, code, doneAt }) => (kind === 'post' && doneAt === undefined ? [code] : [])));
  for (const event of record.events)
    if (event.type === 'posted' && open.has(event.data.mailId)) await finishPosted(world, record, event.data);
}

/** tend-letter: until a person has made sense of a letter, it is on their list, and whoever wrote it knows that it came. */
import type { RequestId } from '../domain/ids.ts';
import { isClosed, isUnsorted } from '../domain/request.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { acknowledgeLetter, type LetterWorld } from './acknowledge-letter.ts';
import { openTask, waitId } from './waiting.ts';
import { isoNow, type With } from './world.ts';

/** Of a letter's case, whose rights nobody knows: the task of the person who reads it. */
export const SORT = { kind: 'sort', scope: 'letter' } as const;

/** True while a letter is still to be answered, and its time has come. */
export function owesAnswer({ request, events }: CaseRecord, nowMs: number): boolean {
  const { deferredUntil, letter } = request;
  const answered = events.some(({ type }) => type === 'acknowledged');
  return letter !== undefined && !answered && (deferredUntil === undefined || Date.parse(deferredUntil) <= nowMs);
}

/** Ends a letter that asks for nothing. Repeatable. */
export async function closeDismissed(world: With<never>, requestId: RequestId): Promise<void> {
  await world.requests.append(requestId, { key: 'closed', type: 'closed', at: isoNow(world), data: { outcome: 'dismissed' } });
}

/** Somebody ended its task without saying what it asks for: a crash kept it from being closed. */
async function wasDismissed({ requests }: With<never>, { request, tasks }: CaseRecord): Promise<boolean> {
  const task = waitId(request, SORT.kind, SORT.scope);
  if (!tasks.some(({ taskId, outcome }) => taskId === task && outcome === 'done')) return false;
  // Read again: whoever says what it asks for does so before the task ends.
  const now = await requests.load(request.id);
  return now !== undefined && isUnsorted(now);
}

/** Looks after a letter whose rights nobody knows. Repeatable. */
export async function tendLetter(world: LetterWorld, record: CaseRecord): Promise<void> {
  const { request } = record;
  if (isClosed(request)) return;
  if (await wasDismissed(world, record)) return await closeDismissed(world, request.id);
  await openTask(world, request, { requestId: request.id, ...SORT });
  if (owesAnswer(record, world.now())) await acknowledgeLetter(world, request);
}

/** decide-review: a reviewer releases data about others, or leaves them withheld. */
import type { RequestId, TaskId } from '../domain/ids.ts';
import { openQuestions } from '../domain/request.ts';
import type { Done } from './complete-task.ts';
import { finishWait, lookSoon } from './waiting.ts';
import { isoNow, type With } from './world.ts';

/** `released` names columns as `system/dataset/column`; only withheld ones count. */
export async function decideReview(
  world: With<'machine'>,
  { requestId, taskId, released, by }: { requestId: RequestId; taskId: TaskId; released: string[]; by: string },
): Promise<Done> {
  const record = await world.requests.loadCase(requestId);
  const asked = record?.events.findLast((event) => event.type === 'review-asked' && event.data.taskId === taskId);
  if (asked?.type !== 'review-asked') return { ok: false, reason: 'unknown' };
  const task = record!.tasks.find((one) => one.taskId === taskId);
  if (task === undefined || task.doneAt !== undefined) return { ok: false, reason: 'already-done' };
  if (openQuestions(record!.request).length > 0) return { ok: false, reason: 'question-open' };
  const known = new Set(asked.data.withheld.map(({ system, dataset, column }) => `${system}/${dataset}/${column}`));
  const wanted = released.filter((name) => known.has(name)).toSorted();
  await lookSoon(world, requestId);
  const { event } = await world.requests.append(requestId, {
    key: `reviewed#${taskId}`,
    type: 'reviewed',
    at: isoNow(world),
    data: { by, decision: 'approved', released: wanted },
  });
  // Of two reviewers the first counts, also if a crash kept the execution from hearing of it; the other is told.
  const first = event.type === 'reviewed' ? event.data : { by, released: wanted };
  const finished = await finishWait(world, { requestId, taskId, outcome: 'done', by: first.by });
  return finished && first.released.join() === wanted.join() ? { ok: true } : { ok: false, reason: 'already-done' };
}

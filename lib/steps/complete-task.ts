/** complete-task: staff end a task; its result goes to the execution that waits for it. */
import { Temporal } from 'temporal-polyfill';
import type { RequestId, TaskId } from '../domain/ids.ts';
import type { TaskOutcome } from '../domain/request-events.ts';
import type { TaskItem } from '../stores/case-items.ts';
import { loadSystem, outcomeOf, saveSystem } from './system-work.ts';
import { finishWait } from './waiting.ts';
import { isoNow, type With } from './world.ts';

export type TaskWorld = With<'machine'>;

export type Done = { ok: true } | { ok: false; reason: 'unknown' | 'already-done' | 'not-for-this-task' | 'reason-needed' };

/** What may be answered to which kind of task. */
const OUTCOMES: Partial<Record<TaskItem['kind'], readonly TaskOutcome[]>> = {
  // Never "done": only the system's own answer counts as done, so whoever mended it by hand has it tried again.
  'system-failed': ['retry', 'skip', 'outstanding'],
  later: ['skip', 'outstanding'],
  act: ['done', 'refused'],
  'mail-failed': ['done'],
  'late-choice': ['done'],
  parked: ['retry'],
};

/** Days after which an outstanding system is expected to answer, told to the person. */
const EXPECTED_DAYS = 30;

/** Writes what the system's branch could not: its outcome, with the reason the person will read. */
async function settleSystem(world: TaskWorld, requestId: RequestId, { task, outcome, reason }: { task: TaskItem; outcome: TaskOutcome; reason?: string }): Promise<void> {
  const { system, pass, round } = task;
  if (system === undefined || pass === undefined || (outcome !== 'skip' && outcome !== 'outstanding')) return;
  const scope = { requestId, system, pass, round: round ?? 1 };
  const at = isoNow(world);
  const before = (await loadSystem(world, scope)) ?? { ...scope, phase: 'find' as const, attempts: 0, at, found: 0, datasets: [] };
  const { requestId: _requestId, ...item } = { requestId, ...before };
  const expectedOn = Temporal.Instant.from(at).toZonedDateTimeISO('UTC').toPlainDate().add({ days: EXPECTED_DAYS }).toString();
  await saveSystem(world, scope, {
    ...item,
    phase: 'done',
    outcome: {
      ...outcomeOf(item, outcome === 'skip' ? 'skipped' : 'outstanding', at),
      ...(reason === undefined ? {} : { reason }),
      ...(outcome === 'outstanding' && { expectedOn }),
    },
  });
}

/** Ends a task once. A skip or a refusal needs a reason, because the person reads it. */
export async function completeTask(
  world: TaskWorld,
  input: { requestId: RequestId; taskId: TaskId; outcome: TaskOutcome; by: string; reason?: string },
): Promise<Done> {
  const { requestId, taskId, outcome, by, reason } = input;
  const record = await world.requests.loadCase(requestId);
  const task = record?.tasks.find((one) => one.taskId === taskId);
  if (record === undefined || task === undefined) return { ok: false, reason: 'unknown' };
  if (!OUTCOMES[task.kind]?.includes(outcome)) return { ok: false, reason: 'not-for-this-task' };
  if ((outcome === 'skip' || outcome === 'refused') && !reason) return { ok: false, reason: 'reason-needed' };
  if (task.doneAt !== undefined) return { ok: false, reason: 'already-done' };
  await settleSystem(world, requestId, { task, outcome, ...(reason === undefined ? {} : { reason }) });
  if (outcome === 'refused') {
    const ground = { code: 'justifications:RefusedByController', law: record.request.law, text: reason! };
    await world.requests.append(requestId, { key: `refused#${taskId}`, type: 'refused', at: isoNow(world), data: { by, grounds: [ground], scope: 'partial' } });
  }
  const finished = await finishWait(world, { requestId, taskId, outcome, by, ...(reason === undefined ? {} : { reason }) });
  return finished ? { ok: true } : { ok: false, reason: 'already-done' };
}

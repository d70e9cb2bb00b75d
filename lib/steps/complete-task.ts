/** complete-task: staff end a task; its result goes to the execution that waits for it. */
import { awaitsDecision } from '../domain/appeal.ts';
import type { RequestId, TaskId } from '../domain/ids.ts';
import { openQuestions, type Request, tellsOutcome } from '../domain/request.ts';
import type { TaskOutcome } from '../domain/request-events.ts';
import type { TaskItem } from '../stores/case-items.ts';
import { finishWait } from './waiting.ts';
import type { With } from './world.ts';

export type TaskWorld = With<'machine'>;

export type Done =
  | { ok: true }
  | { ok: false; reason: 'unknown' | 'already-done' | 'not-for-this-task' | 'reason-needed' | 'question-open' };

/** What may be answered to which kind of task. */
const OUTCOMES: Partial<Record<TaskItem['kind'], readonly TaskOutcome[]>> = {
  // Never "done": only the system's own answer counts as done, so whoever mended it by hand has it tried again.
  'system-failed': ['retry', 'skip', 'outstanding'],
  later: ['skip', 'outstanding'],
  act: ['done', 'refused'],
  'mail-failed': ['done'],
  'read-mail': ['done'],
  'late-choice': ['done'],
  parked: ['retry'],
};

/** What the person answers may change what has to be done; a refusal waits for nothing. */
function isHeld(request: Request, { kind, pass }: TaskItem): boolean {
  return kind === 'act' && pass !== 'at-once' && openQuestions(request).length > 0;
}

/**
 * Ends a task once: of two that decide differently at the same time, the first counts and the other is told. A skip, a
 * refusal, and what came of a complaint need words, because the person reads them.
 */
export async function completeTask(
  world: TaskWorld,
  input: { requestId: RequestId; taskId: TaskId; outcome: TaskOutcome; by: string; reason?: string },
): Promise<Done> {
  const { requestId, taskId, outcome, by, reason } = input;
  const record = await world.requests.loadCase(requestId);
  const task = record?.tasks.find((one) => one.taskId === taskId);
  if (task === undefined) return { ok: false, reason: 'unknown' };
  // What an appeal comes to is said by its decision.
  const decides = task.kind === 'act' && awaitsDecision(record!.request);
  if (decides || !OUTCOMES[task.kind]?.includes(outcome)) return { ok: false, reason: 'not-for-this-task' };
  const told = outcome === 'skip' || outcome === 'refused' || tellsOutcome(record!.request, task);
  if (told && !reason) return { ok: false, reason: 'reason-needed' };
  if (task.doneAt !== undefined) return { ok: false, reason: 'already-done' };
  if (outcome === 'done' && isHeld(record!.request, task)) return { ok: false, reason: 'question-open' };
  const finished = await finishWait(world, { requestId, taskId, outcome, by, ...(reason === undefined ? {} : { reason }) });
  return finished ? { ok: true } : { ok: false, reason: 'already-done' };
}

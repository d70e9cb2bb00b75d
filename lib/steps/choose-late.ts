/** choose-late: near the due date somebody decides what happens with systems that have not answered. */
import type { RequestId, TaskId } from '../domain/ids.ts';
import { lawOf } from '../domain/law/laws.ts';
import type { OpenTask, Request } from '../domain/request.ts';
import { requestCan } from '../domain/request-can.ts';
import type { LateChoice } from '../domain/request-events.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { completeTask } from './complete-task.ts';
import { extendedDeadline } from './extended-deadline.ts';
import { finishWait, lookSoon, waitId } from './waiting.ts';
import { isoNow, type With } from './world.ts';

export type ChoiceWorld = With<'machine'>;

const HOUR_MS = 3600 * 1000;

export interface Choice {
  requestId: RequestId;
  choice: LateChoice;
  by: string;
  /** For an extension: a ground the law knows. */
  ground?: string;
  /** The words the person reads. */
  reason?: string;
}

export type Chosen =
  | { ok: true }
  | { ok: false; reason: 'unknown' | 'wrong-state' | 'reason-needed' | 'ground-unknown' | 'already-extended' | 'too-late' };

/** A system that failed, or one that has not called back. */
export function isLate({ kind }: Pick<OpenTask, 'kind'>): boolean {
  return kind === 'system-failed' || kind === 'later';
}

/** Frees the request from its late systems: they stay open, or are refused for good. */
async function settleLate(world: ChoiceWorld, request: Request, { choice, by, reason }: Choice): Promise<void> {
  const outcome = choice === 'interim' ? 'outstanding' : 'skip';
  for (const task of request.tasks.filter(isLate)) {
    await completeTask(world, { requestId: request.id, taskId: task.taskId, outcome, by, ...(reason === undefined ? {} : { reason }) });
  }
}

/** "The controller shall inform the data subject of any such extension within one month of receipt" (Art. 12(3) GDPR). */
function mayExtend(world: ChoiceWorld, request: Request, ground: string | undefined): Chosen {
  const grounds: readonly string[] = lawOf({ law: request.clock.leading.law, receivedOn: request.receivedOn }).extension?.grounds ?? [];
  if (ground === undefined || !grounds.includes(ground)) return { ok: false, reason: 'ground-unknown' };
  const deadline = extendedDeadline(request);
  // The sweep sends the notice within the hour.
  const tooLate = deadline === undefined || Date.parse(deadline.noticeBy.tooLateAt) <= world.now() + HOUR_MS;
  return tooLate ? { ok: false, reason: 'too-late' } : { ok: true };
}

/** Records the choice and acts on it. Repeatable. */
export async function chooseLate(world: ChoiceWorld, input: Choice): Promise<Chosen> {
  const record = await world.requests.loadCase(input.requestId);
  if (record === undefined) return { ok: false, reason: 'unknown' };
  const { request } = record;
  const act = input.choice === 'extend' ? 'extend' : 'choose-late';
  const allowed = requestCan(request, act);
  if (!allowed.ok) return { ok: false, reason: allowed.reason === 'already-extended' ? 'already-extended' : 'wrong-state' };
  if (input.choice !== 'interim' && !input.reason) return { ok: false, reason: 'reason-needed' };
  const { choice, by, ground, reason } = input;
  const possible: Chosen = choice === 'extend' ? mayExtend(world, request, ground) : { ok: true };
  if (!possible.ok) return possible;
  await lookSoon(world, request.id);
  await world.requests.append(request.id, {
    key: `choice-made#${choice}#${request.deliveries.length}`,
    type: 'choice-made',
    at: isoNow(world),
    data: { by, choice, ...(ground === undefined ? {} : { ground }), ...(reason === undefined ? {} : { reason }) },
  });
  if (choice === 'extend') await world.requests.scheduleSweep(request.id, isoNow(world));
  else await settleLate(world, request, input);
  await finishWait(world, { requestId: request.id, taskId: choiceTaskId(request), outcome: 'done', by });
  return { ok: true };
}

/** After an extension there is a new date, and the choice has to be made anew. */
export const choiceScope = (request: Pick<Request, 'dueOn'>): string => `late-choice#${request.dueOn}`;

function choiceTaskId(request: Request): TaskId {
  return waitId(request, 'late-choice', choiceScope(request));
}

/** Finishes what a crash left of a recorded choice. Repeatable. */
export async function finishChoice(world: ChoiceWorld, { request, events }: CaseRecord): Promise<void> {
  const made = events.findLast((event) => event.type === 'choice-made');
  if (made?.type !== 'choice-made') return;
  const { at, data } = made;
  const tasks = request.tasks.filter(({ openedAt }) => openedAt <= at);
  if (data.choice !== 'extend') await settleLate(world, { ...request, tasks }, { requestId: request.id, ...data });
  for (const { taskId } of tasks.filter(({ kind }) => kind === 'late-choice')) {
    await finishWait(world, { requestId: request.id, taskId, outcome: 'done', by: data.by });
  }
}

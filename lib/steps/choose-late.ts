/** choose-late: near the due date somebody decides what happens with systems that have not answered. */
import { extensionOf } from '../domain/extension.ts';
import type { RequestId, TaskId } from '../domain/ids.ts';
import type { Request } from '../domain/request.ts';
import { type Objection, requestCan } from '../domain/request-can.ts';
import type { LateChoice } from '../domain/request-events.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { completeTask } from './complete-task.ts';
import { finishWait, isLate, lookSoon, waitId } from './waiting.ts';
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

/** A refusal names the article it rests on. */
export type Chosen =
  | { ok: true }
  | { ok: false; reason: 'unknown' | 'reason-needed' }
  | { ok: false; reason: Objection | 'ground-unknown' | 'too-late'; article: string };

/** Frees the request from its late systems: they stay open, or are refused for good. */
async function settleLate(world: ChoiceWorld, request: Request, { choice, by, reason }: Choice): Promise<void> {
  const outcome = choice === 'interim' ? 'outstanding' : 'skip';
  for (const task of request.tasks.filter(isLate)) {
    await completeTask(world, { requestId: request.id, taskId: task.taskId, outcome, by, ...(reason === undefined ? {} : { reason }) });
  }
}

/** The sweep sends the notice within the hour: that is when the person is told. */
function mayExtend({ configuration, now }: ChoiceWorld, request: Request, ground: string): Chosen {
  const extension = extensionOf(request, configuration, { ground, toldAt: now() + HOUR_MS });
  return extension.ok ? { ok: true } : extension;
}

/** Records the choice and acts on it. Repeatable. */
export async function chooseLate(world: ChoiceWorld, input: Choice): Promise<Chosen> {
  const record = await world.requests.loadCase(input.requestId);
  if (record === undefined) return { ok: false, reason: 'unknown' };
  const { request } = record;
  const { choice, by, ground, reason } = input;
  const allowed = requestCan(request, choice === 'extend' ? 'extend' : 'choose-late');
  // What a law says against an extension is told with its own article.
  if (!allowed.ok && (choice !== 'extend' || allowed.reason === 'wrong-state')) return allowed;
  if (choice !== 'interim' && !reason) return { ok: false, reason: 'reason-needed' };
  const possible: Chosen = choice === 'extend' ? mayExtend(world, request, ground ?? '') : { ok: true };
  if (!possible.ok) return possible;
  await lookSoon(world, request.id);
  await world.requests.append(request.id, {
    key: `choice-made#${choice}#${request.deliveries.length}`,
    type: 'choice-made',
    at: isoNow(world),
    data: { by, choice, ...(ground === undefined ? {} : { ground }), ...(reason === undefined ? {} : { reason }) },
  });
  if (choice !== 'extend') await settleLate(world, request, input);
  await finishWait(world, { requestId: request.id, taskId: choiceTaskId(request), outcome: 'done', by });
  // Ending the wait asked for a look in a moment; the notice goes out with the very next sweep.
  if (choice === 'extend') await world.requests.scheduleSweep(request.id, isoNow(world));
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

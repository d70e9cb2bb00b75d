/** Task tokens: what an execution waits for is an item, so that its result survives whoever brings it. */
import { derivedId, type RequestId, type TaskId } from '../domain/ids.ts';
import type { Request } from '../domain/request.ts';
import { STAFF_TASKS, type TaskKind, type TaskOutcome } from '../domain/request-events.ts';
import type { Action } from '../domain/rights.ts';
import { taskFrom, type TaskItem } from '../stores/case-items.ts';
import { keys } from '../stores/keys.ts';
import { milestones } from './milestones.ts';
import { settleTask } from './settle-task.ts';
import { isoNow, type With } from './world.ts';

type WaitingWorld = With<'machine'>;

export interface Wait {
  requestId: RequestId;
  kind: TaskKind;
  /** Tells waits of one kind apart; the same wait has the same id. */
  scope: string;
  token?: string;
  system?: string;
  pass?: Action;
  round?: number;
  /** Why: the name of the error, or of the step that failed. */
  code?: string;
}

/** Systems that have not answered: near the date somebody has to choose what happens with them. */
export function isLate({ kind }: { kind: TaskKind }): boolean {
  return kind === 'system-failed' || kind === 'later';
}

/** Minutes after which the sweep makes sure that a recorded result arrived. */
const CHECK_AFTER_MS = 2 * 60 * 1000;

/** The id of a wait: derived, because a step that runs twice waits once. It opens nothing, so it need not be secret. */
export function waitId(request: Pick<Request, 'id' | 'receivedAt'>, kind: TaskKind, scope: string): TaskId {
  return derivedId('task', { atMs: Date.parse(request.receivedAt), secret: Buffer.from('task'), of: `${request.id}|${kind}|${scope}` });
}

const isStaffTask = (kind: TaskKind): boolean => (STAFF_TASKS as readonly TaskKind[]).includes(kind);

async function tellResult(world: WaitingWorld, requestId: RequestId, task: TaskItem): Promise<void> {
  if (task.token !== undefined) await world.machine.tell(task.token, { outcome: task.outcome ?? 'done' });
  await world.requests.table.update(keys.task(requestId, task.taskId), { set: { takenAt: isoNow(world) } });
}

/**
 * Records that the execution waits. If the result is already there (the step ran again, or the execution was started
 * anew), it is sent at once; `open` tells whether anything is still waited for.
 */
export async function openWait(world: WaitingWorld, request: Request, wait: Wait): Promise<{ taskId: TaskId; open: boolean }> {
  const { taskId, open } = await openTask(world, request, wait);
  if (open || wait.token === undefined) return { taskId, open };
  const done = await world.requests.table.update(keys.task(wait.requestId, taskId), { set: { token: wait.token } });
  await recordAndTell(world, wait.requestId, taskFrom(done!));
  return { taskId, open };
}

/** Work for a person that no execution waits for; `open` is false if it was done already. Repeatable. */
export async function openTask(world: With<never>, request: Request, wait: Wait): Promise<{ taskId: TaskId; open: boolean }> {
  const taskId = waitId(request, wait.kind, wait.scope);
  const key = keys.task(wait.requestId, taskId);
  // The day on which the sweep asks about late systems is past: it has to come by once more.
  if (isLate(wait) && milestones(request, world.configuration).chooseAt <= world.now()) await lookSoon(world, request.id);
  const { requestId: _requestId, scope: _scope, ...stored } = wait;
  const set = {
    ...stored,
    taskId,
    dueOn: request.dueOn,
    ...(isStaffTask(wait.kind) && { list: 'tasks', listKey: `${request.dueOn}#${request.id}` }),
  };
  const opened = await world.requests.table.update(
    key,
    { set: { ...set, openedAt: isoNow(world) } },
    { expression: 'attribute_not_exists(#doneAt)' },
  );
  return { taskId, open: opened !== undefined };
}

export interface Result {
  requestId: RequestId;
  taskId: TaskId;
  outcome: TaskOutcome;
  /** Subject of the staff member, `person`, or the name of the door it came through. */
  by: string;
  reason?: string;
}

/** Has the sweep look soon: written before anything that a crash could leave half done. */
export async function lookSoon(world: With<never>, requestId: RequestId): Promise<void> {
  await world.requests.scheduleSweep(requestId, new Date(world.now() + CHECK_AFTER_MS).toISOString());
}

/**
 * Records a result once and sends it to the execution. What is recorded and not yet taken is sent again by the sweep.
 * Returns false if the task does not exist or was already done differently.
 */
export async function finishWait(world: WaitingWorld, result: Result): Promise<boolean> {
  const { requestId, taskId, outcome, by, reason } = result;
  const key = keys.task(requestId, taskId);
  await lookSoon(world, requestId);
  const done = await world.requests.table.update(
    key,
    { set: { doneAt: isoNow(world), doneBy: by, outcome, reason }, remove: ['list', 'listKey'] },
    { expression: 'attribute_exists(#pk) AND attribute_not_exists(#doneAt)' },
  );
  const item = done ?? (await world.requests.table.get(key));
  if (item === undefined) return false;
  const task = taskFrom(item);
  if (task.outcome !== outcome) return false;
  if (task.takenAt === undefined) await recordAndTell(world, requestId, task);
  return true;
}

/** Writes what follows from a result and the event of a finished staff task, then tells the execution. Repeatable. */
export async function recordAndTell(world: WaitingWorld, requestId: RequestId, task: TaskItem): Promise<void> {
  // A task that ended with its request has no result: its execution is stopped.
  if (task.outcome === undefined) return;
  await settleTask(world, requestId, task);
  if (isStaffTask(task.kind)) {
    await world.requests.append(requestId, {
      key: `task-done#${task.taskId}`,
      type: 'task-done',
      at: task.doneAt!,
      data: { taskId: task.taskId, by: task.doneBy!, outcome: task.outcome, ...(task.reason === undefined ? {} : { reason: task.reason }) },
    });
  }
  await tellResult(world, requestId, task);
}

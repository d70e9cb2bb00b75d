/** Task: starts an invocation and takes its answer, its callback, or its silence. */
import type { Json } from '../definition.ts';
import { dataLimitExceeded, heartbeatLost, StateFailure } from '../errors.ts';
import { evaluate } from '../expressions.ts';
import { tooLarge } from '../limits.ts';
import type { TaskResource } from '../resources.ts';
import { parseResource } from '../resources.ts';
import type { StateRunner, Step, TimeLimits } from '../run.ts';
import { numberField, occasion, scopeOf } from '../scope.ts';
import { activityStarted, taskEnded, taskFailed, taskScheduled } from '../task-events.ts';
import { createToken } from '../tokens.ts';
import { complete, disarm } from '../transition.ts';

/** How an invocation ended. `pending` is the ARN of a child execution to wait for. */
export type TaskOutcome = { ok: true; result: Json; pending?: string } | { ok: false; failure: StateFailure };

/** The task of an activity as its worker gets it. */
export interface Task {
  taskToken: string;
  /** JSON text. */
  input: string;
}

/** What the Resource of a Task state means. */
export function targetOf({ state }: Step): TaskResource {
  const target = parseResource(state.Resource ?? '');
  if (target === undefined) throw new StateFailure('States.Runtime', `Unknown task resource ${state.Resource}`);
  return target;
}

function requireActivity(step: Step, { kind, resource }: TaskResource): void {
  if (kind !== 'activity' || step.run.world.hasActivity(resource)) return;
  throw new StateFailure('States.Runtime', `${occasion(step)} The activity ${resource} does not exist.`);
}

async function roleOf(step: Step): Promise<string> {
  const { Credentials } = step.state;
  if (Credentials === undefined) return step.run.execution.roleArn;
  const { RoleArn } = (await evaluate(Credentials, scopeOf(step), 'Credentials')) as { RoleArn?: Json };
  return typeof RoleArn === 'string' ? RoleArn : step.run.execution.roleArn;
}

/** Sets the next deadline of a running task: its timeout or its next heartbeat. */
function setDeadline({ run, frame }: Step): void {
  const next = Math.min(frame.timeoutAt ?? Infinity, frame.heartbeat?.at ?? Infinity);
  frame.dueAt = Number.isFinite(next) ? next : null;
  run.touch(frame);
}

function newToken({ run, frame }: Step, attempt: number): string {
  return createToken({ execution: run.execution.id, frame: frame.id, attempt });
}

/** Begins to count the time of a task. */
function limit(step: Step, { timeout, heartbeat }: TimeLimits): void {
  const { frame, run } = step;
  const now = run.world.clock.now();
  if (timeout !== undefined) frame.timeoutAt = now + timeout * 1000;
  if (heartbeat !== undefined) frame.heartbeat = { seconds: heartbeat, at: now + heartbeat * 1000 };
  setDeadline(step);
}

async function start(step: Step): Promise<void> {
  const { run, frame, state } = step;
  const target = targetOf(step);
  requireActivity(step, target);
  const timeout = await numberField(step, 'TimeoutSeconds');
  const heartbeat = await numberField(step, 'HeartbeatSeconds');
  const attempt = frame.attempt + 1;
  const token = target.pattern === 'token' && target.kind !== 'activity' ? newToken(step, attempt) : null;
  const scope = scopeOf(step, token === null ? {} : { token });
  const input = state.Arguments === undefined ? frame.input : await evaluate(state.Arguments, scope, 'Arguments');
  if (tooLarge(JSON.stringify(input))) throw dataLimitExceeded(frame.state);
  const roleArn = await roleOf(step);
  taskScheduled(step, target, { input, timeout, heartbeat });
  frame.attempt = attempt;
  if (target.kind === 'activity') {
    frame.phase = 'token';
    frame.token = target.resource;
    frame.work = { input, timeout, heartbeat };
    return run.touch(frame);
  }
  frame.phase = 'task';
  frame.token = token;
  limit(step, { timeout, heartbeat });
  run.effects.push({ frame: frame.id, attempt, call: { target, arguments: input, roleArn } });
}

/** Gives the task of an activity to a worker; undefined if there is none, or no longer. */
export function takeWork(step: Step, activity: string, workerName: string | undefined): Task | undefined {
  const { frame } = step;
  const { work } = frame;
  if (work === undefined || frame.token !== activity) return undefined;
  activityStarted(step, workerName);
  delete frame.work;
  const taskToken = newToken(step, frame.attempt);
  frame.token = taskToken;
  limit(step, work);
  return { taskToken, input: JSON.stringify(work.input) };
}

/** Takes the failure of a task: records it, then the state fails. */
export async function failTask(step: Step, failure: StateFailure): Promise<never> {
  taskFailed(step, targetOf(step), failure);
  disarm(step.run, step.frame);
  throw failure;
}

/** Takes the result of a task. Throws StateFailure. */
export async function succeedTask(step: Step, result: Json): Promise<void> {
  const target = targetOf(step);
  const text = JSON.stringify(result);
  if (tooLarge(text)) return failTask(step, dataLimitExceeded(target.resource.startsWith('arn:') ? target.resource : target.resourceType));
  taskEnded(step, target, { type: 'Succeeded', output: text });
  disarm(step.run, step.frame);
  await complete(step, result);
}

/** Takes the end of an invocation. Throws StateFailure. */
export async function answerTask(step: Step, outcome: TaskOutcome): Promise<void> {
  const target = targetOf(step);
  if (!outcome.ok) return failTask(step, outcome.failure);
  if (target.pattern === 'request') return succeedTask(step, outcome.result);
  taskEnded(step, target, { type: 'Submitted', output: JSON.stringify(outcome.result) });
  step.frame.phase = 'token';
  if (outcome.pending !== undefined) step.frame.token = outcome.pending;
  step.run.touch(step.frame);
}

/** Keeps a task alive that still works. */
export function beatHeart(step: Step): void {
  const { heartbeat } = step.frame;
  if (heartbeat === undefined) return;
  heartbeat.at = step.run.world.clock.now() + heartbeat.seconds * 1000;
  setDeadline(step);
}

/** A task missed its deadline. Throws StateFailure. */
export async function expireTask(step: Step): Promise<never> {
  const { frame, run } = step;
  const late = frame.timeoutAt !== undefined && frame.timeoutAt <= run.world.clock.now();
  return failTask(step, late ? new StateFailure('States.Timeout') : heartbeatLost());
}

export const task: StateRunner = { enter: start };

/** What can happen to an execution from outside: an answer, a deadline, a token, a restart, a stop, a redrive. */
import { AwsError } from '../contract.ts';
import type { Json } from './definition.ts';
import type { StateFailure } from './errors.ts';
import { guarded } from './advance.ts';
import { lostTask } from './call-task.ts';
import { appendRedriven } from './history.ts';
import { MAX_EXECUTION_MS } from './limits.ts';
import type { Frame, Run, TaskEffect } from './run.ts';
import { fillMap } from './states/map.ts';
import type { Task, TaskOutcome } from './states/task.ts';
import { answerTask, beatHeart, expireTask, failTask, succeedTask, takeWork, targetOf } from './states/task.ts';
import type { TokenAddress } from './tokens.ts';
import { abortFrame, attempt, complete, endRun } from './transition.ts';

/** Works at a frame; failures of the state go to its Retry and Catch. */
function at(run: Run, frame: Frame, work: () => Promise<void>): Promise<void> {
  return guarded(run, () => attempt(run, frame, work));
}

/** An invocation ended. Ignored when the frame has moved on, e.g. because the task timed out. */
export async function taskAnswered(run: Run, effect: TaskEffect, outcome: TaskOutcome): Promise<void> {
  const frame = run.frames.get(effect.frame);
  if (run.ended || frame?.phase !== 'task' || frame.attempt !== effect.attempt) return;
  await at(run, frame, () => answerTask(run.step(frame), outcome));
}

/** A frame's deadline passed. Ignored when the deadline was moved meanwhile. */
export async function deadlinePassed(run: Run, id: number, dueAt: number): Promise<void> {
  const frame = run.frames.get(id);
  if (run.ended || frame === undefined || frame.dueAt !== dueAt) return;
  if (frame.phase === 'retry') return run.resume(frame);
  const step = run.step(frame);
  if (frame.phase === 'wait') return at(run, frame, () => complete(step));
  await at(run, frame, () => expireTask(step));
}

/** The whole execution took too long. */
export function executionExpired(run: Run): Promise<void> {
  return guarded(run, async () => {
    if (run.ended || run.execution.dueAt === null || run.execution.dueAt > run.world.clock.now()) return;
    abortAll(run);
    endRun(run, 'TIMED_OUT', { error: 'States.Timeout' });
  });
}

function abortAll(run: Run): void {
  for (const frame of run.frames.values()) if (frame.parent === null) abortFrame(run, frame);
}

/** Somebody stopped the execution. */
export function stop(run: Run, reason: { error?: string; cause?: string }): Promise<void> {
  return guarded(run, async () => {
    if (run.ended) return;
    abortAll(run);
    endRun(run, 'ABORTED', reason);
  });
}

/** The process ended while tasks ran: they fail as when a sandbox dies, and Retry and Catch decide. */
export async function restarted(run: Run): Promise<void> {
  const frames = [...run.frames.values()];
  for (const frame of frames) {
    if (run.ended) return;
    if (frame.phase === 'enter') run.ready.push(frame);
    if (frame.phase !== 'task') continue;
    const step = run.step(frame);
    await at(run, frame, () => failTask(step, lostTask(targetOf(step))));
  }
}

/** The child execution that a frame waits for has ended. */
export async function childEnded(run: Run, id: number, outcome: { arn: string; result: Json; failure?: StateFailure }): Promise<void> {
  const frame = run.frames.get(id);
  if (run.ended || frame?.token !== outcome.arn) return;
  const step = run.step(frame);
  const { failure } = outcome;
  await at(run, frame, () => (failure === undefined ? succeedTask(step, outcome.result) : failTask(step, failure)));
}

/** A worker asks for the task of an activity that a frame offers; undefined if another one was faster. */
export async function workAsked(run: Run, id: number, by: { activity: string; workerName: string | undefined }): Promise<Task | undefined> {
  const frame = run.frames.get(id);
  let task: Task | undefined;
  await guarded(run, async () => {
    if (frame !== undefined && !run.ended) task = takeWork(run.step(frame), by.activity, by.workerName);
  });
  return task;
}

/** "The task token has either expired or the task associated with the token has already been closed": API_SendTaskSuccess.html */
export function tokenExpired(): AwsError {
  return new AwsError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
}

/** The frame that a task token belongs to. Throws the error that AWS gives for a token without a task. */
export function tokenFrame(run: Run, address: TokenAddress, token: string): Frame {
  const frame = run.frames.get(address.frame);
  const open = frame !== undefined && (frame.phase === 'token' || frame.phase === 'task') && frame.token === token;
  if (!run.ended && open) return frame;
  throw tokenExpired();
}

/** The callback of a task: its result, its failure, or a sign of life. */
export type Callback = { kind: 'success'; result: Json } | { kind: 'failure'; failure: StateFailure } | { kind: 'heartbeat' };

/** Takes a callback. */
export async function calledBack(run: Run, frame: Frame, callback: Callback): Promise<void> {
  const step = run.step(frame);
  if (callback.kind === 'heartbeat') return beatHeart(step);
  await at(run, frame, async () => {
    await (callback.kind === 'success' ? succeedTask(step, callback.result) : failTask(step, callback.failure));
  });
}

function restartFrame(run: Run, frame: Frame): void {
  frame.retries = {};
  delete frame.failure;
  if (frame.item !== undefined) {
    frame.phase = 'queued';
    run.touch(frame);
  } else run.resume(frame);
}

/** Starts an execution that did not end well again, where it ended. */
export function redrive(run: Run): Promise<void> {
  const { execution } = run;
  const now = run.world.clock.now();
  Object.assign(execution, { status: 'RUNNING', stoppedAt: null, error: null, cause: null, redrivenAt: now });
  execution.redriveCount += 1;
  execution.dueAt = Math.min(now + (run.definition.TimeoutSeconds ?? Infinity) * 1000, execution.startedAt + MAX_EXECUTION_MS);
  return guarded(run, async () => {
    appendRedriven(run);
    for (const frame of run.frames.values()) {
      if (frame.phase === 'failed' || frame.phase === 'aborted') restartFrame(run, frame);
    }
    for (const frame of run.frames.values()) if (frame.map !== undefined && frame.phase === 'children') fillMap(run, frame);
  });
}

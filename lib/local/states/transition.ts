/** How a state is left: with an output, by a catcher, or by failing its frame; and how an execution ends. */
import type { ExitFields, Json, JsonObject } from './definition.ts';
import { dataLimitExceeded, errorOutput, StateFailure } from './errors.ts';
import { evaluate } from './expressions.ts';
import { appendAside, appendEnded, appendEvent, appendExited } from './history.ts';
import { tooLarge } from './limits.ts';
import { planRetry, matches } from './retry.ts';
import type { Frame, Phase, Run, Status, Step } from './run.ts';
import type { Moment } from './scope.ts';
import { scopeOf } from './scope.ts';

const UNDER_WAY = new Set<Phase>(['enter', 'task', 'token', 'wait', 'retry']);

/** Ends a frame's dealings with time and callers. */
export function disarm(run: Run, frame: Frame): void {
  frame.dueAt = null;
  frame.token = null;
  delete frame.timeoutAt;
  delete frame.heartbeat;
  delete frame.work;
  run.touch(frame);
}

/** Stops what is still under way in a run that has ended; finished and unstarted frames stay as they are. */
function quench(run: Run): void {
  for (const frame of run.frames.values()) {
    if (UNDER_WAY.has(frame.phase)) frame.phase = 'aborted';
    if (frame.phase === 'aborted' || frame.dueAt !== null) disarm(run, frame);
  }
}

/** Ends the execution. A failed one keeps its frames, so that it can be redriven. */
export function endRun(run: Run, status: Exclude<Status, 'RUNNING'>, result: { output?: string; error?: string; cause?: string }): void {
  const { execution } = run;
  execution.status = status;
  execution.stoppedAt = run.world.clock.now();
  execution.dueAt = null;
  execution.output = result.output ?? null;
  execution.error = result.error ?? null;
  execution.cause = result.cause ?? null;
  appendEnded(run, execution);
  run.ready.length = 0;
  run.effects = [];
  quench(run);
}

/** Types of states that last, so that a history can say that one was aborted. */
const ABORTABLE = new Set(['Task', 'Wait', 'Map', 'Parallel']);

/** Stops everything below and including a frame. */
export function abortFrame(run: Run, frame: Frame): void {
  if (frame.phase === 'done' || frame.phase === 'failed' || frame.phase === 'aborted') return;
  for (const child of run.children(frame)) abortFrame(run, child);
  const { state } = run.step(frame);
  if (ABORTABLE.has(state.Type) && frame.entered !== undefined) appendAside({ run, frame }, `${state.Type}StateAborted`);
  if (frame.item !== undefined && frame.phase !== 'queued') {
    const parent = run.parent(frame);
    appendAside({ run, frame }, 'MapIterationAborted', { name: parent?.state, index: frame.item.index });
  }
  if (frame.phase !== 'children' && frame.phase !== 'queued') frame.phase = 'aborted';
  disarm(run, frame);
}

function succeed(run: Run, output: string): void {
  run.dropAll();
  endRun(run, 'SUCCEEDED', { output });
}

async function finishFrame(run: Run, frame: Frame, output: { value: Json; text: string }): Promise<void> {
  const parent = run.parent(frame);
  if (parent === undefined) return succeed(run, output.text);
  frame.phase = 'done';
  frame.output = output.value;
  run.touch(frame);
  const step = run.step(parent);
  await attempt(run, parent, async () => run.world.runners[step.state.Type].childDone?.(step, frame));
}

function moveTo(run: Run, frame: Frame, next: { state: string; input: Json }): void {
  frame.state = next.state;
  frame.input = next.input;
  frame.retries = {};
  delete frame.entered;
  delete frame.map;
  disarm(run, frame);
  run.resume(frame);
}

/** Where to and with what a state is left. */
interface Exit {
  fields: ExitFields;
  /** The output when the fields name none. */
  fallback: Json;
  moment?: Moment;
}

async function assign(step: Step, exit: Exit): Promise<JsonObject> {
  if (exit.fields.Assign === undefined) return {};
  const assigned = (await evaluate(exit.fields.Assign, scopeOf(step, exit.moment), 'Assign')) as JsonObject;
  if (tooLarge(JSON.stringify(assigned))) throw dataLimitExceeded(step.frame.state);
  return assigned;
}

/** Leaves a state: evaluates Assign and Output (both see the old variables), records it, goes on. Throws StateFailure. */
export async function leave(step: Step, exit: Exit): Promise<void> {
  const { run, frame } = step;
  const { Output, Next } = exit.fields;
  const assigned = await assign(step, exit);
  const value = Output === undefined ? exit.fallback : await evaluate(Output, scopeOf(step, exit.moment), 'Output');
  const text = JSON.stringify(value);
  if (tooLarge(text)) throw dataLimitExceeded(frame.state);
  run.dropChildren(frame);
  appendExited(step, text, assigned);
  frame.variables = { ...frame.variables, ...assigned };
  if (Next !== undefined) return moveTo(run, frame, { state: Next, input: value });
  disarm(run, frame);
  delete frame.entered;
  await finishFrame(run, frame, { value, text });
}

/** Leaves a state that ended well; `result` is what its task, branches or items gave. */
export async function complete(step: Step, result?: Json): Promise<void> {
  const fields = step.state;
  if (result === undefined) return leave(step, { fields, fallback: step.frame.input });
  await leave(step, { fields, fallback: result, moment: { result } });
}

function hasUnfinishedChildren(run: Run, frame: Frame): boolean {
  return run.children(frame).some(({ phase }) => phase !== 'done');
}

async function failFrame(step: Step, failure: StateFailure): Promise<void> {
  const { run, frame } = step;
  // A Map or Parallel that failed through a child is redriven through that child.
  const throughChild = hasUnfinishedChildren(run, frame);
  if (!throughChild) run.dropChildren(frame);
  frame.phase = throughChild ? 'children' : 'failed';
  frame.failure = errorOutput(failure);
  disarm(run, frame);
  const parent = run.parent(frame);
  if (parent !== undefined) {
    const above = run.step(parent);
    return attempt(run, parent, async () => run.world.runners[above.state.Type].childFailed?.(above, frame, failure));
  }
  const { error, reason: cause } = failure;
  endRun(run, 'FAILED', { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) });
}

function appendFault({ run, frame }: Step, failure: StateFailure): void {
  if (!failure.evaluation) return;
  const location = failure.location === undefined ? {} : { location: failure.location };
  appendEvent({ run, frame }, 'EvaluationFailed', { error: failure.error, cause: failure.reason, ...location, state: frame.state });
}

async function caught(step: Step, failure: StateFailure): Promise<StateFailure | undefined> {
  const catcher = step.state.Catch?.find(({ ErrorEquals }) => matches(ErrorEquals, failure));
  if (catcher === undefined) return failure;
  const error = errorOutput(failure);
  try {
    await leave(step, { fields: catcher, fallback: error, moment: { errorOutput: error } });
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof StateFailure)) throw thrown;
    appendFault(step, thrown);
    return thrown;
  }
}

/** A state failed: its Retry, then its Catch decide; otherwise its frame fails. */
export async function failState(step: Step, failure: StateFailure): Promise<void> {
  const { run, frame, state } = step;
  if (planRetry(step, failure)) return run.dropChildren(frame);
  if (state.Type === 'Map' || state.Type === 'Parallel') appendEvent({ run, frame }, `${state.Type}StateFailed`);
  const remaining = await caught(step, failure);
  if (remaining !== undefined) await failFrame(step, remaining);
}

/** Does something at a frame's state; a failure of the state goes to its Retry and Catch. */
export async function attempt(run: Run, frame: Frame, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    if (!(thrown instanceof StateFailure)) throw thrown;
    const step = run.step(frame);
    appendFault(step, thrown);
    await failState(step, thrown);
  }
}

/** Which errors a Retry or Catch matches, and how long to wait before the next try. */
import type { Retrier } from './definition.ts';
import type { StateFailure } from './errors.ts';
import type { Step } from './run.ts';

/** Whether a list of error names covers a failure. */
export function matches(names: string[], failure: StateFailure): boolean {
  const { error, alias } = failure;
  // States.Runtime always ends the execution: nothing catches it.
  if (error === 'States.Runtime') return false;
  return names.some((name) => {
    if (name === error || name === alias || name === 'States.ALL') return true;
    return name === 'States.TaskFailed' && error !== undefined && error !== 'States.Timeout';
  });
}

/** Milliseconds until the next try, where `used` retries have been made. */
function delayMs(retrier: Retrier, used: number, random: () => number): number {
  const growth = (retrier.BackoffRate ?? 2) ** used;
  const seconds = Math.min((retrier.IntervalSeconds ?? 1) * growth, retrier.MaxDelaySeconds ?? Infinity);
  return Math.round(seconds * 1000 * (retrier.JitterStrategy === 'FULL' ? random() : 1));
}

/** Plans another try if the state's Retry grants one. Returns whether it does. */
export function planRetry({ run, frame, state }: Step, failure: StateFailure): boolean {
  const index = (state.Retry ?? []).findIndex((retrier) => matches(retrier.ErrorEquals, failure));
  const retrier = state.Retry?.[index];
  if (retrier === undefined) return false;
  const used = frame.retries[index] ?? 0;
  if (used >= (retrier.MaxAttempts ?? 3)) return false;
  frame.retries[index] = used + 1;
  frame.phase = 'retry';
  frame.token = null;
  frame.dueAt = run.world.clock.now() + delayMs(retrier, used, run.world.random);
  run.touch(frame);
  return true;
}

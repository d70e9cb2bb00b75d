/** The history of an execution: events named and linked as Step Functions does. */
import type { Json } from './definition.ts';
import { HistoryFull } from './errors.ts';
import { MAX_EVENTS } from './limits.ts';
import type { Execution, Frame, Run, Status, Step } from './run.ts';

const CLOSING: Record<Exclude<Status, 'RUNNING'>, string> = {
  SUCCEEDED: 'ExecutionSucceeded',
  FAILED: 'ExecutionFailed',
  TIMED_OUT: 'ExecutionTimedOut',
  ABORTED: 'ExecutionAborted',
};

export type Details = Record<string, unknown>;

function record(run: Run, type: string, event: { previous: number; details?: Details }): number {
  const id = ++run.execution.lastEvent;
  const details = event.details === undefined ? null : JSON.stringify(event.details);
  run.record({ id, previous: event.previous, at: run.world.clock.now(), type, details });
  return id;
}

/** Whose history, and after which event of it. */
interface Place {
  run: Run;
  frame: Frame;
}

/** Adds an event after the frame's last one. One place is kept free for the event that ends the execution. */
export function appendEvent({ run, frame }: Place, type: string, details?: Details): number {
  if (frame.quiet) return 0;
  if (run.execution.lastEvent >= MAX_EVENTS - 1) throw new HistoryFull();
  const previous = frame.lastEvent;
  frame.lastEvent = record(run, type, details === undefined ? { previous } : { previous, details });
  return frame.lastEvent;
}

/** Adds an event beside the frame's chain: what follows does not refer to it. */
export function appendAside(place: Place, type: string, details?: Details): number {
  const last = place.frame.lastEvent;
  const id = appendEvent(place, type, details);
  place.frame.lastEvent = last;
  return id;
}

/** The first event of an execution. */
export function appendStarted(run: Run): void {
  const { input, roleArn } = run.execution;
  record(run, 'ExecutionStarted', { previous: 0, details: { input, inputDetails: { truncated: false }, roleArn } });
}

/** The last event of an execution; always fits. */
export function appendEnded(run: Run, execution: Execution): void {
  const { status, output, error, cause } = execution;
  if (status === 'RUNNING') return;
  const failed = { ...(error === null ? {} : { error }), ...(cause === null ? {} : { cause }) };
  const details = status === 'SUCCEEDED' ? { output, outputDetails: { truncated: false } } : failed;
  record(run, CLOSING[status], { previous: execution.lastEvent, details });
}

/** The event that begins another try after a redrive. */
export function appendRedriven(run: Run): void {
  record(run, 'ExecutionRedriven', { previous: run.execution.lastEvent, details: { redriveCount: run.execution.redriveCount } });
}

/** A state is entered with an input. */
export function appendEntered({ run, frame, state }: Step): void {
  const input = JSON.stringify(frame.input);
  const details = { name: frame.state, input, inputDetails: { truncated: false } };
  const event = appendEvent({ run, frame }, `${state.Type}StateEntered`, details);
  frame.entered = { at: run.world.clock.now(), event };
  run.touch(frame);
}

/** A state is left with an output (as JSON text) and perhaps new variables. */
export function appendExited({ run, frame, state }: Step, output: string, assigned: Record<string, Json>): void {
  const details: Details = { name: frame.state, output, outputDetails: { truncated: false } };
  if (Object.keys(assigned).length > 0) {
    const texts = Object.entries(assigned).map(([name, value]) => [name, JSON.stringify(value)]);
    details['assignedVariables'] = Object.fromEntries(texts);
    details['assignedVariablesDetails'] = { truncated: false };
  }
  appendEvent({ run, frame }, `${state.Type}StateExited`, details);
}

/** The name of the member that carries an event's details: `TaskScheduled` -> `taskScheduledEventDetails`. */
export function detailsMember(type: string): string {
  if (/^[A-Z][a-z]+StateEntered$/.test(type)) return 'stateEnteredEventDetails';
  if (/^[A-Z][a-z]+StateExited$/.test(type)) return 'stateExitedEventDetails';
  return `${type[0]?.toLowerCase()}${type.slice(1)}EventDetails`;
}

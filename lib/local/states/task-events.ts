/** The events of a task's life; those of bare function ARNs and activities have names of their own. */
import type { StateFailure } from './errors.ts';
import type { Details } from './history.ts';
import { appendEvent } from './history.ts';
import type { TaskResource } from './resources.ts';
import type { Step, Work } from './run.ts';

const NAMES = { function: 'LambdaFunction', activity: 'Activity', lambda: 'Task', service: 'Task' };

/** What the later events of a task say about it. */
function about({ kind, resourceType, resource }: TaskResource): Details {
  return NAMES[kind] === 'Task' ? { resourceType, resource } : {};
}

/** A task is scheduled and started: both are one transition here. An activity starts when a worker takes it. */
export function taskScheduled(step: Step, target: TaskResource, { input, timeout, heartbeat }: Work): void {
  const { kind, resourceType, resource } = target;
  const name = NAMES[kind];
  const limits: Details = {};
  if (timeout !== undefined) limits['timeoutInSeconds'] = timeout;
  if (heartbeat !== undefined && kind !== 'function') limits['heartbeatInSeconds'] = heartbeat;
  if (name === 'Task') {
    const { region } = step.run.world;
    appendEvent(step, 'TaskScheduled', { resourceType, resource, region, parameters: JSON.stringify(input), ...limits });
    appendEvent(step, 'TaskStarted', { resourceType, resource });
    return;
  }
  appendEvent(step, `${name}Scheduled`, { resource, input: JSON.stringify(input), inputDetails: { truncated: false }, ...limits });
  if (kind === 'function') appendEvent(step, 'LambdaFunctionStarted');
}

/** A worker took the task of an activity. */
export function activityStarted(step: Step, workerName: string | undefined): void {
  appendEvent(step, 'ActivityStarted', workerName === undefined ? {} : { workerName });
}

/** A task gave its result, or its request was accepted and the callback is awaited. */
export function taskEnded(step: Step, target: TaskResource, end: { type: 'Succeeded' | 'Submitted'; output: string }): void {
  const details = { output: end.output, outputDetails: { truncated: false } };
  appendEvent(step, `${NAMES[target.kind]}${end.type}`, { ...about(target), ...details });
}

/** A task failed or was too late. */
export function taskFailed(step: Step, target: TaskResource, { error, reason }: StateFailure): void {
  const type = error === 'States.Timeout' ? 'TimedOut' : 'Failed';
  const details = { ...(error === undefined ? {} : { error }), ...(reason === undefined ? {} : { cause: reason }) };
  appendEvent(step, `${NAMES[target.kind]}${type}`, { ...about(target), ...details });
}

/** The events of a task's life; bare function ARNs have names of their own. */
import type { Json } from './definition.ts';
import type { StateFailure } from './errors.ts';
import type { Details } from './history.ts';
import { appendEvent } from './history.ts';
import type { TaskResource } from './resources.ts';
import type { Step } from './run.ts';

interface Scheduled {
  input: Json;
  timeout: number | undefined;
  heartbeat: number | undefined;
}

/** A task is scheduled and started: both are one transition here. */
export function taskScheduled({ run, frame }: Step, target: TaskResource, { input, timeout, heartbeat }: Scheduled): void {
  const limits: Details = {};
  if (timeout !== undefined) limits['timeoutInSeconds'] = timeout;
  if (target.kind === 'function') {
    const details = { resource: target.resource, input: JSON.stringify(input), inputDetails: { truncated: false }, ...limits };
    appendEvent({ run, frame }, 'LambdaFunctionScheduled', details);
    appendEvent({ run, frame }, 'LambdaFunctionStarted');
    return;
  }
  if (heartbeat !== undefined) limits['heartbeatInSeconds'] = heartbeat;
  const { resourceType, resource } = target;
  const { region } = run.world;
  appendEvent({ run, frame }, 'TaskScheduled', { resourceType, resource, region, parameters: JSON.stringify(input), ...limits });
  appendEvent({ run, frame }, 'TaskStarted', { resourceType, resource });
}

/** A task gave its result, or its request was accepted and the callback is awaited. */
export function taskEnded({ run, frame }: Step, target: TaskResource, end: { type: 'Succeeded' | 'Submitted'; output: string }): void {
  const details = { output: end.output, outputDetails: { truncated: false } };
  if (target.kind === 'function') return void appendEvent({ run, frame }, `LambdaFunction${end.type}`, details);
  const { resourceType, resource } = target;
  appendEvent({ run, frame }, `Task${end.type}`, { resourceType, resource, ...details });
}

/** A task failed or was too late. */
export function taskFailed({ run, frame }: Step, target: TaskResource, { error, reason }: StateFailure): void {
  const type = error === 'States.Timeout' ? 'TimedOut' : 'Failed';
  const details = { ...(error === undefined ? {} : { error }), ...(reason === undefined ? {} : { cause: reason }) };
  if (target.kind === 'function') return void appendEvent({ run, frame }, `LambdaFunction${type}`, details);
  const { resourceType, resource } = target;
  appendEvent({ run, frame }, `Task${type}`, { resourceType, resource, ...details });
}

/** Starts a task and always comes back with how it ended. */
import type { Ports } from './call-lambda.ts';
import { callLambda } from './call-lambda.ts';
import { callService, serviceFailure } from './call-service.ts';
import { StateFailure } from './errors.ts';
import type { TaskCall, TaskResource } from './resources.ts';
import type { TaskOutcome } from './states/task.ts';

/** Runs a task. Never rejects: whatever goes wrong is the task's failure. */
export async function callTask(call: TaskCall, ports: Ports): Promise<TaskOutcome> {
  try {
    return await (call.target.kind === 'service' ? callService(call, ports) : callLambda(call, ports));
  } catch (error) {
    const failure = error instanceof StateFailure ? error : new StateFailure('States.Runtime', 'The task could not be started.');
    return { ok: false, failure };
  }
}

/** The failure of a task whose process died while it ran: as when a sandbox dies, or a connection breaks. */
export function lostTask(target: TaskResource): StateFailure {
  if (target.kind === 'service') return serviceFailure(target, {});
  return new StateFailure('Lambda.Unknown', 'The process ended while the function was running.');
}

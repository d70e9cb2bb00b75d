/** What a Task that started another execution and waited for it gets: the child as DescribeExecution shows it. */
import type { Json, JsonObject } from './definition.ts';
import { StateFailure } from './errors.ts';
import { whyNotRedrivable } from './redrivable.ts';
import type { ExecutionRow } from './rows.ts';
import type { Run } from './run.ts';
import { targetOf } from './states/task.ts';

function asJson(text: string | null, parse: boolean): Json {
  return text === null || !parse ? text : (JSON.parse(text) as Json);
}

function redriveMembers(child: ExecutionRow, now: number): JsonObject {
  const refusal = whyNotRedrivable(child, now);
  const reason: JsonObject = refusal === undefined ? {} : { RedriveStatusReason: refusal };
  return { RedriveCount: child.redriveCount, RedriveStatus: refusal === undefined ? 'REDRIVABLE' : 'NOT_REDRIVABLE', ...reason };
}

function described(child: ExecutionRow, { parse, now }: { parse: boolean; now: number }): JsonObject {
  return {
    ExecutionArn: child.arn,
    Input: asJson(child.input, parse),
    InputDetails: { Included: true },
    Name: child.name,
    ...(child.output === null ? {} : { Output: asJson(child.output, parse), OutputDetails: { Included: true } }),
    ...(child.error === null ? {} : { Error: child.error }),
    ...(child.cause === null ? {} : { Cause: child.cause }),
    ...redriveMembers(child, now),
    StartDate: child.startedAt,
    StateMachineArn: child.machineArn,
    Status: child.status,
    StopDate: child.stoppedAt,
  };
}

/** How a child execution ended, for the frame that waits for it. `.sync:2` parses JSON texts, `.sync` does not. */
export function childOutcome(run: Run, id: number, child: ExecutionRow): { arn: string; result: Json; failure?: StateFailure } {
  const frame = run.frames.get(id);
  const parse = frame !== undefined && targetOf(run.step(frame)).pattern === 'sync:2';
  const result = described(child, { parse, now: run.world.clock.now() });
  if (child.status === 'SUCCEEDED') return { arn: child.arn, result };
  return { arn: child.arn, result, failure: new StateFailure('States.TaskFailed', JSON.stringify(result)) };
}

/** "Step Functions Execution Status Change": what Step Functions tells the default event bus. Best effort, as on AWS. */
import type { AwsContext, BusEvent } from '../contract.ts';
import type { Engine, ExecutionChange } from './engine.ts';
import type { ExecutionRow } from './rows.ts';

const CHANGES = new Set([
  'ExecutionStarted',
  'ExecutionSucceeded',
  'ExecutionFailed',
  'ExecutionTimedOut',
  'ExecutionAborted',
  'ExecutionRedriven',
]);

function eventOf(row: ExecutionRow): BusEvent {
  const { arn, machineArn, name, status, startedAt, stoppedAt, input, output, error, cause, redriveCount, redrivenAt } = row;
  return {
    source: 'aws.states',
    detailType: 'Step Functions Execution Status Change',
    resources: [arn],
    detail: {
      executionArn: arn,
      stateMachineArn: machineArn,
      name,
      status,
      startDate: startedAt,
      stopDate: stoppedAt,
      input,
      inputDetails: { included: true },
      output,
      outputDetails: output === null ? null : { included: true },
      error,
      cause,
      redriveCount,
      redriveDate: redrivenAt,
    },
  };
}

function isStatusChange({ events }: ExecutionChange): boolean {
  return events.some((type) => CHANGES.has(type));
}

/** Puts an event on the bus for every change of an execution's status. */
export function publishStatus(engine: Engine, putEvents: AwsContext['putEvents']): void {
  engine.onChange((change) => {
    const row = isStatusChange(change) ? engine.rows.byArn(change.executionArn) : undefined;
    if (row) putEvents([eventOf(row)]).catch((error: unknown) => engine.world.onFault(error));
  });
}

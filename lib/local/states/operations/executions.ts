/** DescribeExecution, ListExecutions, StopExecution, RedriveExecution. */
import { AwsError } from '../../contract.ts';
import type { Engine } from '../engine.ts';
import { whyNotRedrivable } from '../redrivable.ts';
import type { ExecutionRow } from '../rows.ts';
import type { Execution, Status } from '../run.ts';
import { redrive, stop } from '../signals.ts';
import type { Machines } from './machines.ts';
import type { Input } from './request.ts';
import { nextPage, optionalText, pageSize, pageStart, reasonOf, seconds, text } from './request.ts';

const STATUSES = new Set(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE']);

/** The execution that a request names. */
export function findExecution(engine: Engine, input: Input): ExecutionRow {
  const arn = text(input, 'executionArn');
  const execution = engine.rows.byArn(arn);
  if (execution) return execution;
  throw new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
}

function summary({ arn, machineArn, name, status, startedAt, stoppedAt, redriveCount, redrivenAt }: Execution): Record<string, unknown> {
  return {
    executionArn: arn,
    stateMachineArn: machineArn,
    name,
    status,
    startDate: seconds(startedAt),
    ...(stoppedAt === null ? {} : { stopDate: seconds(stoppedAt) }),
    redriveCount,
    ...(redrivenAt === null ? {} : { redriveDate: seconds(redrivenAt) }),
  };
}

/** DescribeExecution. */
export function describeExecution(engine: Engine, input: Input): Record<string, unknown> {
  const execution = findExecution(engine, input);
  const { output, error, cause } = execution;
  const refusal = whyNotRedrivable(execution, engine.world.clock.now());
  return {
    ...summary(execution),
    input: execution.input,
    inputDetails: { included: true },
    ...(output === null ? {} : { output, outputDetails: { included: true } }),
    ...(error === null ? {} : { error }),
    ...(cause === null ? {} : { cause }),
    redriveStatus: refusal === undefined ? 'REDRIVABLE' : 'NOT_REDRIVABLE',
    ...(refusal === undefined ? {} : { redriveStatusReason: refusal }),
  };
}

/** ListExecutions: the newest first. */
export function listExecutions(engine: Engine, machines: Machines, input: Input): Record<string, unknown> {
  const machine = machines.get(text(input, 'stateMachineArn'));
  const status = optionalText(input, 'statusFilter');
  if (status !== undefined && !STATUSES.has(status)) throw new AwsError('ValidationException', `Unknown status '${status}'`);
  const most = pageSize(input);
  const before = pageStart(input, Number.MAX_SAFE_INTEGER);
  const filter = status === undefined ? {} : { status: status as Status };
  const rows = engine.rows.list(machine.arn, { before, most, ...filter });
  return { executions: rows.map(summary), ...nextPage(rows, most) };
}

/** StopExecution; stopping one that has ended changes nothing. */
export async function stopExecution(engine: Engine, input: Input): Promise<Record<string, unknown>> {
  const reason = reasonOf(input);
  const stoppedAt = await engine.perform(findExecution(engine, input).id, async (run) => {
    await stop(run, reason);
    return run.execution.stoppedAt ?? run.world.clock.now();
  });
  return { stopDate: seconds(stoppedAt) };
}

/** RedriveExecution: again from where it failed, was stopped or timed out. */
export async function redriveExecution(engine: Engine, input: Input): Promise<Record<string, unknown>> {
  const redrivenAt = await engine.perform(findExecution(engine, input).id, async (run) => {
    const now = run.world.clock.now();
    const refusal = whyNotRedrivable(run.execution, now);
    if (refusal !== undefined) throw new AwsError('ExecutionNotRedrivable', refusal);
    await redrive(run);
    return now;
  });
  return { redriveDate: seconds(redrivenAt) };
}

/** Whether an execution that has ended can be redriven: https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html */
import { MAX_EVENTS, MAX_EXECUTION_MS, REDRIVE_MS } from './limits.ts';
import type { Execution } from './run.ts';

/** Why an execution cannot be redriven, in the words of AWS; undefined if it can. */
export function whyNotRedrivable({ status, startedAt, stoppedAt, lastEvent }: Execution, now: number): string | undefined {
  if (status === 'RUNNING') return 'Execution is RUNNING and cannot be redriven';
  if (status === 'SUCCEEDED') return 'Execution is SUCCEEDED and cannot be redriven';
  if (lastEvent >= MAX_EVENTS - 1) return 'Execution history event limit exceeded';
  if (now - startedAt >= MAX_EXECUTION_MS) return 'Execution has exceeded the max execution time';
  if (now - (stoppedAt ?? now) > REDRIVE_MS) return 'Execution redrivable period exceeded';
  return undefined;
}

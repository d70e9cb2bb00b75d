/** What Step Functions reports through EventBridge ("best effort"); the rules let through only failed, timed out and aborted executions. */
import * as z from 'zod';
import type { CaseRecord } from '../stores/request-store.ts';
import { executionOf } from '../stores/machine.ts';
import type { With } from './world.ts';

const statusChange = z.object({
  detail: z.object({ name: z.string(), status: z.string(), startDate: z.number(), stopDate: z.number() }),
});

export interface ExecutionReport {
  status: string;
  /** Milliseconds from its start to its end. */
  lastedMs: number;
  /** Which execution of its request it was. */
  attempt: number;
  record: CaseRecord;
}

/** The report with the request it is about; undefined for anything else. */
export async function readReport(event: unknown, world: With<never>): Promise<ExecutionReport | undefined> {
  const detail = statusChange.safeParse(event).data?.detail;
  const execution = detail && executionOf(detail.name);
  const record = execution && (await world.requests.loadCase(execution.id));
  if (record === undefined) return undefined;
  return { status: detail!.status, lastedMs: detail!.stopDate - detail!.startDate, attempt: execution!.attempt, record };
}

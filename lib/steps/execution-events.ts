/** execution-events: an execution that ended too early is started anew at once, not when the request's next date comes. */
import { isClosed } from '../domain/request.ts';
import { type ExecutionReport, readReport } from './execution-report.ts';
import { startAnew } from './start-anew.ts';
import { isoNow, type With } from './world.ts';

const HOUR_MS = 3600 * 1000;

/** A fault that ends every execution at once would start them without end: from the second on it is one per sweep. */
function failsAgain({ status, lastedMs, attempt }: ExecutionReport): boolean {
  return status !== 'ABORTED' && attempt > 1 && lastedMs < HOUR_MS;
}

/** Starts an open request's execution anew, and has the next sweep see to whatever else the end left undone. Repeatable. */
export async function executionEvents(event: unknown, world: With<'machine'>): Promise<{ looked: boolean }> {
  const report = await readReport(event, world);
  if (report === undefined || isClosed(report.record.request)) return { looked: false };
  await world.requests.scheduleSweep(report.record.request.id, isoNow(world));
  if (!failsAgain(report)) await startAnew(world, report.record);
  return { looked: true };
}

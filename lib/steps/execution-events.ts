/** execution-events: an execution that ended too early is started anew at once, and a withdrawn request gets its receipt. */
import * as z from 'zod';
import { isClosed } from '../domain/request.ts';
import { executionOf } from '../stores/machine.ts';
import { closeWithdrawn, type CloseWorld } from './close-withdrawn.ts';
import { startAnew } from './start-anew.ts';
import { isoNow, type With } from './world.ts';

/** What Step Functions reports through EventBridge ("best effort"); the rule lets through only failed, timed out and aborted ones. */
const statusChange = z.object({
  detail: z.object({ name: z.string(), status: z.string(), startDate: z.number(), stopDate: z.number() }),
});

type Change = z.infer<typeof statusChange>['detail'];

const HOUR_MS = 3600 * 1000;

/** A fault that ends every execution at once would start them without end: from the second on it is one per sweep. */
function failsAgain({ status, startDate, stopDate }: Change, attempt: number): boolean {
  return status !== 'ABORTED' && attempt > 1 && stopDate - startDate < HOUR_MS;
}

/**
 * Starts an open request's execution anew, and has the next sweep see to whatever else the end left undone. Of a withdrawn request it
 * is the end that was meant: the person is told. Repeatable.
 */
export async function executionEvents(event: unknown, world: With<'machine'> & CloseWorld): Promise<{ looked: boolean }> {
  const detail = statusChange.safeParse(event).data?.detail;
  const execution = detail && executionOf(detail.name);
  const record = execution && (await world.requests.loadCase(execution.id));
  if (record === undefined) return { looked: false };
  await closeWithdrawn(world, record);
  if (isClosed(record.request)) return { looked: false };
  await world.requests.scheduleSweep(execution!.id, isoNow(world));
  if (!failsAgain(detail!, execution!.attempt)) await startAnew(world, record);
  return { looked: true };
}

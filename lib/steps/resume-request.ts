/** resume-request: after the cause of a fault is mended, the request goes on at the step that failed. */
import type { RequestId } from '../domain/ids.ts';
import { finishWait, waitId } from './waiting.ts';
import { isoNow, type With } from './world.ts';

/** Resumes once; false if it is not parked. */
export async function resumeRequest(
  world: With<'machine'>,
  { requestId, by }: { requestId: RequestId; by: string },
): Promise<{ ok: true } | { ok: false; reason: 'unknown' | 'not-parked' }> {
  const record = await world.requests.loadCase(requestId);
  if (record === undefined) return { ok: false, reason: 'unknown' };
  const { request, events } = record;
  if (request.parked === undefined) return { ok: false, reason: 'not-parked' };
  const times = events.filter(({ type }) => type === 'resumed').length;
  const taskId = waitId(request, 'parked', `parked#${times}`);
  // The result first: were the event first, a crash between the two would leave nothing to find the waiting step by.
  const told = await finishWait(world, { requestId, taskId, outcome: 'retry', by });
  if (!told) return { ok: false, reason: 'not-parked' };
  await world.requests.append(requestId, {
    key: `resumed#${times}`,
    type: 'resumed',
    at: isoNow(world),
    data: { by, step: request.parked.step },
  });
  return { ok: true };
}

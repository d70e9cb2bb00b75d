/** park-request: a fault nobody foresaw stops the request where it is, wakes somebody up, and loses nothing. */
import type { RequestId } from '../domain/ids.ts';
import { isClosed } from '../domain/request.ts';
import { caseOf } from './casework.ts';
import { countMetric } from './metrics.ts';
import { openWait } from './waiting.ts';
import { isoNow, type With } from './world.ts';

/** Parks at the step; a person resumes it there. */
export async function parkRequest(
  { requestId, step, error, taskToken }: { requestId: RequestId; step: string; error: string; taskToken: string },
  world: With<'machine'>,
): Promise<void> {
  const { request, events } = await caseOf(world, requestId);
  // Withdrawn meanwhile: there is nothing to resume, and the sweep stops the execution.
  if (isClosed(request)) return;
  const times = events.filter(({ type }) => type === 'resumed').length;
  await world.requests.append(requestId, { key: `parked#${times}`, type: 'parked', at: isoNow(world), data: { step, error } });
  await openWait(world, request, { requestId, kind: 'parked', scope: `parked#${times}`, token: taskToken, code: step });
  countMetric('Parked', 1);
}

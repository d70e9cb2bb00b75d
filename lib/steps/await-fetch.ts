/** await-fetch: nothing is erased before the copy has been fetched, its window has ended, or the person waived it. */
import type { RequestId } from '../domain/ids.ts';
import { caseOf } from './casework.ts';
import { finishWait, lookSoon, openWait, waitId } from './waiting.ts';
import { isoNow, type With } from './world.ts';

/** Waits; the machine's timeout is the end of the window. */
export async function awaitFetch(
  { requestId, taskToken }: { requestId: RequestId; taskToken: string },
  world: With<'machine'>,
): Promise<void> {
  const { request: before } = await caseOf(world, requestId);
  await openWait(world, before, { requestId, kind: 'fetch', scope: 'fetch', token: taskToken });
  // Read again: whoever fetched before the wait was open could tell nobody.
  const { request } = await caseOf(world, requestId);
  if (request.fetchEnded !== undefined) await endFetch(world, requestId, request.fetchEnded);
}

/** Ends the wait because the copy was fetched or waived. Repeatable, and harmless when nothing waits. */
export async function endFetch(world: With<'machine'>, requestId: RequestId, how: 'fetched' | 'waived' | 'window-ended'): Promise<void> {
  await lookSoon(world, requestId);
  const { request } = await world.requests.append(requestId, { key: 'fetch-ended', type: 'fetch-ended', at: isoNow(world), data: { how } });
  await finishWait(world, { requestId, taskId: waitId(request, 'fetch', 'fetch'), outcome: 'done', by: 'person' });
}

/** hand-to-post: a letter for somebody without an address is printed and posted by a person. */
import type { RequestId } from '../domain/ids.ts';
import { openTask } from './waiting.ts';
import type { With } from './world.ts';

/** Opens the task, once for each letter. */
export async function handToPost(world: With<never>, requestId: RequestId, mailId: string): Promise<void> {
  const request = await world.requests.load(requestId);
  if (request !== undefined) await openTask(world, request, { requestId, kind: 'post', scope: mailId, code: mailId });
}

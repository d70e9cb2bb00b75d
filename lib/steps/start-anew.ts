/** start-anew: an open request without a running execution is started, or started anew where the events stand. */
import { isClosed } from '../domain/request.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import type { With } from './world.ts';

/** Of two that find the same execution ended, both start the same next one. Repeatable. */
export async function startAnew(world: With<'machine'>, { request, executions }: CaseRecord): Promise<void> {
  if (isClosed(request)) return;
  const state = await world.machine.state(request.id, executions);
  if (state === 'none') await world.machine.start(request.id, executions);
  if (state === 'ended') await world.machine.start(request.id, await world.requests.countExecution(request.id, executions));
}

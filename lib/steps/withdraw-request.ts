/** withdraw-request: the person, or staff for them, ends a request; what was already done stays done. */
import type { RequestId } from '../domain/ids.ts';
import { requestCan } from '../domain/request-can.ts';
import { outlivesRequest } from '../domain/request-events.ts';
import { lookSoon } from './waiting.ts';
import { isoNow, type With } from './world.ts';

export type WithdrawWorld = With<'machine'>;

/** Ends it once: recorded first, then the execution is stopped; the sweep stops what a crash left running. */
export async function withdrawRequest(
  world: WithdrawWorld,
  requestId: RequestId,
  by: 'person' | 'staff',
): Promise<{ ok: true } | { ok: false; reason: 'unknown' | 'wrong-state' }> {
  const record = await world.requests.loadCase(requestId);
  if (record === undefined) return { ok: false, reason: 'unknown' };
  if (record.request.state !== 'withdrawn') {
    if (!requestCan(record.request, 'withdraw').ok) return { ok: false, reason: 'wrong-state' };
    await lookSoon(world, requestId);
    const at = isoNow(world);
    await world.requests.append(requestId, { key: 'withdrawn', type: 'withdrawn', at, data: { by } });
    await world.requests.append(requestId, { key: 'closed', type: 'closed', at, data: { outcome: 'withdrawn' } });
  }
  await stopWaiting(world, requestId);
  return { ok: true };
}

/** Stops the execution and takes open tasks off the lists. Repeatable. */
export async function stopWaiting(world: WithdrawWorld, requestId: RequestId): Promise<void> {
  const record = await world.requests.loadCase(requestId);
  if (record === undefined) return;
  await world.machine.stop(requestId, record.executions);
  const open = record.tasks.filter((task) => task.doneAt === undefined && !outlivesRequest(task));
  const at = isoNow(world);
  for (const task of open) await world.requests.closeTask(requestId, task.taskId, at);
  await world.requests.scheduleSweep(requestId, at);
}

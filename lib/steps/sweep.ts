/** sweep: every hour, what nobody else will look at: requests to start or repair, to remind of, to answer in part, to purge. */
import type { RequestId } from '../domain/ids.ts';
import { isClosed } from '../domain/request.ts';
import { SWEEP_SHARDS } from '../stores/keys.ts';
import type { ExtendWorld } from './extend-request.ts';
import { keepDates } from './keep-dates.ts';
import { nextLook } from './next-look.ts';
import { countMetric } from './metrics.ts';
import { purgeRequest, type PurgeWorld } from './purge-request.ts';
import { repairRequest, type RepairWorld } from './repair-request.ts';
import { isoNow } from './world.ts';

export type SweepWorld = RepairWorld & PurgeWorld & ExtendWorld;

export interface Swept {
  looked: number;
  /** Requests on which something failed; they are looked at again next time. */
  failed: number;
  overdue: number;
}

/** Looks at one request: what the index shows is re-read before anything is done. */
async function sweepOne(world: SweepWorld, id: RequestId): Promise<{ overdue: boolean }> {
  const record = await world.requests.loadCase(id);
  if (record?.sweepAt === undefined || record.sweepAt > isoNow(world)) return { overdue: false };
  await repairRequest(world, record);
  if (isClosed(record.request)) {
    await purgeRequest(world, record);
  } else {
    await keepDates(world, record);
  }
  const after = await world.requests.loadCase(id);
  if (after !== undefined) await world.requests.scheduleSweep(id, nextLook(after, world));
  const overdue = after !== undefined && !isClosed(after.request) && Date.parse(after.request.tooLateAt) <= world.now();
  return { overdue };
}

/** One failing request must not keep the others waiting. */
async function sweepSafely(world: SweepWorld, id: RequestId, swept: Swept): Promise<void> {
  swept.looked += 1;
  try {
    const { overdue } = await sweepOne(world, id);
    if (overdue) swept.overdue += 1;
  } catch (error) {
    swept.failed += 1;
    console.error(JSON.stringify({ level: 'error', step: 'sweep', request: id, failure: (error as Error).name }));
  }
}

async function sweepShard(world: SweepWorld, shard: number, swept: Swept): Promise<void> {
  const upTo = isoNow(world);
  let cursor: string | undefined;
  do {
    const page = await world.requests.dueForSweep(shard, upTo, cursor);
    for (const id of page.items) await sweepSafely(world, id, swept);
    cursor = page.next;
  } while (cursor !== undefined);
}

/** Sweeps all shards. */
export async function sweep(_event: unknown, world: SweepWorld): Promise<Swept> {
  const swept: Swept = { looked: 0, failed: 0, overdue: 0 };
  for (let shard = 0; shard < SWEEP_SHARDS; shard += 1) await sweepShard(world, shard, swept);
  countMetric('Overdue', swept.overdue);
  return swept;
}

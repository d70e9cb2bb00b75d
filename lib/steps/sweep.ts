/** sweep: every hour, what nobody else will look at: requests to start or repair, to remind of, to answer in part, to purge. */
import type { RequestId } from '../domain/ids.ts';
import { isClosed } from '../domain/request.ts';
import { SWEEP_SHARDS } from '../stores/keys.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { erasePapers, type PapersWorld } from './erase-papers.ts';
import { logRest } from './issuing.ts';
import { keepDates } from './keep-dates.ts';
import { milestones } from './milestones.ts';
import { nextLook } from './next-look.ts';
import { countMetric } from './metrics.ts';
import { eraseRest, purgeRequest, type PurgeWorld } from './purge-request.ts';
import { repairRequest, type RepairWorld } from './repair-request.ts';
import { isoNow, type World } from './world.ts';

export type SweepWorld = RepairWorld & PurgeWorld & PapersWorld & Pick<World, 'logWriter'>;

export interface Swept {
  looked: number;
  /** Requests on which something failed; they are looked at again next time. */
  failed: number;
  overdue: number;
}

/** A clock that stands still is not late. */
function isOverdue({ now, configuration }: SweepWorld, { request }: CaseRecord): boolean {
  return !isClosed(request) && milestones(request, configuration).tooLateAt <= now();
}

/** Looks at one request: what the index shows is re-read before anything is done. */
async function sweepOne(world: SweepWorld, id: RequestId, swept: Swept): Promise<void> {
  const record = await world.requests.loadCase(id);
  // It is being erased, or was since the index was read.
  if (record === undefined) return await eraseRest(world, id);
  if (record.sweepAt === undefined || record.sweepAt > isoNow(world)) return;
  // What cannot be repaired must not keep a date from being kept, nor data from being purged.
  const repaired = repairRequest(world, record);
  await repaired.catch(() => undefined);
  const now = await world.requests.loadCase(id);
  if (now !== undefined && isOverdue(world, now)) swept.overdue += 1;
  if (now !== undefined) await erasePapers(world, now.request);
  if (now !== undefined) await (isClosed(now.request) ? purgeRequest : keepDates)(world, now);
  await repaired;
  const after = await world.requests.loadCase(id);
  if (after !== undefined) return await world.requests.scheduleSweep(id, nextLook(after, world), record.sweepAt);
  // Another sweep may have erased it meanwhile: what this one wrote must not be all that is left.
  await eraseRest(world, id);
}

/** One failing request must not keep the others waiting. */
async function sweepSafely(world: SweepWorld, id: RequestId, swept: Swept): Promise<void> {
  swept.looked += 1;
  try {
    await sweepOne(world, id, swept);
  } catch (error) {
    swept.failed += 1;
    console.error(JSON.stringify({ level: 'error', step: 'sweep', request: id, failure: (error as Error).name }));
  }
}

/** Looked at side by side: at midnight many dates come at once, and each look is mostly waiting for answers. */
const AT_ONCE = 8;

async function sweepPage(world: SweepWorld, ids: readonly RequestId[], swept: Swept): Promise<void> {
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    await Promise.all(ids.slice(at, at + AT_ONCE).map((id) => sweepSafely(world, id, swept)));
  }
}

/** What is due in every shard, asked side by side: an hour in which nothing is due takes no longer than the slowest answer. */
async function dueByShard({ requests }: SweepWorld, upTo: string) {
  const shards = Array.from({ length: SWEEP_SHARDS }, (_, shard) => shard);
  return await Promise.all(shards.map(async (shard) => ({ shard, page: await requests.dueForSweep(shard, upTo) })));
}

/** Sweeps all shards. */
export async function sweep(_event: unknown, world: SweepWorld): Promise<Swept> {
  const swept: Swept = { looked: 0, failed: 0, overdue: 0 };
  const upTo = isoNow(world);
  for (const { shard, page: first } of await dueByShard(world, upTo)) {
    let page = first;
    await sweepPage(world, page.items, swept);
    while (page.next !== undefined) {
      page = await world.requests.dueForSweep(shard, upTo, page.next);
      await sweepPage(world, page.items, swept);
    }
  }
  countMetric('Overdue', swept.overdue);
  await logRest(world);
  return swept;
}

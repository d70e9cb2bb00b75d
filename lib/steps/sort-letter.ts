/** sort-letter: a person says what a letter asks for, or that it asks for nothing; from there on it is a request like any other. */
import type { RequestId } from '../domain/ids.ts';
import { isClosed, isUnsorted, type Request } from '../domain/request.ts';
import type { Right } from '../domain/rights.ts';
import { promise } from './intake.ts';
import { nextLook } from './next-look.ts';
import { caseOf } from './casework.ts';
import { logFailure } from './retries.ts';
import { closeDismissed, SORT } from './tend-letter.ts';
import { finishWait, lookSoon, waitId } from './waiting.ts';
import { isoNow, type With } from './world.ts';

export type SortWorld = With<'machine'>;

export interface Sorting {
  requestId: RequestId;
  by: string;
  /** At least one. */
  rights: Right[];
  residence?: string;
  /** A law the letter names. */
  cited?: string;
  onBehalf?: boolean;
}

export type Sorted = { ok: true } | { ok: false; reason: 'unknown' | 'wrong-state' | 'no-rights' };

/** The task of whoever reads it. */
const sortTask = (request: Request) => waitId(request, SORT.kind, SORT.scope);

async function unsorted(world: SortWorld, id: RequestId): Promise<Request | Sorted> {
  const request = await world.requests.load(id);
  if (request === undefined) return { ok: false, reason: 'unknown' };
  return isUnsorted(request) && !isClosed(request) ? request : { ok: false, reason: 'wrong-state' };
}

/** Records what it asks for, and starts it. The time runs since it arrived. */
export async function sortLetter(world: SortWorld, { requestId, by, rights, ...more }: Sorting): Promise<Sorted> {
  const request = await unsorted(world, requestId);
  if ('ok' in request) return request;
  if (rights.length === 0) return { ok: false, reason: 'no-rights' };
  const { residence, cited, onBehalf } = more;
  const place = residence === undefined ? {} : { residence };
  const { laws, clock } = promise(world.configuration, {
    rights,
    receivedAt: request.receivedAt,
    ...place,
    ...(cited !== undefined && { cited }),
  });
  await lookSoon(world, requestId);
  const { request: sorted, existed } = await world.requests.append(requestId, {
    key: 'sorted',
    type: 'sorted',
    at: isoNow(world),
    data: { by, rights, law: clock.leading.law, laws, ...place, ...(onBehalf === true && { onBehalf }) },
  });
  // Somebody else was faster: whoever was slower is told, and looks again.
  if (existed || isClosed(sorted)) return { ok: false, reason: 'wrong-state' };
  await finishWait(world, { requestId, taskId: sortTask(request), outcome: 'done', by });
  try {
    await world.machine.start(requestId);
  } catch (error) {
    // The sweep starts it.
    logFailure('sort-letter', error);
  }
  return { ok: true };
}

/** Ends a letter that asks for nothing; what came with it is purged as with any other. `reason` is for the record. */
export async function dismissLetter(
  world: SortWorld,
  { requestId, by, reason }: { requestId: RequestId; by: string; reason: string },
): Promise<Sorted> {
  const request = await unsorted(world, requestId);
  if ('ok' in request) return request;
  await lookSoon(world, requestId);
  await finishWait(world, { requestId, taskId: sortTask(request), outcome: 'done', by, reason });
  const now = await unsorted(world, requestId);
  if ('ok' in now) return now;
  await closeDismissed(world, requestId);
  await world.requests.scheduleSweep(requestId, nextLook(await caseOf(world, requestId), world));
  return { ok: true };
}

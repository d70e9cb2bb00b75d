/** purge-request: after the window, key, vault, packages and mails go; after the record-keeping time, the record itself. */
import { Temporal } from 'temporal-polyfill';
import type { Configuration } from '../domain/configuration.ts';
import type { RequestId } from '../domain/ids.ts';
import { recordYears } from '../domain/law/record-keeping.ts';
import type { Request } from '../domain/request.ts';
import { keys } from '../stores/keys.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { windowEndsAt } from './delivery-window.ts';
import { isoNow, type With } from './world.ts';

export type PurgeWorld = With<'caseKeys'> & {
  /** Deletes everything of a case from vault and delivery. Repeatable. */
  purgeObjects(id: RequestId): Promise<void>;
  /** Deletes a receipt. Repeatable. */
  eraseReceipt(id: string): Promise<void>;
};

const HOUR_MS = 3600 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Longer than any function runs: a step that was under way when its request was withdrawn writes nothing after the purge. */
const STILL_RUNNING_MS = HOUR_MS;

/** Days for which a destroyed case key could still be restored from the table's point-in-time recovery. */
const RECOVERY_DAYS = 7;

/** When the case's data go: after the download window, and long enough to re-send an answer that bounced. */
export function purgeAt(request: Request, { controller, policies }: Configuration): number {
  const windows = request.deliveries.flatMap(({ until }) => (until === undefined ? [] : [windowEndsAt(until, controller.zone)]));
  const closedFor = Date.parse(request.closedAt!) + policies.downloadDays * DAY_MS;
  return request.state === 'withdrawn' ? Date.parse(request.closedAt!) + STILL_RUNNING_MS : Math.max(closedFor, ...windows);
}

/** When the minimal record goes. */
export function recordEndsAt(request: Request, configuration: Configuration): number {
  const closed = Temporal.Instant.from(request.closedAt!).toZonedDateTimeISO(configuration.controller.zone);
  return closed.add({ years: recordYears(request, configuration) }).epochMilliseconds;
}

async function purge(world: PurgeWorld, { id }: Request): Promise<void> {
  await world.purgeObjects(id);
  await world.caseKeys.destroy(id);
  const purgedAt = isoNow(world);
  const irrecoverableFrom = new Date(world.now() + RECOVERY_DAYS * DAY_MS).toISOString();
  await world.requests.append(id, { key: 'purged', type: 'purged', at: purgedAt, data: { purgedAt, irrecoverableFrom } });
}

async function eraseRecord(world: PurgeWorld, { request }: CaseRecord): Promise<void> {
  for (const { receiptId } of request.receipts) await world.eraseReceipt(receiptId);
  await world.requests.table.remove(keys.reference(request.reference));
  await world.requests.table.remove(keys.subject(request.subject, request.id));
  // Without its last events a request would read as one just received: from here on it is gone for everybody else.
  await world.requests.beginErasing(request.id);
  await eraseRest(world, request.id);
}

/** What is left once the erasure has begun. Repeatable. The first event goes last: by it the sweep finds the rest. */
export async function eraseRest(world: PurgeWorld, id: RequestId): Promise<void> {
  const items = await world.requests.table.partition(keys.request(id));
  const first = keys.event(id, 1);
  for (const item of items.filter(({ sk }) => sk !== first.sk)) {
    await world.requests.table.remove({ pk: String(item['pk']), sk: String(item['sk']) });
  }
  await world.requests.table.remove(first);
}

/** Purges or erases a closed request whose time has come. Repeatable. */
export async function purgeRequest(world: PurgeWorld, record: CaseRecord): Promise<void> {
  const { request } = record;
  if (request.purgedAt === undefined) {
    if (world.now() >= purgeAt(request, world.configuration)) await purge(world, request);
    return;
  }
  if (world.now() >= recordEndsAt(request, world.configuration)) await eraseRecord(world, record);
}

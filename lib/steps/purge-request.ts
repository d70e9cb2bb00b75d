/** purge-request: after the window, key, vault, packages and mails go; after the record-keeping time, the record itself. */
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Configuration } from '../domain/configuration.ts';
import type { RequestId } from '../domain/ids.ts';
import { recordYears } from '../domain/law/record-keeping.ts';
import type { Request } from '../domain/request.ts';
import { outlivesRequest } from '../domain/request-events.ts';
import { TransientError } from '../domain/errors.ts';
import { statementOf } from '../receipts/log/statements.ts';
import type { LogPlace, StoredReceipt } from '../receipts/port.ts';
import { keys } from '../stores/keys.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { caseOf } from './casework.ts';
import { closePurged } from './close-purged.ts';
import { windowEndsAt } from './delivery-window.ts';
import { owedSince, type Owing } from './owed-receipts.ts';
import type { RecordingWorld } from './record-receipt.ts';
import { isoNow, type With } from './world.ts';

export type PurgeWorld = With<'caseKeys' | 'log'> &
  RecordingWorld & {
    /** Deletes everything of a case from vault and delivery. Repeatable. */
    purgeObjects(id: RequestId): Promise<void>;
  };

const HOUR_MS = 3600 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Longer than any function runs: a step that was under way when its request was withdrawn writes nothing after the purge. */
const STILL_RUNNING_MS = HOUR_MS;

/** Days for which a destroyed case key could still be restored from the table's point-in-time recovery. */
const RECOVERY_DAYS = 7;

/**
 * When the case's data go: after the download window, and long enough to re-send an answer that bounced; of a withdrawn request at
 * once. What the person is still to be told, or a letter that is still to be posted, is waited for as long as an answer would be, not for ever.
 */
export function purgeAt(record: Owing & Pick<CaseRecord, 'tasks'>, { controller, policies }: Configuration): number {
  const { request } = record;
  const patience = policies.downloadDays * DAY_MS;
  const windows = request.deliveries.flatMap(({ until }) => (until === undefined ? [] : [windowEndsAt(until, controller.zone)]));
  const closedAt = Date.parse(request.closedAt!);
  const undelivered = record.tasks
    .filter((task) => task.doneAt === undefined && outlivesRequest(task))
    .map(({ openedAt }) => Date.parse(openedAt));
  const owed = [...owedSince(record), ...undelivered].map((since) => since + patience);
  if (request.state === 'withdrawn') return Math.max(closedAt + STILL_RUNNING_MS, ...owed);
  return Math.max(closedAt + patience, ...windows, ...owed);
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

/** A chain of which every receipt has its place in the log. Throws while the log stands still: what has none could not be named. */
async function loggedChain(world: PurgeWorld, id: RequestId): Promise<(StoredReceipt & { log: LogPlace })[]> {
  const isLogged = (receipt: StoredReceipt): receipt is StoredReceipt & { log: LogPlace } => receipt.log !== undefined;
  let chain = await world.receipts.ofCase(id);
  if (!chain.every(isLogged)) await world.logWriter.run({ receipts: chain });
  chain = await world.receipts.ofCase(id);
  const logged = chain.filter(isLogged);
  if (logged.length < chain.length) throw new TransientError('A receipt waits for the log', { code: 'store-unavailable' });
  return logged;
}

/** Names the places in the log, and comes back once that is in it. */
async function stateErasure(world: PurgeWorld, id: RequestId, chain: readonly { log: LogPlace }[]): Promise<void> {
  const logs = await world.log.logs();
  const entries = chain.map(({ log: { year, index } }) => ({ origin: logs.find((log) => log.year === year)!.origin, index }));
  const name = `receipts-erased|${createHash('sha256').update(id).digest('hex')}`;
  await world.statements.state(statementOf(name, { kind: 'receipts-erased', entries }, isoNow(world)));
  await world.logWriter.run({ statements: [name] });
  if ((await world.statements.get(name))?.log === undefined)
    throw new TransientError('An erasure waits for the log', { code: 'store-unavailable' });
}

/**
 * Erases the receipts of a request. Their places are named in the log first: so an audit tells an erasure from a loss. Cut off in
 * between, the statement stands as it was made. While the log stands still nothing is erased; the sweep comes back every hour.
 */
async function eraseReceipts(world: PurgeWorld, id: RequestId): Promise<void> {
  const chain = await loggedChain(world, id);
  if (chain.length > 0) await stateErasure(world, id, chain);
  for (const receipt of chain) {
    await world.logWriter.forget(receipt.log);
    await world.receipts.erase(receipt);
  }
}

async function eraseRecord(world: PurgeWorld, { request }: CaseRecord): Promise<void> {
  await eraseReceipts(world, request.id);
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
    if (world.now() < purgeAt(record, world.configuration)) return;
    await purge(world, request);
    return await closePurged(world, await caseOf(world, request.id));
  }
  if (world.now() >= recordEndsAt(request, world.configuration)) return await eraseRecord(world, record);
  await closePurged(world, record);
}

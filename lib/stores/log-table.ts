/** The log's records beside the receipts: batches, checkpoints, statements and keys, single-item writes only. */
import type {
  Batch,
  KeyHistory,
  KeyRecord,
  KnownEntries,
  LastCheckpoint,
  LogPlace,
  LogRecord,
  LogStore,
  PendingEntry,
  StatementStore,
} from '../receipts/port.ts';
import { MOST_ENTRIES } from '../receipts/log/batch-size.ts';
import { entryOf } from '../receipts/log/statements.ts';
import { RECEIPT_INDEX } from './indexes.ts';
import { receiptKeys } from './keys.ts';
import { placeOf, waiting, WAITING } from './log-marks.ts';
import type { Item, Key, Table } from './table.ts';

function pendingFrom(item: Item | undefined): PendingEntry[] {
  if (item?.[RECEIPT_INDEX.unlogged.hash] === undefined) return [];
  const { pk, sk, entry } = item as unknown as PendingEntry;
  return [{ pk, sk, entry }];
}

const withoutKey = <T>({ pk: _pk, sk: _sk, ...rest }: Item): T => rest as T;

const isStatement = ({ pk }: Pick<PendingEntry, 'pk'>): boolean => pk.startsWith(receiptKeys.statement('').pk);

function keysOf({ receipts = [], statements = [] }: KnownEntries): Key[] {
  return [
    ...statements.map((statement) => receiptKeys.statement(statement)),
    ...receipts.map(({ requestId, place }) => receiptKeys.receipt(requestId, place)),
  ];
}

async function waitingIn(table: Table, keys: readonly Key[]): Promise<PendingEntry[]> {
  return (await Promise.all(keys.map((key) => table.get(key)))).flatMap(pendingFrom);
}

async function pendingIn(table: Table, known: KnownEntries): Promise<PendingEntry[]> {
  const { name, hash } = RECEIPT_INDEX.unlogged;
  const { items } = await table.index({ index: name, hash: [hash, WAITING], limit: MOST_ENTRIES });
  const found = [...keysOf(known), ...items.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }))];
  const all = new Map(found.map((key) => [`${key.pk}\n${key.sk}`, key]));
  // The index lags behind: only what the item itself says counts.
  const read = await waitingIn(table, [...all.values()].slice(0, MOST_ENTRIES));
  // What is said of a key comes before what it signed.
  return read.toSorted((a, b) => Number(isStatement(b)) - Number(isStatement(a)));
}

/** A batch record is changed by one at a time: `forgotten` counts, so that nobody writes over what another one took away. */
async function forgetEntry(table: Table, { year, index }: LogPlace): Promise<boolean> {
  const item = await table.last(receiptKeys.ofLog(year), receiptKeys.batches, receiptKeys.batch(year, index).sk);
  if (item === undefined) return true;
  const { first, entries, forgotten = 0 } = item as unknown as Batch & { forgotten?: number };
  if ((entries[index - first]?.pk ?? '') === '') return true;
  const left = entries.map((entry, at) => (at === index - first ? { pk: '', sk: '', entry: entry.entry } : entry));
  const unchanged = forgotten === 0 ? 'attribute_not_exists(#forgotten)' : '#forgotten = :forgotten';
  const values = forgotten === 0 ? {} : { values: { forgotten } };
  const change = { set: { entries: left, forgotten: forgotten + 1 } };
  return (await table.update(receiptKeys.batch(year, first), change, { expression: unchanged, ...values })) !== undefined;
}

/** The log's records in the table of the receipts. */
export function openLogStore(table: Table): LogStore {
  return {
    logs: async () => (await table.partition(receiptKeys.logs)).map((item) => withoutKey<LogRecord>(item)),
    async openLog(log) {
      await table.putIfAbsent({ ...receiptKeys.log(log.year), ...log });
    },
    async lastBatch(year) {
      const item = await table.last(receiptKeys.ofLog(year), receiptKeys.batches);
      return item && withoutKey<Batch>(item);
    },
    putBatch: async (batch) => await table.putIfAbsent({ ...receiptKeys.batch(batch.year, batch.first), ...batch }),
    async markIntegrated({ year, first }) {
      await table.update(receiptKeys.batch(year, first), { set: { integrated: true } });
    },
    pending: async (known) => await pendingIn(table, known),
    isWaiting: async (known) => (await waitingIn(table, keysOf(known))).length > 0,
    async countWaiting(before) {
      const { name, hash, range } = RECEIPT_INDEX.unlogged;
      const { items } = await table.index({ index: name, hash: [hash, WAITING], upTo: [range, before], limit: MOST_ENTRIES });
      return items.length;
    },
    async textOf({ pk, sk }) {
      if (!isStatement({ pk })) return undefined;
      const text = (await table.get({ pk, sk }))?.['text'];
      return typeof text === 'string' ? text : undefined;
    },
    async setPlace({ pk, sk }, { year, index }) {
      // Erased meanwhile, and its trail with it.
      if (pk === '') return;
      await table.update(
        { pk, sk },
        { set: { logYear: year, logIndex: index }, remove: [RECEIPT_INDEX.unlogged.hash, RECEIPT_INDEX.unlogged.range] },
        { expression: 'attribute_exists(#pk) AND attribute_not_exists(#logIndex)' },
      );
    },
    async forget(place) {
      while (!(await forgetEntry(table, place)));
    },
    async checkpoint(year) {
      const item = await table.get(receiptKeys.checkpoint(year));
      return item && withoutKey<LastCheckpoint>(item);
    },
    async advance(year, checkpoint) {
      const { size } = checkpoint;
      const larger = { expression: 'attribute_not_exists(#pk) OR #size < :size', values: { size } };
      await table.put({ ...receiptKeys.checkpoint(year), ...checkpoint }, larger);
    },
  };
}

/** What the log is to state. */
export function openStatements(table: Table, now: () => number): StatementStore {
  return {
    async get(name) {
      const item = await table.get(receiptKeys.statement(name));
      return item && { name, text: String(item['text']), ...placeOf(item) };
    },
    async state({ name, text }) {
      const since = new Date(now()).toISOString();
      await table.putIfAbsent({ ...receiptKeys.statement(name), name, text, ...waiting(entryOf(text), since) });
    },
  };
}

/** All keys that ever signed. */
export function openKeyHistory(table: Table): KeyHistory {
  return {
    async all() {
      const records = (await table.partition(receiptKeys.signingKeys)).map((item) => withoutKey<KeyRecord>(item));
      return records.toSorted((a, b) => a.since.localeCompare(b.since));
    },
    async compromise(kid, compromisedSince) {
      await table.update(receiptKeys.signingKey(kid), { set: { compromisedSince } }, { expression: 'attribute_exists(#pk)' });
    },
    add: async (record) => await table.putIfAbsent({ ...receiptKeys.signingKey(record.key.kid), ...record }),
  };
}

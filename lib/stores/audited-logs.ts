/** The logs of a deployment as those who run it can audit them: published files, batch records, and the receipts behind them. */
import type { S3Client } from '@aws-sdk/client-s3';
import type { AuditBatch, AuditedLog, PlacedReceipt } from '../receipts/log/audit/source.ts';
import { allPlaces, entryOf } from '../receipts/log/statements.ts';
import type { Batch, LogRecord, PendingEntry } from '../receipts/port.ts';
import { receiptKeys } from './keys.ts';
import { openLogFiles } from './log-bucket.ts';
import { placeOf } from './log-marks.ts';
import { openLogStore } from './log-table.ts';
import type { Item, Table } from './table.ts';

interface Deployed {
  /** Of the receipts. */
  table: Table;
  s3: S3Client;
  /** Of the log. */
  bucket: string;
}

/** Receipts read at the same time. */
const ABREAST = 16;

const STATEMENT = receiptKeys.statement('').pk;
const isStatement = ({ pk }: PendingEntry): boolean => pk.startsWith(STATEMENT);

/**
 * Batch records in order, each found by where the one before it ends, whatever it says of itself; only where one is missing are the
 * others listed.
 */
async function* batchesOf(table: Table, year: number): AsyncGenerator<Batch> {
  const last = await openLogStore(table).lastBatch(year);
  for (let next = 0; last !== undefined && next <= last.first;) {
    const batch = (await table.get(receiptKeys.batch(year, next))) as Batch | undefined;
    if (batch === undefined) {
      const all = (await table.partition(receiptKeys.ofLog(year), receiptKeys.batches)) as unknown as Batch[];
      yield* all.filter(({ first }) => first > next);
      return;
    }
    yield batch;
    if (batch.entries.length === 0) return;
    next += batch.entries.length;
  }
}

async function* auditBatches(table: Table, year: number): AsyncGenerator<AuditBatch> {
  for await (const { first, entries, integrated = false } of batchesOf(table, year)) {
    const statements = entries.flatMap((entry, at) => (isStatement(entry) ? [first + at] : []));
    yield { first, entries: entries.map(({ entry }) => Buffer.from(entry, 'base64')), integrated, statements };
  }
}

/** A receipt that names another place than it has is not the one that was logged. */
function placed(item: Item, { year, index }: { year: number; index: number }): PlacedReceipt {
  const { log } = placeOf(item);
  const moved = log !== undefined && (log.year !== year || log.index !== index);
  return { name: String(item['id']), index, entry: moved ? new Uint8Array() : entryOf(String(item['jws'])) };
}

/** All receipts that are still there, in order of their places. */
async function* receiptsOf(table: Table, year: number): AsyncGenerator<PlacedReceipt> {
  for await (const { first, entries } of batchesOf(table, year))
    for (let from = 0; from < entries.length; from += ABREAST) {
      const some = entries.slice(from, from + ABREAST);
      const items = await Promise.all(
        some.map(async (entry) => (isStatement(entry) || entry.pk === '' ? undefined : await table.get({ pk: entry.pk, sk: entry.sk }))),
      );
      for (const [at, item] of items.entries()) if (item !== undefined) yield placed(item, { year, index: first + from + at });
    }
}

function auditedLog(deployed: Deployed, { year, origin }: LogRecord): AuditedLog {
  const { table } = deployed;
  const files = openLogFiles(deployed);
  return {
    name: origin,
    year: String(year),
    read: async (path) => await files.read(year, path),
    statements: async () => await allPlaces((after) => files.statements(year, after)),
    batches: () => auditBatches(table, year),
    receipts: () => receiptsOf(table, year),
  };
}

/** The logs, oldest first, with their keys; without those nothing was logged in yet. */
export async function auditedLogs(deployed: Deployed): Promise<{ logs: AuditedLog[]; keys: LogRecord[] }> {
  const store = openLogStore(deployed.table);
  const keys = await store.logs();
  const logs: AuditedLog[] = [];
  for (const record of keys) if ((await store.lastBatch(record.year)) !== undefined) logs.push(auditedLog(deployed, record));
  return { logs, keys };
}

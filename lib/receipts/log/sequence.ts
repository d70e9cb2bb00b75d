/** Gives what waits its places in the log. The put of a batch record is the only commit point; whoever loses starts over. */
import { createHash } from 'node:crypto';
import { TransientError } from '../../domain/errors.ts';
import type { Batch, KnownEntries, LogRecord, PendingEntry, StatementStore } from '../port.ts';
import { MOST_ENTRIES } from './batch-size.ts';
import { integrate, type LogParts, openCheckpoint } from './integrate.ts';
import { LogFault } from './log-fault.ts';
import { logOrigin, logUrl, logYear } from './origin.ts';
import { statementOf } from './statements.ts';
import { verifierKeyOf } from './write-note.ts';

export interface SequencerParts extends LogParts {
  statements: StatementStore;
  /** Public origin without a trailing slash. */
  baseUrl: string;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Batches that others may commit before a worker gives up: whoever has to be logged is, or is next. */
const MOST_RIVALS = 30;

const sizeAfter = (batch: Batch | undefined): number => (batch === undefined ? 0 : batch.first + batch.entries.length);

/** Ends a log: after its last batch there is no place any more. Returns its last checkpoint; undefined if somebody was faster. */
async function endLog(parts: SequencerParts, log: LogRecord): Promise<{ size: number; note: string } | undefined> {
  const last = await parts.store.lastBatch(log.year);
  if (last !== undefined) await integrate(parts, log, last);
  if (last?.final !== true) {
    const first = sizeAfter(last);
    if (!(await isNext(parts, log, first))) return undefined;
    if (!(await parts.store.putBatch({ year: log.year, first, entries: [], integrated: true, final: true }))) return undefined;
  }
  return (await parts.store.checkpoint(log.year)) ?? { size: 0, note: '' };
}

const previousName = (year: number): string => `previous-log|${year}`;

/** The log that takes new entries: of this year, or of the latest one if a clock is behind. */
async function currentLog(parts: SequencerParts): Promise<LogRecord | undefined> {
  const year = logYear(parts.now());
  const logs = await parts.store.logs();
  const latest = logs.at(-1);
  if (latest !== undefined && latest.year >= year) return latest;
  if (latest !== undefined) {
    const ended = await endLog(parts, latest);
    if (ended === undefined) return undefined;
    const checkpointSha256 = createHash('sha256').update(ended.note).digest('hex');
    const statement = { kind: 'previous-log', origin: latest.origin, size: ended.size, checkpointSha256 } as const;
    await parts.statements.state(statementOf(previousName(year), statement, new Date(parts.now()).toISOString()));
  }
  const origin = logOrigin(parts.baseUrl, year);
  const vkey = await verifierKeyOf({ name: origin, publicKey: await parts.signer.publicKey() });
  await parts.store.openLog({ year, origin, vkey, url: logUrl(parts.baseUrl, year), from: `${year}-01-01` });
  return undefined;
}

/**
 * True if an entry may take the place `next`: what was published must not be more than the database knows, because an index is never
 * given twice. False if somebody else took it meanwhile.
 */
async function isNext({ files, store }: SequencerParts, log: LogRecord, next: number): Promise<boolean> {
  const published = await files.read(log.year, 'checkpoint');
  const checkpoint = published && (await openCheckpoint(log, new TextDecoder().decode(published)));
  const size = checkpoint?.size ?? 0n;
  if (size <= BigInt(next) && (checkpoint !== undefined || (published === undefined && next === 0))) return true;
  // Others may have gone on since the last batch was read.
  if (sizeAfter(await store.lastBatch(log.year)) > next) return false;
  throw new LogFault(checkpoint === undefined ? 'checkpoint-differs' : 'database-behind', 'checkpoint');
}

/** A log that follows another begins with saying so. */
async function firstOf({ store }: SequencerParts, log: LogRecord, known: KnownEntries): Promise<PendingEntry[]> {
  const link: KnownEntries = { statements: [previousName(log.year)] };
  if (!(await store.isWaiting(link))) return await store.pending(known);
  // What is known comes first. Placed by somebody else meanwhile, the place is taken, as the put will tell.
  return (await store.pending(link)).slice(0, 1);
}

/** A log is signed by the key it was opened with; nothing is committed that could not be signed. */
async function requireKey({ signer }: SequencerParts, { origin, vkey }: LogRecord): Promise<void> {
  const own = await verifierKeyOf({ name: origin, publicKey: await signer.publicKey() });
  if (own !== vkey) throw new LogFault('signature-wrong', 'checkpoint');
}

/** `more`: the batch was full, or the first of its log, which may hold nothing but the link to the log before. */
type Round = 'won' | 'more' | 'lost' | 'done';

async function round(parts: SequencerParts, known: KnownEntries): Promise<Round> {
  const { store } = parts;
  const log = await currentLog(parts);
  if (log === undefined) return 'lost';
  const last = await store.lastBatch(log.year);
  if (last !== undefined) await integrate(parts, log, last);
  const first = sizeAfter(last);
  const entries = first === 0 ? await firstOf(parts, log, known) : await store.pending(known);
  if (entries.length === 0) return 'done';
  if (!(await isNext(parts, log, first))) return 'lost';
  await requireKey(parts, log);
  const batch: Batch = { year: log.year, first, entries };
  if (!(await store.putBatch(batch))) return 'lost';
  await integrate(parts, log, batch);
  return first === 0 || entries.length >= MOST_ENTRIES ? 'more' : 'won';
}

/**
 * Logs what is `known`, and with it everything else that waits; without anything known, all that waits. Whoever wants one thing logged
 * goes as soon as it is: what others issue meanwhile is theirs to wait for. Throws LogFault where the log must not go on,
 * TransientError where others were faster too often.
 */
export async function sequence(parts: SequencerParts, known: KnownEntries = {}): Promise<void> {
  const all = known.receipts === undefined && known.statements === undefined;
  let rivals = 0;
  while (rivals < MOST_RIVALS) {
    if (!all && !(await parts.store.isWaiting(known))) return;
    const ended = await round(parts, known);
    if (ended === 'done' || (all && ended === 'won')) return;
    if (ended === 'lost') rivals += 1;
  }
  throw new TransientError('Too many others are writing the log', { code: 'system-conflict' });
}

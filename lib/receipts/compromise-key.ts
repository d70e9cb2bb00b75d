/** What an operator says when somebody else may have had a key: from which place in the log on its receipts are not to be believed. */
import { statementOf } from './log/statements.ts';
import type { Batch, KeyHistory, LogPlace, LogRecord, LogStore, StatementStore } from './port.ts';

export interface KeyParts {
  history: KeyHistory;
  statements: StatementStore;
  logs: Pick<LogStore, 'logs' | 'lastBatch' | 'countWaiting'>;
  /** Milliseconds since the epoch. */
  now(): number;
}

export type Compromised =
  | { ok: true; since: { origin: string; index: number } }
  | { ok: false; reason: 'unknown-key' | 'still-signing' | 'no-log' | 'receipts-wait' | 'not-in-the-log' | 'not-earlier' };

const sizeOf = (batch: Batch | undefined): number => (batch === undefined ? 0 : batch.first + batch.entries.length);

const isLater = (place: LogPlace, than: LogPlace): boolean =>
  place.year > than.year || (place.year === than.year && place.index > than.index);

/** The place asked for, else the end of the log: what was logged until now stays. */
async function placeOf({ logs }: KeyParts, all: readonly LogRecord[], { year, index }: Partial<LogPlace>) {
  const log = year === undefined ? all.at(-1) : all.find((one) => one.year === year);
  if (log === undefined) return undefined;
  const size = sizeOf(await logs.lastBatch(log.year));
  return (index ?? size) > size ? undefined : { log, place: { year: log.year, index: index ?? size } };
}

/**
 * Records, logs and publishes it; may be said again only for an earlier place. Receipts that are in the log before it stay good, by
 * the order of the log and not by anybody's word.
 */
export async function compromiseKey(
  parts: KeyParts,
  kid: string,
  { force = false, ...since }: Partial<LogPlace> & { force?: boolean } = {},
): Promise<Compromised> {
  const history = await parts.history.all();
  const known = history.find(({ key }) => key.kid === kid);
  if (known === undefined) return { ok: false, reason: 'unknown-key' };
  // What it signs from now on nobody would believe.
  if (known === history.at(-1) && !force) return { ok: false, reason: 'still-signing' };
  // Signed in good faith before, and logged after.
  if (since.index === undefined && !force && (await parts.logs.countWaiting(new Date(parts.now()).toISOString())) > 0)
    return { ok: false, reason: 'receipts-wait' };
  const all = await parts.logs.logs();
  if (all.length === 0) return { ok: false, reason: 'no-log' };
  const found = await placeOf(parts, all, since);
  if (found === undefined) return { ok: false, reason: 'not-in-the-log' };
  const { log, place } = found;
  if (known.compromisedSince !== undefined && isLater(place, known.compromisedSince)) return { ok: false, reason: 'not-earlier' };
  const at = new Date(parts.now()).toISOString();
  const publicPlace = { origin: log.origin, index: place.index };
  const name = `key-compromised|${kid}|${place.year}|${place.index}`;
  // First what counts, then what is said of it: repeated after a crash it says the same.
  await parts.history.compromise(kid, place);
  await parts.statements.state(statementOf(name, { kind: 'key-compromised', kid, since: publicPlace }, at));
  return { ok: true, since: publicPlace };
}

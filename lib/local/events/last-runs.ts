/** When each schedule last ran: kept across restarts, written at every tick. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface LastRuns {
  of(rule: string): number | undefined;
  /** Survives a kill from here on. Returns the instant. */
  keep(rule: string, at: number): number;
  close(): void;
}

/**
 * A table, because replacing a file every hour is slow: a file system that orders its data flushes them when a name moves
 * over another, and a simulated year has 8,760 hours.
 */
const SCHEMA = `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS run (rule TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;`;

/** Opens the folder's table. */
export function lastRuns(directory: string): LastRuns {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(join(directory, 'last-runs.db'));
  db.exec(SCHEMA);
  const select = db.prepare('SELECT at FROM run WHERE rule = ?');
  const replace = db.prepare('INSERT OR REPLACE INTO run VALUES (?, ?)');
  return {
    of: (rule) => (select.get(rule) as { at: number } | undefined)?.at,
    keep(rule, at) {
      replace.run(rule, at);
      return at;
    },
    close: () => db.close(),
  };
}

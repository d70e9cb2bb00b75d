/** The asynchronous invocations that are not done yet: kept before they are accepted, so that a killed process loses none. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** An event for a function. */
export interface AsyncEntry {
  id: string;
  functionName: string;
  payload: unknown;
  /** Invocations that failed so far. */
  failures: number;
  notBefore: number;
}

export interface AsyncEntries {
  /** Survives a kill from here on. Returns the entry. */
  keep(entry: AsyncEntry): AsyncEntry;
  remove(entry: AsyncEntry): void;
  all(): AsyncEntry[];
  close(): void;
}

/** A table: whole or not there even after a power cut, without waiting for the disk at every tick of a schedule. */
const SCHEMA = `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS entry (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;`;

/** Opens the folder's table. */
export function asyncEntries(directory: string): AsyncEntries {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(join(directory, 'invocations.db'));
  db.exec(SCHEMA);
  const replace = db.prepare('INSERT OR REPLACE INTO entry VALUES (?, ?)');
  const drop = db.prepare('DELETE FROM entry WHERE id = ?');
  const select = db.prepare('SELECT body FROM entry ORDER BY id');
  return {
    keep(entry) {
      replace.run(entry.id, JSON.stringify(entry));
      return entry;
    },
    remove: ({ id }) => void drop.run(id),
    all: () => (select.all() as { body: string }[]).map(({ body }) => JSON.parse(body) as AsyncEntry),
    close: () => db.close(),
  };
}

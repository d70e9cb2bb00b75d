/** One process per data directory, and knowing whether the last one ended cleanly. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process works on the data directory. */
export class DirectoryInUseError extends Error {
  override name = 'DirectoryInUseError' as const;
}

/** The lock on a data directory. */
export interface DirectoryLock {
  /** True when the last holder died without releasing. */
  unclean: boolean;
  /** Marks the directory as cleanly left and lets the next process in. */
  release(): void;
}

/**
 * Takes the lock, or throws DirectoryInUseError naming the holder.
 *
 * The lock is SQLite's lock on a file: the operating system drops it with the process, so a stale
 * one cannot exist and two processes cannot both take one over. `running` holds the pid for the
 * message, and its presence at the next start says that nobody tidied up.
 */
export function lockDirectory(directory: string): DirectoryLock {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const marker = join(directory, 'running');
  const database = new DatabaseSync(join(directory, 'lock.sqlite'));
  if (!tryLock(database)) {
    database.close();
    throw new DirectoryInUseError(`${directory} is in use by process ${pidIn(marker)}; stop it or choose another directory`);
  }
  const unclean = existsSync(marker);
  writeFileSync(marker, `${process.pid}\n`, { mode: 0o600 });
  return {
    unclean,
    release() {
      rmSync(marker, { force: true });
      database.close();
    },
  };
}

function tryLock(database: DatabaseSync): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return false;
    throw error;
  }
}

const SQLITE_BUSY = 5;

function pidIn(marker: string): string {
  try {
    return readFileSync(marker, 'utf8').trim();
  } catch {
    return '(starting)';
  }
}

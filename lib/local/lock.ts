/** One process per data directory. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process works on the data directory. */
export class DirectoryInUseError extends Error {
  override name = 'DirectoryInUseError' as const;
}

/** The data directory cannot be locked. */
export class UnusableDirectoryError extends Error {
  override name = 'UnusableDirectoryError' as const;
}

/** The lock on a data directory. */
export interface DirectoryLock {
  /** Lets the next process in. */
  release(): void;
}

/**
 * Takes the lock, or throws DirectoryInUseError naming the holder.
 *
 * The lock is SQLite's lock on a file: the operating system drops it with the process, so a stale one cannot exist,
 * whoever has the dead process's number now, and two processes cannot both take one over. `running` holds the number
 * only for the message.
 */
export function lockDirectory(directory: string): DirectoryLock {
  const file = join(directory, 'lock.sqlite');
  const pidFile = join(directory, 'running');
  const database = lockedDatabase(file, (error) => refusal(error, { directory, file, pid: pidIn(pidFile) }));
  rmSync(pidFile, { recursive: true, force: true });
  writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 });
  return {
    release() {
      rmSync(pidFile, { force: true });
      database.close();
    },
  };
}

type SqliteError = Error & { errcode?: number };

function lockedDatabase(file: string, refusalOf: (error: SqliteError) => Error): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    // No journal beside it: nothing is ever written.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database?.close();
    throw refusalOf(error as SqliteError);
  }
}

const SQLITE_BUSY = 5;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;

function refusal(error: SqliteError, { directory, file, pid }: { directory: string; file: string; pid: string }): Error {
  const other = 'choose another directory: QUITTANCE_HOME=<folder> npm start';
  switch (error.errcode) {
    case SQLITE_BUSY:
      return new DirectoryInUseError(
        `${directory} is in use by process ${pid}. Stop that process (Ctrl+C in its terminal, or kill ${pid}), or ${other}`,
      );
    case SQLITE_CANTOPEN:
      return new UnusableDirectoryError(
        `${file} cannot be opened: it is no file, or the directory cannot be written to. Mend that, or ${other}`,
      );
    case SQLITE_NOTADB:
      return new UnusableDirectoryError(
        `${file} is damaged. It holds no data: when no other process uses the directory, remove that file and start again`,
      );
    default:
      return error;
  }
}

function pidIn(pidFile: string): string {
  try {
    return readFileSync(pidFile, 'utf8').trim();
  } catch {
    return '(starting)';
  }
}

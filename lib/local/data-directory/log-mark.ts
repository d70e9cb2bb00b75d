/** How far LevelDB's log has come: one small file beside the store, so that a cut-off log is noticed after a crash. */
import { closeSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A log and how many bytes of it hold acknowledged writes. */
interface Mark {
  log: string;
  size: number;
}

export interface LogMark {
  /** Call when a write was acknowledged. Costs two system calls. */
  move(): void;
  close(): void;
}

const fileOf = (store: string): string => `${store}.mark`;

/** Opens the mark of a store. */
export function openLogMark(store: string): LogMark {
  const handle = openSync(fileOf(store), 'w', 0o600);
  let mark: Mark = { log: '', size: 0 };
  const size = (log: string): number => (log === '' ? 0 : (statSync(join(store, log), { throwIfNoEntry: false })?.size ?? 0));
  return {
    move() {
      const grown = size(mark.log);
      // Every write makes the log longer, unless LevelDB has begun another one.
      if (grown > mark.size) mark.size = grown;
      else {
        const log = newestLog(store);
        mark = { log, size: size(log) };
      }
      // Of one length, so that a mark overwrites the one before; not synced: it outlives the process, as the log does.
      writeSync(handle, `${mark.log} ${mark.size}`.padEnd(40), 0);
    },
    close: () => closeSync(handle),
  };
}

function newestLog(store: string): string {
  return (
    readdirSync(store)
      .filter((name) => /^\d+\.log$/.test(name))
      .toSorted()
      .at(-1) ?? ''
  );
}

/** The mark an earlier process left; undefined where it left none that can be read. */
export function logMarkOf(store: string): Mark | undefined {
  try {
    const [, log, size] = /^(\d+\.log) (\d+) *$/.exec(readFileSync(fileOf(store), 'utf8')) ?? [];
    return log === undefined ? undefined : { log, size: Number(size) };
  } catch {
    return undefined;
  }
}

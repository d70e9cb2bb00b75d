/** Whether SQLite files are whole after a crash, and whether their logs still hold every transaction. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Damage } from './damage.ts';

/** Checks the databases among `paths`. */
export function sqliteDamage(directory: string, paths: readonly string[]): Damage[] {
  const databases = paths.filter((path) => /\.(?:db|sqlite)$/.test(path));
  const logs = databases.flatMap((path) => logDamage(directory, path));
  // Opening a database takes over what its log still holds; with half a log it must not come to that.
  return logs.length > 0 ? logs : databases.flatMap((path) => contentDamage(directory, path));
}

function contentDamage(directory: string, path: string): Damage[] {
  const fault = contentFault(join(directory, path));
  return fault === undefined ? [] : [{ path, fault: `is damaged: SQLite says "${fault}"` }];
}

function contentFault(file: string): string | undefined {
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      const [answer] = Object.values(database.prepare('PRAGMA quick_check(1)').get() as Record<string, string>);
      return answer === 'ok' ? undefined : answer;
    } finally {
      database.close();
    }
  } catch (error) {
    return (error as Error).message;
  }
}

/**
 * SQLite takes a torn write-ahead log for what was written before a power cut and says nothing. The index beside it
 * knows how long the log was, for both survive a killed process.
 */
function logDamage(directory: string, path: string): Damage[] {
  const indexFile = `${path}-shm`;
  if (statSync(join(directory, indexFile), { throwIfNoEntry: false })?.isFile() === false)
    return [{ path: indexFile, fault: 'is no file any more', remedy: `remove ${indexFile}: SQLite makes it anew` }];
  const index = indexOf(join(directory, indexFile));
  if (index === undefined || index.frames <= index.copied) return [];
  const log = existsSync(join(directory, `${path}-wal`)) ? readFileSync(join(directory, `${path}-wal`)) : Buffer.alloc(0);
  const whole = wholeFrames(log, index.salt);
  if (whole >= index.frames) return [];
  const fault = `has lost its last writes: ${whole} of ${index.frames} log pages are left in ${path}-wal`;
  return [{ path, fault, remedy: `remove ${indexFile}: SQLite then goes on with the writes that are left` }];
}

interface LogIndex {
  /** Valid frames in the log, and how many of them the database already has. */
  frames: number;
  copied: number;
  salt: Buffer;
}

/** "WAL-Index File Format": https://sqlite.org/walformat.html, section 2.1. Undefined for one that is no index: SQLite makes it anew. */
function indexOf(file: string): LogIndex | undefined {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const isWhole = bytes.length >= 136 && bytes.subarray(0, 48).equals(bytes.subarray(48, 96)) && bytes[12] === 1;
  if (!isWhole) return undefined;
  const { frames, copied } = isLittleEndian
    ? { frames: bytes.readUInt32LE(16), copied: bytes.readUInt32LE(96) }
    : { frames: bytes.readUInt32BE(16), copied: bytes.readUInt32BE(96) };
  return { frames, copied, salt: bytes.subarray(32, 40) };
}

const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** "WAL File Format", section 1.2: frames count up to the first whose salt or running checksum is wrong. */
function wholeFrames(log: Buffer, salt: Buffer): number {
  const sum = { first: 0, second: 0, bigEndian: log.length >= 32 && (log.readUInt32BE(0) & 1) === 1 };
  if (log.length < 32 || !log.subarray(16, 24).equals(salt)) return 0;
  const page = log.readUInt32BE(8);
  if (!adds(sum, log.subarray(0, 24), log.subarray(24, 32))) return 0;
  let frames = 0;
  for (let at = 32; at + 24 + page <= log.length; at += 24 + page) {
    const header = log.subarray(at, at + 24);
    const isOurs = header.subarray(8, 16).equals(salt);
    add(sum, header.subarray(0, 8));
    if (!isOurs || !adds(sum, log.subarray(at + 24, at + 24 + page), header.subarray(16, 24))) break;
    frames += 1;
  }
  return frames;
}

interface Sum {
  first: number;
  second: number;
  bigEndian: boolean;
}

function add(sum: Sum, bytes: Buffer): void {
  const word = (at: number): number => (sum.bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at));
  for (let at = 0; at < bytes.length; at += 8) {
    sum.first = (sum.first + word(at) + sum.second) >>> 0;
    sum.second = (sum.second + word(at + 4) + sum.first) >>> 0;
  }
}

/** Adds bytes and says whether the sum is the written one. */
function adds(sum: Sum, bytes: Buffer, written: Buffer): boolean {
  add(sum, bytes);
  return sum.first === written.readUInt32BE(0) && sum.second === written.readUInt32BE(4);
}

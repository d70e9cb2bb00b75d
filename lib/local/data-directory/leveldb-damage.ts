/** Whether LevelDB's files still hold every acknowledged write after a crash; LevelDB itself drops what it cannot read. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Damage } from './damage.ts';
import { logMarkOf } from './log-mark.ts';

/** Checks the store in a folder below the data directory. */
export function leveldbDamage(directory: string, folder: string): Damage[] {
  const store = join(directory, folder);
  if (!existsSync(join(store, 'CURRENT'))) return [];
  return [...catalogueDamage(store, folder), ...logDamage(store, folder)];
}

function catalogueDamage(store: string, folder: string): Damage[] {
  const name = readFileSync(join(store, 'CURRENT'), 'utf8').trim();
  if (!/^MANIFEST-\d+$/.test(name)) return [{ path: `${folder}/CURRENT`, fault: 'names no catalogue of the tables' }];
  if (!existsSync(join(store, name))) return [{ path: `${folder}/${name}`, fault: 'is missing' }];
  const bytes = readFileSync(join(store, name));
  return wholeBytes(bytes) < bytes.length ? [{ path: `${folder}/${name}`, fault: 'is damaged' }] : [];
}

/** Compares the log with the mark that the last acknowledged write left. */
function logDamage(store: string, folder: string): Damage[] {
  const mark = logMarkOf(store);
  if (mark === undefined) return [];
  const path = `${folder}/${mark.log}`;
  const bytes = existsSync(join(store, mark.log)) ? readFileSync(join(store, mark.log)) : Buffer.alloc(0);
  const whole = wholeBytes(bytes);
  if (whole >= mark.size) return [];
  const fault = `has lost writes: ${whole} of at least ${mark.size} bytes are whole`;
  return [{ path, fault, remedy: `remove ${folder}.mark: the tables then go on with the writes that are left` }];
}

const BLOCK = 32_768;
const HEADER = 7;

/** How many bytes of a log, from its beginning, are whole records: https://github.com/google/leveldb/blob/main/doc/log_format.md */
function wholeBytes(log: Buffer): number {
  let at = 0;
  while (at < log.length) {
    const rest = BLOCK - (at % BLOCK);
    // A block too full for a header ends in zeros.
    if (rest < HEADER) at += rest;
    else {
      const end = recordEnd(log, at, rest);
      if (end === undefined) return at;
      at = end;
    }
  }
  return Math.min(at, log.length);
}

function recordEnd(log: Buffer, at: number, rest: number): number | undefined {
  if (at + HEADER > log.length) return undefined;
  const length = log.readUInt16LE(at + 4);
  const end = at + HEADER + length;
  const isWhole = HEADER + length <= rest && end <= log.length && maskedCrc(log.subarray(at + 6, end)) === log.readUInt32LE(at);
  return isWhole ? end : undefined;
}

/** LevelDB stores "the crc of a string that contains embedded CRCs" rotated and shifted. */
function maskedCrc(bytes: Buffer): number {
  const crc = crc32c(bytes);
  return (((crc >>> 15) | (crc << 17)) + 0xa282_ead8) >>> 0;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0x82f6_3b78 : crc >>> 1;
  return crc;
});

function crc32c(bytes: Buffer): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) crc = table[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffff_ffff) >>> 0;
}

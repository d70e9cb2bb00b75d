/** Which files a data directory holds, by content. */
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { isKept, isPassing, kindOf } from './kinds.ts';

/** A file as it was when it was listed. */
export interface Entry {
  size: number;
  modifiedAt: number;
  /** CRC-32 of the content; 0 where it did not matter. */
  crc: number;
}

/** Entries by path below the data directory, with `/` between folders. */
export type Listing = Record<string, Entry>;

export interface ListingOptions {
  /** What is known already: files that never change are not read again. */
  before: Listing;
  /** True while the files are in use: those that change are then not read at all. */
  inUse: boolean;
}

/** Lists everything that something would be lost with. */
export function listFiles(directory: string, options: ListingOptions): Listing {
  const entries = [...paths(directory, '')].toSorted().map((path) => [path, entryOf(directory, path, options)] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, Entry] => entry[1] !== undefined));
}

function* paths(directory: string, below: string): Generator<string> {
  for (const entry of readdirSync(join(directory, below), { withFileTypes: true })) {
    const path = `${below}${entry.name}`;
    if (below === '' ? !isKept(path) : isPassing(path)) continue;
    if (entry.isDirectory()) yield* paths(directory, `${path}/`);
    else if (entry.isFile()) yield path;
  }
}

/** Undefined for a file that has just gone away. */
function entryOf(directory: string, path: string, { before, inUse }: ListingOptions): Entry | undefined {
  const file = join(directory, path);
  const now = statSync(file, { throwIfNoEntry: false });
  if (now === undefined) return undefined;
  const { size, mtimeMs: modifiedAt } = now;
  const { habit } = kindOf(path);
  if (inUse && (habit === 'kept' || habit === 'loose')) return { size, modifiedAt, crc: 0 };
  const known = before[path];
  const isSame = known?.size === size && known.modifiedAt === modifiedAt && (habit === 'fixed' || habit === 'final');
  return { size, modifiedAt, crc: isSame ? known.crc : crcOf(file, size) };
}

/** CRC-32 of the first bytes of a file, in constant memory: enough to find accidents, which is all this is about. */
export function crcOf(file: string, size: number): number {
  let crc = 0;
  const chunk = Buffer.allocUnsafe(Math.min(size, 1 << 20));
  const handle = openSync(file, 'r');
  try {
    for (let at = 0; at < size;) {
      const read = readSync(handle, chunk, 0, Math.min(chunk.length, size - at), at);
      if (read === 0) break;
      crc = crc32(chunk.subarray(0, read), crc);
      at += read;
    }
  } finally {
    closeSync(handle);
  }
  return crc;
}

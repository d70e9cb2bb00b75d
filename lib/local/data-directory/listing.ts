/** Which files a data directory holds, by content. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isKept, isPassing, kindOf } from './kinds.ts';

/** A file as it was when it was listed. */
export interface Entry {
  size: number;
  modifiedAt: number;
  sha256: string;
}

/** Entries by path below the data directory, with `/` between folders. */
export type Listing = Record<string, Entry>;

/** Lists everything that something would be lost with. What never changes is read only once: `before` knows it. */
export function listFiles(directory: string, before: Listing): Listing {
  return Object.fromEntries([...paths(directory, '')].toSorted().map((path) => [path, entryOf(directory, path, before[path])]));
}

function* paths(directory: string, below: string): Generator<string> {
  for (const entry of readdirSync(join(directory, below), { withFileTypes: true })) {
    const path = `${below}${entry.name}`;
    if (below === '' ? !isKept(path) : isPassing(path)) continue;
    if (entry.isDirectory()) yield* paths(directory, `${path}/`);
    else if (entry.isFile()) yield path;
  }
}

function entryOf(directory: string, path: string, before: Entry | undefined): Entry {
  const file = join(directory, path);
  const { size, mtimeMs: modifiedAt } = statSync(file);
  const isSame = before?.size === size && before.modifiedAt === modifiedAt && ['fixed', 'final'].includes(kindOf(path).habit);
  return { size, modifiedAt, sha256: isSame ? before.sha256 : hashOf(file, size) };
}

/** SHA-256 of the first bytes of a file, in constant memory. */
export function hashOf(file: string, size: number): string {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(Math.min(size, 1 << 20));
  const handle = openSync(file, 'r');
  try {
    for (let at = 0; at < size;) {
      const read = readSync(handle, chunk, 0, Math.min(chunk.length, size - at), at);
      if (read === 0) break;
      hash.update(chunk.subarray(0, read));
      at += read;
    }
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}

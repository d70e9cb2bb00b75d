/** The bytes of objects: files with random names, written once, never changed. */
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** One file of an object; a multipart object has one per part. */
export interface BlobFile {
  name: string;
  size: number;
}

export interface BlobFiles {
  /**
   * Writes all bytes and returns the new file's name. Nothing of it is visible before: it is
   * written under a temporary name and renamed at the end; on a fault the rest is removed.
   */
  write(bytes: AsyncIterable<Buffer>): Promise<string>;
  /** Keeps files readable, even if they are removed meanwhile, until the returned function is called. */
  hold(files: readonly BlobFile[]): () => void;
  /** Reads bytes `start` to `end` (inclusive) of files joined together. Hold them first. */
  read(files: readonly BlobFile[], range: { start: number; end: number }): AsyncGenerator<Buffer>;
  /** Removes files as soon as nobody reads them. */
  remove(files: readonly BlobFile[]): Promise<void>;
}

/**
 * Opens the folder. Files that no object or part names (a killed upload) are removed; a named one that is not there as
 * it was written is a fault.
 */
export function openBlobFiles(dir: string, named: ReadonlyMap<string, number>): BlobFiles {
  mkdirSync(dir, { recursive: true });
  for (const [name, size] of named) requireWhole(join(dir, name), size);
  for (const name of readdirSync(dir)) if (!named.has(name)) rmSync(join(dir, name));
  const readers = new Map<string, number>();
  const doomed = new Set<string>();

  function count(files: readonly BlobFile[], by: number): void {
    for (const { name } of files) {
      const readersNow = (readers.get(name) ?? 0) + by;
      if (readersNow > 0) readers.set(name, readersNow);
      else readers.delete(name);
    }
  }

  async function remove(files: readonly BlobFile[]): Promise<void> {
    for (const { name } of files) {
      // A reader that has begun finishes with the bytes it began with, as in S3.
      if (readers.has(name)) doomed.add(name);
      else await rm(join(dir, name), { force: true });
    }
  }

  function hold(files: readonly BlobFile[]): () => void {
    count(files, 1);
    return () => {
      count(files, -1);
      for (const { name } of files) {
        if (!readers.has(name) && doomed.delete(name)) rmSync(join(dir, name), { force: true });
      }
    };
  }

  return { hold, remove, read: (files, range) => readSlices(dir, slicesOf(files, range)), write: (bytes) => writeFile(dir, bytes) };
}

/** Of files written since the last start nothing but the index knows; after a crash nobody has looked at them yet. */
function requireWhole(file: string, size: number): void {
  const now = statSync(file, { throwIfNoEntry: false });
  if (now?.size === size) return;
  const fault = now ? `has ${now.size} of ${size} bytes` : 'is missing';
  throw new LostBlobError(`${file} ${fault}, and with it an object. Put back a copy of the whole data directory, or begin with a new one.`);
}

/** The index names bytes that are not there. */
export class LostBlobError extends Error {
  override name = 'LostBlobError' as const;
}

async function* readSlices(dir: string, slices: readonly { name: string; start: number; end: number }[]): AsyncGenerator<Buffer> {
  for (const { name, start, end } of slices) {
    yield* createReadStream(join(dir, name), { start, end }) as AsyncIterable<Buffer>;
  }
}

async function writeFile(dir: string, bytes: AsyncIterable<Buffer>): Promise<string> {
  const name = randomUUID();
  const temporary = join(dir, `${name}.part`);
  try {
    await pipeline(bytes, createWriteStream(temporary, { mode: 0o600, flags: 'wx', flush: true }));
    await rename(temporary, join(dir, name));
    return name;
  } catch (fault) {
    await rm(temporary, { force: true });
    throw fault;
  }
}

function slicesOf(files: readonly BlobFile[], range: { start: number; end: number }): { name: string; start: number; end: number }[] {
  const slices: { name: string; start: number; end: number }[] = [];
  let offset = 0;
  for (const { name, size } of files) {
    const start = Math.max(range.start - offset, 0);
    const end = Math.min(range.end - offset, size - 1);
    if (start <= end) slices.push({ name, start, end });
    offset += size;
  }
  return slices;
}

/** Appends entries to a log's tiles: which files a batch adds, and which root the tree has after it. */
import { createHash } from 'node:crypto';
import { LogNotReadableError, type ReadFile } from './tree.ts';
import { coveredBy, readBundle, TILE_WIDTH, tilePath, widthAt, writeBundle } from './tiles.ts';

/** A file of the log. Written once: the same path never holds other bytes. */
export interface LogFile {
  path: string;
  bytes: Uint8Array;
}

const HASH_BYTES = 32;
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

const hashOf = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Hash of an entry, as `leafHash`, without waiting. */
export const hashLeaf = (entry: Uint8Array): Buffer => hashOf(LEAF, entry);

/** Root of perfect subtrees of one size, of which there is a power of two. */
function combine(hashes: readonly Uint8Array[]): Uint8Array {
  let level = hashes;
  while (level.length > 1) level = Array.from({ length: level.length / 2 }, (_, at) => hashOf(NODE, level[2 * at]!, level[2 * at + 1]!));
  return level[0]!;
}

/** The unfinished tile of one level. */
interface Edge {
  hashes: Uint8Array[];
  /** Place of the unfinished tile. */
  index: number;
  changed: boolean;
}

/** The right edge of a tree: all that appending needs to know of it. */
export class TreeEdge {
  #size: number;
  readonly #levels: Edge[];
  /** Entries of the unfinished bundle. */
  #bundle: Uint8Array[];

  constructor(size: number, levels: Edge[], bundle: Uint8Array[]) {
    this.#size = size;
    this.#levels = levels;
    this.#bundle = bundle;
  }

  get size(): number {
    return this.#size;
  }

  /** Adds entries; returns the files this makes, full ones and, at the end, those that are not full yet. */
  append(entries: Iterable<Uint8Array>): LogFile[] {
    const files: LogFile[] = [];
    for (const entry of entries) {
      this.#bundle.push(entry);
      this.#push(0, hashLeaf(entry), files);
      this.#size += 1;
      if (this.#bundle.length === TILE_WIDTH) {
        files.push({ path: tilePath('entries', this.#size / TILE_WIDTH - 1), bytes: writeBundle(this.#bundle) });
        this.#bundle = [];
      }
    }
    files.push(...this.#unfinished(({ changed }) => changed));
    for (const edge of this.#levels) edge.changed = false;
    return files;
  }

  /** The files of this size that are not full yet. */
  unfinished(): LogFile[] {
    return this.#unfinished(() => true);
  }

  /** Root of the tree: SHA-256("") while it is empty. */
  root(): Uint8Array {
    const perfect = this.#levels.toReversed().flatMap(({ hashes }) => perfectIn(hashes));
    return perfect.length === 0 ? hashOf() : perfect.reduceRight((right, left) => hashOf(NODE, left, right));
  }

  #push(level: number, hash: Uint8Array, files: LogFile[]): void {
    const edge = (this.#levels[level] ??= { hashes: [], index: 0, changed: false });
    edge.hashes.push(hash);
    edge.changed = true;
    if (edge.hashes.length < TILE_WIDTH) return;
    files.push({ path: tilePath(level, edge.index), bytes: Buffer.concat(edge.hashes) });
    const root = combine(edge.hashes);
    this.#levels[level] = { hashes: [], index: edge.index + 1, changed: false };
    this.#push(level + 1, root, files);
  }

  #unfinished(wanted: (edge: Edge) => boolean): LogFile[] {
    const tiles = this.#levels.flatMap((edge, level) =>
      wanted(edge) && edge.hashes.length > 0
        ? [{ path: tilePath(level, edge.index, edge.hashes.length), bytes: Buffer.concat(edge.hashes) }]
        : [],
    );
    if (tiles.length === 0 || this.#bundle.length === 0) return tiles;
    const path = tilePath('entries', Math.floor(this.#size / TILE_WIDTH), this.#bundle.length);
    return [...tiles, { path, bytes: writeBundle(this.#bundle) }];
  }
}

/** The largest perfect subtrees that neighbours make, from the left. */
function perfectIn(hashes: readonly Uint8Array[]): Uint8Array[] {
  const roots: Uint8Array[] = [];
  for (let at = 0; at < hashes.length;) {
    const count = 2 ** Math.floor(Math.log2(hashes.length - at));
    roots.push(combine(hashes.slice(at, at + count)));
    at += count;
  }
  return roots;
}

async function partialTile(read: ReadFile, path: string, width: number): Promise<Uint8Array[]> {
  const bytes = await read(path);
  if (bytes?.length !== width * HASH_BYTES) throw new LogNotReadableError(path);
  return Array.from({ length: width }, (_, at) => bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES));
}

async function partialBundle(read: ReadFile, index: number, width: number): Promise<Uint8Array[]> {
  const path = tilePath('entries', index, width);
  const entries = readBundle((await read(path)) ?? new Uint8Array());
  if (entries?.length !== width) throw new LogNotReadableError(path);
  return entries;
}

/** Reads the right edge of a tree of a size. Throws LogNotReadableError where a file is missing. */
export async function readEdge(read: ReadFile, size: number): Promise<TreeEdge> {
  const levels: Edge[] = [];
  for (let level = 0; coveredBy(level) <= size; level += 1) {
    const index = Math.floor(size / coveredBy(level + 1));
    const width = widthAt(size, level, index);
    levels.push({ hashes: width === 0 ? [] : await partialTile(read, tilePath(level, index, width), width), index, changed: false });
  }
  const width = size % TILE_WIDTH;
  return new TreeEdge(size, levels, width === 0 ? [] : await partialBundle(read, Math.floor(size / TILE_WIDTH), width));
}

/** Reads a log's tree from its tiles: roots and proofs for any size it ever had. Runs in Node and in a browser. */
import type { Bytes } from '../base64.ts';
import { emptyRoot, nodeHash } from './inclusion.ts';
import { TILE_WIDTH, tilePath, widthAt } from './tiles.ts';

/** Gives the bytes of a file of the log by its path; undefined if it is not there. */
export type ReadFile = (path: string) => Promise<Uint8Array | undefined>;

/** A file of the log is missing or too short: nothing can be told from it. */
export class LogNotReadableError extends Error {
  override name = 'LogNotReadableError' as const;
  /** The file. */
  readonly path: string;

  constructor(path: string) {
    super(`The log's file ${path} is missing or not whole`);
    this.path = path;
  }
}

const HASH_BYTES = 32;

/** Largest power of two below a number above 1. */
function splitOf(count: number): number {
  return 2 ** Math.ceil(Math.log2(count) - 1);
}

const isPower = (count: number): boolean => Number.isInteger(Math.log2(count));

async function combine(hashes: readonly Bytes[]): Promise<Bytes> {
  let level = hashes;
  while (level.length > 1) {
    const pairs = Array.from({ length: level.length / 2 }, (_, at) => [level[2 * at]!, level[2 * at + 1]!] as const);
    level = await Promise.all(pairs.map(([left, right]) => nodeHash(left, right)));
  }
  return level[0]!;
}

export interface Tree {
  root(): Promise<Bytes>;
  /** Hashes that lead from an entry to the root. */
  inclusion(index: number): Promise<Bytes[]>;
  /** Hashes that show that the tree of an earlier size is the beginning of this one. */
  consistency(earlier: number): Promise<Bytes[]>;
}

class TiledTree implements Tree {
  readonly #read: ReadFile;
  readonly #size: number;
  readonly #tiles = new Map<string, Promise<Bytes>>();

  constructor(read: ReadFile, size: number) {
    this.#read = read;
    this.#size = size;
  }

  async root(): Promise<Bytes> {
    return this.#size === 0 ? await emptyRoot() : await this.#range(0, this.#size);
  }

  async inclusion(index: number): Promise<Bytes[]> {
    return await this.#path(index, 0, this.#size);
  }

  async consistency(earlier: number): Promise<Bytes[]> {
    return earlier === 0 || earlier === this.#size ? [] : await this.#subproof(earlier, [0, this.#size], true);
  }

  /** Root of the entries from `low` to before `high`, where `low` begins a subtree. */
  async #range(low: number, high: number): Promise<Bytes> {
    const count = high - low;
    if (isPower(count)) return await this.#perfect(low, count);
    const split = splitOf(count);
    return await nodeHash(await this.#perfect(low, split), await this.#range(low + split, high));
  }

  /** Root of a perfect subtree: of up to 128 neighbours in one tile. */
  async #perfect(low: number, count: number): Promise<Bytes> {
    const bits = Math.log2(count);
    const level = Math.floor(bits / 8);
    const neighbours = 2 ** (bits % 8);
    const first = low / TILE_WIDTH ** level;
    const tile = await this.#tile(level, Math.floor(first / TILE_WIDTH));
    const offset = (first % TILE_WIDTH) * HASH_BYTES;
    return await combine(
      Array.from({ length: neighbours }, (_, at) => tile.slice(offset + at * HASH_BYTES, offset + (at + 1) * HASH_BYTES)),
    );
  }

  async #tile(level: number, index: number): Promise<Bytes> {
    const width = widthAt(this.#size, level, index);
    const path = tilePath(level, index, width);
    const known = this.#tiles.get(path);
    if (known !== undefined) return await known;
    const read = this.#load(path, { level, index, width });
    this.#tiles.set(path, read);
    return await read;
  }

  /** "the client MAY fetch the full tile" where the partial one is gone (c2sp.org/tlog-tiles). */
  async #load(path: string, { level, index, width }: { level: number; index: number; width: number }): Promise<Bytes> {
    const bytes = (await this.#read(path)) ?? (width < TILE_WIDTH ? await this.#read(tilePath(level, index)) : undefined);
    if (bytes === undefined || bytes.length < width * HASH_BYTES) throw new LogNotReadableError(path);
    return Uint8Array.from(bytes);
  }

  async #path(index: number, low: number, high: number): Promise<Bytes[]> {
    if (high - low === 1) return [];
    const middle = low + splitOf(high - low);
    return index < middle
      ? [...(await this.#path(index, low, middle)), await this.#range(middle, high)]
      : [...(await this.#path(index, middle, high)), await this.#range(low, middle)];
  }

  /** SUBPROOF of RFC 9162 section 2.1.4.1; `whole`: the verifier knows the root of the earlier part. */
  async #subproof(earlier: number, [low, high]: readonly [number, number], whole: boolean): Promise<Bytes[]> {
    if (earlier === high - low) return whole ? [] : [await this.#range(low, high)];
    const split = splitOf(high - low);
    return earlier <= split
      ? [...(await this.#subproof(earlier, [low, low + split], whole)), await this.#range(low + split, high)]
      : [...(await this.#subproof(earlier - split, [low + split, high], false)), await this.#range(low, low + split)];
  }
}

/** The tree of a log at a size. Each file is read once. Throws LogNotReadableError where one is missing. */
export function openTree(read: ReadFile, size: number): Tree {
  return new TiledTree(read, size);
}

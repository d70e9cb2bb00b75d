/** Rebuilds a log's tree from its entries alone, and holds every file and every root against it. */
import { hashLeaf, type LogFile, TreeEdge } from '../append.ts';
import { rootOf } from '../inclusion.ts';
import { coveredBy, readBundle, readTilePath, TILE_WIDTH, tilePath, widthAt } from '../tiles.ts';
import { LogNotReadableError, openTree, type ReadFile } from '../tree.ts';
import { readTile, unitOf } from './entries.ts';
import type { Findings } from './finding.ts';
import type { OpenLog } from './head.ts';

type Tile = NonNullable<ReturnType<typeof readTilePath>>;

/** Reads hash tiles as the tree has them now: never one of its past, which might tell of another tree. */
function tilesNow({ source: { read }, size }: OpenLog): ReadFile {
  return async (path) => {
    const tile = readTilePath(path);
    if (tile === undefined || tile.level === 'entries') return undefined;
    return await readTile(read, { ...tile, width: widthAt(size, tile.level, tile.index) });
  };
}

/** Places in a file where it differs. */
function differing(stored: Uint8Array, expected: Uint8Array, unit: number): number[] {
  const [a, b] = [Buffer.from(stored), Buffer.from(expected)];
  const places = Array.from({ length: Math.ceil(Math.max(a.length, b.length) / unit) }, (_, at) => at);
  return places.filter((at) => a.compare(b, at * unit, (at + 1) * unit, at * unit, (at + 1) * unit) !== 0);
}

/** Hash of the one entry that a piece of a bundle holds. */
function leafIn(piece: Uint8Array): Uint8Array | undefined {
  const [entry, ...rest] = readBundle(piece) ?? [];
  return entry === undefined || rest.length > 0 ? undefined : hashLeaf(entry);
}

/** The tree while it grows, entry by entry. */
export class TreeWalk {
  readonly #edge = new TreeEdge(0, [], []);
  readonly #log: OpenLog;
  readonly #findings: Findings;
  /** Bundles, by index, with an entry that is not the one in the signed tree: what is built on them says nothing about the tiles. */
  readonly #foreign = new Set<number>();
  readonly #told = new Set<string>();

  constructor(log: OpenLog, findings: Findings) {
    this.#log = log;
    this.#findings = findings;
  }

  get size(): number {
    return this.#edge.size;
  }

  /** Adds entries and compares the files that they complete. */
  async grow(entries: readonly Uint8Array[]): Promise<void> {
    for (const file of this.#edge.append(entries)) if (readTilePath(file.path)!.width === TILE_WIDTH) await this.#compare(file);
  }

  /** Compares the files that are not full at the size reached: a size the log once had, or has now. */
  async compareUnfinished(): Promise<void> {
    for (const file of this.#edge.unfinished()) await this.#compare(file);
  }

  /** The root at a size. Beyond what was rebuilt, or behind a foreign entry, the tiles tell; undefined if they cannot. */
  async root(size: number): Promise<Uint8Array | undefined> {
    if (size === this.#edge.size && this.#foreign.size === 0) return this.#edge.root();
    return await this.#fromTiles(async (read) => await openTree(read, size).root());
  }

  async #fromTiles<T>(ask: (read: ReadFile) => Promise<T>): Promise<T | undefined> {
    try {
      return await ask(tilesNow(this.#log));
    } catch (error) {
      if (!(error instanceof LogNotReadableError)) throw error;
      this.#tell('tile-missing', error.path);
      return undefined;
    }
  }

  #tell(kind: 'tile-missing' | 'tile-differs' | 'bundle-differs', file: string, index?: number): void {
    if (this.#told.has(file)) return;
    this.#told.add(file);
    this.#findings.add({ log: this.#log.origin, kind, file, ...(index === undefined ? {} : { index }) });
  }

  /** Compares a file, and what is kept of it from when it had fewer elements. */
  async #compare({ path, bytes }: LogFile): Promise<void> {
    const { source } = this.#log;
    const tile = readTilePath(path)!;
    const { level, index, width } = tile;
    // The entries were read from the full bundle.
    if (level !== 'entries' || width < TILE_WIDTH) await this.#compareOne(tile, bytes);
    const kept = (await source.widths?.(tilePath(level, index))) ?? [];
    for (const past of kept.filter((each) => each < width))
      await this.#compareOne({ level, index, width: past }, bytes.subarray(0, past * unitOf(level)));
  }

  async #compareOne(tile: Tile, expected: Uint8Array): Promise<void> {
    const { read, batches } = this.#log.source;
    const path = tilePath(tile.level, tile.index, tile.width);
    // Those who run the log delete nothing; of anybody else's copy the full files are enough.
    const stored = batches === undefined ? await readTile(read, tile) : await read(path);
    if (stored === undefined) this.#tell('tile-missing', path);
    else if (Buffer.compare(stored, expected) !== 0) await this.#judge(tile, stored, differing(stored, expected, unitOf(tile.level)));
  }

  /** Which of two is wrong: the file, or the entries it was held against. */
  async #judge(tile: Tile, stored: Uint8Array, places: readonly number[]): Promise<void> {
    const { level, index, width } = tile;
    const path = tilePath(level, index, width);
    if (level !== 'entries' && level > 0) {
      const covered = coveredBy(level);
      const place = places.map((at) => (index * TILE_WIDTH + at) * covered).find((first) => !this.#isForeign(first, covered));
      if (place !== undefined) this.#tell('tile-differs', path, place);
      return;
    }
    const [at] = places as [number];
    const place = index * TILE_WIDTH + at;
    const element = stored.subarray(at * unitOf(level), (at + 1) * unitOf(level));
    const leaf = level === 'entries' ? leafIn(element) : element;
    if (leaf !== undefined && (await this.#isSigned(place, leaf))) {
      this.#foreign.add(index);
      this.#tell('bundle-differs', tilePath('entries', index, widthAt(this.#log.size, 0, index)), place);
    } else this.#tell(level === 'entries' ? 'bundle-differs' : 'tile-differs', path, place);
  }

  #isForeign(first: number, count: number): boolean {
    const [from, to] = [first / TILE_WIDTH, (first + count) / TILE_WIDTH];
    return [...this.#foreign].some((bundle) => bundle >= from && bundle < to);
  }

  /** True if the tiles lead from a leaf to the root that the log signed. */
  async #isSigned(index: number, leaf: Uint8Array): Promise<boolean> {
    const { size, root } = this.#log;
    const hashes = await this.#fromTiles(async (read) => await openTree(read, size).inclusion(index));
    const top = hashes && (await rootOf({ leaf: Uint8Array.from(leaf), index: BigInt(index), size: BigInt(size), hashes }));
    return top !== undefined && Buffer.compare(top, root) === 0;
  }
}

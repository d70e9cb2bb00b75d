/** Reads the entries of a log from its bundles, a few at a time. */
import { readBundle, TILE_WIDTH, tilePath, widthAt } from '../tiles.ts';
import type { ReadFile } from '../tree.ts';

/** Bytes of an entry, and of a hash of the tree: SHA-256 both. */
export const ENTRY_BYTES = 32;

/** Bytes of one element of a file: an entry stands behind its length. */
export const unitOf = (level: number | 'entries'): number => (level === 'entries' ? 2 + ENTRY_BYTES : ENTRY_BYTES);

/** Bundles read at the same time: what hides the way to a far log. */
const AT_ONCE = 16;

/** A bundle that cannot be read. */
export interface Unreadable {
  kind: 'bundle-missing' | 'bundle-not-readable';
  file: string;
  index: number;
}

/** A tile, or a bundle, of so many elements; cut out of the full one where the partial one is gone. */
export async function readTile(
  read: ReadFile,
  tile: { level: number | 'entries'; index: number; width: number },
): Promise<Uint8Array | undefined> {
  const { level, index, width } = tile;
  const exact = await read(tilePath(level, index, width));
  if (exact !== undefined || width === TILE_WIDTH) return exact;
  return (await read(tilePath(level, index)))?.subarray(0, width * unitOf(level));
}

async function readEntries(read: ReadFile, index: number, size: number): Promise<Uint8Array[] | Unreadable> {
  const width = widthAt(size, 0, index);
  const place = { file: tilePath('entries', index, width), index: index * TILE_WIDTH };
  const bytes = await readTile(read, { level: 'entries', index, width });
  if (bytes === undefined) return { kind: 'bundle-missing', ...place };
  const entries = readBundle(bytes);
  const whole = entries?.length === width && entries.every(({ length }) => length === ENTRY_BYTES);
  return whole ? entries : { kind: 'bundle-not-readable', ...place };
}

/** All entries in order, some thousand at a time; a bundle that cannot be read is the last that comes. */
export async function* entriesOf(read: ReadFile, size: number): AsyncGenerator<Uint8Array[] | Unreadable> {
  const bundles = Math.ceil(size / TILE_WIDTH);
  for (let first = 0; first < bundles; first += AT_ONCE) {
    const indices = Array.from({ length: Math.min(AT_ONCE, bundles - first) }, (_, at) => first + at);
    for (const entries of await Promise.all(indices.map((index) => readEntries(read, index, size)))) {
      yield entries;
      if (!Array.isArray(entries)) return;
    }
  }
}

/** The entry at a place; undefined if its bundle cannot be read. Remembers the last bundle. */
export function entryReader(read: ReadFile, size: number): (index: number) => Promise<Uint8Array | undefined> {
  let known: { index: number; entries: Promise<Uint8Array[] | Unreadable> } | undefined;
  return async (place) => {
    const index = Math.floor(place / TILE_WIDTH);
    if (known?.index !== index) known = { index, entries: readEntries(read, index, size) };
    const entries = await known.entries;
    return Array.isArray(entries) ? entries[place % TILE_WIDTH] : undefined;
  };
}

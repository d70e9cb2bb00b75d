/** Tiles (c2sp.org/tlog-tiles): the log as files of up to 256 hashes, named by level and place. */

/** Hashes in a full tile; entries in a full bundle. */
export const TILE_WIDTH = 256;

/** Levels of tiles a tree can have before its size leaves the safe integers. */
const LEVELS = 6;

/** Hashes of a tile's level cover that many entries each. */
export const coveredBy = (level: number): number => TILE_WIDTH ** level;

/** `x001/x234/067` for 1234067: three digits an element, all but the last marked. */
function placeInPath(index: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g)!;
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
}

/** Where a tile, or a bundle of entries, lies; `width` below 256 names a partial one. */
export function tilePath(level: number | 'entries', index: number, width: number = TILE_WIDTH): string {
  return `tile/${level}/${placeInPath(index)}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

const PATH = /^tile\/(entries|[0-5])\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** What a path names; undefined if it is not that of a tile, to the letter. */
export function readTilePath(path: string): { level: number | 'entries'; index: number; width: number } | undefined {
  const [, level, place, partial = String(TILE_WIDTH)] = PATH.exec(path) ?? [];
  if (level === undefined || place === undefined) return undefined;
  const kind = level === 'entries' ? ('entries' as const) : Number(level);
  const tile = { level: kind, index: Number(place.replace(/[x/]/g, '')), width: Number(partial) };
  return tilePath(tile.level, tile.index, tile.width) === path ? tile : undefined;
}

/** How many hashes a tile has in a tree of a size; 0 if it has none. */
export function widthAt(size: number, level: number, index: number): number {
  return Math.max(0, Math.min(TILE_WIDTH, Math.floor(size / coveredBy(level)) - index * TILE_WIDTH));
}

/** Paths of everything a tree of a size consists of, without what only its past needs. */
export function* pathsOf(size: number): Generator<string> {
  for (let level = 0; level < LEVELS && coveredBy(level) <= Math.max(1, size); level += 1) {
    for (let index = 0; widthAt(size, level, index) > 0; index += 1) {
      const width = widthAt(size, level, index);
      yield tilePath(level, index, width);
      if (level === 0) yield tilePath('entries', index, width);
    }
  }
}

/** A bundle: each entry behind its length in two bytes. */
export function writeBundle(entries: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(entries.flatMap((entry) => [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry]));
}

/** The entries of a bundle; undefined if its lengths do not add up. */
export function readBundle(bundle: Uint8Array): Uint8Array[] | undefined {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bundle.length;) {
    const length = ((bundle[at] ?? 0) << 8) | (bundle[at + 1] ?? 0);
    const end = at + 2 + length;
    if (at + 2 > bundle.length || end > bundle.length) return undefined;
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries;
}

/** Compares a data directory with what it held when it was last used. */
import { existsSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { type Habit, kindOf } from './kinds.ts';
import { leveldbDamage } from './leveldb-damage.ts';
import { type Entry, crcOf, listFiles, type Listing } from './listing.ts';
import { jsonDamage } from './json-damage.ts';
import { sqliteDamage } from './sqlite-damage.ts';

/** A file that is not as it was left. */
export interface Damage {
  /** Below the data directory. */
  path: string;
  /** `is missing`, `is cut off ...`: completes a sentence that begins with the path. */
  fault: string;
  remedy?: string;
}

/** Everything that differs from a listing made when the last process ended. */
export function damageSinceEnd(directory: string, listing: Listing): Damage[] {
  return compare(directory, listing, () => 'fixed');
}

/**
 * What is wrong after an end without a farewell. The listing is of the start, and files have changed since: those that
 * never do are compared, the others are checked by what their formats can tell.
 */
export function damageAfterCrash(directory: string, listing: Listing): Damage[] {
  const found = compare(directory, listing, (path) => kindOf(path).habit);
  // Formats are asked only about what is there: a missing file would be made anew by the asking.
  if (found.length > 0) return found;
  const paths = Object.keys(listFiles(directory, { before: listing, inUse: true }));
  return [...jsonDamage(directory, paths), ...leveldbDamage(directory, 'dynamodb'), ...sqliteDamage(directory, paths)];
}

function compare(directory: string, listing: Listing, habitOf: (path: string) => Habit): Damage[] {
  return Object.entries(listing).flatMap(([path, entry]) => {
    if (isGivenUp(directory, path)) return [];
    const fault = faultOf(join(directory, path), entry, habitOf(path));
    const { remedy } = kindOf(path);
    return fault === undefined ? [] : [{ path, fault, ...(remedy === undefined ? {} : { remedy }) }];
  });
}

/** A person may delete a mail, and the whole demo world; both are no damage. */
function isGivenUp(directory: string, path: string): boolean {
  if (path.startsWith('demo/')) return !existsSync(join(directory, 'demo'));
  return path.startsWith('mail/') && !existsSync(join(directory, path.replace(/\.[^.]+$/, '.eml')));
}

function faultOf(file: string, entry: Entry, habit: Habit): string | undefined {
  const now = statSync(file, { throwIfNoEntry: false });
  if (now === undefined) return habit === 'fixed' || habit === 'kept' ? 'is missing' : undefined;
  if (!now.isFile()) return 'is no file any more';
  return habit === 'loose' || habit === 'kept' ? emptied(now, entry) : changed(file, now, { entry, habit });
}

function emptied({ size }: Stats, entry: Entry): string | undefined {
  return size === 0 && entry.size > 0 ? 'is empty' : undefined;
}

function changed(file: string, { size }: Stats, { entry, habit }: { entry: Entry; habit: Habit }): string | undefined {
  if (size < entry.size) return `is cut off: ${size} of ${entry.size} bytes are left`;
  const isSame = (habit === 'appended' || size === entry.size) && crcOf(file, entry.size) === entry.crc;
  return isSame ? undefined : 'has another content than it was left with';
}

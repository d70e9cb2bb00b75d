/** The data directory: one process at a time, and nothing that was in it goes missing unnoticed. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockDirectory } from '../lock.ts';
import { type Damage, damageAfterCrash, damageSinceEnd } from './damage.ts';
import { DamagedDirectoryError, NewerDirectoryError } from './errors.ts';
import { isKept } from './kinds.ts';
import { listFiles, type Listing } from './listing.ts';
import { writeWhole } from './write-whole.ts';

/** The form of everything in the directory; a later version that changes it counts on. */
const FORMAT = 1;

/** What the directory has held, in `data-directory.json`. */
interface Manifest {
  format: number;
  /** True from an orderly end to the next start: nothing may have changed since the files were listed. */
  ended: boolean;
  files: Listing;
}

export interface DataDirectory {
  path: string;
  /** True when the last process on it did not end in order. */
  unclean: boolean;
  /** Remembers what is there now; call when everything has started. */
  record(): void;
  /** Seals what is there and lets the next process in; call when everything has stopped. */
  close(): void;
}

/** Opens or makes a directory. Throws DirectoryInUseError, DamagedDirectoryError or NewerDirectoryError, and then has changed nothing. */
export function openDataDirectory(path: string): DataDirectory {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const lock = lockDirectory(path);
  try {
    const before = readManifest(path);
    requireWhole(path, before);
    return usedDirectory(path, before, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function usedDirectory(path: string, before: Manifest, lock: { release(): void }): DataDirectory {
  let { files } = before;
  let isRecorded = false;
  const keep = (ended: boolean): void => writeManifest(path, { format: FORMAT, ended, files });
  keep(false);
  return {
    path,
    unclean: !before.ended,
    record() {
      files = listFiles(path, { before: files, inUse: true });
      keep(false);
      isRecorded = true;
    },
    close() {
      try {
        // After a crash nobody has yet shown that the rest can be used; the next start looks at it as after a crash again.
        if (before.ended || isRecorded) {
          files = listFiles(path, { before: files, inUse: false });
          keep(true);
        }
      } finally {
        lock.release();
      }
    },
  };
}

function requireWhole(path: string, { ended, files }: Manifest): void {
  const damages = ended ? damageSinceEnd(path, files) : damageAfterCrash(path, files);
  if (damages.length > 0) throw new DamagedDirectoryError(path, damages);
}

const manifestFile = 'data-directory.json';

function writeManifest(path: string, manifest: Manifest): void {
  writeWhole(join(path, manifestFile), JSON.stringify(manifest));
}

function readManifest(path: string): Manifest {
  const file = join(path, manifestFile);
  if (!existsSync(file)) {
    if (!readdirSync(path).some(isKept)) return { format: FORMAT, ended: true, files: {} };
    throw damagedManifest(path, 'is missing');
  }
  const manifest = parse(file);
  if (manifest === undefined) throw damagedManifest(path, 'cannot be read');
  if (manifest.format > FORMAT) throw new NewerDirectoryError(path, { format: manifest.format, known: FORMAT });
  return manifest;
}

function parse(file: string): Manifest | undefined {
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Partial<Manifest>;
    const isManifest = typeof manifest.format === 'number' && typeof manifest.ended === 'boolean' && typeof manifest.files === 'object';
    return isManifest ? (manifest as Manifest) : undefined;
  } catch {
    return undefined;
  }
}

function damagedManifest(path: string, fault: string): DamagedDirectoryError {
  const damage: Damage = { path: manifestFile, fault };
  return new DamagedDirectoryError(path, [damage]);
}

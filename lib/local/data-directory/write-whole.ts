/** Writes a small file so that it is there whole or not at all, also after a power cut. */
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Readable for its owner only. Durable on return. */
export function writeWhole(file: string, text: string): void {
  const draft = `${file}.new`;
  synced(draft, 'w', (handle) => writeFileSync(handle, text));
  renameSync(draft, file);
  // The new name is durable once its folder is; Windows cannot open a folder, and needs no such thing.
  if (process.platform !== 'win32') synced(dirname(file), 'r', () => undefined);
}

function synced(path: string, flags: string, work: (handle: number) => void): void {
  const handle = openSync(path, flags, 0o600);
  try {
    work(handle);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

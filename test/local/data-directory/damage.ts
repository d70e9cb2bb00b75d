/** What can happen to a file, and what a start makes of it. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inventory, startLife } from './life.ts';

/** In memory where there is such a thing: hundreds of starts write through to the disk. */
export const scratch = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Bytes that are neither JSON nor a header of anything. */
const garbage = Buffer.from(Array.from({ length: 64 }, (_, i) => (i * 89 + 129) % 256));

function overwrite(file: string): void {
  const bytes = readFileSync(file);
  garbage.copy(bytes);
  writeFileSync(file, bytes);
}

export const damages: Record<string, (file: string) => void> = {
  'is deleted': (file) => rmSync(file),
  'is cut in half': (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
  'is emptied': (file) => truncateSync(file, 0),
  'begins with garbage': overwrite,
  'is replaced by a folder': (file) => {
    rmSync(file);
    mkdirSync(file);
  },
};

export type Outcome = { kind: 'intact' } | { kind: 'refused'; message: string } | { kind: 'lost'; what: unknown };

/** Starts on a damaged copy and says what became of it. */
export async function outcomeOf(
  template: string,
  { from, path, damage, before }: { from: string; path: string; damage: (file: string) => void; before: unknown },
): Promise<Outcome> {
  const copy = mkdtempSync(join(scratch, 'damaged-'));
  cpSync(from, copy, { recursive: true, preserveTimestamps: true });
  damage(join(copy, path));
  try {
    const alive = await startLife(template, copy).catch((error: Error) => error);
    if (alive instanceof Error) return { kind: 'refused', message: `${alive.name}: ${alive.message.replaceAll(copy, '<home>')}` };
    const after = await inventory(alive, copy).catch((error: Error) => error.message);
    await alive.close();
    return JSON.stringify(after) === JSON.stringify(before) ? { kind: 'intact' } : { kind: 'lost', what: after };
  } finally {
    rmSync(copy, { recursive: true });
  }
}

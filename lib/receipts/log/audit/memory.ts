/** What an audit remembers for the next one: the checkpoint of each log, so that none can be set back or rewritten in between. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import * as z from 'zod';
import type { LogReport } from './audit-logs.ts';
import { HeldFileError } from './held.ts';
import type { SeenCheckpoint } from './source.ts';

const memory = z.record(z.string(), z.string());

type Memory = z.infer<typeof memory>;

async function readMemory(file: string): Promise<Memory> {
  try {
    return memory.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new HeldFileError(`${file} is no memory of an audit`, { cause: error });
  }
}

/** The checkpoints of the last audit; none if the file is not there yet. */
export async function remembered(file: string): Promise<SeenCheckpoint[]> {
  return Object.values(await readMemory(file)).map((note) => ({ name: file, note }));
}

/** Remembers the checkpoints of an audit that found nothing. */
export async function remember(file: string, logs: readonly LogReport[]): Promise<void> {
  const now = { ...(await readMemory(file)), ...Object.fromEntries(logs.map(({ log, note }) => [log, note])) };
  await writeFile(`${file}.new`, `${JSON.stringify(now, undefined, 2)}\n`);
  await rename(`${file}.new`, file);
}

/** What a witness has seen, in a folder: a file for each log, replaced as a whole and on the disk before anybody hears of it. */
import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { decodeBase64, encodeBase64 } from '../base64.ts';
import type { TreeHead } from '../log/inclusion.ts';
import type { WitnessState } from './witness.ts';

/** The folder is in use, or what is in it is not to be understood: nothing may be signed. */
export class WitnessStateError extends Error {
  override name = 'WitnessStateError' as const;
}

/** Evidence is kept for people: nobody looks through more. */
const MOST_EVIDENCE = 1000;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

async function writeDurably(file: string, text: string): Promise<void> {
  {
    await using handle = await open(`${file}.new`, 'w');
    await handle.writeFile(text);
    await handle.sync();
  }
  await rename(`${file}.new`, file);
  // The new name is on the disk only with its folder.
  await using folder = await open(path.dirname(file), 'r');
  await folder.sync();
}

/** `<origin>`, `<size>`, `<root>`, a line each: the text of the checkpoint. */
async function readHead(file: string, origin: string): Promise<TreeHead | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  const [name, size, encoded, end] = text.split('\n');
  const root = decodeBase64(encoded ?? '');
  if (name !== origin || !/^\d+$/.test(size ?? '') || root?.length !== 32 || end !== '')
    throw new WitnessStateError(`${file} is not a record of ${origin}`);
  return { size: BigInt(size!), root };
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

/** Two witnesses over one folder could sign two histories. */
async function lock(file: string): Promise<void> {
  try {
    await using handle = await open(file, 'wx');
    await handle.writeFile(String(process.pid));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const holder = Number(await readFile(file, 'utf8'));
    if (holder === process.pid || isAlive(holder)) throw new WitnessStateError(`Another witness (process ${holder}) uses this folder`);
    await rm(file);
    await lock(file);
  }
}

/** Opens the folder for this process alone. Throws WitnessStateError if another one uses it. */
export async function openWitnessState(directory: string): Promise<WitnessState & { close(): Promise<void> }> {
  const evidence = path.join(directory, 'evidence');
  await mkdir(evidence, { recursive: true });
  const lockFile = path.join(directory, 'lock');
  await lock(lockFile);
  const fileOf = (origin: string): string => path.join(directory, `${hashOf(origin)}.checkpoint`);
  return {
    latest: async (origin) => await readHead(fileOf(origin), origin),
    record: async (origin, { size, root }) => await writeDurably(fileOf(origin), `${origin}\n${size}\n${encodeBase64(root)}\n`),
    async keepEvidence(request) {
      const kept = await readdir(evidence);
      const name = `${hashOf(request)}.txt`;
      if (kept.length < MOST_EVIDENCE && !kept.includes(name)) await writeDurably(path.join(evidence, name), request);
    },
    close: async () => await rm(lockFile),
  };
}

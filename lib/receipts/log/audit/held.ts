/** What somebody holds of a log: receipts with their proofs, a list of all receipts, checkpoints. */
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { entryOf } from '../statements.ts';
import type { PlacedReceipt, Roll, SeenCheckpoint } from './source.ts';

/** A file that was given to the audit is not what it should be. */
export class HeldFileError extends Error {
  override name = 'HeldFileError' as const;
}

export interface Held {
  /** Receipts whose proof names their place, ascending, by origin of the log. */
  receipts: Map<string, PlacedReceipt[]>;
  /** Name by entry in hexadecimal. */
  unplaced: Map<string, string>;
  checkpoints: SeenCheckpoint[];
}

/** Index, and the checkpoint behind the empty line. */
function readProof(text: string): { index: number; note: string; origin: string } | undefined {
  const end = text.indexOf('\n\n');
  const index = /^index (\d{1,15})$/m.exec(text.slice(0, Math.max(0, end)))?.[1];
  if (index === undefined) return undefined;
  const note = text.slice(end + 2);
  return { index: Number(index), note, origin: note.split('\n', 1)[0]! };
}

const orUndefined = async (file: string): Promise<string | undefined> => await readFile(file, 'utf8').catch(() => undefined);

/** Reads all receipts below a folder: `*.jws`, each with the `*.tlog-proof` of its name. */
export async function readHeld(directory: string): Promise<Held> {
  const names = (await readdir(directory, { recursive: true }).catch(() => [])).filter((name) => name.endsWith('.jws')).toSorted();
  if (names.length === 0) throw new HeldFileError(`There is no receipt (*.jws) in ${directory}`);
  const held: Omit<Held, 'receipts'> = { unplaced: new Map(), checkpoints: [] };
  const placed: (PlacedReceipt & { origin: string })[] = [];
  for (const name of names) {
    const file = path.join(directory, name);
    // An editor or a mail program may have added a line end.
    const entry = entryOf((await readFile(file, 'utf8')).replace(/\r?\n$/, ''));
    const proofFile = file.replace(/\.jws$/, '.tlog-proof');
    const text = await orUndefined(proofFile);
    const proof = text === undefined ? undefined : readProof(text);
    if (text !== undefined) held.checkpoints.push({ name: proofFile, note: proof?.note ?? '' });
    if (proof === undefined) held.unplaced.set(Buffer.from(entry).toString('hex'), file);
    else placed.push({ origin: proof.origin, name: file, index: proof.index, entry });
  }
  const ascending = placed.toSorted((a, b) => a.index - b.index);
  return { ...held, receipts: Map.groupBy(ascending, ({ origin }) => origin) };
}

/** A receipt a line: its place and the SHA-256 of its compact form, in hexadecimal; the origin before them where there are several logs. */
const LINE = /^(?:(\S+) )?(\d{1,15}) ([0-9a-f]{64})$/;

/** The list of all receipts of a log, read line by line: it may be longer than memory. Lines without an origin are of `only`. */
export function listRoll(file: string, origin: string, only: boolean): Roll {
  return { complete: true, receipts: receiptsIn(file, origin, only) };
}

async function* receiptsIn(file: string, origin: string, only: boolean): AsyncGenerator<PlacedReceipt> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1;
    if (line === '') continue;
    const [, of, index, sha256] = LINE.exec(line) ?? [];
    if (sha256 === undefined || (of === undefined && !only))
      throw new HeldFileError(`${file}, line ${number}: not ${only ? '' : 'ORIGIN '}INDEX SHA256`);
    if ((of ?? origin) === origin) yield { name: `${file}, line ${number}`, index: Number(index), entry: Buffer.from(sha256, 'hex') };
  }
}

/** Checkpoints of files: notes as a log publishes them. */
export async function readCheckpoints(files: readonly string[]): Promise<SeenCheckpoint[]> {
  return await Promise.all(
    files.map(async (name) => {
      const note = await orUndefined(name);
      if (note === undefined) throw new HeldFileError(`${name} cannot be read`);
      return { name, note };
    }),
  );
}

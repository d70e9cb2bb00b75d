/** Whether a log still stands on what it once signed: its state today against a checkpoint somebody kept. Runs in Node and in a browser. */
import { isConsistent, sameBytes } from './inclusion.ts';
import { readCheckpoint, readSignedNote, readVerifierKey, signedBy, type Checkpoint } from './signed-note.ts';
import { openTree, type ReadFile } from './tree.ts';
import type { LogKey } from './verify-proof.ts';

/**
 * `rewritten`: the log signed two histories. `older`: what it shows today ends before what was kept: it was rolled back.
 * `not-reachable`: no state signed by this log is there, or its tiles are not those of the state it signed: nothing can be told.
 */
export type History = 'goes-on' | 'rewritten' | 'older' | 'not-reachable';

interface HistoryInput {
  /** The checkpoint kept, already verified, as that of a receipt's proof. */
  kept: Checkpoint;
  log: LogKey;
  /** Files of the log today. */
  read: ReadFile;
  /** Resolves once no cache on the way holds what the log showed before; not given where there is none. */
  outlastCaches?: (() => Promise<void>) | undefined;
}

/** The state the log shows today, if it is signed by the log. */
async function currentCheckpoint({ log, read }: HistoryInput): Promise<Checkpoint | undefined> {
  const bytes = await read('checkpoint');
  const note = bytes === undefined ? undefined : readSignedNote(new TextDecoder().decode(bytes));
  const checkpoint = note === undefined ? undefined : readCheckpoint(note.text);
  const key = await readVerifierKey(log.vkey);
  if (note === undefined || key?.name !== log.origin || checkpoint?.origin !== log.origin) return undefined;
  return (await signedBy(note, key)) ? checkpoint : undefined;
}

async function compare(kept: Checkpoint, current: Checkpoint, read: ReadFile): Promise<History> {
  if (current.size < kept.size) return 'older';
  if (current.size === kept.size) return sameBytes(current.root, kept.root) ? 'goes-on' : 'rewritten';
  if (current.size > BigInt(Number.MAX_SAFE_INTEGER)) return 'not-reachable';
  const tree = openTree(read, Number(current.size));
  if (await isConsistent(kept, current, await tree.consistency(Number(kept.size)))) return 'goes-on';
  // Tiles that are not those of the signed state accuse nobody.
  return sameBytes(await tree.root(), current.root) ? 'rewritten' : 'not-reachable';
}

async function compareOnce(input: HistoryInput): Promise<History> {
  const current = await currentCheckpoint(input);
  return current === undefined ? 'not-reachable' : await compare(input.kept, current, input.read);
}

/** Compares a checkpoint kept with the log of today. */
export async function checkHistory(input: HistoryInput): Promise<History> {
  try {
    const history = await compareOnce(input);
    if (history !== 'older' || input.outlastCaches === undefined) return history;
    // A state a few seconds old is no log that was rolled back.
    await input.outlastCaches();
    return await compareOnce(input);
  } catch {
    // A file is missing or the network is: whatever the reader throws, nothing can be told.
    return 'not-reachable';
  }
}

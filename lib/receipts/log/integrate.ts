/** Integrates a committed batch: its files, the places of its entries, and a checkpoint over all of it. Repeatable, by any worker. */
import type { Batch, LastCheckpoint, LogFiles, LogRecord, LogSigner, LogStore, PendingEntry } from '../port.ts';
import { type LogFile, readEdge } from './append.ts';
import { emptyRoot, isConsistent } from './inclusion.ts';
import { LogFault } from './log-fault.ts';
import { type Checkpoint, readCheckpoint, readSignedNote, readVerifierKey, signedBy } from './signed-note.ts';
import { entryOf, statementPath } from './statements.ts';
import { LogNotReadableError, openTree, type ReadFile } from './tree.ts';
import { checkpointText, signNote } from './write-note.ts';

export interface LogParts {
  store: LogStore;
  files: LogFiles;
  signer: LogSigner;
  /** Asks witnesses to sign a new checkpoint too; returns the note with what they added. Never rejects. */
  cosign?(note: string, from: { size: number; proof: Uint8Array[] }): Promise<string>;
}

/** What a checkpoint note of this log says; undefined unless the log signed it. */
export async function openCheckpoint(log: Pick<LogRecord, 'vkey' | 'origin'>, note: string): Promise<Checkpoint | undefined> {
  const signed = readSignedNote(note);
  const checkpoint = signed && readCheckpoint(signed.text);
  const key = await readVerifierKey(log.vkey);
  if (signed === undefined || checkpoint === undefined || key === undefined || checkpoint.origin !== log.origin) return undefined;
  return (await signedBy(signed, key)) ? checkpoint : undefined;
}

/** The head that was signed last: of the empty tree before anything was. */
async function lastHead(log: LogRecord, last: LastCheckpoint | undefined): Promise<Checkpoint> {
  if (last === undefined) return { origin: log.origin, size: 0n, root: await emptyRoot() };
  const checkpoint = await openCheckpoint(log, last.note);
  if (checkpoint === undefined || checkpoint.size !== BigInt(last.size)) throw new LogFault('checkpoint-differs', 'checkpoint');
  return checkpoint;
}

interface Grown {
  files: LogFile[];
  size: number;
  root: Uint8Array<ArrayBuffer>;
  /** From the last signed size. */
  proof: Uint8Array<ArrayBuffer>[];
}

/** What the batch makes of the tree; throws unless the files lead to the root signed last and the new tree goes on from it. */
async function grow(read: ReadFile, head: Checkpoint, batch: Batch): Promise<Grown> {
  try {
    return await grownFrom(read, head, batch);
  } catch (error) {
    if (error instanceof LogNotReadableError) throw new LogFault('file-missing', error.path);
    throw error;
  }
}

async function grownFrom(read: ReadFile, head: Checkpoint, batch: Batch): Promise<Grown> {
  const edge = await readEdge(read, batch.first);
  if (!Buffer.from(edge.root()).equals(head.root)) throw new LogFault('root-differs', `tile at size ${batch.first}`);
  const files = edge.append(batch.entries.map(({ entry }) => Buffer.from(entry, 'base64')));
  const fresh = new Map(files.map(({ path, bytes }) => [path, bytes]));
  const tree = openTree(async (path) => fresh.get(path) ?? (await read(path)), edge.size);
  const [root, proof] = [await tree.root(), await tree.consistency(batch.first)];
  const consistent = await isConsistent(head, { size: BigInt(edge.size), root }, proof);
  if (!consistent || !Buffer.from(edge.root()).equals(root)) throw new LogFault('root-differs', `tile at size ${edge.size}`);
  return { files, size: edge.size, root, proof };
}

async function publishStatement({ store, files }: LogParts, { year, index, entry }: { year: number; index: number; entry: PendingEntry }) {
  const text = await store.textOf(entry);
  if (text === undefined) return;
  const path = statementPath({ index });
  if (Buffer.from(entryOf(text)).toString('base64') !== entry.entry) throw new LogFault('file-differs', path);
  if (!(await files.writeOnce(year, { path, bytes: new TextEncoder().encode(text) }))) throw new LogFault('file-differs', path);
}

async function writeFiles({ files }: LogParts, year: number, grown: Grown): Promise<void> {
  const written = await Promise.all(grown.files.map(async (file) => ({ file, same: await files.writeOnce(year, file) })));
  const other = written.find(({ same }) => !same);
  if (other !== undefined) throw new LogFault('file-differs', other.file.path);
}

async function signed({ signer, cosign }: LogParts, log: LogRecord, { grown, from }: { grown: Grown; from: number }): Promise<string> {
  const text = checkpointText({ origin: log.origin, size: grown.size, root: grown.root });
  const publicKey = await signer.publicKey();
  const note = await signNote(text, { name: log.origin, publicKey, sign: async (bytes) => await signer.sign(bytes) });
  if ((await openCheckpoint(log, note)) === undefined) throw new LogFault('signature-wrong', 'checkpoint');
  return cosign === undefined ? note : await cosign(note, { size: from, proof: grown.proof });
}

const ABREAST = 16;

async function placeEntries({ store }: LogParts, { year, first, entries }: Batch): Promise<void> {
  for (let at = 0; at < entries.length; at += ABREAST) {
    await Promise.all(entries.slice(at, at + ABREAST).map((entry, nth) => store.setPlace(entry, { year, index: first + at + nth })));
  }
}

/** Integrates a batch unless that is done. Throws LogFault where going on would be a lie. */
export async function integrate(parts: LogParts, log: LogRecord, batch: Batch): Promise<void> {
  const { store, files } = parts;
  const { year } = log;
  if (batch.integrated === true) return;
  const last = await store.checkpoint(year);
  const size = batch.first + batch.entries.length;
  if (batch.entries.length > 0 && (last?.size ?? 0) < size) {
    const grown = await grow(async (path) => await files.read(year, path), await lastHead(log, last), batch);
    await writeFiles(parts, year, grown);
    for (const [nth, entry] of batch.entries.entries()) await publishStatement(parts, { year, index: batch.first + nth, entry });
    await store.advance(year, { size, note: await signed(parts, log, { grown, from: batch.first }) });
  }
  const reached = await store.checkpoint(year);
  if (reached !== undefined) await files.publish(year, reached);
  // Last: what has its place has its proof, and what a crash left undone still waits, and is found.
  await placeEntries(parts, batch);
  await store.markIntegrated(batch);
}

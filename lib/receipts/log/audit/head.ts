/** The head of a log: its checkpoint as it is now, and those it showed before. */
import { encodeBase64 } from '../../base64.ts';
import { type Checkpoint, readCheckpoint, readSignedNote, readVerifierKey, signedBy, type SignedNote } from '../signed-note.ts';
import type { LogKey } from '../verify-proof.ts';
import type { Findings } from './finding.ts';
import type { AuditedLog, SeenCheckpoint } from './source.ts';

/** A log whose checkpoint says how far it reaches. */
export interface OpenLog {
  source: AuditedLog;
  origin: string;
  size: number;
  root: Uint8Array;
  /** The note as it is published. */
  note: Uint8Array;
  /** False if no key of the log is known. */
  keyKnown: boolean;
}

/** A root that the log once signed. */
export interface SeenRoot {
  name: string;
  size: number;
  root: Uint8Array;
}

const readNote = (text: string): { note: SignedNote; checkpoint: Checkpoint } | undefined => {
  const note = readSignedNote(text);
  const checkpoint = note && readCheckpoint(note.text);
  // Beyond the safe integers there are no tiles.
  if (note === undefined || checkpoint === undefined || checkpoint.size > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  return { note, checkpoint };
};

type Verdict = 'signed' | 'not-signed' | 'no-key';

/** Whether one of the keys that are known for the origin signed the note. */
async function verdictOn(note: SignedNote, origin: string, keys: readonly LogKey[]): Promise<Verdict> {
  const own = keys.filter((key) => key.origin === origin);
  if (own.length === 0) return 'no-key';
  for (const { vkey } of own) {
    const key = await readVerifierKey(vkey);
    if (key !== undefined && (await signedBy(note, key))) return 'signed';
  }
  return 'not-signed';
}

const yearOf = (origin: string): string => origin.split('/').at(-1)!;

/** False if the checkpoint is that of another log than the one that is known for its year, or of another year. */
function isOf({ year }: AuditedLog, origin: string, keys: readonly LogKey[]): boolean {
  const named = keys.filter((key) => yearOf(key.origin) === (year ?? yearOf(origin)));
  return named.length > 0 ? named.some((key) => key.origin === origin) : (year ?? yearOf(origin)) === yearOf(origin);
}

/** Reads the checkpoint that is published; undefined if there is none to go by. */
export async function openHead(source: AuditedLog, keys: readonly LogKey[], findings: Findings): Promise<OpenLog | undefined> {
  const file = 'checkpoint';
  const bytes = await source.read(file);
  if (bytes === undefined) {
    findings.add({ log: source.name, kind: 'checkpoint-missing', file });
    return undefined;
  }
  const read = readNote(new TextDecoder().decode(bytes));
  if (read === undefined) {
    findings.add({ log: source.name, kind: 'checkpoint-not-readable', file });
    return undefined;
  }
  const { origin, size, root } = read.checkpoint;
  if (!isOf(source, origin, keys)) findings.add({ log: source.name, kind: 'checkpoint-of-another-log', file });
  const verdict = await verdictOn(read.note, origin, keys);
  if (verdict === 'not-signed') findings.add({ log: origin, kind: 'checkpoint-not-signed', file });
  return { source, origin, size: Number(size), root, note: bytes, keyKnown: verdict !== 'no-key' };
}

/** Reads the checkpoints that were seen: by log, ascending by size, each root once. `others` are of logs that are not audited. */
export async function readSeen(
  seen: readonly SeenCheckpoint[],
  { keys, origins, findings }: { keys: readonly LogKey[]; origins: readonly string[]; findings: Findings },
): Promise<{ roots: Map<string, SeenRoot[]>; others: number }> {
  const known = new Map<string, SeenRoot & { origin: string }>();
  const notes = new Set<string>();
  let others = 0;
  for (const { name, note } of seen) {
    if (notes.has(note)) continue;
    notes.add(note);
    const read = readNote(note);
    if (read === undefined) {
      findings.add({ log: name, kind: 'checkpoint-not-readable' });
      continue;
    }
    const { origin, size, root } = read.checkpoint;
    if (!origins.includes(origin)) others += 1;
    else if ((await verdictOn(read.note, origin, keys)) === 'not-signed')
      findings.add({ log: origin, kind: 'checkpoint-not-signed', file: name });
    else known.set(`${origin}\n${size}\n${encodeBase64(root)}`, { origin, name, size: Number(size), root });
  }
  const ascending = [...known.values()].toSorted((a, b) => a.size - b.size);
  return { roots: Map.groupBy(ascending, ({ origin }) => origin), others };
}

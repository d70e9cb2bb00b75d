/** Verifies a `tlog-proof` (c2sp.org/tlog-proof@v1): that a receipt is in a log whose checkpoint the log signed. */
import { decodeBase64, type Bytes } from '../base64.ts';
import { leafHash, rootOf, sameBytes } from './inclusion.ts';
import { readCheckpoint, readSignedNote, readVerifierKey, signedBy, type Checkpoint, type SignedNote } from './signed-note.ts';

/** A log as `privacy-receipts.json` names it. */
export interface LogKey {
  origin: string;
  /** Verifier key of a signed note. */
  vkey: string;
}

export type ProofReason = 'proof-not-readable' | 'unknown-log' | 'log-key-not-readable' | 'checkpoint-not-signed' | 'not-in-the-log';

interface ProofCheck {
  name: 'proof' | 'log' | 'checkpoint' | 'inclusion';
  reason: ProofReason | undefined;
}

interface TlogProof {
  index: bigint;
  hashes: Bytes[];
  note: SignedNote;
  checkpoint: Checkpoint;
}

const HEAD = /^c2sp\.org\/tlog-proof@v1\n(?:extra (\S+)\n)?index (0|[1-9][0-9]{0,18})\n((?:\S+\n)*)\n/;

/** Reads the text of a proof; undefined if it is not one, to the letter. */
function readTlogProof(text: string): TlogProof | undefined {
  const match = HEAD.exec(text);
  const note = match === null ? undefined : readSignedNote(text.slice(match[0].length));
  const checkpoint = note === undefined ? undefined : readCheckpoint(note.text);
  if (match === null || note === undefined || checkpoint === undefined) return undefined;
  const [, extra, index, lines] = match;
  const hashes = (lines ?? '').split('\n').slice(0, -1).map(decodeBase64);
  const whole = hashes.filter((hash) => hash?.length === 32) as Bytes[];
  // A tree of 2^63 entries has paths of 63 hashes.
  if (whole.length !== hashes.length || whole.length > 63 || (extra !== undefined && decodeBase64(extra) === undefined)) return undefined;
  return { index: BigInt(index ?? ''), hashes: whole, note, checkpoint };
}

/** The log's entry for a receipt is the SHA-256 of its compact form: nothing personal is in the log. */
async function entryOf(jws: string): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(jws)));
}

async function inclusionFault(jws: string, proof: TlogProof): Promise<ProofReason | undefined> {
  const leaf = await leafHash(await entryOf(jws));
  const root = await rootOf({ leaf, index: proof.index, size: proof.checkpoint.size, hashes: proof.hashes });
  return root !== undefined && sameBytes(root, proof.checkpoint.root) ? undefined : 'not-in-the-log';
}

/** The checks of a proof in order; the first that fails is the last. */
export async function verifyProof(input: { jws: string; proof: string; logs: readonly LogKey[] }): Promise<ProofCheck[]> {
  const proof = readTlogProof(input.proof);
  if (proof === undefined) return [{ name: 'proof', reason: 'proof-not-readable' }];
  const read: ProofCheck = { name: 'proof', reason: undefined };
  const log = input.logs.find(({ origin }) => origin === proof.checkpoint.origin);
  if (log === undefined) return [read, { name: 'log', reason: 'unknown-log' }];
  const key = await readVerifierKey(log.vkey);
  if (key === undefined || key.name !== log.origin) return [read, { name: 'log', reason: 'log-key-not-readable' }];
  const known: ProofCheck = { name: 'log', reason: undefined };
  if (!(await signedBy(proof.note, key))) return [read, known, { name: 'checkpoint', reason: 'checkpoint-not-signed' }];
  return [read, known, { name: 'checkpoint', reason: undefined }, { name: 'inclusion', reason: await inclusionFault(input.jws, proof) }];
}

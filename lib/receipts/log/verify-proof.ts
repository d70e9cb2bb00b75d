/** Verifies a `tlog-proof` (c2sp.org/tlog-proof@v1): that a receipt is in a log whose checkpoint the log signed. */
import { decodeBase64, type Bytes } from '../base64.ts';
import { leafHash, rootOf, sameBytes } from './inclusion.ts';
import {
  readCheckpoint,
  readSignedNote,
  readVerifierKey,
  signedBy,
  type Checkpoint,
  type SignedNote,
  type VerifierKey,
} from './signed-note.ts';

/** A log as `privacy-receipts.json` names it. */
export interface LogKey {
  origin: string;
  /** Verifier key of a signed note. */
  vkey: string;
  /** Where its files are, without a trailing slash. */
  url?: string;
  /** First day: later logs begin later. */
  from?: string;
}

export type ProofReason =
  | 'proof-not-readable'
  | 'unknown-log'
  | 'log-ambiguous'
  | 'log-key-not-readable'
  | 'checkpoint-not-signed'
  | 'not-in-the-log';

interface ProofCheck {
  name: 'proof' | 'log' | 'checkpoint' | 'inclusion';
  reason: ProofReason | undefined;
}

/** Where a receipt stands, once every check of its proof has passed; the note may bear signatures of witnesses too. */
export interface LoggedAt {
  log: LogKey;
  index: bigint;
  checkpoint: Checkpoint;
  note: SignedNote;
}

/** The checks in order, the first that fails the last; the place only if none fails. */
interface VerifiedProof {
  checks: ProofCheck[];
  place?: LoggedAt;
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

/** The log's key; a reason if the issuer's list does not name exactly one that can be read. */
async function logKeyOf(origin: string, logs: readonly LogKey[]): Promise<{ log: LogKey; key: VerifierKey } | ProofReason> {
  const [log, ...more] = logs.filter((each) => each.origin === origin);
  if (log === undefined) return 'unknown-log';
  if (more.length > 0) return 'log-ambiguous';
  const key = await readVerifierKey(log.vkey);
  return key === undefined || key.name !== log.origin ? 'log-key-not-readable' : { log, key };
}

/** Verifies a proof for a receipt. */
export async function verifyProof(input: { jws: string; proof: string; logs: readonly LogKey[] }): Promise<VerifiedProof> {
  const checks: ProofCheck[] = [];
  const passes = (name: ProofCheck['name'], reason: ProofReason | undefined): boolean => {
    checks.push({ name, reason });
    return reason === undefined;
  };
  const proof = readTlogProof(input.proof);
  if (!passes('proof', proof === undefined ? 'proof-not-readable' : undefined) || proof === undefined) return { checks };
  const found = await logKeyOf(proof.checkpoint.origin, input.logs);
  if (!passes('log', typeof found === 'string' ? found : undefined) || typeof found === 'string') return { checks };
  if (!passes('checkpoint', (await signedBy(proof.note, found.key)) ? undefined : 'checkpoint-not-signed')) return { checks };
  if (!passes('inclusion', await inclusionFault(input.jws, proof))) return { checks };
  const { index, checkpoint, note } = proof;
  return { checks, place: { log: found.log, index, checkpoint, note } };
}

/** Signed notes (c2sp.org/signed-note) with Ed25519: how a log signs its checkpoints. */
import { decodeBase64, type Bytes } from '../base64.ts';
import { sameBytes } from './inclusion.ts';

/** Type of a key and of its signatures. */
export const ED25519 = 0x01;

/** A verifier key: `<name>+<hash>+<base64 of type and key>`. */
export interface VerifierKey {
  name: string;
  id: Bytes;
  key: Bytes;
}

export interface SignedNote {
  /** With its final newline. */
  text: string;
  signatures: { name: string; id: Bytes; signature: Bytes }[];
}

/** Key id: the first four bytes of SHA-256(name || 0x0A || type || key). */
export async function keyId(name: string, typed: Uint8Array): Promise<Bytes> {
  const named = new TextEncoder().encode(`${name}\n`);
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from([...named, ...typed]));
  return new Uint8Array(digest.slice(0, 4));
}

/** Bytes as lower-case hexadecimal. */
export const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Reads a verifier key; undefined unless it is a whole one of its type (all have Ed25519 keys) whose hash fits. */
export async function readVerifierKey(vkey: string, type: number = ED25519): Promise<VerifierKey | undefined> {
  const [, name, hash, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey) ?? [];
  const typed = encoded === undefined ? undefined : decodeBase64(encoded);
  if (name === undefined || typed === undefined || typed.length !== 33 || typed[0] !== type) return undefined;
  const id = await keyId(name, typed);
  return hex(id) === hash ? { name, id, key: typed.slice(1) } : undefined;
}

function readSignature(line: string): SignedNote['signatures'][number] | undefined {
  const [, name, encoded] = /^— ([^\s+]+) (\S+)$/.exec(line) ?? [];
  const bytes = encoded === undefined ? undefined : decodeBase64(encoded);
  if (name === undefined || bytes === undefined || bytes.length < 5) return undefined;
  return { name, id: bytes.slice(0, 4), signature: bytes.slice(4) };
}

/** "accept >= 16 signatures": more than anybody has witnesses would only be work. */
const MOST_SIGNATURES = 64;

/** Reads a note; undefined if it is not one, to the letter. */
export function readSignedNote(note: string): SignedNote | undefined {
  const end = note.lastIndexOf('\n\n');
  if (end === -1 || !note.endsWith('\n') || [...note].some((character) => character < ' ' && character !== '\n')) return undefined;
  const signatures = note
    .slice(end + 2, -1)
    .split('\n')
    .map(readSignature);
  if (signatures.length > MOST_SIGNATURES) return undefined;
  const whole = signatures.filter((signature) => signature !== undefined);
  return whole.length === signatures.length ? { text: note.slice(0, end + 1), signatures: whole } : undefined;
}

/** True if the key signed the note and every signature it made holds; signatures of others are none of its business. */
export async function signedBy(note: SignedNote, key: VerifierKey): Promise<boolean> {
  const own = note.signatures.filter(({ name, id }) => name === key.name && sameBytes(id, key.id));
  if (own.length === 0) return false;
  const publicKey = await crypto.subtle.importKey('raw', key.key, 'Ed25519', false, ['verify']);
  const text = new TextEncoder().encode(note.text);
  const verdicts = await Promise.all(own.map(({ signature }) => crypto.subtle.verify('Ed25519', publicKey, signature, text)));
  return verdicts.every(Boolean);
}

/** A checkpoint (c2sp.org/tlog-checkpoint): which log, how many entries, which root. */
export interface Checkpoint {
  origin: string;
  size: bigint;
  root: Bytes;
}

/** Reads the text of a checkpoint note; undefined if it is not one. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const [origin, size, encoded, ...rest] = text.split('\n');
  const root = encoded === undefined ? undefined : decodeBase64(encoded);
  // Extension lines are allowed but not empty ones; the last element is what follows the final newline.
  const extensions = rest.slice(0, -1);
  if (!origin || rest.at(-1) !== '' || extensions.includes('')) return undefined;
  if (size === undefined || !/^(?:0|[1-9][0-9]{0,18})$/.test(size) || root === undefined || root.length !== 32) return undefined;
  return { origin, size: BigInt(size), root };
}

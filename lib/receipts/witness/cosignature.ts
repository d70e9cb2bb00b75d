/** Cosignatures (c2sp.org/tlog-cosignature, Ed25519): a witness says that a checkpoint goes on from all it saw before. Runs in browsers. */
import { encodeBase64 } from '../base64.ts';
import { keyId, readSignedNote, readVerifierKey, type SignedNote } from '../log/signed-note.ts';
import { sameBytes } from '../log/inclusion.ts';

/** Type of a witness's key and of its signatures. */
export const COSIGNATURE = 0x04;

const TIME_BYTES = 8;
const SIGNATURE_BYTES = 64;

/** A witness's key under its name. */
export interface CosignKey {
  name: string;
  /** 32 bytes. */
  publicKey: Uint8Array;
  /** Signature of 64 bytes. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/** What a witness signs: the text of a checkpoint, and when. */
const signedMessage = (text: string, seconds: bigint): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`cosignature/v1\ntime ${seconds}\n${text}`);

/** A witness's line for the text of a checkpoint, with its newline. */
export async function cosignatureLine(text: string, key: CosignKey, seconds: bigint): Promise<string> {
  const time = new Uint8Array(TIME_BYTES);
  new DataView(time.buffer).setBigUint64(0, seconds);
  const id = await keyId(key.name, Uint8Array.from([COSIGNATURE, ...key.publicKey]));
  const signature = await key.sign(signedMessage(text, seconds));
  return `— ${key.name} ${encodeBase64(Uint8Array.from([...id, ...time, ...signature]))}\n`;
}

/** When a witness signed the note, in seconds since the epoch; undefined unless it did, and every cosignature of its key holds. */
export async function verifyCosignature(note: SignedNote | string, vkey: string): Promise<number | undefined> {
  const signed = typeof note === 'string' ? readSignedNote(note) : note;
  const key = await readVerifierKey(vkey, COSIGNATURE);
  if (signed === undefined || key === undefined) return undefined;
  const own = signed.signatures.filter(({ name, id }) => name === key.name && sameBytes(id, key.id));
  const publicKey = await crypto.subtle.importKey('raw', key.key, 'Ed25519', false, ['verify']);
  const times: number[] = [];
  for (const { signature } of own) {
    if (signature.length !== TIME_BYTES + SIGNATURE_BYTES) return undefined;
    const seconds = new DataView(signature.buffer).getBigUint64(0);
    const holds = await crypto.subtle.verify('Ed25519', publicKey, signature.slice(TIME_BYTES), signedMessage(signed.text, seconds));
    if (!holds || seconds > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
    times.push(Number(seconds));
  }
  return times.length === 0 ? undefined : Math.max(...times);
}

/** Whose word one takes for it that a log has one history. */
export interface WitnessPolicy {
  /** Verifier keys. */
  witnesses: readonly string[];
  /** How many of them must have signed. */
  atLeast: number;
}

/** True if enough different witnesses signed the note. */
export async function enoughWitnesses(note: SignedNote | string, { witnesses, atLeast }: WitnessPolicy): Promise<boolean> {
  const verdicts = await Promise.all([...new Set(witnesses)].map((vkey) => verifyCosignature(note, vkey)));
  return verdicts.filter((verdict) => verdict !== undefined).length >= atLeast;
}

/** A witness's key in a file, in the form Go's sumdb writes them: `PRIVATE+KEY+<name>+<hash>+<base64 of type and seed>`. */
import { createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { decodeBase64, encodeBase64 } from '../base64.ts';
import { verifierKeyOf } from '../log/write-note.ts';
import { COSIGNATURE, type CosignKey } from './cosignature.ts';

const SEED_BYTES = 32;
/** PKCS #8 up to the seed of an Ed25519 key (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

const keyFrom = (seed: Uint8Array): KeyObject => createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });

const rawOf = (key: KeyObject): Uint8Array => createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-SEED_BYTES);

/** The key a witness's cosignatures are checked with. */
export const cosignVerifierKey = async (key: Pick<CosignKey, 'name' | 'publicKey'>): Promise<string> =>
  await verifierKeyOf(key, COSIGNATURE);

function cosignKey(name: string, seed: Uint8Array): CosignKey {
  const key = keyFrom(seed);
  return { name, publicKey: rawOf(key), sign: async (message) => await Promise.resolve(sign(null, message, key)) };
}

/** Makes a key and writes it to a file that must not exist. */
export async function newWitnessKey(file: string, name: string): Promise<CosignKey> {
  const seed = randomBytes(SEED_BYTES);
  const key = cosignKey(name, seed);
  const [, hash] = (await cosignVerifierKey(key)).split('+');
  const text = `PRIVATE+KEY+${name}+${hash}+${encodeBase64(Uint8Array.from([COSIGNATURE, ...seed]))}\n`;
  await writeFile(file, text, { mode: 0o600, flag: 'wx' });
  return key;
}

/** Reads a key file; undefined if it is none. */
export async function readWitnessKey(file: string): Promise<CosignKey | undefined> {
  const text = (await readFile(file, 'utf8')).trimEnd();
  const [, name, hash, encoded] = /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text) ?? [];
  const typed = encoded === undefined ? undefined : decodeBase64(encoded);
  if (name === undefined || typed?.length !== SEED_BYTES + 1 || typed[0] !== COSIGNATURE) return undefined;
  const key = cosignKey(name, typed.subarray(1));
  return (await cosignVerifierKey(key)).split('+')[1] === hash ? key : undefined;
}

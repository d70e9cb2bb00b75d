/** Writes what a log says of itself: signed checkpoints, its verifier key, and proofs of inclusion. */
import { encodeBase64, type Bytes } from '../base64.ts';
import { ED25519, hex, keyId } from './signed-note.ts';

/** The log's key (KMS, Ed25519, not exportable) under the log's name. */
export interface NoteSigner {
  /** Name in the signature line: the origin of the log. */
  name: string;
  /** 32 bytes. */
  publicKey: Uint8Array;
  /** Signature of 64 bytes. */
  sign(text: Uint8Array): Promise<Uint8Array>;
}

type Named = Pick<NoteSigner, 'name' | 'publicKey'>;

const typed = (publicKey: Uint8Array, type = ED25519): Bytes => Uint8Array.from([type, ...publicKey]);

/** Verifier key: `<name>+<hash>+<base64 of type and key>`. */
export async function verifierKeyOf({ name, publicKey }: Named, type: number = ED25519): Promise<string> {
  const key = typed(publicKey, type);
  return `${name}+${hex(await keyId(name, key))}+${encodeBase64(key)}`;
}

/** Text of a checkpoint (c2sp.org/tlog-checkpoint), with its final newline. */
export function checkpointText({ origin, size, root }: { origin: string; size: number; root: Uint8Array }): string {
  return `${origin}\n${size}\n${encodeBase64(root)}\n`;
}

/** The text as a note with one signature (c2sp.org/signed-note). */
export async function signNote(text: string, signer: NoteSigner): Promise<string> {
  const signature = await signer.sign(new TextEncoder().encode(text));
  const id = await keyId(signer.name, typed(signer.publicKey));
  return `${text}\n— ${signer.name} ${encodeBase64(Uint8Array.from([...id, ...signature]))}\n`;
}

/** A proof of inclusion as a file (c2sp.org/tlog-proof@v1). */
export function writeProof({ index, hashes, checkpoint }: { index: number; hashes: readonly Uint8Array[]; checkpoint: string }): string {
  return `c2sp.org/tlog-proof@v1\nindex ${index}\n${hashes.map((hash) => `${encodeBase64(hash)}\n`).join('')}\n${checkpoint}`;
}

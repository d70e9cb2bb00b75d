/** Merkle inclusion as RFC 6962 and RFC 9162 define it: a leaf is in a tree of that root at that place. */
import type { Bytes } from '../base64.ts';

async function sha256(...parts: Uint8Array[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', await new Blob(parts as Bytes[]).arrayBuffer()));
}

/** Hash of a log entry: SHA-256(0x00 || entry). */
export async function leafHash(entry: Uint8Array): Promise<Bytes> {
  return await sha256(Uint8Array.of(0), entry);
}

async function nodeHash(left: Uint8Array, right: Uint8Array): Promise<Bytes> {
  return await sha256(Uint8Array.of(1), left, right);
}

interface Inclusion {
  leaf: Bytes;
  index: bigint;
  size: bigint;
  hashes: readonly Bytes[];
}

/** The root the proof leads to; undefined if it has too few or too many hashes (RFC 9162 section 2.1.3.2). */
export async function rootOf(proof: Inclusion): Promise<Bytes | undefined> {
  if (proof.index >= proof.size) return undefined;
  let [node, last] = [proof.index, proof.size - 1n];
  let root = proof.leaf;
  for (const hash of proof.hashes) {
    if (last === 0n) return undefined;
    if ((node & 1n) === 1n || node === last) {
      root = await nodeHash(hash, root);
      while ((node & 1n) === 0n && node !== 0n) [node, last] = [node >> 1n, last >> 1n];
    } else {
      root = await nodeHash(root, hash);
    }
    [node, last] = [node >> 1n, last >> 1n];
  }
  return last === 0n ? root : undefined;
}

/** True if both hold the same bytes. Nothing here is secret, so it may stop early. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

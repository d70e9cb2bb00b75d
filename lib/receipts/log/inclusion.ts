/** Merkle inclusion and consistency as RFC 9162 defines them: a leaf is in a tree, and a tree goes on from an earlier one. */
import type { Bytes } from '../base64.ts';

/** Node hashes without a detour; in a browser there is WebCrypto. */
const native = (globalThis as { process?: Pick<NodeJS.Process, 'getBuiltinModule'> }).process?.getBuiltinModule?.('node:crypto');

function hashed(parts: readonly Uint8Array[], { createHash }: NonNullable<typeof native>): Bytes {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return Uint8Array.from(hash.digest());
}

async function sha256(...parts: Uint8Array[]): Promise<Bytes> {
  if (native !== undefined) return hashed(parts, native);
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
}

/** Hash of a log entry: SHA-256(0x00 || entry). */
export async function leafHash(entry: Uint8Array): Promise<Bytes> {
  return await sha256(Uint8Array.of(0), entry);
}

/** Hash of two subtrees: SHA-256(0x01 || left || right). */
export async function nodeHash(left: Uint8Array, right: Uint8Array): Promise<Bytes> {
  return await sha256(Uint8Array.of(1), left, right);
}

/** Root of a tree without entries: SHA-256(""). */
export async function emptyRoot(): Promise<Bytes> {
  return await sha256();
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

/** A tree by its size and root. */
export interface TreeHead {
  size: bigint;
  root: Bytes;
}

/** The root of both trees that a proof leads to, from the last node they share (RFC 9162 section 2.1.4.2). */
async function bothRoots(first: bigint, second: bigint, path: readonly Bytes[]): Promise<[Bytes, Bytes] | undefined> {
  let [node, last] = [first - 1n, second - 1n];
  while ((node & 1n) === 1n) [node, last] = [node >> 1n, last >> 1n];
  const [start, ...rest] = path;
  if (start === undefined) return undefined;
  let [older, newer] = [start, start];
  for (const hash of rest) {
    if (last === 0n) return undefined;
    if ((node & 1n) === 1n || node === last) {
      older = await nodeHash(hash, older);
      newer = await nodeHash(hash, newer);
      while ((node & 1n) === 0n && node !== 0n) [node, last] = [node >> 1n, last >> 1n];
    } else {
      newer = await nodeHash(newer, hash);
    }
    [node, last] = [node >> 1n, last >> 1n];
  }
  return last === 0n ? [older, newer] : undefined;
}

/** True if the newer tree begins with exactly the older one. */
export async function isConsistent(older: TreeHead, newer: TreeHead, proof: readonly Bytes[]): Promise<boolean> {
  if (older.size > newer.size) return false;
  if (older.size === newer.size) return proof.length === 0 && sameBytes(older.root, newer.root);
  if (older.size === 0n) return proof.length === 0;
  const power = (older.size & (older.size - 1n)) === 0n;
  const roots = await bothRoots(older.size, newer.size, power ? [older.root, ...proof] : proof);
  return roots !== undefined && sameBytes(roots[0], older.root) && sameBytes(roots[1], newer.root);
}

/** True if both hold the same bytes. Nothing here is secret, so it may stop early. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

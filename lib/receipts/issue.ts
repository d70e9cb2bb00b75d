/** Issues a receipt once per fact: asked again, the same receipt comes back byte for byte. */
import { createHash, randomBytes } from 'node:crypto';
import { BugError } from '../domain/errors.ts';
import { bareId, derivedId, type ReceiptId, type RequestId } from '../domain/ids.ts';
import type { ReceiptKind } from '../domain/request-events.ts';
import type { ReceiptPayload } from './payload.ts';
import type { ReceiptStore, Signer, StoredReceipt } from './port.ts';
import { signReceipt } from './sign.ts';

export interface ReceiptIssuer {
  store: ReceiptStore;
  signer: Signer;
  /** Makes receipt ids unguessable and yet the same for the same fact. */
  secret: Uint8Array;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** What a builder needs besides the facts: the frame every receipt has. */
export interface Frame {
  /** Bare UUID. */
  id: string;
  /** 16 random bytes, so that the hash in the log says nothing about the content. */
  nonce: string;
  /** ISO instant. */
  issuedAt: string;
  /** Hash of the case's previous receipt. */
  prev?: string;
}

/** What a receipt is of. */
interface ReceiptFact {
  requestId: RequestId;
  kind: ReceiptKind;
  /** Names the fact within the request and kind, e.g. `export/1`. */
  fact: string;
  /** When the request came in: receipts of one request sort together. */
  receivedAtMs: number;
}

/** The id of the receipt of a fact, whether it has been issued or not. */
export function receiptIdOf(secret: Uint8Array, fact: ReceiptFact): ReceiptId {
  return derivedId('rcp', { atMs: fact.receivedAtMs, secret, of: `${fact.requestId}|${fact.kind}|${fact.fact}` });
}

/** Links a receipt to the one before it in the same case. */
export function chainHash(jws: string): string {
  return `sha256:${createHash('sha256').update(jws).digest('base64url')}`;
}

async function previousHash(store: ReceiptStore, previous: string | undefined): Promise<{ prev?: string }> {
  if (previous === undefined) return {};
  const stored = await store.get(previous);
  if (stored === undefined) throw new BugError('The receipt before this one is not there', { code: 'invariant' });
  return { prev: chainHash(stored.jws) };
}

/**
 * The receipt of a fact: the stored one if there is one, else a new one, signed and durably stored. Of two that race, one is stored
 * and both return it. `previous` is the id of the case's last receipt, if any.
 */
export async function issueReceipt(
  issuer: ReceiptIssuer,
  input: ReceiptFact & { previous?: ReceiptId; build(frame: Frame): ReceiptPayload },
): Promise<StoredReceipt> {
  const { store, signer, secret } = issuer;
  const { requestId, kind, fact } = input;
  const id = receiptIdOf(secret, input);
  const stored = await store.get(id);
  if (stored !== undefined) return stored;
  const issuedAt = new Date(issuer.now()).toISOString();
  const nonce = randomBytes(16).toString('base64url');
  const prev = await previousHash(store, input.previous);
  const payload = input.build({ id: bareId(id), nonce, issuedAt, ...prev });
  if (payload.kind !== kind || payload.id !== bareId(id))
    throw new BugError('The receipt built is not the one asked for', { code: 'invariant' });
  return await store.putIfAbsent({ id, requestId, kind, fact, jws: await signReceipt(payload, signer), issuedAt });
}

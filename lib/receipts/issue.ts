/** Issues a receipt once per fact, behind the last one of its case: asked again, the same receipt comes back byte for byte. */
import { createHash, randomBytes } from 'node:crypto';
import { BugError, PermanentError, TransientError } from '../domain/errors.ts';
import { bareId, derivedId, type ReceiptId, type RequestId } from '../domain/ids.ts';
import type { ReceiptKind } from '../domain/request-events.ts';
import type { ReceiptPayload } from './payload.ts';
import type { ReceiptStore, Signer, StoredReceipt } from './port.ts';
import { keyFromSpki } from './keys.ts';
import { noteKey, type KeyNotes } from './note-key.ts';
import { signReceipt } from './sign.ts';

export interface ReceiptIssuer extends KeyNotes {
  store: ReceiptStore;
  signer: Signer;
  /** Makes receipt ids unguessable and yet the same for the same fact. */
  secret: Uint8Array;
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

/** Receipts of one case that may be issued at the same time before one of them has to be tried again by its caller. */
const MOST_RIVALS = 20;

/** What may follow a closure: nothing more is promised then, but what was deleted already is told, and an error set right. */
const AFTER_CLOSURE: ReadonlySet<ReceiptKind> = new Set<ReceiptKind>(['closure', 'deletion', 'correction']);

type Issue = ReceiptFact & { build(frame: Frame): ReceiptPayload };

/** Signed, behind `last`. */
async function sign(issuer: ReceiptIssuer, input: Issue, last: StoredReceipt | undefined): Promise<StoredReceipt> {
  const { requestId, kind, fact } = input;
  const id = receiptIdOf(issuer.secret, input);
  const issuedAt = new Date(issuer.now()).toISOString();
  const nonce = randomBytes(16).toString('base64url');
  const payload = input.build({ id: bareId(id), nonce, issuedAt, ...(last && { prev: chainHash(last.jws) }) });
  if (payload.kind !== kind || payload.id !== bareId(id))
    throw new BugError('The receipt built is not the one asked for', { code: 'invariant' });
  await noteKey(issuer, keyFromSpki(await issuer.signer.publicKey()));
  return { id, requestId, kind, fact, jws: await signReceipt(payload, issuer.signer), issuedAt, place: (last?.place ?? 0) + 1 };
}

/**
 * The receipt of a fact: the stored one if there is one, else a new one, signed and durably stored. Its place in the case is what two
 * that race race for: whoever loses looks at the chain again, finds the fact there or goes behind the winner. So no fact has two
 * receipts, and no two receipts follow the same one.
 */
export async function issueReceipt(issuer: ReceiptIssuer, input: Issue): Promise<StoredReceipt> {
  const id = receiptIdOf(issuer.secret, input);
  for (let rivals = 0; rivals < MOST_RIVALS; rivals += 1) {
    const chain = await issuer.store.ofCase(input.requestId);
    const stored = chain.find((receipt) => receipt.id === id);
    if (stored !== undefined) return stored;
    if (chain.some(({ kind }) => kind === 'closure') && !AFTER_CLOSURE.has(input.kind))
      throw new PermanentError('The case has ended with a receipt', { code: 'invariant' });
    const receipt = await sign(issuer, input, chain.at(-1));
    if (await issuer.store.append(receipt)) return receipt;
  }
  throw new TransientError('Too many receipts of one case at the same time', { code: 'system-conflict' });
}

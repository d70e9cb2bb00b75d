/** Signs a receipt: canonical JSON, ES256 through the key service, checked again before it leaves. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { TransientError } from '../domain/errors.ts';
import { RECEIPT_TYP } from './family.ts';
import { keyFromSpki } from './keys.ts';
import { readPayload, type ReceiptPayload } from './payload.ts';
import type { Signer } from './port.ts';
import { verifyReceipt } from './verify.ts';

/** One integer of a DER signature as 32 bytes: minimal, not negative, not too long. */
function derInteger(der: Uint8Array, at: number): { value: Uint8Array; end: number } | undefined {
  const length = der[at + 1] ?? 0;
  const bytes = der.subarray(at + 2, at + 2 + length);
  const [first, second] = bytes;
  if (der[at] !== 0x02 || length === 0 || bytes.length !== length || first === undefined || first >= 0x80) return undefined;
  if (first === 0 && (length === 1 || (second ?? 0) < 0x80)) return undefined;
  const trimmed = first === 0 ? bytes.subarray(1) : bytes;
  if (trimmed.length > 32) return undefined;
  const value = new Uint8Array(32);
  value.set(trimmed, 32 - trimmed.length);
  return { value, end: at + 2 + length };
}

/** The 64 bytes JOSE wants from a DER signature; undefined unless the DER is exactly one signature. */
export function joseSignature(der: Uint8Array): Uint8Array | undefined {
  if (der[0] !== 0x30 || der[1] !== der.length - 2 || der.length > 72) return undefined;
  const r = derInteger(der, 2);
  const s = r === undefined ? undefined : derInteger(der, r.end);
  if (r === undefined || s === undefined || s.end !== der.length) return undefined;
  return Uint8Array.from([...r.value, ...s.value]);
}

const base64url = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');

/**
 * Signs a payload as compact JWS. The payload is checked against its schema first, the signature against the published form of the
 * key last; a signature that does not verify is never handed out.
 */
export async function signReceipt(payload: ReceiptPayload, signer: Signer): Promise<string> {
  const key = keyFromSpki(await signer.publicKey());
  const header = canonicalize({ alg: 'ES256', kid: key.kid, typ: RECEIPT_TYP }) as string;
  const body = canonicalize(readPayload(payload)) as string;
  const signingInput = `${base64url(header)}.${base64url(body)}`;
  const der = await signer.signDigest(createHash('sha256').update(signingInput).digest());
  const signature = joseSignature(der);
  const jws = `${signingInput}.${Buffer.from(signature ?? []).toString('base64url')}`;
  const { result } = await verifyReceipt({ jws, keys: [{ ...key }] });
  // May be a key that was just rotated, so it is worth another try.
  if (result !== 'genuine') throw new TransientError('A fresh receipt does not verify', { code: 'receipt-not-verifiable' });
  return jws;
}

/** Signing keys in public: JWK from the key service's SPKI, the JWKS, and `privacy-receipts.json`. */
import { createHash, createPublicKey } from 'node:crypto';
import canonicalize from 'canonicalize';

/** A public receipt key. Its `kid` is the RFC 7638 thumbprint, so that it names the key and nothing else. */
export interface ReceiptKey {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
  kid: string;
  alg: 'ES256';
  use: 'sig';
}

/** Body of `/.well-known/privacy-receipts.json`. */
interface PrivacyReceipts {
  /** Public origin. */
  issuer: string;
  /** All keys ever used: a receipt of years ago must still verify. */
  keys: Record<string, unknown>[];
  logs: { origin: string; vkey: string; url: string; from: string }[];
}

/** The key of an SPKI DER public key. Throws if it is not on P-256. */
export function keyFromSpki(spki: Uint8Array): ReceiptKey {
  const jwk = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }).export({ format: 'jwk' });
  const { kty, crv, x, y } = jwk;
  if (kty !== 'EC' || crv !== 'P-256' || x === undefined || y === undefined) throw new TypeError('A receipt key is on the curve P-256');
  // RFC 7638: the required members alone, in lexicographic order.
  const thumbprint = createHash('sha256')
    .update(canonicalize({ crv, kty, x, y }) as string)
    .digest('base64url');
  return { kty, crv, x, y, kid: thumbprint, alg: 'ES256', use: 'sig' };
}

/** What the issuer publishes about itself. Logs follow when there is one. */
export function privacyReceipts(input: { issuer: string; keys: Record<string, unknown>[] }): PrivacyReceipts {
  return { issuer: input.issuer, keys: input.keys, logs: [] };
}

/** Signing keys in public: JWK from the key service's SPKI, the JWKS, and `privacy-receipts.json`. */
import { createHash, createPublicKey } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { KeyRecord, LogRecord } from './port.ts';

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
  keys: PublishedKey[];
  logs: PublishedLog[];
}

/** A log as the issuer names it: `from` is its first day. */
export interface PublishedLog {
  origin: string;
  vkey: string;
  url: string;
  from: string;
}

/** A key as the issuer publishes it, with what became of it. */
export interface PublishedKey extends ReceiptKey {
  status: 'active' | 'retired' | 'compromised';
  /** Seconds since the epoch of its first use. */
  iat?: number;
  /** Seconds since the epoch at which the next key took over. */
  exp?: number;
  /** Receipts logged from here on are not to be believed; logs go by their `from`. */
  compromisedSince?: { origin: string; index: number };
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

const seconds = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

function published(record: KeyRecord, next: KeyRecord | undefined, logs: readonly LogRecord[]): PublishedKey {
  const { key, since, compromisedSince: place } = record;
  const origin = logs.find(({ year }) => year === place?.year)?.origin;
  return {
    ...key,
    status: place !== undefined ? 'compromised' : next === undefined ? 'active' : 'retired',
    iat: seconds(since),
    ...(next === undefined ? {} : { exp: seconds(next.since) }),
    // Without a log that is known by it, nothing of this key is to be believed.
    ...(place === undefined || origin === undefined ? {} : { compromisedSince: { origin, index: place.index } }),
  };
}

/** All keys ever used, oldest first, and the current one also before its first use: a receipt of years ago must still verify. */
export function publishedKeys(history: readonly KeyRecord[], current: ReceiptKey, logs: readonly LogRecord[]): PublishedKey[] {
  const keys = history.map((record, at) => published(record, history[at + 1], logs));
  return keys.some(({ kid }) => kid === current.kid) ? keys : [...keys, { ...current, status: 'active' }];
}

/** What the issuer publishes about itself. */
export function privacyReceipts({ issuer, keys, logs }: PrivacyReceipts): PrivacyReceipts {
  return { issuer, keys, logs: logs.map(({ origin, vkey, url, from }) => ({ origin, vkey, url, from })) };
}

/** The issuer's key for a receipt: exactly one of those published, public, named by its own thumbprint, and good when it signed. */
import { decodeBase64url, encodeBase64url } from './base64.ts';
import type { LogKey, LoggedAt } from './log/verify-proof.ts';

/** A public key as a JWKS holds it. */
export type Jwk = Record<string, unknown>;

export type KeyReason = 'unknown-key' | 'key-ambiguous' | 'key-not-for-es256' | 'private-key' | 'kid-not-thumbprint' | 'key-status-unknown';

export type ValidityReason = 'key-compromised' | 'key-compromised-unlogged';

/** A key as WebCrypto holds it. */
export type PublicKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

type Chosen = { ok: true; jwk: Jwk; key: PublicKey } | { ok: false; reason: KeyReason };

/** Members only a private or a secret key has: a file that holds one was not made for the public. */
const PRIVATE_MEMBERS = ['d', 'k', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'priv'];

const STATUSES: ReadonlySet<unknown> = new Set([undefined, 'active', 'retired', 'compromised']);

const isCoordinate = (value: unknown): value is string => typeof value === 'string' && decodeBase64url(value)?.length === 32;

/** RFC 7638: the required members alone, in lexicographic order. */
async function thumbprint({ x, y }: { x: string; y: string }): Promise<string> {
  const members = new TextEncoder().encode(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }));
  return encodeBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', members)));
}

/** ES256 only, and only with a key that says nothing else of itself. */
function isForEs256(jwk: Jwk): boolean {
  const operations = jwk['key_ops'] ?? ['verify'];
  return (
    jwk['kty'] === 'EC' &&
    jwk['crv'] === 'P-256' &&
    (jwk['alg'] ?? 'ES256') === 'ES256' &&
    (jwk['use'] ?? 'sig') === 'sig' &&
    Array.isArray(operations) &&
    operations.includes('verify')
  );
}

/** Only the coordinates are taken over: no other member of the key can change what it is used for. */
async function readKey(jwk: Jwk): Promise<Chosen> {
  const { x, y } = jwk;
  if (PRIVATE_MEMBERS.some((member) => Object.hasOwn(jwk, member))) return { ok: false, reason: 'private-key' };
  if (!isForEs256(jwk) || !isCoordinate(x) || !isCoordinate(y)) return { ok: false, reason: 'key-not-for-es256' };
  if ((await thumbprint({ x, y })) !== jwk['kid']) return { ok: false, reason: 'kid-not-thumbprint' };
  if (!STATUSES.has(jwk['status'])) return { ok: false, reason: 'key-status-unknown' };
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const key = await crypto.subtle.importKey('jwk', { kty: 'EC', crv: 'P-256', x, y }, algorithm, false, ['verify']).catch(() => undefined);
  return key === undefined ? { ok: false, reason: 'key-not-for-es256' } : { ok: true, jwk, key };
}

/** The key a header names, among those of the issuer. */
export async function chooseKey(keys: readonly Jwk[], kid: unknown): Promise<Chosen> {
  const [jwk, ...more] = keys.filter((key) => typeof key['kid'] === 'string' && key['kid'] === kid);
  if (jwk === undefined) return { ok: false, reason: 'unknown-key' };
  return more.length > 0 ? { ok: false, reason: 'key-ambiguous' } : await readKey(jwk);
}

/** A place in a log, as `compromisedSince` names it; undefined if it does not. */
function readPlace(value: unknown): { origin: string; index: bigint } | undefined {
  if (typeof value !== 'object' || value === null || !('origin' in value) || !('index' in value)) return undefined;
  const { origin, index } = value;
  const named = typeof origin === 'string' && typeof index === 'number' && Number.isSafeInteger(index) && index >= 0;
  return named ? { origin, index: BigInt(index) } : undefined;
}

/** True only if the receipt's log is known to have ended before the other began. */
function isEarlierLog(receipt: LogKey, since: string, logs: readonly LogKey[]): boolean {
  const other = logs.find(({ origin }) => origin === since);
  return receipt.from !== undefined && other?.from !== undefined && receipt.from < other.from;
}

/**
 * Whether a key's word can be taken: one that fell into other hands still speaks for what was logged before it did. The order of the
 * log decides, not the date the receipt gives itself; a compromise without a place leaves nothing to believe.
 */
export function validityFault(jwk: Jwk, place: LoggedAt | undefined, logs: readonly LogKey[]): ValidityReason | undefined {
  if (jwk['status'] !== 'compromised' && jwk['compromisedSince'] === undefined) return undefined;
  const since = readPlace(jwk['compromisedSince']);
  if (since === undefined) return 'key-compromised';
  if (place === undefined) return 'key-compromised-unlogged';
  const earlier = place.log.origin === since.origin ? place.index < since.index : isEarlierLog(place.log, since.origin, logs);
  return earlier ? undefined : 'key-compromised';
}

/**
 * Verifies a receipt, and its log proof if there is one, offline: pure, on WebCrypto alone, so that the same file runs in Node and in
 * a browser. Every check fails closed with its reason.
 */
import { decodeBase64url, type Bytes } from './base64.ts';
import { isReceiptKind, RECEIPT_TYP, RECEIPT_VERSION } from './family.ts';
import { verifyProof, type LogKey, type ProofReason } from './log/verify-proof.ts';
import { readStrictJson, type StrictJson } from './strict-json.ts';

/** A public key as a JWKS holds it. */
export type Jwk = Record<string, unknown>;

/** What can be wrong; `ok` is not among them. Words for people are with those who show them. */
export type Reason =
  | 'not-compact-form'
  | 'not-canonical-base64url'
  | 'header-not-json'
  | 'critical-header'
  | 'key-in-header'
  | 'algorithm-not-allowed'
  | 'unknown-key'
  | 'key-not-for-es256'
  | 'signature-length'
  | 'signature-wrong'
  | 'not-a-receipt'
  | 'payload-not-json'
  | 'duplicate-key'
  | 'unknown-version'
  | 'unknown-kind'
  | ProofReason;

export type CheckName =
  | 'form'
  | 'header'
  | 'algorithm'
  | 'key'
  | 'signature'
  | 'family'
  | 'payload'
  | 'proof'
  | 'log'
  | 'checkpoint'
  | 'inclusion';

export interface Check {
  name: CheckName;
  ok: boolean;
  reason: Reason | 'ok';
}

/** `unknown`: nothing is wrong with it, but these keys cannot tell (another issuer's key, or not a receipt). */
export interface Verification {
  result: 'genuine' | 'failed' | 'unknown';
  /** In the order made; the first that fails is the last. */
  checks: Check[];
  /** Present if signature and family are right. */
  payload?: Record<string, unknown>;
}

interface VerifyInput {
  /** Compact JWS. */
  jws: string;
  /** The issuer's public keys: the only ones used, whatever the header says. */
  keys: readonly Jwk[];
  /** Text of a `tlog-proof` file; given means it must hold. */
  proof?: string;
  /** The issuer's logs, by which a proof is judged. */
  logs?: readonly LogKey[];
}

/** A receipt in its parts while it is being checked. */
interface Parts {
  header: Bytes;
  payload: Bytes;
  signature: Bytes;
  signingInput: Bytes;
}

/** Members by which a header would bring or name a key of its own: never used, and never in a receipt of ours. */
const KEY_MEMBERS = ['jku', 'jwk', 'x5u', 'x5c', 'x5t', 'x5t#S256'];

/** What cannot be told with the keys at hand, as opposed to what is wrong. */
const CANNOT_TELL: ReadonlySet<Reason> = new Set<Reason>(['unknown-key', 'not-a-receipt', 'unknown-log']);

function split(jws: string): Parts | Reason {
  const parts = jws.split('.');
  if (parts.length !== 3 || !/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/.test(jws)) return 'not-compact-form';
  const [header, payload, signature] = parts.map(decodeBase64url);
  if (!header || !payload || !signature) return 'not-canonical-base64url';
  return { header, payload, signature, signingInput: new TextEncoder().encode(jws.slice(0, jws.lastIndexOf('.'))) };
}

function headerFault(json: StrictJson): Reason | undefined {
  if (!json.ok) return json.reason === 'duplicate-key' ? 'duplicate-key' : 'header-not-json';
  if (Object.hasOwn(json.value, 'crit')) return 'critical-header';
  return KEY_MEMBERS.some((member) => Object.hasOwn(json.value, member)) ? 'key-in-header' : undefined;
}

async function signatureFault(parts: Parts, jwk: Jwk): Promise<Reason | undefined> {
  if (parts.signature.length !== 64) return 'signature-length';
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  // Only the coordinates are taken over: no other member of the key can change what it is used for.
  const coordinates = { kty: 'EC', crv: 'P-256', x: String(jwk['x']), y: String(jwk['y']) };
  const key = await crypto.subtle.importKey('jwk', coordinates, algorithm, false, ['verify']).catch(() => undefined);
  if (key === undefined) return 'key-not-for-es256';
  const good = await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, parts.signature, parts.signingInput);
  return good ? undefined : 'signature-wrong';
}

/** ES256 only, and only with a key that says nothing else of itself. */
function keyFault(jwk: Jwk): Reason | undefined {
  const fits = jwk['kty'] === 'EC' && jwk['crv'] === 'P-256' && (jwk['alg'] ?? 'ES256') === 'ES256' && (jwk['use'] ?? 'sig') === 'sig';
  return fits ? undefined : 'key-not-for-es256';
}

function payloadFault(json: StrictJson): Reason | undefined {
  if (!json.ok) return json.reason === 'duplicate-key' ? 'duplicate-key' : 'payload-not-json';
  if (json.value['v'] !== RECEIPT_VERSION) return 'unknown-version';
  return isReceiptKind(json.value['kind']) ? undefined : 'unknown-kind';
}

/** Collects checks; `failed` once one is not ok. */
class Protocol {
  readonly checks: Check[] = [];
  failed: Reason | undefined;

  /** Notes a check; true if it passed. */
  note(name: CheckName, reason: Reason | undefined): boolean {
    this.checks.push({ name, ok: reason === undefined, reason: reason ?? 'ok' });
    this.failed ??= reason;
    return reason === undefined;
  }

  result(payload?: Record<string, unknown>): Verification {
    const { checks, failed } = this;
    const result = failed === undefined ? 'genuine' : CANNOT_TELL.has(failed) ? 'unknown' : 'failed';
    return { result, checks, ...(payload === undefined ? {} : { payload }) };
  }
}

/** Signature and family; the payload if both are right. */
async function verifySignature(input: VerifyInput, protocol: Protocol): Promise<Record<string, unknown> | undefined> {
  const parts = split(input.jws);
  if (!protocol.note('form', typeof parts === 'string' ? parts : undefined) || typeof parts === 'string') return undefined;
  const header = readStrictJson(parts.header);
  if (!protocol.note('header', headerFault(header)) || !header.ok) return undefined;
  if (!protocol.note('algorithm', header.value['alg'] === 'ES256' ? undefined : 'algorithm-not-allowed')) return undefined;
  const jwk = input.keys.find((key) => typeof key['kid'] === 'string' && key['kid'] === header.value['kid']);
  if (!protocol.note('key', jwk === undefined ? 'unknown-key' : keyFault(jwk)) || jwk === undefined) return undefined;
  if (!protocol.note('signature', await signatureFault(parts, jwk))) return undefined;
  if (!protocol.note('family', header.value['typ'] === RECEIPT_TYP ? undefined : 'not-a-receipt')) return undefined;
  const payload = readStrictJson(parts.payload);
  return protocol.note('payload', payloadFault(payload)) && payload.ok ? payload.value : undefined;
}

/** Says whether a receipt is genuine, and which checks led to it. */
export async function verifyReceipt(input: VerifyInput): Promise<Verification> {
  const protocol = new Protocol();
  const payload = await verifySignature(input, protocol);
  if (payload === undefined || input.proof === undefined) return protocol.result(payload);
  for (const { name, reason } of await verifyProof({ jws: input.jws, proof: input.proof, logs: input.logs ?? [] }))
    protocol.note(name, reason);
  return protocol.result(payload);
}

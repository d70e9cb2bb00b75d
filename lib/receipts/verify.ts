/**
 * Verifies a receipt, and its log proof if there is one, offline: pure, on WebCrypto alone, so that the same file runs in Node and in
 * a browser. Every check fails closed with its reason.
 */
import { decodeBase64url, type Bytes } from './base64.ts';
import { isReceiptKind, RECEIPT_TYP, RECEIPT_VERSION } from './family.ts';
import type { History } from './log/check-history.ts';
import { verifyProof, type LoggedAt, type LogKey, type ProofReason } from './log/verify-proof.ts';
import { enoughWitnesses } from './witness/cosignature.ts';
import { readStrictJson, type StrictJson } from './strict-json.ts';
import { chooseKey, validityFault, type Jwk, type KeyReason, type PublicKey, type ValidityReason } from './verify-key.ts';

export type { Jwk } from './verify-key.ts';

/** What can be wrong; `ok` is not among them. Words for people are with those who show them. */
export type Reason =
  | 'not-compact-form'
  | 'not-canonical-base64url'
  | 'header-not-json'
  | 'critical-header'
  | 'key-in-header'
  | 'algorithm-not-allowed'
  | 'signature-length'
  | 'signature-wrong'
  | 'not-a-receipt'
  | 'payload-not-json'
  | 'duplicate-key'
  | 'unknown-version'
  | 'unknown-kind'
  | HistoryReason
  | KeyReason
  | ProofReason
  | ValidityReason;

type HistoryReason = 'not-witnessed' | 'history-rewritten' | 'log-rolled-back' | 'log-not-reachable';

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
  | 'inclusion'
  | 'validity'
  | 'witness'
  | 'history';

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
  /** Present if a proof was given and holds. */
  place?: LoggedAt;
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

/** What cannot be told with what is at hand, as opposed to what is wrong. */
const CANNOT_TELL: ReadonlySet<Reason> = new Set<Reason>([
  'unknown-key',
  'not-a-receipt',
  'unknown-log',
  'key-compromised-unlogged',
  'log-not-reachable',
]);

const HISTORY_REASONS: Record<History, HistoryReason | undefined> = {
  'goes-on': undefined,
  rewritten: 'history-rewritten',
  older: 'log-rolled-back',
  'not-reachable': 'log-not-reachable',
};

function split(jws: string): Parts | Reason {
  const parts = jws.split('.');
  if (parts.length !== 3 || !/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/.test(jws)) return 'not-compact-form';
  const [header, payload, signature] = parts.map(decodeBase64url);
  if (!header || !payload || !signature) return 'not-canonical-base64url';
  return { header, payload, signature, signingInput: new TextEncoder().encode(jws.slice(0, jws.lastIndexOf('.'))) };
}

function headerFault(json: StrictJson): Reason | undefined {
  if (!json.ok) return json.reason === 'duplicate-key' ? 'duplicate-key' : 'header-not-json';
  // A payload that is not base64url (RFC 7797) is an extension too, with `crit` or without.
  if (Object.hasOwn(json.value, 'crit') || Object.hasOwn(json.value, 'b64')) return 'critical-header';
  return KEY_MEMBERS.some((member) => Object.hasOwn(json.value, member)) ? 'key-in-header' : undefined;
}

async function signatureFault({ signature, signingInput }: Parts, key: PublicKey): Promise<Reason | undefined> {
  if (signature.length !== 64) return 'signature-length';
  const good = await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, signingInput);
  return good ? undefined : 'signature-wrong';
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

  get result(): Verification['result'] {
    return this.failed === undefined ? 'genuine' : CANNOT_TELL.has(this.failed) ? 'unknown' : 'failed';
  }
}

/** What the signature vouches for, and by which key. */
interface Signed {
  payload: Record<string, unknown>;
  jwk: Jwk;
}

/** Signature and family; the payload if both are right. */
async function verifySignature({ jws, keys }: VerifyInput, protocol: Protocol): Promise<Signed | undefined> {
  const parts = split(jws);
  if (!protocol.note('form', typeof parts === 'string' ? parts : undefined) || typeof parts === 'string') return undefined;
  const header = readStrictJson(parts.header);
  if (!protocol.note('header', headerFault(header)) || !header.ok) return undefined;
  if (!protocol.note('algorithm', header.value['alg'] === 'ES256' ? undefined : 'algorithm-not-allowed')) return undefined;
  const chosen = await chooseKey(keys, header.value['kid']);
  if (!protocol.note('key', chosen.ok ? undefined : chosen.reason) || !chosen.ok) return undefined;
  if (!protocol.note('signature', await signatureFault(parts, chosen.key))) return undefined;
  if (!protocol.note('family', header.value['typ'] === RECEIPT_TYP ? undefined : 'not-a-receipt')) return undefined;
  const payload = readStrictJson(parts.payload);
  return protocol.note('payload', payloadFault(payload)) && payload.ok ? { payload: payload.value, jwk: chosen.jwk } : undefined;
}

/** The proof, if one was given, and whether the key could be believed at that place of the log. */
async function verifyPlace({ jws, proof, logs = [] }: VerifyInput, jwk: Jwk, protocol: Protocol): Promise<LoggedAt | undefined> {
  const proven = proof === undefined ? undefined : await verifyProof({ jws, proof, logs });
  for (const { name, reason } of proven?.checks ?? []) protocol.note(name, reason);
  if (protocol.failed === undefined) protocol.note('validity', validityFault(jwk, proven?.place, logs));
  return proven?.place;
}

/** Says whether a receipt is genuine, and which checks led to it. */
export async function verifyReceipt(input: VerifyInput): Promise<Verification> {
  const protocol = new Protocol();
  const signed = await verifySignature(input, protocol);
  const place = signed === undefined ? undefined : await verifyPlace(input, signed.jwk, protocol);
  return {
    result: protocol.result,
    checks: protocol.checks,
    ...(signed === undefined ? {} : { payload: signed.payload }),
    ...(place === undefined ? {} : { place }),
  };
}

/** The same, with one more thing asked: whether all these witnesses signed the state that the proof names. Keys are verifier keys. */
export async function withWitnesses(verification: Verification, witnesses: readonly string[]): Promise<Verification> {
  const { place, result, checks } = verification;
  if (result !== 'genuine' || place === undefined) return verification;
  const protocol = new Protocol();
  const signed = await enoughWitnesses(place.note, { witnesses, atLeast: new Set(witnesses).size });
  protocol.note('witness', signed ? undefined : 'not-witnessed');
  return { ...verification, result: protocol.result, checks: [...checks, ...protocol.checks] };
}

/** The same, with one more thing asked: whether the log of today still stands on the state the receipt's proof names. */
export function withHistory(verification: Verification, history: History): Verification {
  if (verification.result !== 'genuine') return verification;
  const protocol = new Protocol();
  protocol.note('history', HISTORY_REASONS[history]);
  return { ...verification, result: protocol.result, checks: [...verification.checks, ...protocol.checks] };
}

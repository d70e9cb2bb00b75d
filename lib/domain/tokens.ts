/** Links that need no storage: the request's id and a keyed hash over id and purpose. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { bareId, readId, type RequestId } from './ids.ts';

/**
 * What a link opens: `status` is shown to whoever sent the form; `verify`, `person` and `download` are only ever
 * mailed to the address; `print` opens the answer for staff who post it, one letter's; `callback` is given to a connected system; `reply` is part of an address; `passed-on` is mailed to a controller for whom the company works.
 */
export type Purpose = 'status' | 'verify' | 'person' | 'download' | 'print' | 'callback' | 'reply' | 'passed-on';

const MAC_BYTES = 16;

function mac(secret: Uint8Array, purpose: Purpose, of: string): Buffer {
  return createHmac('sha256', secret).update(`${purpose}\n${of}`).digest().subarray(0, MAC_BYTES);
}

/** A token for one purpose: 43 characters of base64url; `scope` narrows it (verification round, task). */
export function makeToken(secret: Uint8Array, purpose: Purpose, { id, scope = '' }: { id: RequestId; scope?: string }): string {
  const uuid = Buffer.from(bareId(id).replaceAll('-', ''), 'hex');
  return Buffer.concat([uuid, mac(secret, purpose, `${id}\n${scope}`)]).toString('base64url');
}

/** The request a token names, before its keyed hash is checked; undefined if it is no token at all. */
export function requestInToken(token: string): RequestId | undefined {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined;
  const bytes = Buffer.from(token, 'base64url');
  // The last character has two spare bits: only one spelling of a token is the token.
  if (bytes.toString('base64url') !== token) return undefined;
  const hex = bytes.subarray(0, 16).toString('hex');
  return readId('req', hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
}

/** Checks a token for a purpose in constant time; undefined if it is not genuine. */
export function readToken(
  secret: Uint8Array,
  purpose: Purpose,
  { token, scope = '' }: { token: string; scope?: string },
): RequestId | undefined {
  const id = requestInToken(token);
  if (id === undefined) return undefined;
  const given = Buffer.from(token, 'base64url').subarray(16);
  return timingSafeEqual(given, mac(secret, purpose, `${id}\n${scope}`)) ? id : undefined;
}

/** The six digits mailed in a verification round: derived, so that a repeated step mails the same code. */
export function verificationCode(secret: Uint8Array, { id, round }: { id: RequestId; round: number }): string {
  const digest = createHmac('sha256', secret).update(`code\n${id}\n${round}`).digest();
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0');
}

/** True if the typed code is that of the round; spaces and dashes are ignored; constant time. */
export function codeMatches(typed: string, expected: string): boolean {
  // Hashes are of one length whatever was typed.
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(typed.replaceAll(/[\s\-–]/g, '')), digest(expected));
}

/** A keyed hash of an identifier: the same person's requests are found without storing the address. */
export function keyedHash(secret: Uint8Array, kind: string, value: string): string {
  return createHmac('sha256', secret).update(`${kind}\n${value}`).digest('base64url');
}

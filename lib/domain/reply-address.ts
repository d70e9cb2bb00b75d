/** Addresses that lead an answer to its request whatever the writer's program does with headers: `reply+<token>@<domain>`. */
import type { RequestId } from './ids.ts';
import { makeToken, readToken } from './tokens.ts';

/** Servers and people change the case of local parts: an alphabet of one case. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const PREFIX = 'reply+';

function base32(bytes: Uint8Array): string {
  let [text, held, bits] = ['', 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[(held >>> (bits - 5)) & 31]!;
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + ALPHABET[(held << (5 - bits)) & 31]!;
}

function fromBase32(text: string): Buffer | undefined {
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return undefined;
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) bytes.push((held >>> (bits -= 8)) & 255);
    held &= (1 << bits) - 1;
  }
  return Buffer.from(bytes);
}

/** Where answers about a request go; `mailbox` is the address people write to, whose whole domain is received. */
export function replyAddress(secret: Uint8Array, { id, mailbox }: { id: RequestId; mailbox: string }): string {
  const token = Buffer.from(makeToken(secret, 'reply', { id }), 'base64url');
  return `${PREFIX}${base32(token)}@${mailbox.slice(mailbox.lastIndexOf('@') + 1)}`;
}

/** The request that an address names, checked in constant time; undefined if it names none. */
export function requestInAddress(secret: Uint8Array, address: string): RequestId | undefined {
  const local = address.slice(0, address.lastIndexOf('@')).toLowerCase();
  const bytes = local.startsWith(PREFIX) ? fromBase32(local.slice(PREFIX.length)) : undefined;
  return bytes && readToken(secret, 'reply', { token: bytes.toString('base64url') });
}

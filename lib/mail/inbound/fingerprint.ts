/** What identifies a mail whatever servers it passed. */
import { createHash, type Hash } from 'node:crypto';
import { headersEnd } from './headers-end.ts';

/**
 * Headers that servers write on the way. Signatures are among them: they say nothing that the signed headers and body do not say
 * themselves, and a server that sends again may sign again.
 */
const TRACE =
  /^(?:return-path|received|x-received|received-spf|delivered-to|x-delivered-to|x-original-to|envelope-to|authentication-results|dkim-signature|domainkey-signature|x-google-dkim-signature|(?:arc|x-ses|x-spam|x-virus)-[!-9;-~]*)[ \t]*:/i;

const CHUNK = 2 ** 16;
const CR = 0x0d;
const LF = 0x0a;

/**
 * SHA-256 (base64url) of a mail without trace headers, with LF as its line ends and nothing but text after the last: the same mail
 * delivered twice, sent again by a server that got no answer, or dropped in as a file, has the same.
 */
export function fingerprintOf(raw: Uint8Array): string {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const hash = createHash('sha256');
  // Headers that are too large are not read at all; nothing is left out of them.
  const body = headersEnd(bytes) ?? 0;
  if (body > 0) hash.update(withoutTrace(bytes.toString('latin1', 0, body)), 'latin1');
  hashLines(hash, bytes.subarray(body, textEnd(bytes, body)));
  return hash.digest('base64url');
}

function withoutTrace(headers: string): string {
  const fields = headers.replaceAll('\r\n', '\n').split(/\n(?![ \t])/);
  const kept = fields.filter((field) => !TRACE.test(field));
  return kept.join('\n').trimEnd();
}

function textEnd(bytes: Buffer, from: number): number {
  let end = bytes.length;
  while (end > from && (bytes[end - 1] === LF || bytes[end - 1] === CR)) end -= 1;
  return end;
}

/** In small pieces: a mail may have 40 MB. */
function hashLines(hash: Hash, bytes: Buffer): void {
  const chunk = Buffer.allocUnsafe(CHUNK);
  let used = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === CR && bytes[at + 1] === LF) continue;
    chunk[used++] = bytes[at]!;
    if (used < CHUNK) continue;
    hash.update(chunk);
    used = 0;
  }
  hash.update(chunk.subarray(0, used));
}

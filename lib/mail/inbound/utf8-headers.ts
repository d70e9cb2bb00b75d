/** Reads headers as old programs write them: letters of Windows-1252 as they are, without saying so. */
import { isUtf8 } from 'node:buffer';
import { headersEnd } from './headers-end.ts';

const LF = 0x0a;
const WINDOWS = new TextDecoder('windows-1252');

function* linesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(LF, at);
    const next = end === -1 ? bytes.length : end + 1;
    yield bytes.subarray(at, next);
    at = next;
  }
}

/** Letters as they are even within encoded words, whose character set is known. */
const ENCODED_WORD = /=\?[^?\s]+\?[Qq]\?[^?]*\?=/g;

function inUtf8(line: Buffer): Buffer {
  if (isUtf8(line)) return line;
  const escaped = line
    .toString('latin1')
    .replace(ENCODED_WORD, (word) => word.replace(/[\x80-\xff]/g, (letter) => `=${letter.charCodeAt(0).toString(16)}`));
  return Buffer.from(WINDOWS.decode(Buffer.from(escaped, 'latin1')));
}

/** The mail with every line of its headers in UTF-8, which is all the parser knows; its own bytes where they are. */
export function withUtf8Headers(raw: Uint8Array): Uint8Array {
  const mail = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const end = headersEnd(mail) ?? 0;
  const headers = mail.subarray(0, end);
  if (isUtf8(headers)) return raw;
  const lines = [...linesOf(headers)].map(inUtf8);
  return Buffer.concat([...lines, mail.subarray(end)]);
}

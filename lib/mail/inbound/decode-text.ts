/** Decodes the text of a part whose character set may not be the one it names, in place of the parser's own call. */
import { isAscii, isUtf8 } from 'node:buffer';

const WINDOWS = new TextDecoder('windows-1252');
const UTF8 = new TextDecoder();
/** A letter that UTF-8 has and ASCII has not. */
const LETTER = /[^\0-\x7f\ufffd]/;

/** As far as a `TextDecoder` is needed. */
interface Decoder {
  readonly encoding: string;
  decode(bytes: Uint8Array): string;
}

/**
 * Old programs send UTF-8 as Latin letters, and Latin letters as UTF-8: what is not one is the other. A text that is partly UTF-8
 * stays so.
 */
export function decodeText(content: ArrayBuffer, named: Decoder): string {
  const bytes = new Uint8Array(content);
  const guesses = !isAscii(bytes) && (named.encoding === 'utf-8' || named.encoding === 'windows-1252');
  if (!guesses) return named.decode(bytes);
  const text = UTF8.decode(bytes);
  if (isUtf8(bytes) || (named.encoding === 'utf-8' && LETTER.test(text))) return text;
  return WINDOWS.decode(bytes);
}

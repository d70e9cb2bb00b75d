/** What is refused before anything is parsed, found in one pass without copies. */
import type { ReadLimits } from './read-limits.ts';

/** 40 MB of base64 have half as many. The parser keeps an object or two per line. */
const LINES_MAX = 1_000_000;
const DASH = 0x2d;
const LF = 0x0a;

/** The longest boundary a mail may declare has 70 characters; this bounds what is compared. */
const BOUNDARY_MAX = 200;
/** A declaration that is read, or (without groups) one that the parser may read otherwise: escapes, comments, continuations. */
const DECLARED = /boundary\s{0,50}(?:=\s{0,50}(?:"([^"\\\r\n]{1,200})"|([^\s;"'()\\]{1,200}))(?=[\s;]|$)|[=*(])/gi;
const PIECE = 2 ** 20;
const OVERLAP = 512;

/** Why a mail is not given to the parser, whose limits bound depth but not breadth. */
export function refusalOf(
  raw: Uint8Array,
  { bytes, boundaryLines }: Pick<ReadLimits, 'bytes' | 'boundaryLines'>,
): 'too-large' | 'too-many-parts' | undefined {
  if (raw.length > bytes) return 'too-large';
  const mail = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  let dashed = 0;
  let lines = 0;
  for (const at of lineStarts(mail)) {
    if (mail[at] === DASH && mail[at + 1] === DASH) dashed += 1;
    if (++lines > LINES_MAX) return 'too-large';
  }
  // Most mails have few lines that begin like a boundary; what else begins with dashes is told apart only when it matters.
  return dashed > boundaryLines && countBoundaryLines(mail) > boundaryLines ? 'too-many-parts' : undefined;
}

function* lineStarts(mail: Buffer): Generator<number> {
  for (let at = 0; at < mail.length;) {
    yield at;
    const end = mail.indexOf(LF, at);
    if (end === -1) return;
    at = end + 1;
  }
}

function countBoundaryLines(mail: Buffer): number {
  const declared = declaredBoundaries(mail);
  let count = 0;
  for (const at of lineStarts(mail)) {
    if (mail[at] !== DASH || mail[at + 1] !== DASH) continue;
    const [line = ''] = mail.toString('latin1', at + 2, at + 2 + BOUNDARY_MAX + 4).split(/[\r\n]/, 1);
    const boundary = line.trimEnd();
    if (declared === 'unclear' || declared.has(boundary) || (boundary.endsWith('--') && declared.has(boundary.slice(0, -2)))) count += 1;
  }
  return count;
}

/** Every boundary that is declared anywhere; 'unclear' when one cannot be read, so that every line that may be one counts. */
function declaredBoundaries(mail: Buffer): Set<string> | 'unclear' {
  const found = new Set<string>();
  for (let at = 0; at < mail.length; at += PIECE) {
    for (const [, quoted, token] of mail.toString('latin1', at, at + PIECE + OVERLAP).matchAll(DECLARED)) {
      const boundary = quoted ?? token;
      if (boundary === undefined) return 'unclear';
      found.add(boundary.trimEnd());
    }
  }
  return found;
}

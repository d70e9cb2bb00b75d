/** Turns the character references of HTML into characters: numbers, accented letters of all Latin alphabets, Greek, and the signs that letters use. */

/** `&eacute;` is `e` and this accent. */
const ACCENTS: Record<string, string> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  macr: '\u0304',
  breve: '\u0306',
  dot: '\u0307',
  uml: '\u0308',
  ring: '\u030a',
  dblac: '\u030b',
  caron: '\u030c',
  cedil: '\u0327',
  ogon: '\u0328',
};

const SIGNS =
  'amp & lt < gt > quot " apos \' sol / bsol \\ lpar ( rpar ) lsqb [ rsqb ] comma , period . colon : semi ; excl ! quest ? num # commat @ lowbar _ Tab \t NewLine \n ' +
  'nbsp \u00a0 shy \u00ad ensp \u2002 emsp \u2003 thinsp \u2009 zwnj \u200c zwj \u200d iexcl ¡ cent ¢ pound £ curren ¤ yen ¥ brvbar ¦ sect § uml ¨ copy © ordf ª ' +
  'laquo « not ¬ reg ® macr ¯ deg ° plusmn ± sup2 ² sup3 ³ acute ´ micro µ para ¶ middot · cedil ¸ sup1 ¹ ordm º raquo » frac14 ¼ frac12 ½ frac34 ¾ iquest ¿ ' +
  'AElig Æ aelig æ ETH Ð eth ð Oslash Ø oslash ø THORN Þ thorn þ szlig ß times × divide ÷ OElig Œ oelig œ Lstrok Ł lstrok ł Dstrok Đ dstrok đ inodot ı ' +
  'circ ˆ tilde ˜ fnof ƒ hyphen ‐ ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ dagger † Dagger ‡ bull • hellip … permil ‰ prime ′ Prime ″ ' +
  'lsaquo ‹ rsaquo › euro € numero № trade ™ larr ← uarr ↑ rarr → darr ↓ harr ↔ minus − infin ∞ ne ≠ le ≤ ge ≥ check ✓ cross ✗ star ☆ starf ★ phone ☎';

const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );
const ALPHA = 0x3b1;
const CAPITAL_ALPHA = 0x391;

/** Pairs of name and sign, spaces between; the signs for white space are escaped above, so a space only separates. */
function pairs(list: string): [string, string][] {
  const words = list.split(' ');
  return words.flatMap((word, index) => (index % 2 === 0 && words[index + 1] ? [[word, words[index + 1]!] as [string, string]] : []));
}

const NAMED = new Map<string, string>([
  ...pairs(SIGNS),
  ...GREEK.map((name, index): [string, string] => [name, String.fromCodePoint(ALPHA + index)]),
  ...GREEK.filter((name) => name !== 'sigmaf').map((name): [string, string] => [
    name[0]!.toUpperCase() + name.slice(1),
    String.fromCodePoint(CAPITAL_ALPHA + GREEK.indexOf(name)),
  ]),
]);

/** What browsers make of the numbers 128 to 159, which many programs write for the characters of Windows. */
const WINDOWS = new TextDecoder('windows-1252');

function numbered(code: number): string {
  if (code >= 0x80 && code < 0xa0) return WINDOWS.decode(Uint8Array.of(code));
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}

function accented(name: string): string | undefined {
  const accent = ACCENTS[name.slice(1)];
  const letter = accent && `${name[0]}${accent}`.normalize('NFC');
  return letter?.length === 1 ? letter : undefined;
}

/** A reference, as long as any that is known. What goes on like the query of an address is none, unless it is ended. */
const REFERENCE = /&(?:#\d{1,9}|#[xX][\da-fA-F]{1,8}|[A-Za-z][A-Za-z\d]{1,15})(?:;|(?![=\w]))/g;

function decoded(written: string): string {
  const name = written.slice(1).replace(/;$/, '');
  if (/^#x/i.test(name)) return numbered(Number.parseInt(name.slice(2), 16));
  if (name.startsWith('#')) return numbered(Number(name.slice(1)));
  return NAMED.get(name) ?? accented(name) ?? written;
}

/** Decodes once: what a decoded `&amp;` makes of what follows stays as it is. Unknown references stay as they stand. */
export function decodeEntities(text: string): string {
  return text.replace(REFERENCE, decoded);
}

/** The reference a person can read over the phone: `Q-XXXX-XXXX`, Crockford base32, last character a check. */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** x^5 + x^2 + 1: with it the 32 characters are a field, in which no two of them weigh the same (modulo 31, 0 and Z would). */
const POLYNOMIAL = 0b10_0101;

export type Reference = `Q-${string}-${string}`;

/** Multiplies by x: its powers differ in all eight places, so that one wrong or two swapped characters are noticed. */
const shifted = (value: number): number => ((value << 1) ^ (value & 16 ? POLYNOMIAL : 0)) & 31;

function checkCharacter(body: string): string {
  const sum = [...body].reduce((before, character) => shifted(before ^ ALPHABET.indexOf(character)), 0);
  return ALPHABET[sum]!;
}

/** Makes a reference of 35 random bits (five bytes, of which five bits are unused). */
export function referenceFrom(random: Uint8Array): Reference {
  let bits = 0n;
  for (const byte of random.subarray(0, 5)) bits = (bits << 8n) | BigInt(byte);
  let body = '';
  for (let place = 0; place < 7; place += 1) {
    body += ALPHABET[Number(bits & 31n)]!;
    bits >>= 5n;
  }
  const all = body + checkCharacter(body);
  return `Q-${all.slice(0, 4)}-${all.slice(4)}`;
}

/** Reads what a person typed: any case, O for 0, I or L for 1, spaces and dashes ignored. Undefined if the check fails. */
export function readReference(typed: string): Reference | undefined {
  const clean = typed
    .toUpperCase()
    .replaceAll(/[\s\-–—.]/g, '')
    // Only a ninth character is the leading Q: the reference itself may begin with one.
    .replace(/^Q(?=.{8}$)/, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (clean.length !== 8 || [...clean].some((character) => !ALPHABET.includes(character))) return undefined;
  if (checkCharacter(clean.slice(0, 7)) !== clean[7]) return undefined;
  return `Q-${clean.slice(0, 4)}-${clean.slice(4)}`;
}

/** The reference a person can read over the phone: `Q-XXXX-XXXX`, Crockford base32, last character a check. */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Powers of 3 modulo 31 are all different for seven places, so that one wrong or two swapped characters are noticed. */
const CHECK_MODULUS = 31;

export type Reference = `Q-${string}-${string}`;

function checkCharacter(body: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of body) {
    weight = (weight * 3) % CHECK_MODULUS;
    sum += weight * ALPHABET.indexOf(character);
  }
  return ALPHABET[sum % CHECK_MODULUS]!;
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
    .replace(/^Q/, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (clean.length !== 8 || [...clean].some((character) => !ALPHABET.includes(character))) return undefined;
  if (checkCharacter(clean.slice(0, 7)) !== clean[7]) return undefined;
  return `Q-${clean.slice(0, 4)}-${clean.slice(4)}`;
}

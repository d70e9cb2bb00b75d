/** A text as it is compared: without case, accents, soft hyphens and invisible characters, each character knowing where it stood. */

/** Letters that have no accent to take away. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ł: 'l', đ: 'd', ð: 'd', ø: 'o', æ: 'ae', œ: 'oe', ς: 'σ', ı: 'i' };

/** Soft hyphen, zero-width characters, direction marks, byte order mark. */
const INVISIBLE = /^[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]$/;

export interface FoldedText {
  text: string;
  /** Where each character of `text` begins and ends in the original. */
  from: readonly number[];
  to: readonly number[];
}

function foldCharacter(character: string): string {
  if (character <= '\u007F') return character.toLowerCase();
  if (INVISIBLE.test(character)) return '';
  const bare = character.normalize('NFD').toLowerCase().replaceAll(/\p{M}/gu, '');
  return LETTERS[bare] ?? bare;
}

export function foldText(original: string): FoldedText {
  const pieces: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const character of original) {
    const end = at + character.length;
    const folded = foldCharacter(character);
    // An accent written apart belongs to the letter before.
    if (folded === '' && to.length > 0 && !INVISIBLE.test(character)) to[to.length - 1] = end;
    for (let unit = 0; unit < folded.length; unit += 1) {
      from.push(at);
      to.push(end);
    }
    pieces.push(folded);
    at = end;
  }
  return { text: pieces.join(''), from, to };
}

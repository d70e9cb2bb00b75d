/** Text from strangers made safe to store, show and compare: no control characters, nothing that turns the reading direction around. */

/** Bidirectional embeddings, overrides and isolates; byte order marks; halves of a surrogate pair. */
const UNSEEN = /[\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu;

/** The beginning of a text, without half a character at its end. */
export function cutAt(text: string, max: number): string {
  return text.length <= max ? text : text.slice(0, max).replace(/[\ud800-\udbff]$/, '');
}

/** One line: what separates lines or is no character becomes a space. */
export function cleanLine(value: string, max: number): string {
  const line = value
    .replace(UNSEEN, '')
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim();
  return cutAt(line, max).trimEnd();
}

/** Lines end in `\n`, of other control characters only tabs stay, and no more than two lines in a row are empty. */
export function cleanText(value: string): string {
  return value
    .replace(/\r\n?|[\u2028\u2029\f\v]/g, '\n')
    .replace(UNSEEN, '')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .replace(/^\n+/, '')
    .trimEnd();
}

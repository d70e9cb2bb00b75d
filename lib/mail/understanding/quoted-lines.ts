/** Which part of a letter is an earlier letter, quoted: it is not asked anew. */

/** `On ... wrote:` and its kin; texts are folded, so no accents. */
const WROTE =
  /\b(wrote|writes|schrieb|schrieben|ecrit|escribio|escrito|scritto|schreef|geschreven|escreveu|skrev|napsal|napsala|napsal\(a\)|napisao|napisala|napisao\/la|pise|scris|napisal|napisal\(a\))\b|εγραψε/;
const HEADLINE =
  /^\W*(original message|original-nachricht|ursprungliche nachricht|message d'origine|message original|mensaje original|messaggio originale|oorspronkelijk bericht|mensagem original|ursprungligt meddelande|puvodni zprava|puvodni e-mail|izvorna poruka|αρχικο μηνυμα|mesaj original|mesajul original|wiadomosc oryginalna|oryginalna wiadomosc|forwarded message|weitergeleitete nachricht|message transfere|doorgestuurd bericht)\W*$/;
/** The first line of a block of headers, as one mail program writes them. */
const SENT_BY = /^\*?(from|von|de|da|van|fran|od|απο|de la)\*?\s?:.{0,200}@/;

/** An attribution is not a sentence: it ends in a colon, and is not long. */
const isAttribution = (line: string): boolean =>
  line.length <= 300 && /:\s*$/.test(line.slice(-5)) && WROTE.test(line) && /[\d@>]/.test(line);

export interface Span {
  from: number;
  to: number;
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let from = 0;
  while (from <= text.length) {
    const end = text.indexOf('\n', from);
    const to = end === -1 ? text.length : end;
    lines.push({ from, to });
    from = to + 1;
  }
  return lines;
}

/** What a line makes of the rest of the letter: all of it an earlier letter, or only the lines marked so. */
function headline(line: string, next: string): 'rest' | 'marked' | undefined {
  if (line.length > 400) return undefined;
  if (HEADLINE.test(line) || (SENT_BY.test(line) && /^[^:]{2,20}:/.test(next))) return 'rest';
  if (!isAttribution(line)) return undefined;
  return next.startsWith('>') ? 'marked' : 'rest';
}

/** The quoted spans of a folded text, in order: lines marked with `>`, and what follows the headline of an earlier letter. */
export function quotedSpans(text: string): Span[] {
  const lines = linesOf(text).map((line) => ({ ...line, words: text.slice(line.from, Math.min(line.to, line.from + 500)).trim() }));
  // The next line with anything on it, looked up from the end so that it costs nothing.
  const next: string[] = [];
  for (let index = lines.length - 1; index >= 0; index -= 1) next[index] = lines[index + 1]?.words || (next[index + 1] ?? '');
  const spans: Span[] = [];
  for (const [index, { from, to, words }] of lines.entries()) {
    const kind = words.startsWith('>') ? 'marked' : headline(words, next[index] ?? '');
    if (kind === 'rest') return [...spans, { from, to: text.length }];
    if (kind === 'marked') spans.push({ from, to });
  }
  return spans;
}

/** A letter as sentences of words: the unit in which something is asked, denied or made a condition. */
import { type FoldedText, foldText } from './fold-text.ts';
import { quotedSpans } from './quoted-lines.ts';

export interface Word {
  text: string;
  /** In the original. */
  from: number;
  to: number;
  /** Parts of the sentence between commas, counted. */
  clause: number;
  /** In brackets that opened right before it, as `(3)` in `15(3)`. */
  bracketed: boolean;
}

export interface Sentence {
  words: readonly Word[];
  /** It ended in a question mark, a Greek one among them. */
  question: boolean;
  /** What ended in a colon before this, or before the list in which this is a point. */
  intro?: Sentence;
}

/** Addresses of pages say nothing; numbers keep their dots (`1798.105`), apostrophes part words. */
const PIECES = /https?:\/\/[^\s]*|www\.[^\s]*|\p{L}+|\d+(?:[.:-]\d+)*|§|\n|[^\s\p{L}\d]/gu;
/** A dot after these ends no sentence. */
const ABBREVIATED = new Set(
  'cal civ stat art abs nr lit let z b bzw ca vgl gem sog inkl etc e g i c dr mr mrs ms st no tel par para ust pkt poz odst pism cl tzv napr al ex sec secs cf p fig bl o a ap pt r d h s f u v n t m st clen clanak num ref ev incl zb evtl ggf ud iv'.split(
    ' ',
  ),
);
const SHORT_LINE = 50;
/** Words; what goes on longer without a dot is cut, so that no sentence costs more than this. */
const LONGEST = 250;

interface Piece {
  text: string;
  at: number;
}

const isBullet = (rest: string): boolean => /^\s*(?:[-*•–·]|\(?(?:\d{1,2}|[a-z])[.)])\s/.test(rest);
const isWord = (text: string): boolean => /^[\p{L}\d§]/u.test(text);

/** Collects words into sentences. */
class Reader {
  readonly sentences: Sentence[] = [];
  readonly #original: string;
  readonly #folded: FoldedText;
  #words: Word[] = [];
  #clause = 0;
  #bracketed = false;
  /** Brackets that are open: a dot in them ends no sentence. */
  #depth = 0;
  #lineAt = 0;
  #item = false;
  #intro: Sentence | undefined;

  constructor(original: string, folded: FoldedText) {
    this.#original = original;
    this.#folded = folded;
  }

  read({ text, at }: Piece): void {
    if (isWord(text)) this.#word(text, at);
    else if (text === '\n') this.#newLine(at);
    else if (/^[.!?;:…·;]$/.test(text)) this.#stop(text, at);
    else if (/^[,()–—[\]"„“”«»-]$/.test(text) && !this.#insideWord(text, at)) {
      this.#clause += 1;
      this.#bracketed = text === '(';
      if (text === '(') this.#depth += 1;
      else if (text === ')') this.#depth = Math.max(0, this.#depth - 1);
    }
  }

  end(mark = ''): void {
    if (this.#words.length === 0) return;
    const sentence: Sentence = {
      words: this.#words,
      question: /^[?;\u037e]$/.test(mark),
      ...(this.#intro !== undefined && { intro: this.#intro }),
    };
    this.sentences.push(sentence);
    if (mark === ':') this.#intro = sentence;
    else if (!this.#item) this.#intro = undefined;
    this.#words = [];
    this.#clause = 0;
    this.#depth = 0;
  }

  #word(text: string, at: number): void {
    if (/^(?:https?:|www\.)/.test(text)) return;
    if (this.#words.length >= LONGEST) this.end();
    const { from, to } = this.#folded;
    this.#words.push({ text, from: from[at]!, to: to[at + text.length - 1]!, clause: this.#clause, bracketed: this.#bracketed });
    this.#bracketed = false;
  }

  /** `e-mail` is one thought. */
  #insideWord(text: string, at: number): boolean {
    return text === '-' && /[\p{L}\d]-[\p{L}\d]/u.test(this.#folded.text.slice(at - 1, at + 2));
  }

  #stop(text: string, at: number): void {
    const last = this.#words.at(-1)?.text ?? '';
    const number = /^\d/.test(last);
    const after = this.#folded.text[at + 1] ?? '\n';
    if (text === '.' && this.#depth > 0) return;
    if (text === '.' && (ABBREVIATED.has(last) || (number && this.#words.length === 1) || !/[\s"”»)]/.test(after))) return;
    if (text === '.' && last.length <= 4 && this.#goesOnSmall(at)) return;
    // `the 3. March` and `Art. 15. and`; no day is later than the 31st.
    if (text === '.' && number && Number(last) <= 31 && !this.#startsAnew(at + 1)) {
      this.#clause += 1;
      return;
    }
    if (text === ':' && !/\s/.test(after)) return;
    this.end(text);
  }

  /** After an abbreviation the sentence goes on in small letters. */
  #goesOnSmall(at: number): boolean {
    const end = this.#folded.to[at]!;
    return /^[ \t]+\p{Ll}/u.test(this.#original.slice(end, end + 4));
  }

  #startsAnew(at: number): boolean {
    return /^\s*(?:\n|$)/.test(this.#folded.text.slice(at, at + 20));
  }

  #newLine(at: number): void {
    const { text } = this.#folded;
    const rest = text.slice(at + 1, at + 12);
    const bullet = isBullet(rest);
    if (bullet || /^\s*(?:\n|$)/.test(rest) || at - this.#lineAt < SHORT_LINE) this.end();
    this.#lineAt = at + 1;
    if (bullet) this.#item = true;
    else if (this.#item && this.#words.length === 0) {
      this.#item = false;
      this.#intro = undefined;
    }
  }
}

/** The sentences of a letter, without what it quotes. */
export function readSentences(text: string): Sentence[] {
  const folded = foldText(text);
  const reader = new Reader(text, folded);
  const quoted = quotedSpans(folded.text);
  let span = 0;
  for (const { 0: piece, index } of folded.text.matchAll(PIECES)) {
    while (span < quoted.length && quoted[span]!.to <= index) span += 1;
    const hidden = quoted[span];
    if (hidden !== undefined && index >= hidden.from) reader.end();
    else reader.read({ text: piece, at: index });
  }
  reader.end();
  return reader.sentences;
}

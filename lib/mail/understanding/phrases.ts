/** Turns of phrase, compiled: where in a sentence they stand. See `Phrases` for how they are written. */
import { foldText } from './fold-text.ts';
import type { Phrases } from './lexicon.ts';
import type { Sentence, Word } from './read-sentences.ts';

/** Words in a row, each exact or the beginning of one. */
type Term = readonly { text: string; begins: boolean }[];

interface Step {
  terms: readonly Term[];
  /** Words that may stand before it. */
  gap: number;
}

type Phrase = readonly Step[];

/** Phrases by the word they begin with, so that a word costs only the phrases it may begin. */
export interface PhraseSet {
  byWord: ReadonlyMap<string, readonly Phrase[]>;
  /** By the first letters of words of which only the beginning is given. */
  byStart: ReadonlyMap<string, readonly Phrase[]>;
}

/** Words of a sentence, `to` exclusive; `said` are the words that the phrase itself names, `between` those it skips. */
export interface Match {
  from: number;
  to: number;
  said: ReadonlySet<number>;
}

const GAPS: Readonly<Record<string, number>> = { '..': 4, '...': 10 };
const AROUND = 12;

type Classes = Readonly<Record<string, string>>;

function termOf(written: string): Term {
  const { text } = foldText(written);
  return text
    .split(/[_'’-]/)
    .filter((part) => part !== '')
    .map((part) => ({ text: part.replace('*', ''), begins: part.endsWith('*') }));
}

/** The alternatives of `a|b`, classes written out. */
function termsOf(written: string, classes: Classes): Term[] {
  return written.split('|').flatMap((one) => {
    if (!one.startsWith('@')) return [termOf(one)];
    const named = classes[one.slice(1)];
    if (named === undefined) throw new Error(`A phrase names the class ${one}, which its lexicon does not have.`);
    return termsOf(named, classes);
  });
}

function stepsOf(written: string, classes: Classes): Step[] {
  const steps: Step[] = [];
  let gap = 0;
  for (const part of written.trim().split(/\s+/)) {
    const skipped = GAPS[part];
    if (skipped === undefined) steps.push({ terms: termsOf(part, classes), gap });
    gap = skipped ?? 0;
  }
  return steps;
}

/** `a & b` is `a … b` and `b … a`. */
function phrasesOf(written: string, classes: Classes): Phrase[] {
  const [first, second] = written.split(' & ').map((part) => stepsOf(part, classes));
  if (first === undefined || second === undefined) return [first ?? []];
  const after = (steps: Step[]): Step[] => steps.map((step, index) => (index === 0 ? { ...step, gap: AROUND } : step));
  return [
    [...first, ...after(second)],
    [...second, ...after(first)],
  ];
}

/** Letters by which beginnings are told apart. */
const START = 2;

/** Compiles the phrases of a lexicon, whose classes of words they may name. */
export function compilePhrases(phrases: Phrases, classes: Classes): PhraseSet {
  const byWord = new Map<string, Phrase[]>();
  const byStart = new Map<string, Phrase[]>();
  for (const phrase of phrases.flatMap((written) => phrasesOf(written, classes)))
    for (const [first] of phrase[0]?.terms ?? []) {
      if (first === undefined) continue;
      const [index, key] = first.begins ? [byStart, first.text.slice(0, START)] : [byWord, first.text];
      const there = index.get(key) ?? [];
      if (there.at(-1) !== phrase) index.set(key, [...there, phrase]);
    }
  return { byWord, byStart };
}

const isSaid = (part: Term[number], word: Word | undefined): boolean =>
  word !== undefined && (part.begins ? word.text.startsWith(part.text) : word.text === part.text);

/** How many words the terms take at this place, each length once. */
function lengthsAt(terms: readonly Term[], words: readonly Word[], at: number): Set<number> {
  const lengths = new Set<number>();
  for (const term of terms)
    if (term.length > 0 && !lengths.has(term.length) && term.every((part, offset) => isSaid(part, words[at + offset])))
      lengths.add(term.length);
  return lengths;
}

/** A way through the steps so far: the words of the last one, and the way before. */
interface Way {
  at: number;
  end: number;
  before: Way | undefined;
}

/** The ways on from a step, one for each word at which they end: that bounds the work, whatever is written. */
function onward({ terms, gap }: Step, ways: readonly Way[], words: readonly Word[]): Way[] {
  const byEnd = new Map<number, Way>();
  for (const before of ways)
    for (let at = before.end; at <= Math.min(before.end + gap, words.length - 1); at += 1)
      for (const length of lengthsAt(terms, words, at))
        if (!byEnd.has(at + length)) byEnd.set(at + length, { at, end: at + length, before });
  return [...byEnd.values()].toSorted((a, b) => a.end - b.end);
}

function matchAt(phrase: Phrase, words: readonly Word[], start: number): Match | undefined {
  let ways: Way[] = [{ at: start, end: start, before: undefined }];
  for (const step of phrase) {
    ways = onward(step, ways, words);
    if (ways.length === 0) return undefined;
  }
  const said = new Set<number>();
  for (let way = ways[0]; way !== undefined; way = way.before) for (let at = way.at; at < way.end; at += 1) said.add(at);
  return { from: start, to: ways[0]!.end, said };
}

/** The phrases that a word may begin, each once; most words begin none. */
function phrasesFrom({ byWord, byStart }: PhraseSet, text: string): Iterable<Phrase> {
  const [whole, begun] = [byWord.get(text), byStart.get(text.slice(0, START))];
  if (whole === undefined || begun === undefined) return whole ?? begun ?? [];
  return new Set([...whole, ...begun]);
}

/** Where the phrases stand in a sentence: from each word on the shortest way of each. */
export function findPhrases(phrases: PhraseSet, { words }: Sentence): Match[] {
  const found: Match[] = [];
  for (const [start, { text }] of words.entries())
    for (const phrase of phrasesFrom(phrases, text)) {
      const match = matchAt(phrase, words, start);
      if (match !== undefined) found.push(match);
    }
  return found;
}

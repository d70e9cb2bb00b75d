/** In which language a letter is, by its most frequent words and its letters. */
import { foldText } from './fold-text.ts';
import { LEXICA } from './lexica.ts';
import type { Lexicon } from './lexicon.ts';
import { OTHER_LANGUAGES, SCRIPTS } from './other-languages.ts';
import type { Sentence } from './read-sentences.ts';

export interface Recognised {
  /** BCP 47, `und` if it cannot be told. */
  language: string;
  lexicon?: Lexicon;
  /** The next likely language with a lexicon. */
  second?: Lexicon;
}

/** Letters that few languages have weigh as much as this many words. */
const LETTER_WEIGHT = 0.5;
/** Words looked at: the first thousand tell. */
const ENOUGH = 1000;
/** Below this share of known words nothing is said. */
const LEAST_SHARE = 0.12;

interface Profile {
  language: string;
  letters: string;
  lexicon: Lexicon | undefined;
}

interface Profiles {
  all: readonly Profile[];
  /** For each word the languages that use it often. */
  byWord: ReadonlyMap<string, readonly number[]>;
}

let known: Profiles | undefined;

function profiles(): Profiles {
  const byWord = new Map<string, number[]>();
  const written = [
    ...LEXICA.map((lexicon) => ({ ...lexicon, lexicon })),
    ...OTHER_LANGUAGES.map((other) => ({ ...other, lexicon: undefined })),
  ];
  for (const [index, { frequent }] of written.entries())
    for (const word of new Set(foldText(frequent).text.split(' '))) byWord.set(word, [...(byWord.get(word) ?? []), index]);
  return { all: written.map(({ language, letters = '', lexicon }) => ({ language, letters, lexicon })), byWord };
}

/** A word that many languages share says little. */
function scoreWords(sentences: readonly Sentence[], { all, byWord }: Profiles): { scores: number[]; words: number } {
  const scores = all.map(() => 0);
  let words = 0;
  for (const sentence of sentences)
    for (const { text } of sentence.words) {
      if (words >= ENOUGH) return { scores, words };
      words += 1;
      const languages = byWord.get(text) ?? [];
      for (const language of languages) scores[language]! += 1 / Math.sqrt(languages.length);
    }
  return { scores, words };
}

function scriptOf(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return SCRIPTS.find(({ script, having }) => (text.match(script)?.length ?? 0) > letters / 3 && having?.test(text) !== false)?.language;
}

/** The words as they were written, without what is quoted; their accents tell languages apart. */
function writtenIn(text: string, sentences: readonly Sentence[]): string {
  const words: string[] = [];
  for (const sentence of sentences) {
    for (const { from, to } of sentence.words) words.push(text.slice(from, to));
    if (words.length >= ENOUGH) break;
  }
  return words.join(' ').normalize('NFC').toLowerCase();
}

/** Recognises the language of a letter from its sentences, and from its text as it was written. */
export function recogniseLanguage(text: string, sentences: readonly Sentence[]): Recognised {
  known ??= profiles();
  const start = writtenIn(text, sentences);
  const script = scriptOf(start);
  if (script !== undefined) {
    const lexicon = LEXICA.find(({ language }) => language === script);
    return { language: script, ...(lexicon !== undefined && { lexicon }) };
  }
  const { scores, words } = scoreWords(sentences, known);
  for (const [index, { letters }] of known.all.entries())
    if (letters !== '') for (const character of start) if (letters.includes(character)) scores[index]! += LETTER_WEIGHT;
  const ranked = known.all.map((profile, index) => ({ profile, score: scores[index]! })).toSorted((a, b) => b.score - a.score);
  const [best, ...others] = ranked;
  if (best === undefined || best.score < Math.max(1, words * LEAST_SHARE)) return { language: 'und' };
  const { language, lexicon } = best.profile;
  const second = others.find(({ profile, score }) => profile.lexicon !== undefined && score >= best.score / 2)?.profile.lexicon;
  return { language, ...(lexicon !== undefined && { lexicon }), ...(second !== undefined && { second }) };
}

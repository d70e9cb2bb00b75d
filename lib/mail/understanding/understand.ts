/** What a letter asks for, told by rules that can be shown: cited articles, and turns of phrase of its language. */
import type { Right } from '../../domain/rights.ts';
import { type CompiledLexicon, compiledLexicon } from './compiled-lexicon.ts';
import type { LawBook } from './law-books.ts';
import { LEXICA } from './lexica.ts';
import type { Lexicon, Relation } from './lexicon.ts';
import { findPhrases } from './phrases.ts';
import { type NamedLaw, lawOfLetter, namedLaws, readCitations } from './read-citations.ts';
import { readIdentifiers } from './read-identifiers.ts';
import { type Sentence, readSentences } from './read-sentences.ts';
import { type Recognised, recogniseLanguage } from './recognise-language.ts';
import { type Finding, isReported, sentenceFindings } from './sentence-findings.ts';
import { type Kind, type Weighed, weigh } from './weigh.ts';

/** A passage that decided: where it stands in the letter, and the rule that found it, such as `article:eu-gdpr:15` or `words:de:erasure`. */
export interface Passage {
  from: number;
  to: number;
  rule: string;
  right?: Right | 'follow-up';
}

export interface Understood {
  /** Never a deletion that is not sure. */
  rights: readonly Right[];
  kind: Kind;
  /** The law that the letter names. */
  law?: string;
  /** BCP 47; `und` if it cannot be told. */
  language: string;
  identifiers: Readonly<Record<string, string>>;
  /** Present when somebody writes for another person. */
  onBehalf?: { relation: Relation };
  /** From 0 to 1. */
  confidence: number;
  /** The rules do not tell surely enough what is asked. */
  needsPerson: boolean;
  /** In the order of the letter. */
  passages: readonly Passage[];
}

/** Longer letters are cut to this for understanding, and a person reads them. */
export const MOST_CHARACTERS = 200_000;
/** Below this confidence a person decides. */
export const THRESHOLD = 0.6;

/** Articles are numbers in every language; phrases are not. */
const NO_WORDS: Lexicon = {
  language: 'und',
  frequent: '',
  words: { ask: '', demand: '', not: '', only: '', if: '', but: '', delete: '', send: '', keep: '' },
  harmless: [],
  idle: [],
  aside: [],
  done: [],
  reported: [],
  pending: [],
  names: {},
  asks: {},
  onBehalf: { agent: [], guardian: [], heir: [] },
  labels: { name: '', email: '', username: '', 'customer-number': '', phone: '', address: '' },
};

interface Letter {
  sentences: readonly Sentence[];
  named: ReadonlyMap<Sentence, readonly NamedLaw[]>;
  book: LawBook | undefined;
}

interface Reading extends Weighed {
  lexicon: CompiledLexicon;
}

function readIn(lexicon: Lexicon, { sentences, named, book }: Letter): Reading {
  const compiled = compiledLexicon(lexicon);
  const findings = sentences.flatMap((sentence) =>
    sentenceFindings(sentence, compiled, readCitations(sentence, named.get(sentence)!, book)),
  );
  // Art. 18(1)(d) GDPR: "pending the verification whether the legitimate grounds of the controller override those of the data subject".
  const untilDecided = new Set(
    findings.filter(({ sign, part = '' }) => sign === 'restriction' && /^[dδ4]$/.test(part)).map(({ sentence }) => sentence),
  );
  const isPending = ({ sentence }: Finding): boolean => untilDecided.has(sentence) || findPhrases(compiled.pending, sentence).length > 0;
  const reported = sentences.some((sentence) => isReported(sentence, compiled));
  const limited = sentences.some((sentence) => findPhrases(compiled.only, sentence).length > 0);
  return { ...weigh({ findings, law: book?.law, reported, limited, isPending }), lexicon: compiled };
}

function passageOf({ sign, rule, sentence, from, to }: Finding): Passage {
  return { from: sentence.words[from]!.from, to: sentence.words[to - 1]!.to, rule, right: sign };
}

/** In order, without those that lie in another of the same right. */
function passagesOf(findings: readonly Finding[]): Passage[] {
  const ends = new Map<string, number>();
  const inOrder = findings.map(passageOf).toSorted((a, b) => a.from - b.from || b.to - a.to);
  return inOrder.filter(({ to, right = '', rule }) => {
    const [way] = rule.split(':');
    const key = `${right} ${way === 'article' ? rule : 'words'}`;
    const within = to <= (ends.get(key) ?? 0);
    if (!within) ends.set(key, to);
    return !within;
  });
}

interface Behalf {
  relation: Relation;
  passage: Passage;
}

/** Of several relations the heir's says most: an heir may have a lawyer. */
function behalfIn(sentences: readonly Sentence[], { onBehalf, language }: CompiledLexicon): Behalf | undefined {
  for (const wanted of ['heir', 'guardian', 'agent'] as const)
    for (const [relation, phrases] of onBehalf) {
      if (relation !== wanted) continue;
      for (const sentence of sentences) {
        const match = findPhrases(phrases, sentence)[0];
        if (match === undefined) continue;
        const { words } = sentence;
        return { relation, passage: { from: words[match.from]!.from, to: words[match.to - 1]!.to, rule: `words:${language}:${relation}` } };
      }
    }
  return undefined;
}

function letterOf(sentences: readonly Sentence[]): Letter {
  const named = new Map(sentences.map((sentence) => [sentence, namedLaws(sentence)]));
  return { sentences, named, book: lawOfLetter([...named.values()].flat()) };
}

/** So few words may be in any language; the phrases tell which. */
const FEW_WORDS = 40;

/** Lexica to try, likeliest first. */
function lexicaFor({ lexicon, second, language }: Recognised, { sentences }: Letter): readonly Lexicon[] {
  const likely = [lexicon, second].filter((one) => one !== undefined);
  const words = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
  return language === 'und' && words <= FEW_WORDS ? LEXICA : likely;
}

/** Reads in the language of the letter; in the next likely, if that says nothing. */
function readLetter(recognised: Recognised, letter: Letter): { reading: Reading; language: string } {
  let first: Reading | undefined;
  for (const lexicon of lexicaFor(recognised, letter)) {
    const reading = readIn(lexicon, letter);
    if (reading.kind !== 'other') return { reading, language: lexicon.language };
    first ??= reading;
  }
  return { reading: first ?? readIn(NO_WORDS, letter), language: recognised.language };
}

/** Without a lexicon nobody can be sure. */
const sureIn = ({ confidence, lexicon }: Reading): number =>
  lexicon.language === NO_WORDS.language ? Math.min(confidence, THRESHOLD / 2) : confidence;

/** Reads a letter: what it asks, in which language, under which law, and what in it said so. Pure; never throws. */
export function understand(text: string): Understood {
  const cut = text.slice(0, MOST_CHARACTERS);
  const letter = letterOf(readSentences(cut));
  const { reading, language } = readLetter(recogniseLanguage(cut, letter.sentences), letter);
  const { rights, kind, decided } = reading;
  const confidence = sureIn(reading);
  const behalf = behalfIn(letter.sentences, reading.lexicon);
  const unsure = confidence < THRESHOLD;
  return {
    // What is deleted is gone: a person who decides sees the passages, but is not led to it.
    rights: unsure ? rights.filter((right) => right !== 'erasure') : rights,
    kind,
    ...(letter.book !== undefined && { law: letter.book.law }),
    language,
    identifiers: readIdentifiers(cut),
    ...(behalf !== undefined && { onBehalf: { relation: behalf.relation } }),
    confidence,
    needsPerson: unsure || text.length > MOST_CHARACTERS,
    passages: [...passagesOf(decided), ...(behalf === undefined ? [] : [behalf.passage])].toSorted((a, b) => a.from - b.from),
  };
}

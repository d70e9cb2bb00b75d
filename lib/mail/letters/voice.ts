/** How letters of every kind speak in a language: how they spell what is inserted, and how they end. */
import { type InEveryLanguage, type Language, languageFor } from '../../domain/languages.ts';
import type { Right } from '../../domain/rights.ts';
import { localeOf, spellingOf } from '../../domain/spelling.ts';
import { around, type Block, type Letter, link, paragraph } from '../letter.ts';
import type { LetterFacts } from './catalog.ts';
import { de } from './de/phrases.ts';
import { fr } from './fr/phrases.ts';
import { es } from './es/phrases.ts';
import { it } from './it/phrases.ts';
import { nl } from './nl/phrases.ts';
import { pt } from './pt/phrases.ts';
import { pl } from './pl/phrases.ts';
import { sv } from './sv/phrases.ts';
import { en } from './en/phrases.ts';
import type { Phrases, Told } from './phrases.ts';

const CATALOGS: InEveryLanguage<Phrases> = { en, de, fr, es, it, nl, pt, pl, sv };

export interface Voice extends Phrases {
  lang: Language;
  day(iso: string): string;
  list(items: readonly string[]): string;
  wishes(rights: readonly Right[]): string;
  money(amount: string, currency: string): string;
}

/** The voice of a language, else the English one. */
export function voiceOf(lang: string): Voice {
  const language = languageFor(lang);
  const { date, list } = spellingOf(language);
  const phrases = CATALOGS[language];
  return {
    lang: language,
    day: date,
    ...phrases,
    list,
    wishes: (rights) => list(rights.map((right) => phrases.wish[right])),
    money: (amount, currency) => new Intl.NumberFormat(localeOf(language), { style: 'currency', currency }).format(Number(amount)),
  };
}

/** What one kind of letter says in a language, and how the language speaks. */
export interface Speech<Words> {
  words: Words;
  voice: Voice;
}

/** What is made from the words of a language and its voice, once for each. */
export function spokenIn<Words, Made>(
  catalogs: InEveryLanguage<Words>,
  make: (words: Words, voice: Voice) => Made,
): (lang: string) => Made {
  const made = new Map<Language, Made>();
  return (lang) => {
    const language = languageFor(lang);
    const known = made.get(language) ?? make(catalogs[language], voiceOf(language));
    made.set(language, known);
    return known;
  };
}

/** What every letter knows, ready to be inserted. */
export const told = ({ day, wishes }: Voice, { company, reference, rights, receivedOn, dueOn }: LetterFacts): Told => ({
  company,
  reference,
  wishes: wishes(rights),
  receivedOn: day(receivedOn),
  dueOn: day(dueOn),
});

export const heading = (text: string): Block => ({ kind: 'heading', text });

/** A sentence with a reference, and where an answer goes. */
export const withReach = ({ reach }: Voice, sentence: string): Block => paragraph(around(reach, (where) => `${sentence} ${where}`));

/** How every letter about a request ends: where it stands, its reference, and that a person reads an answer. */
const closing = (voice: Voice, { reference, statusUrl }: LetterFacts): Block[] => [
  link(voice.statusLink, statusUrl),
  withReach(voice, `${voice.reference(reference)} ${voice.giveReference}`),
];

/** What a letter says before it ends. */
interface Body {
  subject: string;
  blocks: Block[];
}

/** A letter with that ending. */
export const withClosing = (voice: Voice, facts: LetterFacts, { subject, blocks }: Body): Letter => ({
  subject,
  signature: facts.signature,
  blocks: [...blocks, ...closing(voice, facts)],
});

/** The same with a receipt attached. */
export function withReceipt(voice: Voice, facts: LetterFacts, body: Body): Letter {
  const letter = withClosing(voice, facts, body);
  return { ...letter, blocks: [...letter.blocks, paragraph(voice.keepReceipt)] };
}

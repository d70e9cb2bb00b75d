/** Letters about refusals: what was decided, what goes with it, and what one can do, each as something to do. */
import type { InEveryLanguage } from '../../domain/languages.ts';
import { type Block, type Item, type Letter, link, list, paragraph } from '../letter.ts';
import type { LetterFacts } from './catalog.ts';
import { de } from './de/denial.ts';
import { fr } from './fr/denial.ts';
import { es } from './es/denial.ts';
import { it } from './it/denial.ts';
import { nl } from './nl/denial.ts';
import { pt } from './pt/denial.ts';
import { pl } from './pl/denial.ts';
import { sv } from './sv/denial.ts';
import { en } from './en/denial.ts';
import type { Say } from './phrases.ts';
import { withReceipt, heading, spokenIn, told, type Voice } from './voice.ts';

export interface DenialFacts extends LetterFacts {
  /** Everything was refused. */
  full: boolean;
  /** The decision, sentence by sentence. */
  sentences: string[];
  /** In place of somebody's own data: the kinds that are collected. */
  categories: string[];
  optOutUrl?: string | undefined;
  againUrl?: string | undefined;
  /** Where the law has an appeal inside the company. */
  appealUrl?: string | undefined;
  remedies: readonly Item[];
  nonRetaliation?: string | undefined;
  receiptUrl: string;
}

export interface DenialLetters {
  denial(facts: DenialFacts): Letter;
  /** For an answer of which a part was refused. */
  whatYouCanDo(remedies: readonly Item[]): Block[];
}

/** What they say, as a type: a language that lacks a sentence does not compile. */
export interface DenialWords {
  /** Everything was refused. */
  subject: Say;
  /** The subject where a part was refused. */
  inPart: Say;
  /** Before the kinds of data that are collected. */
  categories: string;
  againLink: string;
  optOutLink: string;
  appealLink: string;
  /** Before the remedies in an answer of which a part was refused. */
  disagree: string;
}

const CATALOGS: InEveryLanguage<DenialWords> = { en, de, fr, es, it, nl, pt, pl, sv };

const linkIf = (text: string, url: string | undefined): Block[] => (url === undefined ? [] : [link(text, url)]);

const denial =
  (words: DenialWords, voice: Voice): DenialLetters['denial'] =>
  (facts) =>
    withReceipt(voice, facts, {
      subject: (facts.full ? words.subject : words.inPart)(told(voice, facts)),
      blocks: [
        paragraph(facts.sentences.join(' ')),
        ...(facts.categories.length === 0 ? [] : [paragraph(words.categories), list(facts.categories)]),
        heading(voice.whatYouCanDo),
        ...linkIf(words.againLink, facts.againUrl),
        ...linkIf(words.optOutLink, facts.optOutUrl),
        ...linkIf(words.appealLink, facts.appealUrl),
        list(facts.remedies),
        ...(facts.nonRetaliation === undefined ? [] : [paragraph(facts.nonRetaliation)]),
        link(voice.decisionLink, facts.receiptUrl),
      ],
    });

const denialLetters = (words: DenialWords, voice: Voice): DenialLetters => ({
  denial: denial(words, voice),
  whatYouCanDo: (remedies) => [heading(words.disagree), list(remedies)],
});

/** The letters in a language, else in English. */
export const denialLettersIn = spokenIn(CATALOGS, denialLetters);

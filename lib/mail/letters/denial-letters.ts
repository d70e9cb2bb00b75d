/** Letters about refusals: what was decided, what goes with it, and what one can do, each as something to do. */
import { catalogFor, type InEveryLanguage } from '../../domain/languages.ts';
import type { Block, Item, Letter } from '../letter.ts';
import type { LetterFacts } from './catalog.ts';
import { denialDe } from './de/denial.ts';
import { denialFr } from './fr/denial.ts';
import { denialEs } from './es/denial.ts';
import { denialIt } from './it/denial.ts';
import { denialNl } from './nl/denial.ts';
import { denialPt } from './pt/denial.ts';
import { denialPl } from './pl/denial.ts';
import { denialSv } from './sv/denial.ts';
import { denialEn } from './en/denial.ts';

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

const CATALOGS: InEveryLanguage<DenialLetters> = {
  en: denialEn,
  de: denialDe,
  fr: denialFr,
  es: denialEs,
  it: denialIt,
  nl: denialNl,
  pt: denialPt,
  pl: denialPl,
  sv: denialSv,
};

/** The letters in a language, else in English. */
export function denialLettersIn(lang: string): DenialLetters {
  return catalogFor(CATALOGS, lang);
}

/** Letters about appeals: that one came in, and how it was decided. */
import { catalogFor, type InEveryLanguage } from '../../domain/languages.ts';
import type { Letter } from '../letter.ts';
import { appealDe } from './de/appeal.ts';
import { appealFr } from './fr/appeal.ts';
import { appealEs } from './es/appeal.ts';
import { appealIt } from './it/appeal.ts';
import { appealNl } from './nl/appeal.ts';
import { appealPt } from './pt/appeal.ts';
import { appealPl } from './pl/appeal.ts';
import { appealSv } from './sv/appeal.ts';
import { appealEn } from './en/appeal.ts';
import type { LetterFacts } from './catalog.ts';

/** `of` is the reference of the request whose answer is looked at again; the appeal has one of its own. */
type AppealFacts = LetterFacts & { of: string };

export interface AppealLetters {
  acknowledgement(facts: AppealFacts): Letter;
  /** The answer is changed, in full. */
  granted(facts: AppealFacts & { sentence: string; receiptUrl: string }): Letter;
  /** The answer stands, in full or (`partly`) for some of what was asked. */
  stands(facts: AppealFacts & { sentence: string; receiptUrl: string; partly: boolean; authorities: NamedAuthority[] }): Letter;
}

/** Whom the law names for a complaint; `page` is its complaint form, or its site. */
interface NamedAuthority {
  name: string;
  page?: string | undefined;
}

const CATALOGS: InEveryLanguage<AppealLetters> = {
  en: appealEn,
  de: appealDe,
  fr: appealFr,
  es: appealEs,
  it: appealIt,
  nl: appealNl,
  pt: appealPt,
  pl: appealPl,
  sv: appealSv,
};

/** The letters in a language, else in English. */
export function appealLettersIn(lang: string): AppealLetters {
  return catalogFor(CATALOGS, lang);
}

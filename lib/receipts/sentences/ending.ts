/** The sentences of receipts that end a case, or set another receipt right. */
import { catalogFor, type InEveryLanguage } from '../../domain/languages.ts';
import { endingDe } from './de/ending.ts';
import { endingFr } from './fr/ending.ts';
import { endingEs } from './es/ending.ts';
import { endingIt } from './it/ending.ts';
import { endingNl } from './nl/ending.ts';
import { endingPt } from './pt/ending.ts';
import { endingPl } from './pl/ending.ts';
import { endingSv } from './sv/ending.ts';
import { endingEn } from './en/ending.ts';

/** One catalog. Dates go in as ISO dates and come out spelled; `of` is the reference of the request. */
export interface EndingSentences {
  /** Says nothing of who reads it, whose address may never have been confirmed. `byPerson`: staff recorded it otherwise. */
  withdrawn(facts: { of: string; on: string; byPerson: boolean }): string;
  /** What becomes of the data of a withdrawn request, at the latest by when. */
  dataGo(by: string): string;
  purged(facts: { of: string; on: string }): string;
  irrecoverable(from: string): string;
  /** The receipt that was wrong, by its number and the day of its issue. */
  replaces(facts: { number: string; issuedOn: string }): string;
  wrong(reason: string): string;
  right(sentence: string): string;
}

const CATALOGS: InEveryLanguage<EndingSentences> = {
  en: endingEn,
  de: endingDe,
  fr: endingFr,
  es: endingEs,
  it: endingIt,
  nl: endingNl,
  pt: endingPt,
  pl: endingPl,
  sv: endingSv,
};

/** The catalog of a language; English where there is none. */
export function endingSentencesIn(lang: string): EndingSentences {
  return catalogFor(CATALOGS, lang);
}

/** Letters about a request that somebody else must answer: to them, and to the person. */
import { catalogFor, type InEveryLanguage } from '../../domain/languages.ts';
import type { Letter } from '../letter.ts';
import type { LetterFacts } from './catalog.ts';
import { passOnDe } from './de/pass-on.ts';
import { passOnFr } from './fr/pass-on.ts';
import { passOnEs } from './es/pass-on.ts';
import { passOnIt } from './it/pass-on.ts';
import { passOnNl } from './nl/pass-on.ts';
import { passOnPt } from './pt/pass-on.ts';
import { passOnPl } from './pl/pass-on.ts';
import { passOnSv } from './sv/pass-on.ts';
import { passOnEn } from './en/pass-on.ts';

export interface PassOnLetters {
  /** To the controller, with a link; says nothing about who asks. `held` is what we run for them. */
  toController(facts: LetterFacts & { held: string[]; url: string }): Letter;
  /** The acknowledgement where all of it was passed on: `sentence` names who must answer. */
  toPerson(facts: LetterFacts & { sentence: string }): Letter;
}

const CATALOGS: InEveryLanguage<PassOnLetters> = {
  en: passOnEn,
  de: passOnDe,
  fr: passOnFr,
  es: passOnEs,
  it: passOnIt,
  nl: passOnNl,
  pt: passOnPt,
  pl: passOnPl,
  sv: passOnSv,
};

/** The letters in a language, else in English. */
export function passOnLettersIn(lang: string): PassOnLetters {
  return catalogFor(CATALOGS, lang);
}

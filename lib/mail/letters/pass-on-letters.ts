/** Letters about a request that somebody else must answer: to them, and to the person. */
import { catalogFor, type InEveryLanguage } from '../../domain/languages.ts';
import type { Letter } from '../letter.ts';
import type { LetterFacts } from './catalog.ts';
import { passOnDe } from './de/pass-on.ts';
import { passOnEn } from './en/pass-on.ts';

export interface PassOnLetters {
  /** To the controller, with a link; says nothing about who asks. `held` is what we run for them. */
  toController(facts: LetterFacts & { held: string[]; url: string }): Letter;
  /** The acknowledgement where all of it was passed on: `sentence` names who must answer. */
  toPerson(facts: LetterFacts & { sentence: string }): Letter;
}

const CATALOGS: InEveryLanguage<PassOnLetters> = { en: passOnEn, de: passOnDe };

/** The letters in a language, else in English. */
export function passOnLettersIn(lang: string): PassOnLetters {
  return catalogFor(CATALOGS, lang);
}

/** Letters about a request that somebody else must answer: to them, and to the person. */
import type { Letter } from '../letter.ts';
import type { LetterFacts } from './catalog.ts';
import { passOnDe } from './pass-on-de.ts';
import { passOnEn } from './pass-on-en.ts';

export interface PassOnLetters {
  /** To the controller, with a link; says nothing about who asks. `held` is what we run for them. */
  toController(facts: LetterFacts & { held: string[]; url: string }): Letter;
  /** The acknowledgement where all of it was passed on: `sentence` names who must answer. */
  toPerson(facts: LetterFacts & { sentence: string }): Letter;
}

const CATALOGS: Record<string, PassOnLetters> = { en: passOnEn, de: passOnDe };

/** The letters in a language, else in English. */
export function passOnLettersIn(lang: string): PassOnLetters {
  return CATALOGS[lang] ?? passOnEn;
}

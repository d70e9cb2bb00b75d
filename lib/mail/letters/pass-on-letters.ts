/** Letters about a request that somebody else must answer: to them, and to the person. */
import type { InEveryLanguage } from '../../domain/languages.ts';
import { type EitherWay, type Letter, link, paragraph } from '../letter.ts';
import type { LetterFacts } from './catalog.ts';
import { de } from './de/pass-on.ts';
import { fr } from './fr/pass-on.ts';
import { es } from './es/pass-on.ts';
import { it } from './it/pass-on.ts';
import { nl } from './nl/pass-on.ts';
import { pt } from './pt/pass-on.ts';
import { pl } from './pl/pass-on.ts';
import { sv } from './sv/pass-on.ts';
import { en } from './en/pass-on.ts';
import type { Say } from './phrases.ts';
import { spokenIn, told, type Voice, withReach } from './voice.ts';

export interface PassOnLetters {
  /** To the controller, with a link; says nothing about who asks. `held` is what we run for them. */
  toController(facts: LetterFacts & { held: string[]; url: string }): Letter;
  /** The acknowledgement where all of it was passed on: `sentence` names who must answer. */
  toPerson(facts: LetterFacts & { sentence: string }): Letter;
}

/** What they say, as a type: a language that lacks a sentence does not compile. */
export interface PassOnWords {
  toController: {
    subject: Say;
    /** What came, and that it is theirs to answer; `held` as a list in words. */
    arrived: Say<{ held: string }>;
    link: string;
    /** Whom the page is for, and how long it is there. */
    personalData: string;
    /** What the person knows, and how to have us do something. */
    reply: string;
    reference: Say;
  };
  toPerson: {
    subject: Say;
    /** Before who must answer. */
    arrived: Say;
    /** That it need not be sent again. */
    once: EitherWay;
    reference: Say;
  };
}

const CATALOGS: InEveryLanguage<PassOnWords> = { en, de, fr, es, it, nl, pt, pl, sv };

const toController =
  (words: PassOnWords['toController'], voice: Voice): PassOnLetters['toController'] =>
  (facts) => {
    const known = { ...told(voice, facts), held: voice.list(facts.held) };
    return {
      subject: words.subject(known),
      signature: facts.signature,
      blocks: [
        paragraph(words.arrived(known)),
        link(words.link, facts.url),
        paragraph(words.personalData),
        paragraph(words.reply),
        paragraph(words.reference(known)),
      ],
    };
  };

const toPerson =
  (words: PassOnWords['toPerson'], voice: Voice): PassOnLetters['toPerson'] =>
  (facts) => {
    const known = told(voice, facts);
    return {
      subject: words.subject(known),
      signature: facts.signature,
      blocks: [
        paragraph(`${words.arrived(known)} ${facts.sentence}`),
        paragraph(words.once),
        link(voice.statusLink, facts.statusUrl),
        withReach(voice, words.reference(known)),
      ],
    };
  };

const passOnLetters = (words: PassOnWords, voice: Voice): PassOnLetters => ({
  toController: toController(words.toController, voice),
  toPerson: toPerson(words.toPerson, voice),
});

/** The letters in a language, else in English. */
export const passOnLettersIn = spokenIn(CATALOGS, passOnLetters);

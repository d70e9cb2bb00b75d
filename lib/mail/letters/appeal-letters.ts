/** Letters about appeals: that one came in, and how it was decided. */
import type { InEveryLanguage } from '../../domain/languages.ts';
import { type EitherWay, type Letter, link, list, paragraph } from '../letter.ts';
import type { LetterFacts } from './catalog.ts';
import { de } from './de/appeal.ts';
import { fr } from './fr/appeal.ts';
import { es } from './es/appeal.ts';
import { it } from './it/appeal.ts';
import { nl } from './nl/appeal.ts';
import { pt } from './pt/appeal.ts';
import { pl } from './pl/appeal.ts';
import { sv } from './sv/appeal.ts';
import { en } from './en/appeal.ts';
import type { Say } from './phrases.ts';
import { withReceipt, heading, spokenIn, told, type Voice } from './voice.ts';

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

type SayOf = Say<{ of: string }>;

/** What they say, as a type: a language that lacks a sentence does not compile. */
export interface AppealWords {
  acknowledgement: {
    subject: Say;
    /** What was asked, and by when it is decided. */
    asked: SayOf;
    /** Who decides, and that nothing is to be done. */
    decider: string;
  };
  granted: {
    subject: SayOf;
    /** That we begin without being asked again. */
    begins: string;
  };
  stands: {
    subject: SayOf;
    /** The subject where some of the answer is changed. */
    inPart: SayOf;
    /** That we begin with what is changed. */
    begins: string;
    complain(authority: NamedAuthority): string;
    reply: EitherWay;
  };
}

const CATALOGS: InEveryLanguage<AppealWords> = { en, de, fr, es, it, nl, pt, pl, sv };

const acknowledgement =
  (words: AppealWords['acknowledgement'], voice: Voice): AppealLetters['acknowledgement'] =>
  (facts) => {
    const known = { ...told(voice, facts), of: facts.of };
    return withReceipt(voice, facts, {
      subject: words.subject(known),
      blocks: [paragraph(words.asked(known)), paragraph(words.decider)],
    });
  };

const granted =
  (words: AppealWords['granted'], voice: Voice): AppealLetters['granted'] =>
  (facts) =>
    withReceipt(voice, facts, {
      subject: words.subject({ ...told(voice, facts), of: facts.of }),
      blocks: [paragraph(facts.sentence), paragraph(words.begins), link(voice.decisionLink, facts.receiptUrl)],
    });

const stands =
  (words: AppealWords['stands'], voice: Voice): AppealLetters['stands'] =>
  (facts) =>
    withReceipt(voice, facts, {
      subject: (facts.partly ? words.inPart : words.subject)({ ...told(voice, facts), of: facts.of }),
      blocks: [
        paragraph(facts.sentence),
        ...(facts.partly ? [paragraph(words.begins)] : []),
        heading(voice.whatYouCanDo),
        list([...facts.authorities.map(words.complain), words.reply]),
        link(voice.decisionLink, facts.receiptUrl),
      ],
    });

const appealLetters = (words: AppealWords, voice: Voice): AppealLetters => ({
  acknowledgement: acknowledgement(words.acknowledgement, voice),
  granted: granted(words.granted, voice),
  stands: stands(words.stands, voice),
});

/** The letters in a language, else in English. */
export const appealLettersIn = spokenIn(CATALOGS, appealLetters);

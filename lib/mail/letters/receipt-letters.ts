/** Letters that bring a receipt nobody asked for: that a withdrawn request has ended, and that an earlier receipt was wrong. */
import type { InEveryLanguage } from '../../domain/languages.ts';
import { type EitherWay, type Letter, link, paragraph } from '../letter.ts';
import type { LetterFacts } from './catalog.ts';
import { de } from './de/receipt.ts';
import { fr } from './fr/receipt.ts';
import { es } from './es/receipt.ts';
import { it } from './it/receipt.ts';
import { nl } from './nl/receipt.ts';
import { pt } from './pt/receipt.ts';
import { pl } from './pl/receipt.ts';
import { sv } from './sv/receipt.ts';
import { en } from './en/receipt.ts';
import type { Say } from './phrases.ts';
import { withReceipt, spokenIn, told, type Voice } from './voice.ts';

/** `sentence` is what the receipt says. */
type ReceiptFacts = LetterFacts & { sentence: string; receiptUrl: string };

export interface ReceiptLetters {
  /** Neutral: the address may never have been confirmed. */
  withdrawn(facts: ReceiptFacts): Letter;
  /** `wrongUrl`: where the receipt that was wrong stays to be read. */
  correction(facts: ReceiptFacts & { wrongUrl: string }): Letter;
}

/** What they say, as a type: a language that lacks a sentence does not compile. */
export interface ReceiptWords {
  withdrawn: {
    subject: Say;
    /** That nothing is left to do, and one may ask again. */
    nothingLeft: string;
  };
  correction: {
    subject: Say;
    /** Before what holds. */
    wrong: EitherWay;
    link: string;
    /** Words of the link to the receipt that was wrong. */
    wrongLink: string;
    neverChanged: string;
  };
}

const CATALOGS: InEveryLanguage<ReceiptWords> = { en, de, fr, es, it, nl, pt, pl, sv };

const withdrawn =
  (words: ReceiptWords['withdrawn'], voice: Voice): ReceiptLetters['withdrawn'] =>
  (facts) =>
    withReceipt(voice, facts, {
      subject: words.subject(told(voice, facts)),
      blocks: [paragraph(facts.sentence), paragraph(words.nothingLeft), link(voice.receiptLink, facts.receiptUrl)],
    });

const correction =
  (words: ReceiptWords['correction'], voice: Voice): ReceiptLetters['correction'] =>
  (facts) =>
    withReceipt(voice, facts, {
      subject: words.subject(told(voice, facts)),
      blocks: [
        paragraph(words.wrong),
        paragraph(facts.sentence),
        link(words.link, facts.receiptUrl),
        link(words.wrongLink, facts.wrongUrl),
        paragraph(words.neverChanged),
      ],
    });

const receiptLetters = (words: ReceiptWords, voice: Voice): ReceiptLetters => ({
  withdrawn: withdrawn(words.withdrawn, voice),
  correction: correction(words.correction, voice),
});

/** The letters in a language, else in English. */
export const receiptLettersIn = spokenIn(CATALOGS, receiptLetters);

/** Letters that bring a receipt nobody asked for: that a withdrawn request has ended, and that an earlier receipt was wrong. */
import { catalogFor, type InEveryLanguage } from '../../domain/languages.ts';
import type { Letter } from '../letter.ts';
import type { LetterFacts } from './catalog.ts';
import { receiptDe } from './de/receipt.ts';
import { receiptEn } from './en/receipt.ts';

/** `sentence` is what the receipt says. */
type ReceiptFacts = LetterFacts & { sentence: string; receiptUrl: string };

export interface ReceiptLetters {
  /** Neutral: the address may never have been confirmed. */
  withdrawn(facts: ReceiptFacts): Letter;
  /** `wrongUrl`: where the receipt that was wrong stays to be read. */
  correction(facts: ReceiptFacts & { wrongUrl: string }): Letter;
}

const CATALOGS: InEveryLanguage<ReceiptLetters> = { en: receiptEn, de: receiptDe };

/** The letters in a language, else in English. */
export function receiptLettersIn(lang: string): ReceiptLetters {
  return catalogFor(CATALOGS, lang);
}

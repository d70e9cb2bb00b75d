/** Letters that bring a receipt nobody asked for: that a withdrawn request has ended, and that an earlier receipt was wrong. */
import { catalogFor, type InEveryLanguage } from '../../domain/languages.ts';
import type { Letter } from '../letter.ts';
import type { LetterFacts } from './catalog.ts';
import { receiptDe } from './de/receipt.ts';
import { receiptFr } from './fr/receipt.ts';
import { receiptEs } from './es/receipt.ts';
import { receiptIt } from './it/receipt.ts';
import { receiptNl } from './nl/receipt.ts';
import { receiptPt } from './pt/receipt.ts';
import { receiptPl } from './pl/receipt.ts';
import { receiptSv } from './sv/receipt.ts';
import { receiptEn } from './en/receipt.ts';

/** `sentence` is what the receipt says. */
type ReceiptFacts = LetterFacts & { sentence: string; receiptUrl: string };

export interface ReceiptLetters {
  /** Neutral: the address may never have been confirmed. */
  withdrawn(facts: ReceiptFacts): Letter;
  /** `wrongUrl`: where the receipt that was wrong stays to be read. */
  correction(facts: ReceiptFacts & { wrongUrl: string }): Letter;
}

const CATALOGS: InEveryLanguage<ReceiptLetters> = {
  en: receiptEn,
  de: receiptDe,
  fr: receiptFr,
  es: receiptEs,
  it: receiptIt,
  nl: receiptNl,
  pt: receiptPt,
  pl: receiptPl,
  sv: receiptSv,
};

/** The letters in a language, else in English. */
export function receiptLettersIn(lang: string): ReceiptLetters {
  return catalogFor(CATALOGS, lang);
}

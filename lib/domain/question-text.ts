/** What staff write when they ask a person, and what they must write: an identity check needs doubts, a fee its amount and reason. */
import type { Question } from './law/law.ts';

/** What the person is to pay. */
export interface Fee {
  /** Decimal, e.g. `25.00`. */
  amount: string;
  /** ISO 4217. */
  currency: string;
}

export interface QuestionText {
  /** What the person reads. */
  words: string;
  /** Why it is asked. For a fee the person reads it too; doubts about who asks are for the record only. */
  reason?: string;
  fee?: Fee;
}

/** An answer, or what staff found about it. */
export interface AnswerText {
  words?: string;
  /** How staff made sure. */
  reason?: string;
}

export const LONGEST_QUESTION = 4000;
export const LONGEST_ANSWER = 4000;
export const LONGEST_REASON = 1000;

export type TextFault = 'words-missing' | 'too-long' | 'reason-needed' | 'fee-missing';

const blank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

/** True for an amount of money people can be asked for. */
export function isFee({ amount, currency }: Fee): boolean {
  return /^\d{1,6}(\.\d{2})?$/.test(amount) && Number(amount) > 0 && /^[A-Z]{3}$/.test(currency);
}

/**
 * What is missing. "Reasonable doubts concerning the identity" (Art. 12(6) GDPR) and "the burden of demonstrating the
 * manifestly unfounded or excessive character" (Art. 12(5)) need a reason on record; a clarification names what is unclear.
 */
export function questionFault(about: Question, { words, reason, fee }: QuestionText): TextFault | undefined {
  if (blank(words)) return 'words-missing';
  if (words.length > LONGEST_QUESTION || (reason?.length ?? 0) > LONGEST_REASON) return 'too-long';
  if (about !== 'clarification' && blank(reason)) return 'reason-needed';
  return about === 'fee' && (fee === undefined || !isFee(fee)) ? 'fee-missing' : undefined;
}

/** The same for what the person writes. */
export function answerFault(words: string | undefined): TextFault | undefined {
  if (blank(words)) return 'words-missing';
  return words!.length > LONGEST_ANSWER ? 'too-long' : undefined;
}

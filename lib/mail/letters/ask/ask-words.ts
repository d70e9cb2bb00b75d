/** What a letter with a question says, as a type: a language that lacks a sentence does not compile. */
import type { TimeEffect } from '../../../domain/clock/question-effect.ts';
import type { Question } from '../../../domain/law/law.ts';
import type { EitherWay } from '../../letter.ts';

/** Dates, amounts, wishes and the names of laws go in as they are written. */
export interface AskWords {
  subject: Record<Question, string>;
  /** Why we write, before the question itself. */
  lead: Record<Question, (facts: { company: string; wishes: string }) => string>;
  /** How much, and why. */
  fee(facts: { amount: string; reason: string }): string;
  /** That nobody has to pay. */
  free: string;
  /** Words of the link to the page with the answer form. */
  link: string;
  feeLink: string;
  /** That an answer may come another way too. */
  reply: EitherWay;
  /** What the question does to the time: one sentence, one with the date, or one for each question. */
  time: Record<TimeEffect, string | ((dueOn: string) => string) | Record<Question, string>>;
  /** What a sentence is about: "a copy of your data (GDPR)". */
  part(facts: { laws: string; wishes: string }): string;
}

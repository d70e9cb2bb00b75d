/** What a letter with a question says, as a type: a language that lacks a sentence does not compile. */
import type { TimeEffect } from '../../../domain/clock/question-effect.ts';
import type { Question } from '../../../domain/law/law.ts';
import type { Right } from '../../../domain/rights.ts';
import type { EitherWay } from '../../letter.ts';

export interface AskWords {
  subject(about: Question, reference: string): string;
  /** Why we write, before the question itself. */
  lead(about: Question, facts: { company: string; rights: readonly Right[] }): string;
  /** Amount and reason, and that nobody has to pay. */
  fee(facts: { amount: string; currency: string; reason: string }): string[];
  /** Words of the link to the page with the answer form. */
  link(about: Question): string;
  /** That an answer may come another way too. */
  reply: EitherWay;
  /** What the question does to the time. */
  time: Record<TimeEffect, (about: Question, dueOn: string) => string>;
  /** "For a copy of your data (GDPR): ...". Without rights: for all of them. */
  part(facts: { laws: string[]; rights: readonly Right[] }, sentence: string): string;
  reference(reference: string): string;
}

/** What letters of every kind say, as a type, and what their sentences are made from: a language that lacks a sentence does not compile. */
import type { Right } from '../../domain/rights.ts';
import type { EitherWay } from '../letter.ts';

export interface Phrases {
  /** Rights as what a person wishes, in the form that the sentences around them need. */
  wish: Readonly<Record<Right, string>>;
  reference(reference: string): string;
  /** That the reference should be given. */
  giveReference: string;
  /** What follows a reference: where an answer goes. */
  reach: EitherWay;
  /** Words of the link to where the request stands. */
  statusLink: string;
  receiptLink: string;
  decisionLink: string;
  /** Before what one can do against a decision. */
  whatYouCanDo: string;
  /** Goes with every letter that has a receipt attached. */
  keepReceipt: EitherWay;
  /** What stands between a subject and the reference, and between what a sentence is about and the sentence. */
  colon: string;
  /** A date, where a letter writes more than Intl gives it. */
  day?(iso: string): string;
}

/** What every letter knows, ready to be inserted: dates are spelled, rights are wishes. */
export interface Told {
  company: string;
  reference: string;
  wishes: string;
  receivedOn: string;
  dueOn: string;
}

/** A sentence made from what every letter knows and what this one knows besides, its dates spelled too. */
export type Say<More = unknown, Words = string> = (told: Told & More) => Words;

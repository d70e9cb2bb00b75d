/** What all letters know, and the letters of a request as those who send them ask for them. */
import type { Right } from '../../domain/rights.ts';
import type { CommonFields } from '../../receipts/payload.ts';
import type { Item, Letter } from '../letter.ts';

/** What all letters know. Dates are ISO; letters spell them out. */
export interface LetterFacts {
  company: string;
  signature: string[];
  reference: string;
  rights: Right[];
  /** When it came in, as a civil date in the company's zone. */
  receivedOn: string;
  dueOn: string;
  statusUrl: string;
}

/** What a person can do against a decision. */
export type Remedies = CommonFields['remedies'];

export interface Letters {
  /** A date as the letters spell it. */
  day(iso: string): string;
  /** The remedies as lines of a list (Art. 12(4) GDPR). */
  remedies(remedies: Remedies): Item[];
  /** At once, before any check: says what was received, not who. `passedOn`: sentences about what somebody else must answer. */
  acknowledgement(facts: LetterFacts & { mustVerify: boolean; passedOn?: string[] }): Letter;
  /** `askedBy` is who sent the request when it was not the person. */
  verification(facts: LetterFacts & { verifyUrl: string; code: string; untilOn: string; reminder: boolean; askedBy?: string }): Letter;
  /** `erasureFrom`: the day a deletion begins even if nothing was downloaded. */
  ready(facts: LetterFacts & { downloadUrl: string; untilOn: string; sentence: string; interim: boolean; erasureFrom?: string }): Letter;
  deletion(facts: LetterFacts & { sentence: string; receiptUrl: string; interim: boolean }): Letter;
  answered(facts: LetterFacts & { sentence: string; receiptUrl: string }): Letter;
  newLink(facts: LetterFacts & { downloadUrl: string; untilOn: string }): Letter;
  /** `law` is the article that allows it. */
  extension(facts: LetterFacts & { reason: string; newDueOn: string; law: string; remedies: readonly Item[] }): Letter;
  /** Once, about a question that was mailed and not answered. */
  questionReminder(facts: LetterFacts & { askedOn: string }): Letter;
}

/** What a language has to say in the one mail that answers letters nobody has looked at yet. Dates are ISO; the words spell them. */
import type { Right } from '../../../domain/rights.ts';
import type { EitherWay } from '../../letter.ts';

/** When it came, who answers, and by when. */
interface Arrived {
  on: string;
  company: string;
  dueOn: string;
}

export interface NeutralWords {
  /** `confirm`: there is something to confirm. */
  subject(references: readonly string[], confirm: boolean): string;
  arrived(letters: number): EitherWay;
  asks(facts: Arrived & { rights: readonly Right[] }): string;
  /** Somebody has yet to read what it asks for. */
  unread(facts: Arrived): string;
  /** Why it has to be confirmed. */
  confirm: string;
  confirmLink: string;
  statusLink: string;
  /** It says the same to everybody. */
  neutral: EitherWay;
  notYou: string;
  reference(references: readonly string[]): EitherWay;
}

/** What a language has to say in the one mail that answers letters nobody has looked at yet. Dates, wishes and references go in as they are written. */
import type { EitherWay } from '../../letter.ts';

/** When it came, who answers, and by when. */
interface Arrived {
  on: string;
  company: string;
  dueOn: string;
}

/** For one letter, and for several. */
interface OneOrMore<Words> {
  one: Words;
  more: Words;
}

export interface NeutralWords {
  subject: OneOrMore<string>;
  /** The subject where there is something to confirm. */
  confirmSubject: OneOrMore<string>;
  arrived: OneOrMore<EitherWay>;
  asks(facts: Arrived & { wishes: string }): string;
  /** Somebody has yet to read what it asks for. */
  unread(facts: Arrived): string;
  /** Why it has to be confirmed. */
  confirm: string;
  confirmLink: string;
  statusLink: string;
  /** It says the same to everybody. */
  neutral: EitherWay;
  notYou: string;
  references: OneOrMore<(references: string) => string>;
}

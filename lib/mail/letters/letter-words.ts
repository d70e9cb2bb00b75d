/** What the letters of a request say, as a type: a language that lacks a sentence does not compile. */
import type { EitherWay } from '../letter.ts';
import type { Say } from './phrases.ts';

interface Until {
  untilOn: string;
}

export interface LetterWords {
  acknowledgement: {
    subject: Say;
    /** What came, and by when it is answered. */
    arrived: Say;
    /** How we find out whether it was the person. */
    check: EitherWay;
    nothingToDo: string;
    notYou: EitherWay;
  };
  verification: {
    subject: Say;
    /** The subject of the second such letter. */
    reminder: Say;
    confirm: Say;
    /** Before the link. */
    open: EitherWay;
    link: string;
    /** Somebody else sent the request. */
    askedBy: Say<{ askedBy: string }>;
    /** Before the code. */
    code: string;
    until: Say<Until>;
    notYou: EitherWay;
  };
  ready: {
    subject: Say<Until>;
    /** The subject where more is to come. */
    inPart: Say;
    link: string;
    until: Say<Until, EitherWay>;
    /** When the deletion begins that was asked for too. */
    erasure: Say<{ erasureFrom: string }, EitherWay>;
  };
  deletion: {
    subject: Say;
    /** The subject where more is to come. */
    inPart: Say;
    link: string;
  };
  answered: { subject: Say };
  newLink: {
    subject: Say<Until>;
    until: Say<Until, EitherWay>;
  };
  extension: {
    subject: Say<{ newDueOn: string }>;
    why: Say<{ newDueOn: string; law: string; reason: string }>;
    /** Before the remedies. */
    disagree: string;
  };
  questionReminder: {
    subject: Say;
    asked: Say<{ askedOn: string }>;
    link: string;
    /** What to do where the question is not understood. */
    unclear: EitherWay;
    /** That we remind only once. */
    once: string;
  };
}

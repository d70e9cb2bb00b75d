/** The one mail that answers letters at once, in English. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { NeutralWords } from '../neutral/neutral-words.ts';
import { around } from '../../letter.ts';
import { REACH, wishes } from './letters.ts';

const { date, list } = spellingOf('en');

export const en: NeutralWords = {
  subject: (references, confirm) => {
    const message = references.length === 1 ? 'message' : 'messages';
    return `${confirm ? `Please confirm your ${message}` : `We have your ${message}`}: ${list(references)}`;
  },
  arrived: (letters) =>
    letters === 1
      ? { text: 'A message from this address has reached us.', paper: 'A message in your name has reached us.' }
      : { text: 'Messages from this address have reached us.', paper: 'Messages in your name have reached us.' },
  asks: ({ on, company, dueOn, rights }) =>
    `It came on ${date(on)} and asks for ${wishes(rights)}. ${company} will answer by ${date(dueOn)} at the latest.`,
  unread: ({ on, company, dueOn }) =>
    `It came on ${date(on)}. A person at ${company} will read it. Whatever it asks for is answered by ${date(dueOn)} at the latest, unless we tell you of a later date that the law allows.`,
  confirm: 'Please confirm that you wrote it. Until then we hand out nothing and delete nothing.',
  confirmLink: 'Yes, I wrote this',
  statusLink: 'See where it stands',
  neutral: {
    text: 'This mail is the same for everybody: it does not say whether we hold data about you.',
    paper: 'This letter is the same for everybody: it does not say whether we hold data about you.',
  },
  notYou: 'If you did not write to us, you need not do anything.',
  reference: (references) =>
    around(
      REACH,
      (reach) =>
        `${references.length === 1 ? `Your reference is ${list(references)}. Please give it` : `Your references are ${list(references)}. Please give the right one`} when you write to us about this. ${reach}`,
    ),
};

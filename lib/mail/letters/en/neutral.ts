/** The one mail that answers letters at once, in English. */
import type { NeutralWords } from '../neutral/neutral-words.ts';

export const en: NeutralWords = {
  subject: { one: 'We have your message', more: 'We have your messages' },
  confirmSubject: { one: 'Please confirm your message', more: 'Please confirm your messages' },
  arrived: {
    one: { text: 'A message from this address has reached us.', paper: 'A message in your name has reached us.' },
    more: { text: 'Messages from this address have reached us.', paper: 'Messages in your name have reached us.' },
  },
  asks: ({ on, company, dueOn, wishes }) => `It came on ${on} and asks for ${wishes}. ${company} will answer by ${dueOn} at the latest.`,
  unread: ({ on, company, dueOn }) =>
    `It came on ${on}. A person at ${company} will read it. Whatever it asks for is answered by ${dueOn} at the latest, unless we tell you of a later date that the law allows.`,
  confirm: 'Please confirm that you wrote it. Until then we hand out nothing and delete nothing.',
  confirmLink: 'Yes, I wrote this',
  statusLink: 'See where it stands',
  neutral: {
    text: 'This mail is the same for everybody: it does not say whether we hold data about you.',
    paper: 'This letter is the same for everybody: it does not say whether we hold data about you.',
  },
  notYou: 'If you did not write to us, you need not do anything.',
  references: {
    one: (references) => `Your reference is ${references}. Please give it when you write to us about this.`,
    more: (references) => `Your references are ${references}. Please give the right one when you write to us about this.`,
  },
};

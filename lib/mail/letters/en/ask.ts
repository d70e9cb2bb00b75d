/** Letters with a question, in English. */
import type { AskWords } from '../ask/ask-words.ts';

export const en: AskWords = {
  subject: {
    identity: 'Please help us to be sure that it is you',
    clarification: 'A question about your request',
    fee: 'A fee for the answer to your request',
  },
  lead: {
    identity: ({ company, wishes }) =>
      `You asked ${company} for ${wishes}. Before we go on we have to be sure that it is you who asks. This is what we need to know:`,
    clarification: ({ company, wishes }) => `You asked ${company} for ${wishes}. To answer, we need to know more. This is our question:`,
    fee: ({ company, wishes }) => `You asked ${company} for ${wishes}. Such requests are free as a rule. For this one we ask for a fee:`,
  },
  fee: ({ amount, reason }) => `The fee is ${amount}. The reason: ${reason}`,
  free: 'You need not pay it: on the page of your request you can withdraw the request, and then you owe us nothing.',
  link: 'Answer the question',
  feeLink: 'See your request, or withdraw it',
  reply: { text: 'You can also reply to this mail: a person reads it.', paper: 'You can also answer by post.' },
  time: {
    none: (dueOn) => `This question does not change the date: we answer by ${dueOn} at the latest.`,
    still: 'This question changes nothing about the time: it stands still until you have answered what we asked before.',
    'stands-still': 'Until you answer, the time for our answer does not run.',
    'begins-anew': {
      identity: 'The time for our answer begins when you have told us what we need to know.',
      clarification: 'The time for our answer begins when we have your answer.',
      fee: 'The time for our answer begins when the fee is paid.',
    },
    reflection: (dueOn) =>
      `You have time to think about it; the time for our answer begins only then. We answer by ${dueOn} at the latest.`,
  },
  part: ({ laws, wishes }) => `${wishes} (${laws})`,
};

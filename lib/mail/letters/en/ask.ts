/** Letters with a question, in English. */
import type { Question } from '../../../domain/law/law.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import { REACH, wishes } from './letters.ts';
import type { AskWords } from '../ask/ask-words.ts';

const { date, list } = spellingOf('en');

const SUBJECT: Record<Question, string> = {
  identity: 'Please help us to be sure that it is you',
  clarification: 'A question about your request',
  fee: 'A fee for the answer to your request',
};

const LEAD: Record<Question, (company: string, wish: string) => string> = {
  identity: (company, wish) =>
    `You asked ${company} for ${wish}. Before we go on we have to be sure that it is you who asks. This is what we need to know:`,
  clarification: (company, wish) => `You asked ${company} for ${wish}. To answer, we need to know more. This is our question:`,
  fee: (company, wish) => `You asked ${company} for ${wish}. Such requests are free as a rule. For this one we ask for a fee:`,
};

const BEGINS: Record<Question, string> = {
  identity: 'The time for our answer begins when you have told us what we need to know.',
  clarification: 'The time for our answer begins when we have your answer.',
  fee: 'The time for our answer begins when the fee is paid.',
};

export const en: AskWords = {
  subject: (about, reference) => `${SUBJECT[about]}: ${reference}`,
  lead: (about, { company, rights }) => LEAD[about](company, wishes(rights)),
  fee: ({ amount, currency, reason }) => [
    `The fee is ${new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(Number(amount))}. The reason: ${reason}`,
    'You need not pay it: on the page of your request you can withdraw the request, and then you owe us nothing.',
  ],
  link: (about) => (about === 'fee' ? 'See your request, or withdraw it' : 'Answer the question'),
  reply: { text: 'You can also reply to this mail: a person reads it.', paper: `You can also answer by post. ${REACH.paper}` },
  time: {
    none: (_, dueOn) => `This question does not change the date: we answer by ${date(dueOn)} at the latest.`,
    still: () => 'This question changes nothing about the time: it stands still until you have answered what we asked before.',
    'stands-still': () => 'Until you answer, the time for our answer does not run.',
    'begins-anew': (about) => BEGINS[about],
    reflection: (_, dueOn) =>
      `You have time to think about it; the time for our answer begins only then. We answer by ${date(dueOn)} at the latest.`,
  },
  part: ({ laws, rights }, sentence) => `${rights.length === 0 ? list(laws) : `${wishes(rights)} (${list(laws)})`}: ${sentence}`,
  reference: (reference) => `Your reference is ${reference}. Please give it when you write to us about this request.`,
};

/** Texts of questions to the person on the staff pages, in English. */
import type { TimeEffect } from '../../../domain/clock/question-effect.ts';
import type { Question } from '../../../domain/law/law.ts';

const kinds: Record<Question, string> = { identity: 'Who asks', clarification: 'What is meant', fee: 'A fee' };

/** What must be true before it is asked. */
const limits: Record<Question, string> = {
  identity: 'Only where there are reasonable doubts about who asks; say below which.',
  clarification: 'Name what is unclear, so that it can be answered.',
  fee: 'Only for a request that is manifestly unfounded or excessive, or where the law allows a fee; say below why.',
};

const effects: Record<TimeEffect, (facts: { left: string; due: string }) => string> = {
  none: ({ due }) => `no change, ${due}`,
  still: () => 'stands still already',
  'stands-still': ({ left }) => left,
  'begins-anew': ({ left }) => `${left}; begins anew with the answer`,
  reflection: ({ due }) => `begins after the days to think it over, then ${due}`,
};

export const askEn = {
  title: 'Ask the person',
  lead: 'The question goes out by mail within the hour. From now on nothing goes out to the person or is deleted, until somebody here knows the answer.',
  about: 'What is it about?',
  kinds,
  limits,
  effects,
  effectLead: 'On the dates:',
  closed: (kind: string, why: string) => `${kind}: not now. ${why}`,
  words: 'The question',
  wordsHint: 'As the person reads it, in their language. Name nobody else, and ask for no more than you need.',
  reason: 'Reason',
  reasonHint: 'For doubts about who asks: kept with the request, not sent. For a fee: the person reads it.',
  amount: 'Amount of the fee',
  amountHint: 'Only for a fee, for example 25.00',
  currency: 'Currency',
  currencyHint: 'Three letters, for example EUR',
  submit: 'Continue',
  mail: 'In this mail, which goes out within the hour:',
  errors: {
    about: 'Choose what the question is about',
    words: 'Write the question',
    long: 'Keep it under 4,000 characters, and the reason under 1,000',
    reason: 'Give a reason',
    fee: 'Give an amount such as 25.00, and a currency of three letters',
  },
  section: 'Questions to the person',
  columns: { number: 'No.', about: 'About', asked: 'Asked', answered: 'Answered' },
  notMailed: 'Written, goes out within the hour',
  notAnswered: 'Not yet',
  unread: 'Not read yet',
  byPerson: 'by the person',
  hidden: 'The words are shown with the personal details, and that is recorded.',
  waiting: 'Nothing for you to do: the person has been asked a question, and the request waits for the answer.',
  asked: 'Question',
  why: 'Why it was asked',
  answer: 'Answer',
  finding: 'How staff made sure',
  record: 'Record an answer',
  recordLead: (number: number, kind: string, asked: string) => `Question ${number}: ${kind}, asked ${asked}.`,
  recordHint:
    'For an answer that came by phone, by post or in another mail; for a fee: that it was paid or is not asked for any more. If you go on without an answer, say so here: the time runs again.',
  read: 'The person answered. Read it, then let the request go on.',
  show: 'Show the words',
  answerWords: 'What was answered',
  answerWordsHint: 'Optional. Kept with the request, readable only for who works on it.',
  on: 'When did it come?',
  onHint: 'The time runs again from that day.',
  onWrong: 'Enter a date such as 2026-03-12',
  made: 'How did you make sure?',
  madeHint: 'For example: “Called back on the number in the contract.” No names or numbers.',
  recordSubmit: 'Record the answer',
  readSubmit: 'The request can go on',
};

export type AskTexts = typeof askEn;

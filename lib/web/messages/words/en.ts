/** English words for the product's codes: rights, states, events; those that receipts use too come from there. */
import type { EventType } from '../../../domain/request-events.ts';
import type { RequestState } from '../../../domain/request.ts';
import type { Action, Right } from '../../../domain/rights.ts';
import { receiptWordsEn } from '../../../receipts/document/words/en.ts';

interface RightWords {
  /** As the person chooses it: "Get a copy of my data". */
  choice: string;
  hint: string;
}

const rights: Record<Right, RightWords> = {
  access: {
    choice: 'Get a copy of my data',
    hint: 'Everything we hold about you, and where it came from, why we use it and who received it.',
  },
  portability: {
    choice: 'Get my data in a form other services can read',
    hint: 'What you gave us and what your use of our services produced, as JSON and CSV files.',
  },
  erasure: {
    choice: 'Have my data deleted',
    hint: 'The law makes us keep a few records. You see which ones before you send.',
  },
  rectification: {
    choice: 'Have something corrected',
    hint: 'Data about you that is wrong or incomplete.',
  },
  restriction: {
    choice: 'Have the use of my data paused',
    hint: 'For instance while we check whether something is right.',
  },
  objection: {
    choice: 'Object to how my data is used',
    hint: 'For instance for advertising.',
  },
  'opt-out': {
    choice: 'Opt out of sale, sharing and advertising',
    hint: 'We stop passing your data on.',
  },
  'opt-out-of-sale': {
    choice: 'Stop the sale and sharing of my data',
    hint: 'We stop passing your data to others for money or for advertising.',
  },
  'opt-out-of-targeted-ads': {
    choice: 'Stop advertising based on my data',
    hint: 'You may still see advertising, but not chosen by what you do.',
  },
  'opt-out-of-profiling': {
    choice: 'Stop profiling',
    hint: 'We stop assessing you automatically for decisions that matter.',
  },
  limit: {
    choice: 'Limit the use of my sensitive data',
    hint: 'Such as health, precise location or identity numbers.',
  },
  'withdraw-consent': { choice: 'Withdraw a consent', hint: 'It is as easy as giving it was.' },
  appeal: { choice: 'Appeal a decision', hint: 'If we refused a request of yours.' },
  complaint: { choice: 'Make a complaint', hint: 'About how we treat your data.' },
};

interface StateWords {
  heading: string;
  lead: string;
}

const states: Record<RequestState, StateWords> = {
  received: { heading: 'We have your request', lead: 'We are preparing the email that lets you confirm your address.' },
  'awaiting-verification': {
    heading: 'Please confirm your email address',
    lead: 'We need to know that the address is yours before we show anybody your data.',
  },
  'in-progress': { heading: 'We are working on your request', lead: 'There is nothing you need to do. We will write to you.' },
  'in-review': {
    heading: 'A person is checking our answer',
    lead: 'We make sure that nothing about other people is in it. There is nothing you need to do.',
  },
  ready: { heading: 'Our answer is ready', lead: 'The link to it is in the email we sent to the confirmed address.' },
  answered: { heading: 'We have answered your request', lead: 'The answer went to the confirmed address. Nothing is open any more.' },
  denied: { heading: 'We could not do what you asked', lead: 'Our email says why, and what you can do about it.' },
  dismissed: {
    heading: 'We found no request in your letter',
    lead: 'A person read it and found nothing that we have to answer. If that is wrong, please tell us what you want.',
  },
  withdrawn: { heading: 'You withdrew this request', lead: 'We have stopped working on it. You get a signed receipt of that by email.' },
};

/** Of a letter that nobody has made sense of yet. */
const unsorted = {
  heading: 'A person is reading your letter',
  lead: 'We find out what you ask for, and write to you. The time for our answer runs since the letter arrived. If our email has a link to confirm your address, please use it now.',
  asked: 'A person is still reading it',
};

/** What the timeline says; events without words are inner workings. */
const events: Partial<Record<EventType, string>> = {
  received: 'We received your request',
  acknowledged: 'We confirmed by email that we have it',
  'verification-asked': 'We sent an email to check the address',
  sorted: 'A person read your letter',
  'mail-received': 'An email of yours reached us',
  'papers-erased': 'We erased what was attached to your email',
  posted: 'We posted a letter to you',
  verified: 'The address was confirmed',
  'verification-expired': 'Nobody confirmed the address in time',
  'review-asked': 'A person began to check the answer',
  reviewed: 'The check is finished',
  packaged: 'Your files were put together',
  delivered: 'We sent you our answer',
  'package-fetched': 'Your files were downloaded',
  'fetch-ended': 'The time before the deletion is over',
  asked: 'We asked you a question',
  answered: 'Your answer reached us',
  'answer-read': 'We read your answer',
  wrote: 'We wrote to you',
  appealed: 'You asked us to look at our decision again',
  'appeal-decided': 'We decided again',
  'passed-on': 'We passed a part on to the company that must answer it',
  'choice-asked': 'A system is late; a person is deciding how to go on',
  extended: 'We need more time',
  refused: 'We refused a part of the request',
  reminded: 'We sent a reminder',
  withdrawn: 'The request was withdrawn',
  closed: 'The request was closed',
  purged: 'We erased the working data of this request',
};

const actions: Record<Action, string> = { export: 'Copy', erase: 'Delete', act: 'Other', 'at-once': 'Other' };

export const wordsEn = { rights, states, unsorted, events, actions, receipt: receiptWordsEn };

export type WordMessages = typeof wordsEn;

/** English words of the pages about appeals. */
import { receiptWordsEn } from '../../../receipts/document/words/en.ts';

export const appealEn = {
  /** On the page of the request that was refused. */
  section: 'Appeals',
  offer: 'Ask us to look at our decision again',
  offerLead: 'If you think that we are wrong, somebody who did not make the decision looks at it again.',
  open: (date: string) => `We decide by ${date}.`,
  outcomes: {
    granted: 'We changed our decision.',
    partly: 'We changed our decision in part.',
    upheld: 'Our decision stands.',
    withdrawn: 'You withdrew it.',
  },
  gone: 'Its record has been erased.',
  /** On the page of the appeal. */
  about: receiptWordsEn.terms.about,
  decision: 'What we decided',
  granted: receiptWordsEn.terms.granted,
  stands: receiptWordsEn.terms.stands,
  reasons: receiptWordsEn.terms.decisionReasons,
  taken: 'We have your appeal. We write to you when it is decided.',
  /** The form. */
  title: 'Ask us to look at our decision again',
  lead: (options: { reference: string; date: string }) =>
    `This is called an appeal. Somebody who did not decide about your request ${options.reference} looks at it again. We tell you the result and the reasons by ${options.date}.`,
  refused: 'What we did not do',
  words: 'What should we know?',
  wordsHint: 'For instance what we got wrong. Please leave out anything private that we do not need.',
  wordsOptional: (label: string) => `${label} (optional)`,
  wordsLong: 'Keep it under 2,000 characters',
  send: 'Send the appeal',
  back: 'Back to your request',
  /** Where it is not possible. */
  notTitle: 'There is no appeal for this answer',
  not: {
    'no-appeal': (laws: string) =>
      `Under the rules that apply here, ${laws}, there is no appeal inside a company. You still have other ways:`,
    'nothing-refused': 'So far we refused nothing and left nothing out. If you disagree with something, you have these ways:',
    'is-appeal': 'This is the answer to an appeal: we look at a decision again once. If you disagree, you have these ways:',
    purged: 'We erased your details as announced, so we cannot look at this answer again. You can send a new request, or:',
    decided: 'We looked at this answer again already. If you still disagree, you have these ways:',
    'under-way': 'An appeal against this answer is open, and we decide about it. If you want to add something, write to us.',
    unknown: 'We could not find the request.',
  },
  ways: {
    reply: (name: string) => `Write to ${name} and say what you think is wrong:`,
    authority: 'Complain to the authority:',
    court: 'Go to court.',
  },
};

export type AppealMessages = typeof appealEn;

/** What letters of every kind say, in English. */
import type { Phrases } from '../phrases.ts';

export const en: Phrases = {
  /** After "for": "we received a request for ...". */
  wish: {
    access: 'a copy of your data',
    portability: 'your data in a form you can take elsewhere',
    erasure: 'the deletion of your data',
    rectification: 'the correction of your data',
    restriction: 'the restriction of the use of your data',
    objection: 'an end to a use of your data',
    'opt-out': 'an opt-out',
    'opt-out-of-sale': 'an end to the sale and sharing of your data',
    'opt-out-of-targeted-ads': 'an opt-out of targeted advertising',
    'opt-out-of-profiling': 'an opt-out of profiling',
    limit: 'a limit on the use of your sensitive data',
    'withdraw-consent': 'the withdrawal of your consent',
    appeal: 'another look at our decision',
    complaint: 'an answer to your complaint',
  },
  reference: (reference) => `Your reference is ${reference}.`,
  giveReference: 'Please give it when you write to us about this request.',
  reach: { text: 'If you reply to this mail, a person reads it.', paper: 'Our address is at the top of this letter.' },
  statusLink: 'See where your request stands',
  receiptLink: 'Read the receipt',
  decisionLink: 'Read the decision',
  whatYouCanDo: 'What you can do',
  keepReceipt: {
    text: 'The file receipt.jws attached to this mail is a signed receipt. Keep it: with it you can show anyone, at any time and without our help, what we told you here.',
    paper:
      'Enclosed is a printed receipt. Keep it: the signed receipt itself can be opened and checked on the page that its code leads to.',
  },
  colon: ': ',
};

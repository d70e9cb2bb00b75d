/** Letters about a request that somebody else must answer, in English. */
import { spellingOf } from '../../../domain/spelling.ts';
import { around, eitherWay, link, paragraph } from '../../letter.ts';
import type { PassOnLetters } from '../pass-on-letters.ts';
import { REACH } from './letters.ts';

const { date: day, list } = spellingOf('en');

export const passOnEn: PassOnLetters = {
  toController: (facts) => ({
    subject: `A data request that is yours to answer: ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `On ${day(facts.receivedOn)} a request about personal data reached us. It is about ${list(facts.held)}, which ${facts.company} runs on your behalf only. You are the one who must answer it, and your time may be counted from that day.`,
      ),
      link('See who asks for what', facts.url),
      paragraph(
        'The page holds personal data, so please do not forward this mail to anybody who does not need it. It is there until we erase the working data of the request; please take down what you need soon.',
      ),
      paragraph(
        'We told the person that you will answer. If we shall find, hand over or delete something in what we run for you, reply to this mail.',
      ),
      paragraph(`Our reference is ${facts.reference}.`),
    ],
  }),

  toPerson: (facts) => ({
    subject: `We received your request ${facts.reference} and passed it on`,
    signature: facts.signature,
    blocks: [
      paragraph(`On ${day(facts.receivedOn)} your request reached us. ${facts.sentence}`),
      eitherWay(
        'You need not send it again. A second mail from us says the same in a signed receipt.',
        'You need not send it again. A second letter from us says the same, with a receipt.',
      ),
      link('See where your request stands', facts.statusUrl),
      { kind: 'paragraph', ...around(REACH, (reach) => `Your reference with us is ${facts.reference}. ${reach}`) },
    ],
  }),
};

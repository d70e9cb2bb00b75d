/** Letters about a request that somebody else must answer, in English. */
import type { PassOnWords } from '../pass-on-letters.ts';

export const en: PassOnWords = {
  toController: {
    subject: ({ reference }) => `A data request that is yours to answer: ${reference}`,
    arrived: ({ receivedOn, held, company }) =>
      `On ${receivedOn} a request about personal data reached us. It is about ${held}, which ${company} runs on your behalf only. You are the one who must answer it, and your time may be counted from that day.`,
    link: 'See who asks for what',
    personalData:
      'The page holds personal data, so please do not forward this mail to anybody who does not need it. It is there until we erase the working data of the request; please take down what you need soon.',
    reply:
      'We told the person that you will answer. If we shall find, hand over or delete something in what we run for you, reply to this mail.',
    reference: ({ reference }) => `Our reference is ${reference}.`,
  },

  toPerson: {
    subject: ({ reference }) => `We received your request ${reference} and passed it on`,
    arrived: ({ receivedOn }) => `On ${receivedOn} your request reached us.`,
    once: {
      text: 'You need not send it again. A second mail from us says the same in a signed receipt.',
      paper: 'You need not send it again. A second letter from us says the same, with a receipt.',
    },
    reference: ({ reference }) => `Your reference with us is ${reference}.`,
  },
};

/** Letters about a request that somebody else must answer, in Swedish. */
import type { PassOnWords } from '../pass-on-letters.ts';

export const sv: PassOnWords = {
  toController: {
    subject: ({ reference }) => `En begäran om personuppgifter som ni ska besvara: ${reference}`,
    arrived: ({ receivedOn, held, company }) =>
      `Den ${receivedOn} tog vi emot en begäran som gäller personuppgifter. Den avser ${held}, som ${company} driver enbart på ert uppdrag. Det är ni som måste besvara den, och er tidsfrist kan räknas från den dagen.`,
    link: 'Se vem som begär vad',
    personalData:
      'Sidan innehåller personuppgifter, så vidarebefordra inte det här mejlet till någon som inte behöver det. Sidan finns kvar tills vi raderar ärendets arbetsdata; anteckna snart det ni behöver.',
    reply:
      'Vi har meddelat personen att ni kommer att svara. Om vi ska söka fram, lämna ut eller radera något i det som vi driver åt er kan ni svara på det här mejlet.',
    reference: ({ reference }) => `Vår referens är ${reference}.`,
  },

  toPerson: {
    subject: ({ reference }) => `Vi har tagit emot din begäran ${reference} och skickat den vidare`,
    arrived: ({ receivedOn }) => `Den ${receivedOn} tog vi emot din begäran.`,
    once: {
      text: 'Du behöver inte skicka den igen. I ett andra mejl från oss står samma sak i ett signerat kvitto.',
      paper: 'Du behöver inte skicka den igen. I ett andra brev från oss står samma sak, med ett kvitto.',
    },
    reference: ({ reference }) => `Din referens hos oss är ${reference}.`,
  },
};

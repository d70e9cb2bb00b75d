/** Letters about a request that somebody else must answer, in Swedish. */
import { spellingOf } from '../../../domain/spelling.ts';
import { around, eitherWay, link, paragraph } from '../../letter.ts';
import type { PassOnLetters } from '../pass-on-letters.ts';
import { REACH } from './letters.ts';

const { date: day, list } = spellingOf('sv');

export const passOnSv: PassOnLetters = {
  toController: (facts) => ({
    subject: `En begäran om personuppgifter som ni ska besvara: ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Den ${day(facts.receivedOn)} tog vi emot en begäran som gäller personuppgifter. Den avser ${list(facts.held)}, som ${facts.company} driver enbart på ert uppdrag. Det är ni som måste besvara den, och er tidsfrist kan räknas från den dagen.`,
      ),
      link('Se vem som begär vad', facts.url),
      paragraph(
        'Sidan innehåller personuppgifter, så vidarebefordra inte det här mejlet till någon som inte behöver det. Sidan finns kvar tills vi raderar ärendets arbetsdata; anteckna snart det ni behöver.',
      ),
      paragraph(
        'Vi har meddelat personen att ni kommer att svara. Om vi ska söka fram, lämna ut eller radera något i det som vi driver åt er kan ni svara på det här mejlet.',
      ),
      paragraph(`Vår referens är ${facts.reference}.`),
    ],
  }),

  toPerson: (facts) => ({
    subject: `Vi har tagit emot din begäran ${facts.reference} och skickat den vidare`,
    signature: facts.signature,
    blocks: [
      paragraph(`Den ${day(facts.receivedOn)} tog vi emot din begäran. ${facts.sentence}`),
      eitherWay(
        'Du behöver inte skicka den igen. I ett andra mejl från oss står samma sak i ett signerat kvitto.',
        'Du behöver inte skicka den igen. I ett andra brev från oss står samma sak, med ett kvitto.',
      ),
      link('Se hur det går med din begäran', facts.statusUrl),
      { kind: 'paragraph', ...around(REACH, (reach) => `Din referens hos oss är ${facts.reference}. ${reach}`) },
    ],
  }),
};

/** Letters about appeals in Swedish. */
import { spellingOf } from '../../../domain/spelling.ts';
import { link, list, paragraph } from '../../letter.ts';
import type { AppealLetters } from '../appeal-letters.ts';
import { closing, keepReceipt } from './letters.ts';

const { date: day } = spellingOf('sv');

export const appealSv: AppealLetters = {
  acknowledgement: (facts) => ({
    subject: `Vi har tagit emot din begäran om omprövning ${facts.reference}: beslut senast den ${day(facts.dueOn)}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Den ${day(facts.receivedOn)} bad du oss att på nytt pröva vårt svar på din begäran ${facts.of}. ${facts.company} meddelar dig beslutet och skälen senast den ${day(facts.dueOn)}.`,
      ),
      paragraph('Någon som inte fattade det första beslutet fattar det här beslutet. Du behöver inte göra något nu.'),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  granted: (facts) => ({
    subject: `Vi har ändrat vårt beslut om ${facts.of}: omprövning ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      paragraph('Du behöver inte begära det igen: vi börjar nu och skriver till dig när det är klart.'),
      link('Läs beslutet', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  stands: (facts) => ({
    subject: facts.partly
      ? `Vi har delvis ändrat vårt beslut om ${facts.of}: omprövning ${facts.reference}`
      : `Vårt beslut om ${facts.of} står fast: omprövning ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      ...(facts.partly ? [paragraph('Vi börjar nu med det som vi trots allt ska göra. Vi skriver till dig när det är klart.')] : []),
      { kind: 'heading', text: 'Vad du kan göra' },
      list([
        ...facts.authorities.map(
          ({ name, page }) =>
            `Lämna in ett klagomål till den behöriga myndigheten: ${page === undefined ? `${name}.` : `${name}, ${page}`}`,
        ),
        { text: 'Svara på det här mejlet: en människa läser ditt svar.', paper: 'Skriv till oss: en människa läser ditt brev.' },
      ]),
      link('Läs beslutet', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),
};

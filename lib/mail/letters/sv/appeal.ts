/** Letters about appeals in Swedish. */
import type { AppealWords } from '../appeal-letters.ts';

export const sv: AppealWords = {
  acknowledgement: {
    subject: ({ reference, dueOn }) => `Vi har tagit emot din begäran om omprövning ${reference}: beslut senast den ${dueOn}`,
    asked: ({ receivedOn, of, company, dueOn }) =>
      `Den ${receivedOn} bad du oss att på nytt pröva vårt svar på din begäran ${of}. ${company} meddelar dig beslutet och skälen senast den ${dueOn}.`,
    decider: 'Någon som inte fattade det första beslutet fattar det här beslutet. Du behöver inte göra något nu.',
  },

  granted: {
    subject: ({ of, reference }) => `Vi har ändrat vårt beslut om ${of}: omprövning ${reference}`,
    begins: 'Du behöver inte begära det igen: vi börjar nu och skriver till dig när det är klart.',
  },

  stands: {
    subject: ({ of, reference }) => `Vårt beslut om ${of} står fast: omprövning ${reference}`,
    inPart: ({ of, reference }) => `Vi har delvis ändrat vårt beslut om ${of}: omprövning ${reference}`,
    begins: 'Vi börjar nu med det som vi trots allt ska göra. Vi skriver till dig när det är klart.',
    complain: ({ name, page }) =>
      `Lämna in ett klagomål till den behöriga myndigheten: ${page === undefined ? `${name}.` : `${name}, ${page}`}`,
    reply: { text: 'Svara på det här mejlet: en människa läser ditt svar.', paper: 'Skriv till oss: en människa läser ditt brev.' },
  },
};

/** Letters about a request that somebody else must answer, in German. */
import type { PassOnWords } from '../pass-on-letters.ts';

export const de: PassOnWords = {
  toController: {
    subject: ({ reference }) => `Eine Datenschutzanfrage, die Sie beantworten müssen: ${reference}`,
    arrived: ({ receivedOn, held, company }) =>
      `Am ${receivedOn} ging bei uns eine Anfrage zu personenbezogenen Daten ein. Sie betrifft ${held}; das betreibt ${company} nur in Ihrem Auftrag. Beantworten müssen Sie sie, und Ihre Frist kann von diesem Tag an zählen.`,
    link: 'Sehen, wer was verlangt',
    personalData:
      'Auf der Seite stehen personenbezogene Daten; bitte leiten Sie diese E-Mail an niemanden weiter, der sie nicht braucht. Die Seite gibt es, bis wir die Arbeitsdaten der Anfrage löschen; bitte halten Sie bald fest, was Sie brauchen.',
    reply:
      'Der Person haben wir gesagt, dass Sie antworten. Sollen wir in dem, was wir für Sie betreiben, etwas suchen, herausgeben oder löschen, antworten Sie auf diese E-Mail.',
    reference: ({ reference }) => `Unser Zeichen ist ${reference}.`,
  },

  toPerson: {
    subject: ({ reference }) => `Ihr Antrag ${reference} ist eingegangen und weitergegeben`,
    arrived: ({ receivedOn }) => `Am ${receivedOn} ging Ihr Antrag bei uns ein.`,
    once: {
      text: 'Sie brauchen ihn nicht noch einmal zu stellen. Eine zweite E-Mail von uns sagt dasselbe mit einer signierten Quittung.',
      paper: 'Sie brauchen ihn nicht noch einmal zu stellen. Ein zweiter Brief von uns sagt dasselbe mit einer Quittung.',
    },
    reference: ({ reference }) => `Ihr Zeichen bei uns ist ${reference}.`,
  },
};

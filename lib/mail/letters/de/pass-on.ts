/** Letters about a request that somebody else must answer, in German. */
import { spellingOf } from '../../../domain/spelling.ts';
import { around, eitherWay, link, paragraph } from '../../letter.ts';
import type { PassOnLetters } from '../pass-on-letters.ts';
import { REACH } from './letters.ts';

const { date: day, list } = spellingOf('de');

export const passOnDe: PassOnLetters = {
  toController: (facts) => ({
    subject: `Eine Datenschutzanfrage, die Sie beantworten müssen: ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Am ${day(facts.receivedOn)} ging bei uns eine Anfrage zu personenbezogenen Daten ein. Sie betrifft ${list(facts.held)}; das betreibt ${facts.company} nur in Ihrem Auftrag. Beantworten müssen Sie sie, und Ihre Frist kann von diesem Tag an zählen.`,
      ),
      link('Sehen, wer was verlangt', facts.url),
      paragraph(
        'Auf der Seite stehen personenbezogene Daten; bitte leiten Sie diese E-Mail an niemanden weiter, der sie nicht braucht. Die Seite gibt es, bis wir die Arbeitsdaten der Anfrage löschen; bitte halten Sie bald fest, was Sie brauchen.',
      ),
      paragraph(
        'Der Person haben wir gesagt, dass Sie antworten. Sollen wir in dem, was wir für Sie betreiben, etwas suchen, herausgeben oder löschen, antworten Sie auf diese E-Mail.',
      ),
      paragraph(`Unser Zeichen ist ${facts.reference}.`),
    ],
  }),

  toPerson: (facts) => ({
    subject: `Ihr Antrag ${facts.reference} ist eingegangen und weitergegeben`,
    signature: facts.signature,
    blocks: [
      paragraph(`Am ${day(facts.receivedOn)} ging Ihr Antrag bei uns ein. ${facts.sentence}`),
      eitherWay(
        'Sie brauchen ihn nicht noch einmal zu stellen. Eine zweite E-Mail von uns sagt dasselbe mit einer signierten Quittung.',
        'Sie brauchen ihn nicht noch einmal zu stellen. Ein zweiter Brief von uns sagt dasselbe mit einer Quittung.',
      ),
      link('Stand Ihres Antrags ansehen', facts.statusUrl),
      { kind: 'paragraph', ...around(REACH, (reach) => `Ihr Zeichen bei uns ist ${facts.reference}. ${reach}`) },
    ],
  }),
};

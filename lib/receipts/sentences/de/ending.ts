/** Sentences of receipts that end a case, or set another receipt right, in German. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { EndingSentences } from '../ending.ts';
import { asSentence } from '../spelling.ts';

const { date } = spellingOf('de');

export const endingDe: EndingSentences = {
  withdrawn: ({ of, on, byPerson }) =>
    `Am ${date(on)} wurde der Antrag ${of} zurückgenommen${byPerson ? ', von der Person, die ihn gestellt hat' : ': Unsere Mitarbeiter haben es für die Person festgehalten, die ihn gestellt hat'}. Wir tun dazu nichts mehr; was vorher getan wurde, bleibt getan.`,
  dataGo: (by) =>
    `Sobald Sie benachrichtigt sind, spätestens am ${date(by)}, löschen wir die Daten, die wir wegen des Antrags haben, und den Schlüssel, ohne den sie niemand lesen kann. Eine weitere Quittung, auf der Seite des Antrags, wird das bestätigen.`,
  purged: ({ of, on }) =>
    `Am ${date(on)} haben wir die Daten gelöscht, die wir für die Antwort auf Ihren Antrag ${of} gesammelt hatten, und den Schlüssel, ohne den sie niemand lesen kann.`,
  irrecoverable: (from) =>
    `Ab dem ${date(from)} kann sie niemand mehr wiederherstellen: Keine Sicherungskopie enthält dann noch diesen Schlüssel.`,
  replaces: ({ number, issuedOn }) => `Diese Quittung tritt an die Stelle unserer Quittung ${number} vom ${date(issuedOn)}.`,
  wrong: (reason) => `Was falsch war: ${asSentence(reason)}`,
  right: (sentence) => `Richtig ist: ${asSentence(sentence)}`,
};

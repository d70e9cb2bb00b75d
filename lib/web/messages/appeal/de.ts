/** Texte der Seiten über Einsprüche auf Deutsch. */
import { receiptWordsDe } from '../../../receipts/document/words/de.ts';
import type { AppealMessages } from './en.ts';

export const appealDe: AppealMessages = {
  section: 'Einsprüche',
  offer: 'Einspruch einlegen',
  offerLead: 'Wenn Sie meinen, dass wir uns irren, prüft jemand noch einmal, der nicht entschieden hat.',
  open: (date) => `Wir entscheiden bis zum ${date}.`,
  outcomes: {
    granted: 'Wir haben unsere Entscheidung geändert.',
    partly: 'Wir haben unsere Entscheidung zum Teil geändert.',
    upheld: 'Unsere Entscheidung bleibt bestehen.',
    withdrawn: 'Sie haben ihn zurückgezogen.',
  },
  gone: 'Die Unterlagen dazu sind gelöscht.',
  about: receiptWordsDe.terms.about,
  decision: 'Wie wir entschieden haben',
  granted: receiptWordsDe.terms.granted,
  stands: receiptWordsDe.terms.stands,
  reasons: receiptWordsDe.terms.decisionReasons,
  taken: 'Ihr Einspruch ist da. Wir schreiben Ihnen, wenn darüber entschieden ist.',
  title: 'Bitten Sie uns, unsere Entscheidung noch einmal zu prüfen',
  lead: ({ reference, date }) =>
    `Das heißt Einspruch. Jemand, der nicht über Ihren Antrag ${reference} entschieden hat, prüft ihn noch einmal. Das Ergebnis und die Gründe teilen wir Ihnen bis zum ${date} mit.`,
  refused: 'Was wir nicht getan haben',
  words: 'Was sollten wir wissen?',
  wordsHint: 'Zum Beispiel, worin wir uns irren. Bitte lassen Sie Privates weg, das wir nicht brauchen.',
  wordsOptional: (label) => `${label} (freiwillig)`,
  wordsLong: 'Bitte höchstens 2.000 Zeichen',
  send: 'Einspruch absenden',
  back: 'Zurück zu Ihrem Antrag',
  notTitle: 'Gegen diese Antwort gibt es keinen Einspruch',
  not: {
    'no-appeal': (laws) => `Nach dem Recht, das hier gilt, ${laws}, gibt es keinen Einspruch beim Unternehmen. Sie haben andere Wege:`,
    'nothing-refused':
      'Bisher haben wir nichts abgelehnt und nichts weggelassen. Wenn Sie mit etwas nicht einverstanden sind, haben Sie diese Wege:',
    'is-appeal':
      'Das ist die Antwort auf einen Einspruch: Wir prüfen eine Entscheidung einmal neu. Wenn Sie nicht einverstanden sind, haben Sie diese Wege:',
    purged:
      'Wir haben Ihre Angaben wie angekündigt gelöscht und können diese Antwort nicht mehr prüfen. Sie können einen neuen Antrag stellen, oder:',
    decided: 'Wir haben diese Antwort schon noch einmal geprüft. Wenn Sie weiterhin nicht einverstanden sind, haben Sie diese Wege:',
    'under-way':
      'Ein Einspruch gegen diese Antwort läuft, und wir entscheiden darüber. Wenn Sie etwas hinzufügen möchten, schreiben Sie uns.',
    unknown: 'Wir konnten den Antrag nicht finden.',
  },
  ways: {
    reply: (name) => `Schreiben Sie an ${name}, was Ihrer Meinung nach falsch ist:`,
    authority: 'Beschweren Sie sich bei der zuständigen Stelle:',
    court: 'Gehen Sie vor Gericht.',
  },
};

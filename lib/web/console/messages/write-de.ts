/** Texts of messages to the person on the staff pages, in German. */
import type { WriteTexts } from './write-en.ts';

export const writeDe: WriteTexts = {
  title: 'Der Person schreiben',
  lead: 'Für alles, was in keinem anderen Schreiben steht. Es geht innerhalb einer Stunde hinaus, per Mail oder auf Papier; nichts wartet auf eine Antwort. Muss der Antrag auf eine warten, dann fragen Sie die Person stattdessen.',
  unverified: 'Noch hat niemand die Adresse bestätigt. Schreiben Sie nichts, was Fremde nicht lesen dürfen.',
  subject: 'Betreff',
  subjectHint: 'Das Zeichen kommt dazu.',
  words: 'Die Nachricht',
  wordsHint: 'Nennen Sie niemand anderen. Darunter stehen das Zeichen, der Weg zur Statusseite und dass ein Mensch eine Antwort liest.',
  errors: {
    'subject-missing': 'Schreiben Sie einen Betreff',
    'subject-long': 'Halten Sie den Betreff unter 120 Zeichen, in einer Zeile',
    'words-missing': 'Schreiben Sie die Nachricht',
    'too-long': 'Halten Sie die Nachricht unter 8.000 Zeichen',
  },
  where: 'In diesem Schreiben, das innerhalb einer Stunde hinausgeht:',
  section: 'Nachrichten an die Person',
  columns: { number: 'Nr.', by: 'Geschrieben von', written: 'Geschrieben', sent: 'Gesendet' },
  notSent: 'Geht innerhalb einer Stunde hinaus',
  hidden: 'Die Worte werden mit den persönlichen Angaben gezeigt, und das wird festgehalten.',
  message: (number, subject) => `${number}. ${subject}`,
};

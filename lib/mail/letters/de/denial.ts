/** Letters about refusals in German. */
import type { DenialWords } from '../denial-letters.ts';

export const de: DenialWords = {
  subject: ({ reference }) => `Wir konnten Ihren Antrag ${reference} nicht erfüllen`,
  inPart: ({ reference }) => `Einen Teil Ihres Antrags ${reference} konnten wir nicht erfüllen`,
  categories:
    'Solange wir nicht wissen, wer Sie sind, können wir Ihnen nur sagen, welche Arten von Daten wir über Menschen wie Sie erheben:',
  againLink: 'Einen neuen Antrag stellen',
  optOutLink: 'Verlangen, dass wir Ihre Daten weder verkaufen noch weitergeben',
  appealLink: 'Einspruch einlegen',
  disagree: 'Wenn Sie nicht einverstanden sind',
};

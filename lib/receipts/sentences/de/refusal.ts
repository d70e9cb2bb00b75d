/** Sentences of refusals in German. */
import { spellingOf } from '../../../domain/spelling.ts';
import { asked } from './sentences.ts';
import type { RefusalSentences } from '../refusal.ts';
import { asSentence, citing, readDuration } from '../spelling.ts';

const { count, list } = spellingOf('de');

/** As they stand after "innerhalb von". */
const UNITS = {
  D: { one: 'Tag', other: 'Tagen' },
  M: { one: 'Monat', other: 'Monaten' },
  Y: { one: 'Jahr', other: 'Jahren' },
};

function duration(iso: string): string {
  const { amount, unit } = readDuration(iso);
  return count(amount, UNITS[unit]);
}

export const refusalDe: RefusalSentences = {
  duration,
  refused: ({ scope, rights }) =>
    scope === 'full'
      ? `Wir haben nicht getan, was Sie verlangt haben: ${asked(rights)}.`
      : `Einen Teil dessen, was Sie verlangt haben, haben wir nicht getan: ${asked(rights)}. Den Rest Ihres Antrags beantworten wir gesondert.`,
  ground: ({ text, cites }) => citing(text, cites),
  reasonsFor: (rights) => `Unsere Gründe, das nicht zu tun (${asked(rights)}):`,
  system: ({ label, erasing, why }) =>
    `Die Daten in ${label} ${erasing ? 'haben wir nicht gelöscht' : 'geben wir nicht heraus'}: ${asSentence(why)}`,
  kept: ({ restErased }) =>
    `${restErased ? 'Alles, was diese Gründe nicht betreffen, haben wir gelöscht. ' : ''}Was wir behalten, nutzen wir für nichts anderes als den hier genannten Grund.`,
  optOut: (url) => `Sie können verlangen, dass wir Ihre Daten weder verkaufen noch weitergeben: ${url}`,
  again: (url) => `Sie können jederzeit einen neuen Antrag stellen: ${url}`,
  categoriesLead:
    'Solange wir nicht wissen, wer Sie sind, können wir Ihnen nur sagen, welche Arten von Daten wir über Menschen wie Sie erheben:',
  category: ({ category, purposes, sources, recipients }) =>
    `${category} (${[`Zweck: ${list(purposes)}`, `Quelle: ${list(sources)}`, recipients.length === 0 ? 'an niemanden weitergegeben' : `weitergegeben an: ${list(recipients)}`].join('; ')})`,
  sources: { given: 'Sie selbst', observed: 'was Sie bei uns tun', derived: 'unsere eigenen Schlüsse' },
  appeal: ({ within, extension, reply }) =>
    `Sie können bei uns Einspruch einlegen: Schreiben Sie an ${reply}, dass Sie Einspruch einlegen. Jemand, der diese Entscheidung nicht getroffen hat, prüft sie noch einmal und antwortet innerhalb von ${duration(within)}.${extension === undefined ? '' : ` Reicht das nicht, antworten wir innerhalb von weiteren ${duration(extension)} und sagen Ihnen vorher, warum.`}`,
  controller: ({ acknowledgedWithin, reply }) =>
    `Sie können sich auch bei uns darüber beschweren, wie wir mit Ihrem Antrag umgegangen sind: Schreiben Sie an ${reply}.${acknowledgedWithin === undefined ? '' : ` Den Eingang bestätigen wir innerhalb von ${duration(acknowledgedWithin)}.`}`,
  authorityOfResidence: 'die Datenschutzbehörde an Ihrem Wohn- oder Arbeitsort',
  complaintWithin: ({ authority, within }) =>
    `Eine Beschwerde bei der Aufsichtsbehörde (${authority}) ist nur innerhalb von ${duration(within)} möglich.`,
};

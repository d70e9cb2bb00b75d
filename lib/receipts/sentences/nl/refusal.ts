/** Sentences of refusals in Dutch. */
import { spellingOf } from '../../../domain/spelling.ts';
import { asked } from './sentences.ts';
import type { RefusalSentences } from '../refusal.ts';
import { asSentence, citing, readDuration } from '../spelling.ts';

const { count, list } = spellingOf('nl');

const UNITS = {
  D: { one: 'dag', other: 'dagen' },
  M: { one: 'maand', other: 'maanden' },
  Y: { one: 'jaar', other: 'jaar' },
};

function duration(iso: string): string {
  const { amount, unit } = readDuration(iso);
  return count(amount, UNITS[unit]);
}

export const refusalNl: RefusalSentences = {
  duration,
  refused: ({ scope, rights }) =>
    scope === 'full'
      ? `Wij hebben niet gedaan wat u hebt gevraagd: ${asked(rights)}.`
      : `Een deel van wat u hebt gevraagd, hebben wij niet gedaan: ${asked(rights)}. De rest van uw verzoek wordt afzonderlijk beantwoord.`,
  ground: ({ text, cites }) => citing(text, cites),
  reasonsFor: (rights) => `Onze redenen om dit niet te doen (${asked(rights)}):`,
  system: ({ label, erasing, why }) =>
    `De gegevens in ${label} ${erasing ? 'hebben wij niet gewist' : 'verstrekken wij niet'}: ${asSentence(why)}`,
  kept: ({ restErased }) =>
    `${restErased ? 'Alles waarvoor deze redenen niet gelden, hebben wij gewist. ' : ''}De gegevens die wij bewaren, gebruiken wij voor niets anders dan de hier genoemde reden.`,
  optOut: (url) => `U kunt ons vragen uw gegevens niet te verkopen of te delen: ${url}`,
  again: (url) => `U kunt op elk moment opnieuw een verzoek doen: ${url}`,
  categoriesLead:
    'Zolang wij niet weten wie u bent, kunnen wij u alleen vertellen welke soorten gegevens wij verzamelen over mensen zoals u:',
  category: ({ category, purposes, sources, recipients }) =>
    `${category} (${[`doel: ${list(purposes)}`, `bron: ${list(sources)}`, recipients.length === 0 ? 'aan niemand verstrekt' : `verstrekt aan: ${list(recipients)}`].join('; ')})`,
  sources: { given: 'uzelf', observed: 'wat u bij ons doet', derived: 'onze eigen conclusies' },
  appeal: ({ within, extension, reply }) =>
    `U kunt ons om heroverweging vragen: schrijf naar ${reply} en vermeld dat u om heroverweging vraagt. Iemand die deze beslissing niet heeft genomen, bekijkt haar opnieuw en antwoordt binnen ${duration(within)}.${extension === undefined ? '' : ` Als dat niet genoeg is, mogen wij er ten hoogste ${duration(extension)} langer over doen, en dan laten wij u weten waarom.`}`,
  controller: ({ acknowledgedWithin, reply }) =>
    `U kunt ook bij ons een klacht indienen over de manier waarop wij met uw verzoek zijn omgegaan: schrijf naar ${reply}.${acknowledgedWithin === undefined ? '' : ` Wij bevestigen de ontvangst van uw klacht binnen ${duration(acknowledgedWithin)}.`}`,
  authorityOfResidence: 'de gegevensbeschermingsautoriteit van de plaats waar u woont of werkt',
  complaintWithin: ({ authority, within }) =>
    `Een klacht bij de toezichthoudende autoriteit (${authority}) moet binnen ${duration(within)} worden ingediend.`,
};

/** Sentences of refusals in French. */
import { spellingOf } from '../../../domain/spelling.ts';
import { asked } from './sentences.ts';
import type { RefusalSentences } from '../refusal.ts';
import { asSentence, citing, readDuration } from '../spelling.ts';

const { count, list } = spellingOf('fr');

const UNITS = {
  D: { one: 'jour', other: 'jours' },
  M: { one: 'mois', other: 'mois' },
  Y: { one: 'an', other: 'ans' },
};

function duration(iso: string): string {
  const { amount, unit } = readDuration(iso);
  return count(amount, UNITS[unit]);
}

export const refusalFr: RefusalSentences = {
  duration,
  refused: ({ scope, rights }) =>
    scope === 'full'
      ? `Nous n'avons pas fait ce que vous avez demandé : ${asked(rights)}.`
      : `Nous n'avons pas fait une partie de ce que vous avez demandé : ${asked(rights)}. Le reste de votre demande reçoit une réponse séparée.`,
  ground: ({ text, cites }) => citing(text, cites),
  reasonsFor: (rights) => `Nos motifs pour ne pas le faire (${asked(rights)}) :`,
  system: ({ label, erasing, why }) =>
    `${erasing ? "Nous n'avons pas effacé" : 'Nous ne communiquons pas'} les données qui se trouvent dans ${label} : ${asSentence(why)}`,
  kept: ({ restErased }) =>
    `${restErased ? 'Nous avons effacé tout ce que ces motifs ne couvrent pas. ' : ''}Nous n'utilisons les données que nous conservons pour rien d'autre que le motif indiqué ici.`,
  optOut: (url) => `Vous pouvez nous demander de ne pas vendre ni partager vos données : ${url}`,
  again: (url) => `Vous pouvez faire une nouvelle demande à tout moment : ${url}`,
  categoriesLead:
    'Tant que nous ne savons pas qui vous êtes, nous pouvons seulement vous dire quelles catégories de données nous collectons sur des personnes comme vous :',
  category: ({ category, purposes, sources, recipients }) =>
    `${category} (${[`finalité : ${list(purposes)}`, `source : ${list(sources)}`, recipients.length === 0 ? 'communication : à personne' : `communication : à ${list(recipients)}`].join(' ; ')})`,
  sources: { given: 'vous', observed: 'ce que vous faites chez nous', derived: 'nos propres déductions' },
  appeal: ({ within, extension, reply }) =>
    `Vous pouvez former un recours auprès de nous : écrivez à ${reply} en indiquant que vous formez un recours. Une personne qui n'a pas pris cette décision la réexamine et répond dans un délai de ${duration(within)}.${extension === undefined ? '' : ` Si cela ne suffit pas, nous pouvons prendre jusqu'à ${duration(extension)} de plus, et nous vous disons pourquoi.`}`,
  controller: ({ acknowledgedWithin, reply }) =>
    `Vous pouvez aussi nous adresser une réclamation sur la façon dont nous avons traité votre demande : écrivez à ${reply}.${acknowledgedWithin === undefined ? '' : ` Nous confirmons la réception de votre réclamation dans un délai de ${duration(acknowledgedWithin)}.`}`,
  authorityOfResidence: "l'autorité de protection des données du lieu où vous habitez ou travaillez",
  complaintWithin: ({ authority, within }) =>
    `Une réclamation auprès de l'autorité de contrôle (${authority}) doit être introduite dans un délai de ${duration(within)}.`,
};

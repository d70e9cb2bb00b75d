/** Sentences of refusals in Italian. */
import { spellingOf } from '../../../domain/spelling.ts';
import { asked } from './sentences.ts';
import type { RefusalSentences } from '../refusal.ts';
import { asSentence, citing, readDuration } from '../spelling.ts';

const { count, list } = spellingOf('it');

const UNITS = {
  D: { one: 'giorno', other: 'giorni' },
  M: { one: 'mese', other: 'mesi' },
  Y: { one: 'anno', other: 'anni' },
};

function duration(iso: string): string {
  const { amount, unit } = readDuration(iso);
  return count(amount, UNITS[unit]);
}

export const refusalIt: RefusalSentences = {
  duration,
  refused: ({ scope, rights }) =>
    scope === 'full'
      ? `Non abbiamo fatto quanto ha chiesto: ${asked(rights)}.`
      : `Non abbiamo fatto una parte di quanto ha chiesto: ${asked(rights)}. Il resto della Sua richiesta riceve una risposta a parte.`,
  ground: ({ text, cites }) => citing(text, cites),
  reasonsFor: (rights) => `I nostri motivi per non farlo (${asked(rights)}):`,
  system: ({ label, erasing, why }) =>
    `${erasing ? 'Non abbiamo cancellato' : 'Non consegniamo'} i dati che si trovano in ${label}: ${asSentence(why)}`,
  kept: ({ restErased }) =>
    `${restErased ? 'Abbiamo cancellato tutto ciò che questi motivi non coprono. ' : ''}Usiamo i dati che conserviamo esclusivamente per il motivo qui indicato.`,
  optOut: (url) => `Può chiederci di non vendere e non condividere i Suoi dati: ${url}`,
  again: (url) => `Può fare una nuova richiesta in qualsiasi momento: ${url}`,
  categoriesLead: 'Finché non sappiamo chi è Lei, possiamo dirLe soltanto quali categorie di dati raccogliamo su persone come Lei:',
  category: ({ category, purposes, sources, recipients }) =>
    `${category} (${[`finalità: ${list(purposes)}`, `fonte: ${list(sources)}`, recipients.length === 0 ? 'non comunicati a nessuno' : `comunicati a: ${list(recipients)}`].join('; ')})`,
  sources: { given: 'Lei', observed: 'ciò che fa presso di noi', derived: 'le nostre conclusioni' },
  appeal: ({ within, extension, reply }) =>
    `Può chiederci un riesame: scriva a ${reply} e dica che chiede un riesame. Qualcuno che non ha preso questa decisione la riesamina e risponde entro ${duration(within)}.${extension === undefined ? '' : ` Se non bastano, possiamo impiegare fino a ${duration(extension)} in più, e Le diciamo perché.`}`,
  controller: ({ acknowledgedWithin, reply }) =>
    `Può anche presentare a noi un reclamo su come abbiamo trattato la Sua richiesta: scriva a ${reply}.${acknowledgedWithin === undefined ? '' : ` Confermiamo di aver ricevuto il Suo reclamo entro ${duration(acknowledgedWithin)}.`}`,
  authorityOfResidence: "l'autorità per la protezione dei dati del luogo in cui vive o lavora",
  complaintWithin: ({ authority, within }) => `Il reclamo all'autorità di controllo (${authority}) va proposto entro ${duration(within)}.`,
};

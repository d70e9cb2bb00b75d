/** Letters about refusals in Italian. */
import type { DenialWords } from '../denial-letters.ts';

export const it: DenialWords = {
  subject: ({ reference }) => `Non abbiamo potuto fare quanto ha chiesto: richiesta ${reference}`,
  inPart: ({ reference }) => `Non abbiamo potuto fare una parte di quanto ha chiesto: richiesta ${reference}`,
  categories: 'Finché non sappiamo chi è Lei, possiamo dirLe soltanto quali categorie di dati raccogliamo su persone come Lei:',
  againLink: 'Fare una nuova richiesta',
  optOutLink: 'Chiederci di non vendere e non condividere i Suoi dati',
  appealLink: 'Chiederci di riesaminare la nostra decisione',
  disagree: "Se non è d'accordo",
};

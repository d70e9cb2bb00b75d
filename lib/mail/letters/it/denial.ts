/** Letters about refusals in Italian. */
import { link, list, paragraph } from '../../letter.ts';
import type { DenialLetters } from '../denial-letters.ts';
import { closing, keepReceipt } from './letters.ts';

export const denialIt: DenialLetters = {
  denial: (facts) => ({
    subject: facts.full
      ? `Non abbiamo potuto fare quanto ha chiesto: richiesta ${facts.reference}`
      : `Non abbiamo potuto fare una parte di quanto ha chiesto: richiesta ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentences.join(' ')),
      ...(facts.categories.length === 0
        ? []
        : [
            paragraph('Finché non sappiamo chi è Lei, possiamo dirLe soltanto quali categorie di dati raccogliamo su persone come Lei:'),
            list(facts.categories),
          ]),
      { kind: 'heading', text: 'Che cosa può fare' },
      ...(facts.againUrl === undefined ? [] : [link('Fare una nuova richiesta', facts.againUrl)]),
      ...(facts.optOutUrl === undefined ? [] : [link('Chiederci di non vendere e non condividere i Suoi dati', facts.optOutUrl)]),
      ...(facts.appealUrl === undefined ? [] : [link('Chiederci di riesaminare la nostra decisione', facts.appealUrl)]),
      list(facts.remedies),
      ...(facts.nonRetaliation === undefined ? [] : [paragraph(facts.nonRetaliation)]),
      link('Leggere la decisione', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  whatYouCanDo: (remedies) => [{ kind: 'heading', text: "Se non è d'accordo" }, list(remedies)],
};

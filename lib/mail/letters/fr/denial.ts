/** Letters about refusals in French. */
import { link, list, paragraph } from '../../letter.ts';
import type { DenialLetters } from '../denial-letters.ts';
import { closing, keepReceipt } from './letters.ts';

export const denialFr: DenialLetters = {
  denial: (facts) => ({
    subject: facts.full
      ? `Nous n'avons pas pu faire ce que vous avez demandé : demande ${facts.reference}`
      : `Nous n'avons pas pu faire une partie de ce que vous avez demandé : demande ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentences.join(' ')),
      ...(facts.categories.length === 0
        ? []
        : [
            paragraph(
              'Tant que nous ne savons pas qui vous êtes, nous pouvons seulement vous dire quelles catégories de données nous collectons sur des personnes comme vous :',
            ),
            list(facts.categories),
          ]),
      { kind: 'heading', text: 'Ce que vous pouvez faire' },
      ...(facts.againUrl === undefined ? [] : [link('Faire une nouvelle demande', facts.againUrl)]),
      ...(facts.optOutUrl === undefined ? [] : [link('Nous demander de ne pas vendre ni partager vos données', facts.optOutUrl)]),
      ...(facts.appealUrl === undefined ? [] : [link('Nous demander de réexaminer notre décision', facts.appealUrl)]),
      list(facts.remedies),
      ...(facts.nonRetaliation === undefined ? [] : [paragraph(facts.nonRetaliation)]),
      link('Lire la décision', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  whatYouCanDo: (remedies) => [{ kind: 'heading', text: "Si vous n'êtes pas d'accord" }, list(remedies)],
};

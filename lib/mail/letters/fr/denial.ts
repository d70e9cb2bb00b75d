/** Letters about refusals in French. */
import type { DenialWords } from '../denial-letters.ts';

export const fr: DenialWords = {
  subject: ({ reference }) => `Nous n'avons pas pu faire ce que vous avez demandé : demande ${reference}`,
  inPart: ({ reference }) => `Nous n'avons pas pu faire une partie de ce que vous avez demandé : demande ${reference}`,
  categories:
    'Tant que nous ne savons pas qui vous êtes, nous pouvons seulement vous dire quelles catégories de données nous collectons sur des personnes comme vous :',
  againLink: 'Faire une nouvelle demande',
  optOutLink: 'Nous demander de ne pas vendre ni partager vos données',
  appealLink: 'Nous demander de réexaminer notre décision',
  disagree: "Si vous n'êtes pas d'accord",
};

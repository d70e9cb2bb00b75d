/** Letters that bring a receipt of a closing or a correction, in Dutch. */
import type { ReceiptWords } from '../receipt-letters.ts';

export const nl: ReceiptWords = {
  withdrawn: {
    subject: ({ reference }) => `Verzoek ${reference} is ingetrokken`,
    nothingLeft: 'Er hoeft niets meer te gebeuren. Een nieuw verzoek is op elk moment mogelijk.',
  },

  correction: {
    subject: ({ reference }) => `Wij corrigeren een bewijsstuk: verzoek ${reference}`,
    wrong: {
      text: 'Iets wat wij u in een bewijsstuk hebben meegedeeld, klopt niet. Dat spijt ons. In het bewijsstuk bij deze e-mail staat wat geldt:',
      paper:
        'Iets wat wij u in een bewijsstuk hebben meegedeeld, klopt niet. Dat spijt ons. In het bewijsstuk bij deze brief staat wat geldt:',
    },
    link: 'Het gecorrigeerde bewijsstuk lezen',
    wrongLink: 'Het bewijsstuk lezen dat hierdoor wordt vervangen',
    neverChanged:
      'Wij veranderen een bewijsstuk nooit: het eerdere blijft zoals het is ondertekend, en op de pagina ervan staat dat het is gecorrigeerd.',
  },
};

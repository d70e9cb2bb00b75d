/** Letters that bring a receipt of a closing or a correction, in Dutch. */
import { eitherWay, link, paragraph } from '../../letter.ts';
import { closing, keepReceipt } from './letters.ts';
import type { ReceiptLetters } from '../receipt-letters.ts';

export const receiptNl: ReceiptLetters = {
  withdrawn: (facts) => ({
    subject: `Verzoek ${facts.reference} is ingetrokken`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      paragraph('Er hoeft niets meer te gebeuren. Een nieuw verzoek is op elk moment mogelijk.'),
      link('Het bewijsstuk lezen', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  correction: (facts) => ({
    subject: `Wij corrigeren een bewijsstuk: verzoek ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      eitherWay(
        'Iets wat wij u in een bewijsstuk hebben meegedeeld, klopt niet. Dat spijt ons. In het bewijsstuk bij deze e-mail staat wat geldt:',
        'Iets wat wij u in een bewijsstuk hebben meegedeeld, klopt niet. Dat spijt ons. In het bewijsstuk bij deze brief staat wat geldt:',
      ),
      paragraph(facts.sentence),
      link('Het gecorrigeerde bewijsstuk lezen', facts.receiptUrl),
      link('Het bewijsstuk lezen dat hierdoor wordt vervangen', facts.wrongUrl),
      paragraph(
        'Wij veranderen een bewijsstuk nooit: het eerdere blijft zoals het is ondertekend, en op de pagina ervan staat dat het is gecorrigeerd.',
      ),
      ...closing(facts),
      keepReceipt,
    ],
  }),
};

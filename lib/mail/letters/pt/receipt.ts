/** Letters that bring a receipt of a closing or a correction, in Portuguese. */
import { eitherWay, link, paragraph } from '../../letter.ts';
import { closing, keepReceipt } from './letters.ts';
import type { ReceiptLetters } from '../receipt-letters.ts';

export const receiptPt: ReceiptLetters = {
  withdrawn: (facts) => ({
    subject: `O pedido ${facts.reference} foi retirado`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      paragraph('Não há mais nada a fazer. Qualquer pessoa pode fazer um novo pedido a qualquer momento.'),
      link('Ler o recibo', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  correction: (facts) => ({
    subject: `Corrigimos um recibo: pedido ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      eitherWay(
        'Algo que dissemos num recibo está errado. Lamentamos. O recibo anexado a este e-mail diz o que é válido:',
        'Algo que dissemos num recibo está errado. Lamentamos. O recibo que acompanha esta carta diz o que é válido:',
      ),
      paragraph(facts.sentence),
      link('Ler o recibo corrigido', facts.receiptUrl),
      link('Ler o recibo que é substituído', facts.wrongUrl),
      paragraph('Nunca alteramos um recibo: o anterior permanece tal como foi assinado, e a sua página diz que foi corrigido.'),
      ...closing(facts),
      keepReceipt,
    ],
  }),
};

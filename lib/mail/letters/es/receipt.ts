/** Letters that bring a receipt of a closing or a correction, in Spanish. */
import { eitherWay, link, paragraph } from '../../letter.ts';
import { closing, keepReceipt } from './letters.ts';
import type { ReceiptLetters } from '../receipt-letters.ts';

export const receiptEs: ReceiptLetters = {
  withdrawn: (facts) => ({
    subject: `La solicitud ${facts.reference} ha sido retirada`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      paragraph('No queda nada por hacer. Cualquier persona puede presentar una nueva solicitud en cualquier momento.'),
      link('Leer el justificante', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  correction: (facts) => ({
    subject: `Corregimos un justificante: solicitud ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      eitherWay(
        'Algo que le dijimos en un justificante es erróneo. Lo sentimos. El justificante adjunto a este correo dice lo que es correcto:',
        'Algo que le dijimos en un justificante es erróneo. Lo sentimos. El justificante adjunto a esta carta dice lo que es correcto:',
      ),
      paragraph(facts.sentence),
      link('Leer el justificante corregido', facts.receiptUrl),
      link('Leer el justificante al que sustituye', facts.wrongUrl),
      paragraph('Nunca modificamos un justificante: el anterior queda tal como se firmó, y su página indica que ha sido corregido.'),
      ...closing(facts),
      keepReceipt,
    ],
  }),
};

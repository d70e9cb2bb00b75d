/** Letters that bring a receipt of a closing or a correction, in Italian. */
import { eitherWay, link, paragraph } from '../../letter.ts';
import { closing, keepReceipt } from './letters.ts';
import type { ReceiptLetters } from '../receipt-letters.ts';

export const receiptIt: ReceiptLetters = {
  withdrawn: (facts) => ({
    subject: `La richiesta ${facts.reference} è stata ritirata`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      paragraph('Non resta nulla da fare. Chiunque può fare una nuova richiesta in qualsiasi momento.'),
      link('Leggere la ricevuta', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  correction: (facts) => ({
    subject: `Rettifichiamo una ricevuta: richiesta ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      eitherWay(
        'Una cosa che Le abbiamo detto in una ricevuta è sbagliata. Ce ne scusiamo. La ricevuta allegata a questa e-mail dice ciò che è esatto:',
        'Una cosa che Le abbiamo detto in una ricevuta è sbagliata. Ce ne scusiamo. La ricevuta allegata a questa lettera dice ciò che è esatto:',
      ),
      paragraph(facts.sentence),
      link('Leggere la ricevuta rettificata', facts.receiptUrl),
      link('Leggere la ricevuta che essa sostituisce', facts.wrongUrl),
      paragraph(
        'Non modifichiamo mai una ricevuta: quella precedente resta come è stata firmata, e la sua pagina dice che è stata rettificata.',
      ),
      ...closing(facts),
      keepReceipt,
    ],
  }),
};

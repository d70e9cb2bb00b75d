/** Letters that bring a receipt of a closing or a correction, in Italian. */
import type { ReceiptWords } from '../receipt-letters.ts';

export const it: ReceiptWords = {
  withdrawn: {
    subject: ({ reference }) => `La richiesta ${reference} è stata ritirata`,
    nothingLeft: 'Non resta nulla da fare. Chiunque può fare una nuova richiesta in qualsiasi momento.',
  },

  correction: {
    subject: ({ reference }) => `Rettifichiamo una ricevuta: richiesta ${reference}`,
    wrong: {
      text: 'Una cosa che Le abbiamo detto in una ricevuta è sbagliata. Ce ne scusiamo. La ricevuta allegata a questa e-mail dice ciò che è esatto:',
      paper:
        'Una cosa che Le abbiamo detto in una ricevuta è sbagliata. Ce ne scusiamo. La ricevuta allegata a questa lettera dice ciò che è esatto:',
    },
    link: 'Leggere la ricevuta rettificata',
    wrongLink: 'Leggere la ricevuta che essa sostituisce',
    neverChanged:
      'Non modifichiamo mai una ricevuta: quella precedente resta come è stata firmata, e la sua pagina dice che è stata rettificata.',
  },
};

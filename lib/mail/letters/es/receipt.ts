/** Letters that bring a receipt of a closing or a correction, in Spanish. */
import type { ReceiptWords } from '../receipt-letters.ts';

export const es: ReceiptWords = {
  withdrawn: {
    subject: ({ reference }) => `La solicitud ${reference} ha sido retirada`,
    nothingLeft: 'No queda nada por hacer. Cualquier persona puede presentar una nueva solicitud en cualquier momento.',
  },

  correction: {
    subject: ({ reference }) => `Corregimos un justificante: solicitud ${reference}`,
    wrong: {
      text: 'Algo que le dijimos en un justificante es erróneo. Lo sentimos. El justificante adjunto a este correo dice lo que es correcto:',
      paper:
        'Algo que le dijimos en un justificante es erróneo. Lo sentimos. El justificante adjunto a esta carta dice lo que es correcto:',
    },
    link: 'Leer el justificante corregido',
    wrongLink: 'Leer el justificante al que sustituye',
    neverChanged: 'Nunca modificamos un justificante: el anterior queda tal como se firmó, y su página indica que ha sido corregido.',
  },
};

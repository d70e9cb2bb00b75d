/** Letters that bring a receipt of a closing or a correction, in Portuguese. */
import type { ReceiptWords } from '../receipt-letters.ts';

export const pt: ReceiptWords = {
  withdrawn: {
    subject: ({ reference }) => `O pedido ${reference} foi retirado`,
    nothingLeft: 'Não há mais nada a fazer. Qualquer pessoa pode fazer um novo pedido a qualquer momento.',
  },

  correction: {
    subject: ({ reference }) => `Corrigimos um recibo: pedido ${reference}`,
    wrong: {
      text: 'Algo que dissemos num recibo está errado. Lamentamos. O recibo anexado a este e-mail diz o que é válido:',
      paper: 'Algo que dissemos num recibo está errado. Lamentamos. O recibo que acompanha esta carta diz o que é válido:',
    },
    link: 'Ler o recibo corrigido',
    wrongLink: 'Ler o recibo que é substituído',
    neverChanged: 'Nunca alteramos um recibo: o anterior permanece tal como foi assinado, e a sua página diz que foi corrigido.',
  },
};

/** Letters that bring a receipt of a closing or a correction, in Polish. */
import type { ReceiptWords } from '../receipt-letters.ts';

export const pl: ReceiptWords = {
  withdrawn: {
    subject: ({ reference }) => `Wniosek ${reference} został wycofany`,
    nothingLeft: 'Nic więcej nie trzeba robić. Każdy może w dowolnej chwili złożyć nowy wniosek.',
  },

  correction: {
    subject: ({ reference }) => `Poprawiamy pokwitowanie: wniosek ${reference}`,
    wrong: {
      text: 'Coś, co przekazaliśmy Państwu w pokwitowaniu, jest błędne. Przepraszamy. Co obowiązuje, mówi pokwitowanie dołączone do tej wiadomości:',
      paper:
        'Coś, co przekazaliśmy Państwu w pokwitowaniu, jest błędne. Przepraszamy. Co obowiązuje, mówi pokwitowanie dołączone do tego listu:',
    },
    link: 'Treść poprawionego pokwitowania',
    wrongLink: 'Treść pokwitowania, które zostało zastąpione',
    neverChanged:
      'Nigdy nie zmieniamy pokwitowań: wcześniejsze pozostaje takie, jakie zostało podpisane, a na jego stronie jest informacja, że je poprawiono.',
  },
};

/** Letters that bring a receipt of a closing or a correction, in Polish. */
import { eitherWay, link, paragraph } from '../../letter.ts';
import { closing, keepReceipt } from './letters.ts';
import type { ReceiptLetters } from '../receipt-letters.ts';

export const receiptPl: ReceiptLetters = {
  withdrawn: (facts) => ({
    subject: `Wniosek ${facts.reference} został wycofany`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      paragraph('Nic więcej nie trzeba robić. Każdy może w dowolnej chwili złożyć nowy wniosek.'),
      link('Treść pokwitowania', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  correction: (facts) => ({
    subject: `Poprawiamy pokwitowanie: wniosek ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      eitherWay(
        'Coś, co przekazaliśmy Państwu w pokwitowaniu, jest błędne. Przepraszamy. Co obowiązuje, mówi pokwitowanie dołączone do tej wiadomości:',
        'Coś, co przekazaliśmy Państwu w pokwitowaniu, jest błędne. Przepraszamy. Co obowiązuje, mówi pokwitowanie dołączone do tego listu:',
      ),
      paragraph(facts.sentence),
      link('Treść poprawionego pokwitowania', facts.receiptUrl),
      link('Treść pokwitowania, które zostało zastąpione', facts.wrongUrl),
      paragraph(
        'Nigdy nie zmieniamy pokwitowań: wcześniejsze pozostaje takie, jakie zostało podpisane, a na jego stronie jest informacja, że je poprawiono.',
      ),
      ...closing(facts),
      keepReceipt,
    ],
  }),
};

/** Letters that bring a receipt of a closing or a correction, in English. */
import { eitherWay, link, paragraph } from '../../letter.ts';
import { closing, keepReceipt } from './letters.ts';
import type { ReceiptLetters } from '../receipt-letters.ts';

export const receiptEn: ReceiptLetters = {
  withdrawn: (facts) => ({
    subject: `Request ${facts.reference} was withdrawn`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      paragraph('Nothing is left to do. Anybody may ask again at any time.'),
      link('Read the receipt', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  correction: (facts) => ({
    subject: `We correct a receipt: request ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      eitherWay(
        'Something that we told you in a receipt is wrong. We are sorry. The receipt attached to this mail says what holds:',
        'Something that we told you in a receipt is wrong. We are sorry. The enclosed receipt says what holds:',
      ),
      paragraph(facts.sentence),
      link('Read the corrected receipt', facts.receiptUrl),
      link('Read the receipt that it takes the place of', facts.wrongUrl),
      paragraph('We never change a receipt: the earlier one stays as it was signed, and its page says that it was corrected.'),
      ...closing(facts),
      keepReceipt,
    ],
  }),
};

/** Letters that bring a receipt of a closing or a correction, in English. */
import type { ReceiptWords } from '../receipt-letters.ts';

export const en: ReceiptWords = {
  withdrawn: {
    subject: ({ reference }) => `Request ${reference} was withdrawn`,
    nothingLeft: 'Nothing is left to do. Anybody may ask again at any time.',
  },

  correction: {
    subject: ({ reference }) => `We correct a receipt: request ${reference}`,
    wrong: {
      text: 'Something that we told you in a receipt is wrong. We are sorry. The receipt attached to this mail says what holds:',
      paper: 'Something that we told you in a receipt is wrong. We are sorry. The enclosed receipt says what holds:',
    },
    link: 'Read the corrected receipt',
    wrongLink: 'Read the receipt that it takes the place of',
    neverChanged: 'We never change a receipt: the earlier one stays as it was signed, and its page says that it was corrected.',
  },
};

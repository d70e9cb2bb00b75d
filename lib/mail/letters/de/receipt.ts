/** Letters that bring a receipt of a closing or a correction, in German. */
import type { ReceiptWords } from '../receipt-letters.ts';

export const de: ReceiptWords = {
  withdrawn: {
    subject: ({ reference }) => `Antrag ${reference} wurde zurückgezogen`,
    nothingLeft: 'Es ist nichts weiter zu tun. Ein neuer Antrag ist jederzeit möglich.',
  },

  correction: {
    subject: ({ reference }) => `Wir berichtigen eine Quittung: Antrag ${reference}`,
    wrong: {
      text: 'Etwas, das wir Ihnen in einer Quittung gesagt haben, ist falsch. Das tut uns leid. Was gilt, sagt die Quittung in dieser E-Mail:',
      paper: 'Etwas, das wir Ihnen in einer Quittung gesagt haben, ist falsch. Das tut uns leid. Was gilt, sagt die beiliegende Quittung:',
    },
    link: 'Die berichtigte Quittung lesen',
    wrongLink: 'Die Quittung lesen, an deren Stelle sie tritt',
    neverChanged:
      'Wir ändern Quittungen nie: Die frühere bleibt, wie sie signiert wurde, und auf ihrer Seite steht, dass sie berichtigt ist.',
  },
};

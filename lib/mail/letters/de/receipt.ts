/** Letters that bring a receipt of a closing or a correction, in German. */
import { eitherWay, link, paragraph } from '../../letter.ts';
import { closing, keepReceipt } from './letters.ts';
import type { ReceiptLetters } from '../receipt-letters.ts';

export const receiptDe: ReceiptLetters = {
  withdrawn: (facts) => ({
    subject: `Antrag ${facts.reference} wurde zurückgezogen`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      paragraph('Es ist nichts weiter zu tun. Ein neuer Antrag ist jederzeit möglich.'),
      link('Die Quittung lesen', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  correction: (facts) => ({
    subject: `Wir berichtigen eine Quittung: Antrag ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      eitherWay(
        'Etwas, das wir Ihnen in einer Quittung gesagt haben, ist falsch. Das tut uns leid. Was gilt, sagt die Quittung in dieser E-Mail:',
        'Etwas, das wir Ihnen in einer Quittung gesagt haben, ist falsch. Das tut uns leid. Was gilt, sagt die beiliegende Quittung:',
      ),
      paragraph(facts.sentence),
      link('Die berichtigte Quittung lesen', facts.receiptUrl),
      link('Die Quittung lesen, an deren Stelle sie tritt', facts.wrongUrl),
      paragraph(
        'Wir ändern Quittungen nie: Die frühere bleibt, wie sie signiert wurde, und auf ihrer Seite steht, dass sie berichtigt ist.',
      ),
      ...closing(facts),
      keepReceipt,
    ],
  }),
};

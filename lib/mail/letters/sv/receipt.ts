/** Letters that bring a receipt of a closing or a correction, in Swedish. */
import { eitherWay, link, paragraph } from '../../letter.ts';
import { closing, keepReceipt } from './letters.ts';
import type { ReceiptLetters } from '../receipt-letters.ts';

export const receiptSv: ReceiptLetters = {
  withdrawn: (facts) => ({
    subject: `Begäran ${facts.reference} har återkallats`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      paragraph('Inget mer behöver göras. Det går när som helst att göra en ny begäran.'),
      link('Läs kvittot', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  correction: (facts) => ({
    subject: `Vi rättar ett kvitto: begäran ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      eitherWay(
        'Något som vi har meddelat dig i ett kvitto är fel. Vi beklagar det. I kvittot som är bifogat till det här mejlet står vad som gäller:',
        'Något som vi har meddelat dig i ett kvitto är fel. Vi beklagar det. I det bifogade kvittot står vad som gäller:',
      ),
      paragraph(facts.sentence),
      link('Läs det rättade kvittot', facts.receiptUrl),
      link('Läs kvittot som det ersätter', facts.wrongUrl),
      paragraph(
        'Vi ändrar aldrig ett kvitto: det tidigare finns kvar så som det signerades, och på dess sida står det att det har rättats.',
      ),
      ...closing(facts),
      keepReceipt,
    ],
  }),
};

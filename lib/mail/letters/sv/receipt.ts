/** Letters that bring a receipt of a closing or a correction, in Swedish. */
import type { ReceiptWords } from '../receipt-letters.ts';

export const sv: ReceiptWords = {
  withdrawn: {
    subject: ({ reference }) => `Begäran ${reference} har återkallats`,
    nothingLeft: 'Inget mer behöver göras. Det går när som helst att göra en ny begäran.',
  },

  correction: {
    subject: ({ reference }) => `Vi rättar ett kvitto: begäran ${reference}`,
    wrong: {
      text: 'Något som vi har meddelat dig i ett kvitto är fel. Vi beklagar det. I kvittot som är bifogat till det här mejlet står vad som gäller:',
      paper: 'Något som vi har meddelat dig i ett kvitto är fel. Vi beklagar det. I det bifogade kvittot står vad som gäller:',
    },
    link: 'Läs det rättade kvittot',
    wrongLink: 'Läs kvittot som det ersätter',
    neverChanged:
      'Vi ändrar aldrig ett kvitto: det tidigare finns kvar så som det signerades, och på dess sida står det att det har rättats.',
  },
};

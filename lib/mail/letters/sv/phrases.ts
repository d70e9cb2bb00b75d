/** What letters of every kind say, in Swedish. */
import type { Phrases } from '../phrases.ts';

export const sv: Phrases = {
  /** After "om": "... en begäran om ...", "du har bett ... om ...". */
  wish: {
    access: 'en kopia av dina uppgifter',
    portability: 'dina uppgifter i en form som du kan ta med dig',
    erasure: 'radering av dina uppgifter',
    rectification: 'rättelse av dina uppgifter',
    restriction: 'begränsning av behandlingen av dina uppgifter',
    objection: 'att en behandling av dina uppgifter ska upphöra',
    'opt-out': 'en avanmälan (opt-out)',
    'opt-out-of-sale': 'att försäljningen och delningen av dina uppgifter ska upphöra',
    'opt-out-of-targeted-ads': 'att slippa riktad reklam',
    'opt-out-of-profiling': 'att slippa profilering',
    limit: 'begränsad användning av dina känsliga uppgifter',
    'withdraw-consent': 'återkallelse av ditt samtycke',
    appeal: 'omprövning av vårt beslut',
    complaint: 'svar på ditt klagomål',
  },
  reference: (reference) => `Din referens är ${reference}.`,
  giveReference: 'Ange den när du skriver till oss om den här begäran.',
  reach: { text: 'Om du svarar på det här mejlet läser en människa ditt svar.', paper: 'Vår adress står högst upp i det här brevet.' },
  statusLink: 'Se hur det går med din begäran',
  receiptLink: 'Läs kvittot',
  decisionLink: 'Läs beslutet',
  whatYouCanDo: 'Vad du kan göra',
  keepReceipt: {
    text: 'Den bifogade filen receipt.jws är ett signerat kvitto. Spara det: med kvittot kan du när som helst och utan vår hjälp visa för vem som helst vad vi har meddelat dig här.',
    paper:
      'Ett utskrivet kvitto är bifogat. Spara det: det signerade kvittot kan öppnas och kontrolleras på den sida som koden leder till.',
  },
  colon: ': ',
};

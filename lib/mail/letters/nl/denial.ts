/** Letters about refusals in Dutch. */
import type { DenialWords } from '../denial-letters.ts';

export const nl: DenialWords = {
  subject: ({ reference }) => `Wij konden niet doen wat u hebt gevraagd: verzoek ${reference}`,
  inPart: ({ reference }) => `Een deel van wat u hebt gevraagd, konden wij niet doen: verzoek ${reference}`,
  categories: 'Zolang wij niet weten wie u bent, kunnen wij u alleen vertellen welke soorten gegevens wij verzamelen over mensen zoals u:',
  againLink: 'Opnieuw een verzoek doen',
  optOutLink: 'Ons vragen uw gegevens niet te verkopen of te delen',
  appealLink: 'Ons vragen onze beslissing opnieuw te bekijken',
  disagree: 'Als u het er niet mee eens bent',
};

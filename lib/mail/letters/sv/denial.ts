/** Letters about refusals in Swedish. */
import type { DenialWords } from '../denial-letters.ts';

export const sv: DenialWords = {
  subject: ({ reference }) => `Vi kunde inte göra det du bad om: begäran ${reference}`,
  inPart: ({ reference }) => `Vi kunde inte göra en del av det du bad om: begäran ${reference}`,
  categories: 'Så länge vi inte vet vem du är kan vi bara berätta vilka slags uppgifter vi samlar in om personer som du:',
  againLink: 'Gör en ny begäran',
  optOutLink: 'Begär att vi inte säljer eller delar dina uppgifter',
  appealLink: 'Begär att vi prövar vårt beslut på nytt',
  disagree: 'Om du inte håller med',
};

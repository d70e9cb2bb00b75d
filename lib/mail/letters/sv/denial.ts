/** Letters about refusals in Swedish. */
import { link, list, paragraph } from '../../letter.ts';
import { closing, keepReceipt } from './letters.ts';
import type { DenialLetters } from '../denial-letters.ts';

export const denialSv: DenialLetters = {
  denial: (facts) => ({
    subject: facts.full
      ? `Vi kunde inte göra det du bad om: begäran ${facts.reference}`
      : `Vi kunde inte göra en del av det du bad om: begäran ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentences.join(' ')),
      ...(facts.categories.length === 0
        ? []
        : [
            paragraph('Så länge vi inte vet vem du är kan vi bara berätta vilka slags uppgifter vi samlar in om personer som du:'),
            list(facts.categories),
          ]),
      { kind: 'heading', text: 'Vad du kan göra' },
      ...(facts.againUrl === undefined ? [] : [link('Gör en ny begäran', facts.againUrl)]),
      ...(facts.optOutUrl === undefined ? [] : [link('Begär att vi inte säljer eller delar dina uppgifter', facts.optOutUrl)]),
      ...(facts.appealUrl === undefined ? [] : [link('Begär att vi prövar vårt beslut på nytt', facts.appealUrl)]),
      list(facts.remedies),
      ...(facts.nonRetaliation === undefined ? [] : [paragraph(facts.nonRetaliation)]),
      link('Läs beslutet', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  whatYouCanDo: (remedies) => [{ kind: 'heading', text: 'Om du inte håller med' }, list(remedies)],
};

/** Letters about refusals in Dutch. */
import { link, list, paragraph } from '../../letter.ts';
import { closing, keepReceipt } from './letters.ts';
import type { DenialLetters } from '../denial-letters.ts';

export const denialNl: DenialLetters = {
  denial: (facts) => ({
    subject: facts.full
      ? `Wij konden niet doen wat u hebt gevraagd: verzoek ${facts.reference}`
      : `Een deel van wat u hebt gevraagd, konden wij niet doen: verzoek ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentences.join(' ')),
      ...(facts.categories.length === 0
        ? []
        : [
            paragraph(
              'Zolang wij niet weten wie u bent, kunnen wij u alleen vertellen welke soorten gegevens wij verzamelen over mensen zoals u:',
            ),
            list(facts.categories),
          ]),
      { kind: 'heading', text: 'Wat u kunt doen' },
      ...(facts.againUrl === undefined ? [] : [link('Opnieuw een verzoek doen', facts.againUrl)]),
      ...(facts.optOutUrl === undefined ? [] : [link('Ons vragen uw gegevens niet te verkopen of te delen', facts.optOutUrl)]),
      ...(facts.appealUrl === undefined ? [] : [link('Ons vragen onze beslissing opnieuw te bekijken', facts.appealUrl)]),
      list(facts.remedies),
      ...(facts.nonRetaliation === undefined ? [] : [paragraph(facts.nonRetaliation)]),
      link('De beslissing lezen', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  whatYouCanDo: (remedies) => [{ kind: 'heading', text: 'Als u het er niet mee eens bent' }, list(remedies)],
};

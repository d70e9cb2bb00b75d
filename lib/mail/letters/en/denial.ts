/** Letters about refusals in English. */
import { link, list, paragraph } from '../../letter.ts';
import type { DenialLetters } from '../denial-letters.ts';
import { closing, keepReceipt } from './letters.ts';

export const denialEn: DenialLetters = {
  denial: (facts) => ({
    subject: facts.full
      ? `We could not do what you asked: request ${facts.reference}`
      : `We could not do a part of what you asked: request ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentences.join(' ')),
      ...(facts.categories.length === 0
        ? []
        : [
            paragraph('As long as we do not know who you are, we can only tell you which kinds of data we collect about people like you:'),
            list(facts.categories),
          ]),
      { kind: 'heading', text: 'What you can do' },
      ...(facts.againUrl === undefined ? [] : [link('Ask again', facts.againUrl)]),
      ...(facts.optOutUrl === undefined ? [] : [link('Ask us not to sell or share your data', facts.optOutUrl)]),
      ...(facts.appealUrl === undefined ? [] : [link('Ask us to look at our decision again', facts.appealUrl)]),
      list(facts.remedies),
      ...(facts.nonRetaliation === undefined ? [] : [paragraph(facts.nonRetaliation)]),
      link('Read the decision', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  whatYouCanDo: (remedies) => [{ kind: 'heading', text: 'If you disagree' }, list(remedies)],
};

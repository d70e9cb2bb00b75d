/** Letters about refusals in German. */
import { link, list, paragraph } from '../../letter.ts';
import { closing, keepReceipt } from './letters.ts';
import type { DenialLetters } from '../denial-letters.ts';

export const denialDe: DenialLetters = {
  denial: (facts) => ({
    subject: facts.full
      ? `Wir konnten Ihren Antrag ${facts.reference} nicht erfüllen`
      : `Einen Teil Ihres Antrags ${facts.reference} konnten wir nicht erfüllen`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentences.join(' ')),
      ...(facts.categories.length === 0
        ? []
        : [
            paragraph(
              'Solange wir nicht wissen, wer Sie sind, können wir Ihnen nur sagen, welche Arten von Daten wir über Menschen wie Sie erheben:',
            ),
            list(facts.categories),
          ]),
      { kind: 'heading', text: 'Was Sie tun können' },
      ...(facts.againUrl === undefined ? [] : [link('Einen neuen Antrag stellen', facts.againUrl)]),
      ...(facts.optOutUrl === undefined ? [] : [link('Verlangen, dass wir Ihre Daten weder verkaufen noch weitergeben', facts.optOutUrl)]),
      ...(facts.appealUrl === undefined ? [] : [link('Einspruch einlegen', facts.appealUrl)]),
      list(facts.remedies),
      ...(facts.nonRetaliation === undefined ? [] : [paragraph(facts.nonRetaliation)]),
      link('Die Entscheidung lesen', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  whatYouCanDo: (remedies) => [{ kind: 'heading', text: 'Wenn Sie nicht einverstanden sind' }, list(remedies)],
};

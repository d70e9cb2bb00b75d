/** Letters about refusals in Polish. */
import { link, list, paragraph } from '../../letter.ts';
import type { DenialLetters } from '../denial-letters.ts';
import { closing, keepReceipt } from './letters.ts';

export const denialPl: DenialLetters = {
  denial: (facts) => ({
    subject: facts.full
      ? `Nie mogliśmy zrobić tego, o co Państwo prosili: wniosek ${facts.reference}`
      : `Nie mogliśmy zrobić części tego, o co Państwo prosili: wniosek ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentences.join(' ')),
      ...(facts.categories.length === 0
        ? []
        : [
            paragraph(
              'Dopóki nie wiemy, kim Państwo są, możemy jedynie podać, jakie rodzaje danych zbieramy o osobach takich jak Państwo:',
            ),
            list(facts.categories),
          ]),
      { kind: 'heading', text: 'Co mogą Państwo zrobić' },
      ...(facts.againUrl === undefined ? [] : [link('Złożenie nowego wniosku', facts.againUrl)]),
      ...(facts.optOutUrl === undefined
        ? []
        : [link('Żądanie, abyśmy nie sprzedawali ani nie udostępniali Państwa danych', facts.optOutUrl)]),
      ...(facts.appealUrl === undefined ? [] : [link('Prośba o ponowne rozpatrzenie naszej decyzji', facts.appealUrl)]),
      list(facts.remedies),
      ...(facts.nonRetaliation === undefined ? [] : [paragraph(facts.nonRetaliation)]),
      link('Treść decyzji', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  whatYouCanDo: (remedies) => [{ kind: 'heading', text: 'Jeśli się Państwo nie zgadzają' }, list(remedies)],
};

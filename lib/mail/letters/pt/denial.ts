/** Letters about refusals in Portuguese. */
import { link, list, paragraph } from '../../letter.ts';
import type { DenialLetters } from '../denial-letters.ts';
import { closing, keepReceipt } from './letters.ts';

export const denialPt: DenialLetters = {
  denial: (facts) => ({
    subject: facts.full
      ? `Não pudemos fazer o que nos pediu: pedido ${facts.reference}`
      : `Não pudemos fazer uma parte do que nos pediu: pedido ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentences.join(' ')),
      ...(facts.categories.length === 0
        ? []
        : [
            paragraph(
              'Enquanto não soubermos quem fez o pedido, só podemos dizer que tipos de dados obtemos sobre pessoas na mesma situação:',
            ),
            list(facts.categories),
          ]),
      { kind: 'heading', text: 'O que pode fazer' },
      ...(facts.againUrl === undefined ? [] : [link('Fazer um novo pedido', facts.againUrl)]),
      ...(facts.optOutUrl === undefined
        ? []
        : [link('Pedir que os seus dados não sejam vendidos nem transmitidos a terceiros', facts.optOutUrl)]),
      ...(facts.appealUrl === undefined ? [] : [link('Pedir uma nova análise da nossa decisão', facts.appealUrl)]),
      list(facts.remedies),
      ...(facts.nonRetaliation === undefined ? [] : [paragraph(facts.nonRetaliation)]),
      link('Ler a decisão', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  whatYouCanDo: (remedies) => [{ kind: 'heading', text: 'Se não concordar' }, list(remedies)],
};

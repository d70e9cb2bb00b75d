/** Letters about refusals in Spanish. */
import { link, list, paragraph } from '../../letter.ts';
import type { DenialLetters } from '../denial-letters.ts';
import { closing, keepReceipt } from './letters.ts';

export const denialEs: DenialLetters = {
  denial: (facts) => ({
    subject: facts.full
      ? `No hemos podido hacer lo que ha pedido: solicitud ${facts.reference}`
      : `No hemos podido hacer una parte de lo que ha pedido: solicitud ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentences.join(' ')),
      ...(facts.categories.length === 0
        ? []
        : [
            paragraph(
              'Mientras no sepamos quién es usted, solo podemos decirle qué categorías de datos recogemos sobre personas como usted:',
            ),
            list(facts.categories),
          ]),
      { kind: 'heading', text: 'Qué puede hacer' },
      ...(facts.againUrl === undefined ? [] : [link('Presentar una nueva solicitud', facts.againUrl)]),
      ...(facts.optOutUrl === undefined ? [] : [link('Pedirnos que no vendamos ni compartamos sus datos', facts.optOutUrl)]),
      ...(facts.appealUrl === undefined ? [] : [link('Pedirnos que examinemos de nuevo nuestra decisión', facts.appealUrl)]),
      list(facts.remedies),
      ...(facts.nonRetaliation === undefined ? [] : [paragraph(facts.nonRetaliation)]),
      link('Leer la decisión', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  whatYouCanDo: (remedies) => [{ kind: 'heading', text: 'Si no está de acuerdo' }, list(remedies)],
};

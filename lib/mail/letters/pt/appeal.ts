/** Letters about appeals in Portuguese. */
import { spellingOf } from '../../../domain/spelling.ts';
import { link, list, paragraph } from '../../letter.ts';
import type { AppealLetters } from '../appeal-letters.ts';
import { closing, keepReceipt } from './letters.ts';

const { date: day } = spellingOf('pt');

export const appealPt: AppealLetters = {
  acknowledgement: (facts) => ({
    subject: `Recebemos o seu recurso ${facts.reference}: decisão até ${day(facts.dueOn)}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Em ${day(facts.receivedOn)} pediu-nos uma nova análise da nossa resposta ao seu pedido ${facts.of}. ${facts.company} comunicará a decisão e os motivos o mais tardar em ${day(facts.dueOn)}.`,
      ),
      paragraph('Quem decide agora é alguém que não tomou a primeira decisão. Por agora, não é preciso fazer nada.'),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  granted: (facts) => ({
    subject: `A nossa decisão sobre ${facts.of} foi alterada: recurso ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      paragraph('Não é preciso pedir de novo: começamos agora e escrevemos quando estiver feito.'),
      link('Ler a decisão', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  stands: (facts) => ({
    subject: facts.partly
      ? `A nossa decisão sobre ${facts.of} foi alterada em parte: recurso ${facts.reference}`
      : `A nossa decisão sobre ${facts.of} mantém-se: recurso ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      ...(facts.partly ? [paragraph('Começamos agora o que, afinal, vamos fazer. Escrevemos quando estiver feito.')] : []),
      { kind: 'heading', text: 'O que pode fazer' },
      list([
        ...facts.authorities.map(
          ({ name, page }) => `Apresentar uma reclamação à autoridade competente: ${page === undefined ? `${name}.` : `${name}, ${page}`}`,
        ),
        { text: 'Responder a este e-mail: a resposta é lida por uma pessoa.', paper: 'Escrever-nos: a carta é lida por uma pessoa.' },
      ]),
      link('Ler a decisão', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),
};

/** Letters about appeals in Italian. */
import { spellingOf } from '../../../domain/spelling.ts';
import { Il, il } from '../../../receipts/sentences/it/dates.ts';
import { link, list, paragraph } from '../../letter.ts';
import type { AppealLetters } from '../appeal-letters.ts';
import { closing, keepReceipt } from './letters.ts';

const { date: day } = spellingOf('it');

export const appealIt: AppealLetters = {
  acknowledgement: (facts) => ({
    subject: `Abbiamo ricevuto la Sua richiesta di riesame ${facts.reference}: decisione entro ${il(day(facts.dueOn))}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `${Il(day(facts.receivedOn))} ci ha chiesto di riesaminare la nostra risposta alla Sua richiesta ${facts.of}. ${facts.company} Le comunicherà la decisione e i motivi al più tardi ${il(day(facts.dueOn))}.`,
      ),
      paragraph('Decide qualcuno che non ha preso la prima decisione. Per ora non deve fare nulla.'),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  granted: (facts) => ({
    subject: `Abbiamo cambiato la nostra decisione su ${facts.of}: riesame ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      paragraph('Non deve ripetere la richiesta: cominciamo ora e Le scriveremo quando sarà fatto.'),
      link('Leggere la decisione', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  stands: (facts) => ({
    subject: facts.partly
      ? `Abbiamo cambiato in parte la nostra decisione su ${facts.of}: riesame ${facts.reference}`
      : `La nostra decisione su ${facts.of} resta valida: riesame ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      ...(facts.partly
        ? [paragraph('Cominciamo ora ciò che, dopo il riesame, abbiamo deciso di fare. Le scriveremo quando sarà fatto.')]
        : []),
      { kind: 'heading', text: 'Che cosa può fare' },
      list([
        ...facts.authorities.map(
          ({ name, page }) => `Presenti un reclamo all'autorità competente: ${page === undefined ? `${name}.` : `${name}, ${page}`}`,
        ),
        { text: 'Risponda a questa e-mail: una persona leggerà la Sua risposta.', paper: 'Ci scriva: una persona leggerà la Sua lettera.' },
      ]),
      link('Leggere la decisione', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),
};

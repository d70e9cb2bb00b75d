/** Letters about a request that somebody else must answer, in Italian. */
import { spellingOf } from '../../../domain/spelling.ts';
import { Il } from '../../../receipts/sentences/it/dates.ts';
import { around, eitherWay, link, paragraph } from '../../letter.ts';
import type { PassOnLetters } from '../pass-on-letters.ts';
import { REACH } from './letters.ts';

const { date: day, list } = spellingOf('it');

export const passOnIt: PassOnLetters = {
  toController: (facts) => ({
    subject: `Una richiesta sui dati personali alla quale dovete rispondere Voi: ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `${Il(day(facts.receivedOn))} ci è pervenuta una richiesta relativa a dati personali. Riguarda quanto segue: ${list(facts.held)}; ${facts.company} lo gestisce esclusivamente per Vostro conto. Siete Voi a dover rispondere, e il Vostro termine può decorrere da quel giorno.`,
      ),
      link('Vedere chi chiede che cosa', facts.url),
      paragraph(
        'La pagina contiene dati personali: Vi preghiamo di non inoltrare questa e-mail a chi non ne ha bisogno. Resta disponibile finché non cancelliamo i dati di lavoro della richiesta; Vi preghiamo di annotare presto ciò che Vi serve.',
      ),
      paragraph(
        'Abbiamo detto alla persona che risponderete Voi. Se dobbiamo cercare, consegnare o cancellare qualcosa in ciò che gestiamo per Voi, rispondete a questa e-mail.',
      ),
      paragraph(`Il nostro riferimento è ${facts.reference}.`),
    ],
  }),

  toPerson: (facts) => ({
    subject: `Abbiamo ricevuto la Sua richiesta ${facts.reference} e l'abbiamo trasmessa`,
    signature: facts.signature,
    blocks: [
      paragraph(`${Il(day(facts.receivedOn))} ci è pervenuta la Sua richiesta. ${facts.sentence}`),
      eitherWay(
        'Non deve inviarla di nuovo. Una nostra seconda e-mail dice la stessa cosa in una ricevuta firmata.',
        'Non deve inviarla di nuovo. Una nostra seconda lettera dice la stessa cosa, con una ricevuta.',
      ),
      link('Vedere a che punto è la Sua richiesta', facts.statusUrl),
      { kind: 'paragraph', ...around(REACH, (reach) => `Il Suo riferimento presso di noi è ${facts.reference}. ${reach}`) },
    ],
  }),
};

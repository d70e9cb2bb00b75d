/** Letters about a request that somebody else must answer, in Italian. */
import { Il } from '../../../receipts/sentences/it/dates.ts';
import type { PassOnWords } from '../pass-on-letters.ts';

export const it: PassOnWords = {
  toController: {
    subject: ({ reference }) => `Una richiesta sui dati personali alla quale dovete rispondere Voi: ${reference}`,
    arrived: ({ receivedOn, held, company }) =>
      `${Il(receivedOn)} ci è pervenuta una richiesta relativa a dati personali. Riguarda quanto segue: ${held}; ${company} lo gestisce esclusivamente per Vostro conto. Siete Voi a dover rispondere, e il Vostro termine può decorrere da quel giorno.`,
    link: 'Vedere chi chiede che cosa',
    personalData:
      'La pagina contiene dati personali: Vi preghiamo di non inoltrare questa e-mail a chi non ne ha bisogno. Resta disponibile finché non cancelliamo i dati di lavoro della richiesta; Vi preghiamo di annotare presto ciò che Vi serve.',
    reply:
      'Abbiamo detto alla persona che risponderete Voi. Se dobbiamo cercare, consegnare o cancellare qualcosa in ciò che gestiamo per Voi, rispondete a questa e-mail.',
    reference: ({ reference }) => `Il nostro riferimento è ${reference}.`,
  },

  toPerson: {
    subject: ({ reference }) => `Abbiamo ricevuto la Sua richiesta ${reference} e l'abbiamo trasmessa`,
    arrived: ({ receivedOn }) => `${Il(receivedOn)} ci è pervenuta la Sua richiesta.`,
    once: {
      text: 'Non deve inviarla di nuovo. Una nostra seconda e-mail dice la stessa cosa in una ricevuta firmata.',
      paper: 'Non deve inviarla di nuovo. Una nostra seconda lettera dice la stessa cosa, con una ricevuta.',
    },
    reference: ({ reference }) => `Il Suo riferimento presso di noi è ${reference}.`,
  },
};

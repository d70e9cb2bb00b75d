/** Letters about appeals in Italian. */
import { Il, il } from '../../../receipts/sentences/it/dates.ts';
import type { AppealWords } from '../appeal-letters.ts';

export const it: AppealWords = {
  acknowledgement: {
    subject: ({ reference, dueOn }) => `Abbiamo ricevuto la Sua richiesta di riesame ${reference}: decisione entro ${il(dueOn)}`,
    asked: ({ receivedOn, of, company, dueOn }) =>
      `${Il(receivedOn)} ci ha chiesto di riesaminare la nostra risposta alla Sua richiesta ${of}. ${company} Le comunicherà la decisione e i motivi al più tardi ${il(dueOn)}.`,
    decider: 'Decide qualcuno che non ha preso la prima decisione. Per ora non deve fare nulla.',
  },

  granted: {
    subject: ({ of, reference }) => `Abbiamo cambiato la nostra decisione su ${of}: riesame ${reference}`,
    begins: 'Non deve ripetere la richiesta: cominciamo ora e Le scriveremo quando sarà fatto.',
  },

  stands: {
    subject: ({ of, reference }) => `La nostra decisione su ${of} resta valida: riesame ${reference}`,
    inPart: ({ of, reference }) => `Abbiamo cambiato in parte la nostra decisione su ${of}: riesame ${reference}`,
    begins: 'Cominciamo ora ciò che, dopo il riesame, abbiamo deciso di fare. Le scriveremo quando sarà fatto.',
    complain: ({ name, page }) => `Presenti un reclamo all'autorità competente: ${page === undefined ? `${name}.` : `${name}, ${page}`}`,
    reply: {
      text: 'Risponda a questa e-mail: una persona leggerà la Sua risposta.',
      paper: 'Ci scriva: una persona leggerà la Sua lettera.',
    },
  },
};

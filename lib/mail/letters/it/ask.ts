/** Letters with a question, in Italian. */
import { il } from '../../../receipts/sentences/it/dates.ts';
import type { AskWords } from '../ask/ask-words.ts';

export const it: AskWords = {
  subject: {
    identity: 'Ci aiuti ad avere la certezza che sia Lei',
    clarification: 'Una domanda sulla Sua richiesta',
    fee: 'Un contributo spese per la risposta alla Sua richiesta',
  },
  lead: {
    identity: ({ company, wishes }) =>
      `Ha chiesto a ${company} quanto segue: ${wishes}. Prima di proseguire dobbiamo avere la certezza che sia Lei a chiederlo. Ecco che cosa dobbiamo sapere:`,
    clarification: ({ company, wishes }) =>
      `Ha chiesto a ${company} quanto segue: ${wishes}. Per rispondere dobbiamo saperne di più. Ecco la nostra domanda:`,
    fee: ({ company, wishes }) =>
      `Ha chiesto a ${company} quanto segue: ${wishes}. Di norma queste richieste sono gratuite. Per questa chiediamo un contributo spese:`,
  },
  fee: ({ amount, reason }) => `Il contributo è di ${amount}. Il motivo: ${reason}`,
  free: 'Non ha alcun obbligo di pagarlo: nella pagina della Sua richiesta può ritirarla, e in tal caso non ci deve nulla.',
  link: 'Rispondere alla domanda',
  feeLink: 'Vedere la Sua richiesta, o ritirarla',
  reply: { text: 'Può anche rispondere a questa e-mail: una persona leggerà la Sua risposta.', paper: 'Può rispondere anche per posta.' },
  time: {
    none: (dueOn) => `Questa domanda non cambia la data: risponderemo al più tardi ${il(dueOn)}.`,
    still: 'Questa domanda non cambia nulla del termine: è sospeso finché non avrà risposto a ciò che abbiamo chiesto prima.',
    'stands-still': 'Finché non risponde, il termine per la nostra risposta non decorre.',
    'begins-anew': {
      identity: 'Il termine per la nostra risposta comincia quando ci avrà detto ciò che dobbiamo sapere.',
      clarification: 'Il termine per la nostra risposta comincia quando avremo la Sua risposta.',
      fee: 'Il termine per la nostra risposta comincia quando il contributo sarà pagato.',
    },
    reflection: (dueOn) =>
      `Ha tempo per rifletterci; il termine per la nostra risposta comincia solo dopo. Risponderemo al più tardi ${il(dueOn)}.`,
  },
  part: ({ laws, wishes }) => `${wishes} (${laws})`,
};

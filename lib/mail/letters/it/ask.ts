/** Letters with a question, in Italian. */
import type { Question } from '../../../domain/law/law.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import { il } from '../../../receipts/sentences/it/dates.ts';
import { REACH, wishes } from './letters.ts';
import type { AskWords } from '../ask/ask-words.ts';

const { date, list } = spellingOf('it');

const SUBJECT: Record<Question, string> = {
  identity: 'Ci aiuti ad avere la certezza che sia Lei',
  clarification: 'Una domanda sulla Sua richiesta',
  fee: 'Un contributo spese per la risposta alla Sua richiesta',
};

const LEAD: Record<Question, (company: string, wish: string) => string> = {
  identity: (company, wish) =>
    `Ha chiesto a ${company} quanto segue: ${wish}. Prima di proseguire dobbiamo avere la certezza che sia Lei a chiederlo. Ecco che cosa dobbiamo sapere:`,
  clarification: (company, wish) =>
    `Ha chiesto a ${company} quanto segue: ${wish}. Per rispondere dobbiamo saperne di più. Ecco la nostra domanda:`,
  fee: (company, wish) =>
    `Ha chiesto a ${company} quanto segue: ${wish}. Di norma queste richieste sono gratuite. Per questa chiediamo un contributo spese:`,
};

const BEGINS: Record<Question, string> = {
  identity: 'Il termine per la nostra risposta comincia quando ci avrà detto ciò che dobbiamo sapere.',
  clarification: 'Il termine per la nostra risposta comincia quando avremo la Sua risposta.',
  fee: 'Il termine per la nostra risposta comincia quando il contributo sarà pagato.',
};

export const it: AskWords = {
  subject: (about, reference) => `${SUBJECT[about]}: ${reference}`,
  lead: (about, { company, rights }) => LEAD[about](company, wishes(rights)),
  fee: ({ amount, currency, reason }) => [
    `Il contributo è di ${new Intl.NumberFormat('it-IT', { style: 'currency', currency }).format(Number(amount))}. Il motivo: ${reason}`,
    'Non ha alcun obbligo di pagarlo: nella pagina della Sua richiesta può ritirarla, e in tal caso non ci deve nulla.',
  ],
  link: (about) => (about === 'fee' ? 'Vedere la Sua richiesta, o ritirarla' : 'Rispondere alla domanda'),
  reply: {
    text: 'Può anche rispondere a questa e-mail: una persona leggerà la Sua risposta.',
    paper: `Può rispondere anche per posta. ${REACH.paper}`,
  },
  time: {
    none: (_, dueOn) => `Questa domanda non cambia la data: risponderemo al più tardi ${il(date(dueOn))}.`,
    still: () => 'Questa domanda non cambia nulla del termine: è sospeso finché non avrà risposto a ciò che abbiamo chiesto prima.',
    'stands-still': () => 'Finché non risponde, il termine per la nostra risposta non decorre.',
    'begins-anew': (about) => BEGINS[about],
    reflection: (_, dueOn) =>
      `Ha tempo per rifletterci; il termine per la nostra risposta comincia solo dopo. Risponderemo al più tardi ${il(date(dueOn))}.`,
  },
  part: ({ laws, rights }, sentence) => `${rights.length === 0 ? list(laws) : `${wishes(rights)} (${list(laws)})`}: ${sentence}`,
  reference: (reference) => `Il Suo riferimento è ${reference}. La preghiamo di indicarlo quando ci scrive in merito a questa richiesta.`,
};

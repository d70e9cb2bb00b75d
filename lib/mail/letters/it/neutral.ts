/** The one mail that answers letters at once, in Italian. */
import { spellingOf } from '../../../domain/spelling.ts';
import { il } from '../../../receipts/sentences/it/dates.ts';
import type { NeutralWords } from '../neutral/neutral-words.ts';
import { around } from '../../letter.ts';
import { REACH, wishes } from './letters.ts';

const { date, list } = spellingOf('it');

export const it: NeutralWords = {
  subject: (references, confirm) => {
    const messages = references.length === 1 ? 'il Suo messaggio' : 'i Suoi messaggi';
    return `${confirm ? 'Confermi' : 'Abbiamo ricevuto'} ${messages}: ${list(references)}`;
  },
  arrived: (letters) =>
    letters === 1
      ? { text: 'Abbiamo ricevuto un messaggio inviato da questo indirizzo.', paper: 'Abbiamo ricevuto un messaggio inviato a Suo nome.' }
      : { text: 'Abbiamo ricevuto dei messaggi inviati da questo indirizzo.', paper: 'Abbiamo ricevuto dei messaggi inviati a Suo nome.' },
  asks: ({ on, company, dueOn, rights }) =>
    `Il messaggio è arrivato ${il(date(on))} e chiede: ${wishes(rights)}. ${company} risponderà al più tardi ${il(date(dueOn))}.`,
  unread: ({ on, company, dueOn }) =>
    `Il messaggio è arrivato ${il(date(on))}. Lo leggerà una persona di ${company}. Qualunque cosa vi si chieda, la risposta arriverà al più tardi ${il(date(dueOn))}, a meno che non Le indichiamo una data successiva consentita dalla legge.`,
  confirm: 'La preghiamo di confermare che lo ha scritto Lei. Fino ad allora non consegniamo e non cancelliamo nulla.',
  confirmLink: "Sì, l'ho scritto io",
  statusLink: 'Vedere a che punto è',
  neutral: {
    text: 'Questa e-mail è uguale per tutti: non dice se abbiamo dati che La riguardano.',
    paper: 'Questa lettera è uguale per tutti: non dice se abbiamo dati che La riguardano.',
  },
  notYou: 'Se non ci ha scritto Lei, non deve fare nulla.',
  reference: (references) =>
    around(
      REACH,
      (reach) =>
        `${references.length === 1 ? `Il Suo riferimento è ${list(references)}. La preghiamo di indicarlo` : `I Suoi riferimenti sono ${list(references)}. La preghiamo di indicare quello pertinente`} quando ci scrive a questo proposito. ${reach}`,
    ),
};

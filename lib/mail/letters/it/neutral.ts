/** The one mail that answers letters at once, in Italian. */
import { il } from '../../../receipts/sentences/it/dates.ts';
import type { NeutralWords } from '../neutral/neutral-words.ts';

export const it: NeutralWords = {
  subject: { one: 'Abbiamo ricevuto il Suo messaggio', more: 'Abbiamo ricevuto i Suoi messaggi' },
  confirmSubject: { one: 'Confermi il Suo messaggio', more: 'Confermi i Suoi messaggi' },
  arrived: {
    one: { text: 'Abbiamo ricevuto un messaggio inviato da questo indirizzo.', paper: 'Abbiamo ricevuto un messaggio inviato a Suo nome.' },
    more: {
      text: 'Abbiamo ricevuto dei messaggi inviati da questo indirizzo.',
      paper: 'Abbiamo ricevuto dei messaggi inviati a Suo nome.',
    },
  },
  asks: ({ on, company, dueOn, wishes }) =>
    `Il messaggio è arrivato ${il(on)} e chiede: ${wishes}. ${company} risponderà al più tardi ${il(dueOn)}.`,
  unread: ({ on, company, dueOn }) =>
    `Il messaggio è arrivato ${il(on)}. Lo leggerà una persona di ${company}. Qualunque cosa vi si chieda, la risposta arriverà al più tardi ${il(dueOn)}, a meno che non Le indichiamo una data successiva consentita dalla legge.`,
  confirm: 'La preghiamo di confermare che lo ha scritto Lei. Fino ad allora non consegniamo e non cancelliamo nulla.',
  confirmLink: "Sì, l'ho scritto io",
  statusLink: 'Vedere a che punto è',
  neutral: {
    text: 'Questa e-mail è uguale per tutti: non dice se abbiamo dati che La riguardano.',
    paper: 'Questa lettera è uguale per tutti: non dice se abbiamo dati che La riguardano.',
  },
  notYou: 'Se non ci ha scritto Lei, non deve fare nulla.',
  references: {
    one: (references) => `Il Suo riferimento è ${references}. La preghiamo di indicarlo quando ci scrive a questo proposito.`,
    more: (references) =>
      `I Suoi riferimenti sono ${references}. La preghiamo di indicare quello pertinente quando ci scrive a questo proposito.`,
  },
};

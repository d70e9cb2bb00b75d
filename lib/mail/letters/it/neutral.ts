/** The one mail that answers letters at once, in Italian. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { NeutralWords } from '../neutral/neutral-words.ts';
import { wishes } from './letters.ts';

const { date, list } = spellingOf('it');

export const it: NeutralWords = {
  subject: (references, confirm) =>
    `${confirm ? 'Confermi per favore il Suo messaggio' : 'Abbiamo ricevuto il Suo messaggio'}: ${list(references)}`,
  arrived: (letters) =>
    letters === 1 ? 'Ci è arrivato un messaggio inviato da questo indirizzo.' : 'Ci sono arrivati messaggi inviati da questo indirizzo.',
  asks: ({ on, company, dueOn, rights }) =>
    `È arrivato il ${date(on)} e chiede: ${wishes(rights)}. ${company} risponderà al più tardi il ${date(dueOn)}.`,
  unread: ({ on, company, dueOn }) =>
    `È arrivato il ${date(on)}. Una persona di ${company} lo legge e, qualunque cosa chieda, la risposta arriverà al più tardi il ${date(dueOn)}, salvo che Le indichiamo una data successiva consentita dalla legge.`,
  confirm: 'Confermi per favore di averlo scritto Lei. Prima di allora non consegniamo e non cancelliamo nulla.',
  confirmLink: 'Sì, l’ho scritto io',
  statusLink: 'Vedere a che punto è',
  neutral: 'Questo messaggio è uguale per tutti: non dice se abbiamo dati che La riguardano.',
  notYou: 'Se non ci ha scritto, non deve fare nulla.',
  reference: (references) =>
    `Il Suo riferimento è ${list(references)}. Lo indichi per favore quando ci scrive a questo proposito. Se risponde a questo messaggio, la risposta viene letta da una persona.`,
};

/** Sentences of receipts that end a case, or set another receipt right, in Italian. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { EndingSentences } from '../ending.ts';
import { asSentence } from '../spelling.ts';
import { dal, del, Il, il } from './dates.ts';

const { date } = spellingOf('it');

export const endingIt: EndingSentences = {
  withdrawn: ({ of, on, byPerson }) =>
    `${Il(date(on))} la richiesta ${of} è stata ritirata${byPerson ? " da chi l'aveva inviata" : ": il nostro personale lo ha registrato per chi l'aveva inviata"}. Non facciamo altro al riguardo; ciò che è stato fatto prima resta fatto.`,
  dataGo: (by) =>
    `Non appena Le sarà stato comunicato, e al più tardi ${il(date(by))}, cancelliamo i dati che deteniamo a causa della richiesta e la chiave senza la quale non si possono leggere. Un'altra ricevuta, nella pagina della richiesta, lo dirà.`,
  purged: ({ of, on }) =>
    `${Il(date(on))} abbiamo cancellato i dati che avevamo raccolto per rispondere alla Sua richiesta ${of} e la chiave senza la quale non si possono leggere.`,
  irrecoverable: (from) => `A partire ${dal(date(from))} nessuno può recuperarli: nessuna copia di backup contiene più quella chiave.`,
  replaces: ({ number, issuedOn }) => `Questa sostituisce la nostra ricevuta ${number} ${del(date(issuedOn))}.`,
  wrong: (reason) => `Ciò che era sbagliato: ${asSentence(reason)}`,
  right: (sentence) => `Ciò che è esatto: ${asSentence(sentence)}`,
};

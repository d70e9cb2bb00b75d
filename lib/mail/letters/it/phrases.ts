/** What letters of every kind say, in Italian. */
import type { Phrases } from '../phrases.ts';

export const it: Phrases = {
  /** With their articles: "una richiesta riguardante ...". */
  wish: {
    access: 'una copia dei Suoi dati',
    portability: 'i Suoi dati in un formato che può portare altrove',
    erasure: 'la cancellazione dei Suoi dati',
    rectification: 'la rettifica dei Suoi dati',
    restriction: 'la limitazione del trattamento dei Suoi dati',
    objection: 'la fine di un uso dei Suoi dati',
    'opt-out': "l'esclusione (opt-out)",
    'opt-out-of-sale': 'la fine della vendita e della condivisione dei Suoi dati',
    'opt-out-of-targeted-ads': "l'esclusione dalla pubblicità mirata",
    'opt-out-of-profiling': "l'esclusione dalla profilazione",
    limit: "un limite all'uso dei Suoi dati sensibili",
    'withdraw-consent': 'la revoca del Suo consenso',
    appeal: 'un nuovo esame della nostra decisione',
    complaint: 'una risposta al Suo reclamo',
  },
  reference: (reference) => `Il Suo riferimento è ${reference}.`,
  giveReference: 'La preghiamo di indicarlo quando ci scrive in merito a questa richiesta.',
  reach: {
    text: 'Se risponde a questa e-mail, una persona leggerà la Sua risposta.',
    paper: "Il nostro indirizzo si trova all'inizio di questa lettera.",
  },
  statusLink: 'Vedere a che punto è la Sua richiesta',
  receiptLink: 'Leggere la ricevuta',
  decisionLink: 'Leggere la decisione',
  whatYouCanDo: 'Che cosa può fare',
  keepReceipt: {
    text: 'Il file receipt.jws allegato a questa e-mail è una ricevuta firmata. La conservi: con essa può mostrare a chiunque, in qualsiasi momento e senza il nostro aiuto, che cosa Le abbiamo detto qui.',
    paper:
      'Alleghiamo una ricevuta stampata. La conservi: la ricevuta firmata può essere aperta e verificata nella pagina a cui porta il suo codice.',
  },
  colon: ': ',
};

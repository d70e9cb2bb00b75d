/** Letters in Italian. */
import type { Right } from '../../../domain/rights.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import { al, Il, il } from '../../../receipts/sentences/it/dates.ts';
import { around, type Block, type EitherWay, eitherWay, link, list, paragraph } from '../../letter.ts';
import type { LetterFacts, Letters } from '../catalog.ts';
import { remedyLinesIt } from './remedies.ts';

const { date: day, list: listed } = spellingOf('it');

/** With their articles: "una richiesta riguardante ...". */
const WISH: Record<Right, string> = {
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
};

export const wishes = (rights: readonly Right[]): string => listed(rights.map((right) => WISH[right]));

/** What follows a reference: where an answer goes. */
export const REACH: EitherWay = {
  text: 'Se risponde a questa e-mail, una persona leggerà la Sua risposta.',
  paper: "Il nostro indirizzo si trova all'inizio di questa lettera.",
};

/** How every letter about a request ends. */
export const closing = ({ reference, statusUrl }: LetterFacts): Block[] => [
  link('Vedere a che punto è la Sua richiesta', statusUrl),
  {
    kind: 'paragraph',
    ...around(
      REACH,
      (reach) => `Il Suo riferimento è ${reference}. La preghiamo di indicarlo quando ci scrive in merito a questa richiesta. ${reach}`,
    ),
  },
];

/** Goes with every letter that has a receipt attached. */
export const keepReceipt = eitherWay(
  'Il file receipt.jws allegato a questa e-mail è una ricevuta firmata. La conservi: con essa può mostrare a chiunque, in qualsiasi momento e senza il nostro aiuto, che cosa Le abbiamo detto qui.',
  'Alleghiamo una ricevuta stampata. La conservi: la ricevuta firmata può essere aperta e verificata nella pagina a cui porta il suo codice.',
);

export const it: Letters = {
  day,

  closing,

  remedies: remedyLinesIt,

  acknowledgement: (facts) => ({
    subject: `Abbiamo ricevuto la Sua richiesta ${facts.reference}: risposta entro ${il(day(facts.dueOn))}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `${Il(day(facts.receivedOn))} abbiamo ricevuto una richiesta riguardante ${wishes(facts.rights)}. ${facts.company} risponderà al più tardi ${il(day(facts.dueOn))}.`,
      ),
      ...(facts.passedOn ?? []).map(paragraph),
      ...(facts.mustVerify
        ? [
            eitherWay(
              'Ora verifichiamo che questa casella di posta sia Sua: riceverà una seconda e-mail con un link e un codice. La preghiamo di usare uno dei due.',
              'Ora verifichiamo che la richiesta sia Sua: riceverà una seconda lettera con un indirizzo Internet e un codice. La preghiamo di usare uno dei due.',
            ),
          ]
        : [paragraph('Per ora non deve fare nulla.')]),
      eitherWay(
        'Se non ha fatto Lei questa richiesta, può ignorare questa e-mail: senza la Sua conferma non viene consegnato né cancellato nulla.',
        'Se non ha fatto Lei questa richiesta, può ignorare questa lettera: senza la Sua conferma non viene consegnato né cancellato nulla.',
      ),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  verification: (facts) => ({
    subject: `${facts.reminder ? 'Promemoria: confermi' : 'Confermi'} la Sua richiesta ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      {
        kind: 'paragraph',
        ...around(
          { text: 'il link', paper: 'questo indirizzo Internet' },
          (open) =>
            `La preghiamo di confermare di aver chiesto a ${facts.company} quanto segue: ${wishes(facts.rights)}. Apra ${open} e prema il pulsante:`,
        ),
      },
      link('Confermare la mia richiesta', facts.verifyUrl),
      ...(facts.askedBy === undefined
        ? []
        : [paragraph(`${facts.askedBy} ha inviato questa richiesta per Lei. Se Lei non lo desidera, non faccia nulla.`)]),
      paragraph('Oppure inserisca questo codice nella pagina che mostra a che punto è la Sua richiesta (vedere sotto):'),
      { kind: 'code', code: facts.code },
      paragraph(
        `Può confermare la Sua richiesta fino ${al(day(facts.untilOn))}. Dopo tale data dovremmo chiudere la richiesta, perché ci è permesso consegnare o cancellare dati soltanto se sappiamo che è Lei a chiederlo.`,
      ),
      eitherWay(
        'Se non ha fatto Lei questa richiesta, non faccia nulla.',
        "Se non può aprire l'indirizzo, ci scriva: cercheremo un altro modo per sapere che è Lei. Se non ha fatto Lei questa richiesta, non faccia nulla.",
      ),
      ...closing(facts),
    ],
  }),

  ready: (facts) => ({
    subject: facts.interim
      ? `La prima parte dei Suoi dati è pronta: richiesta ${facts.reference}`
      : `I Suoi dati sono disponibili fino ${al(day(facts.untilOn))}: richiesta ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      link('Scaricare i Suoi dati', facts.downloadUrl),
      eitherWay(
        `Può scaricarli tutte le volte che vuole fino ${al(day(facts.untilOn))}. Poi li cancelliamo dal nostro spazio di consegna. Chiunque abbia questa e-mail può aprire il link: La preghiamo di non inoltrarla.`,
        `Alleghiamo una copia stampata dei Suoi dati. Se preferisce i file, può aprire l'indirizzo qui sopra fino ${al(day(facts.untilOn))}. Poi li cancelliamo dal nostro spazio di consegna. Chiunque abbia questa lettera può aprire l'indirizzo.`,
      ),
      ...(facts.erasureFrom === undefined
        ? []
        : [
            eitherWay(
              `Ci ha chiesto anche di cancellare i Suoi dati. Cominceremo quando avrà scaricato la Sua copia, oppure ${il(day(facts.erasureFrom))} se non l'avrà fatto. Nella pagina di stato può dirci di non aspettare.`,
              `Ci ha chiesto anche di cancellare i Suoi dati. Cominceremo quando la Sua copia sarà stata spedita per posta, al più tardi ${il(day(facts.erasureFrom))}.`,
            ),
          ]),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  deletion: (facts) => ({
    subject: facts.interim
      ? `Una parte dei Suoi dati è stata cancellata: richiesta ${facts.reference}`
      : `I Suoi dati sono stati cancellati: ricevuta per ${facts.reference}`,
    signature: facts.signature,
    blocks: [paragraph(facts.sentence), link('Leggere la ricevuta, sistema per sistema', facts.receiptUrl), ...closing(facts), keepReceipt],
  }),

  answered: (facts) => ({
    subject: `Abbiamo risposto alla Sua richiesta ${facts.reference}`,
    signature: facts.signature,
    blocks: [paragraph(facts.sentence), link('Leggere la ricevuta', facts.receiptUrl), ...closing(facts), keepReceipt],
  }),

  newLink: (facts) => ({
    subject: `Può scaricare i Suoi dati fino ${al(day(facts.untilOn))}: richiesta ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      link('Scaricare i Suoi dati', facts.downloadUrl),
      eitherWay(
        `Il link è valido fino ${al(day(facts.untilOn))}. La preghiamo di non inoltrare questa e-mail.`,
        `L'indirizzo è valido fino ${al(day(facts.untilOn))}. Chiunque abbia questa lettera può aprirlo.`,
      ),
      ...closing(facts),
    ],
  }),

  extension: (facts) => ({
    subject: `Ci serve più tempo, fino ${al(day(facts.newDueOn))}: richiesta ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Risponderemo alla Sua richiesta entro ${il(day(facts.newDueOn))} anziché entro ${il(day(facts.dueOn))}. La legge lo consente: ${facts.law}. Il motivo: ${facts.reason}`,
      ),
      { kind: 'heading', text: "Se non è d'accordo" },
      list(facts.remedies),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  questionReminder: (facts) => ({
    subject: `Attendiamo la Sua risposta: richiesta ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `${Il(day(facts.askedOn))} Le abbiamo posto una domanda sulla Sua richiesta riguardante ${wishes(facts.rights)}. Non abbiamo ancora una risposta. Finché non risponde, non possiamo consegnare né cancellare nulla.`,
      ),
      link('Leggere la domanda e rispondere', facts.statusUrl),
      eitherWay(
        `Il Suo riferimento è ${facts.reference}. Se non capisce la domanda, risponda a questa e-mail: una persona leggerà la Sua risposta. Le inviamo soltanto questo promemoria.`,
        `Il Suo riferimento è ${facts.reference}. Può rispondere anche per posta, e scriverci se non capisce la domanda. ${REACH.paper} Le inviamo soltanto questo promemoria.`,
      ),
    ],
  }),
};

/** Sentences of receipts in Italian. */
import type { Right } from '../../../domain/rights.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import type { Named, Sentences } from '../sentences.ts';
import { asSentence } from '../spelling.ts';
import { al, Il, il } from './dates.ts';

const { date, count, list, either } = spellingOf('it');

/** With their articles: "ci ha chiesto ...". */
const ASKED: Record<Right, string> = {
  access: "l'accesso ai dati che abbiamo su di Lei",
  portability: 'i Suoi dati in un formato che altri programmi possono leggere',
  erasure: 'la cancellazione dei Suoi dati',
  rectification: 'la rettifica dei Suoi dati',
  restriction: 'la limitazione del trattamento dei Suoi dati',
  objection: "la fine dell'uso dei Suoi dati in seguito alla Sua opposizione",
  'opt-out': 'la fine della vendita e della condivisione dei Suoi dati',
  'opt-out-of-sale': 'la fine della vendita e della condivisione dei Suoi dati',
  'opt-out-of-targeted-ads': 'la fine della pubblicità mirata',
  'opt-out-of-profiling': 'la fine della profilazione',
  limit: "un limite all'uso dei Suoi dati sensibili",
  'withdraw-consent': 'la revoca del Suo consenso',
  appeal: 'il riesame della nostra decisione',
  complaint: "l'esame del Suo reclamo",
};

const UNITS = {
  day: { one: 'giorno', other: 'giorni' },
  businessDay: { one: 'giorno lavorativo', other: 'giorni lavorativi' },
  month: { one: 'mese', other: 'mesi' },
};

/** A "record" of data, which has no plural of its own. */
const records = (number: number): string => count(number, { one: 'record', other: 'record', many: 'di record' });
const systems = (number: number): string => count(number, { one: 'sistema', other: 'sistemi' });
export const asked = (rights: readonly Right[]): string => list(rights.map((right) => ASKED[right]));
const expected = ({ label, expectedOn }: Named): string =>
  expectedOn === undefined ? label : `${label} (previsto entro ${il(date(expectedOn))})`;

export const it: Sentences = {
  clockRule: ({ amount, unit }) => `${count(amount, UNITS[unit])} dal ricevimento`,
  received: ({ rights, receivedOn, dueOn }) =>
    `${Il(date(receivedOn))} abbiamo ricevuto la Sua richiesta: ${asked(rights)}. Risponderemo entro ${il(date(dueOn))}.`,
  extended: ({ dueOn, law, reasons }) => `Ci serve più tempo. Nuova data: ${date(dueOn)} (${law}). ${reasons.map(asSentence).join(' ')}`,
  copyReady: (facts) =>
    `Abbiamo raccolto ${records(facts.records)} su di Lei provenienti da ${systems(facts.systems)}. Può scaricare la Sua copia fino ${al(date(facts.until))}.`,
  nothingFound: (facts) =>
    `Abbiamo cercato in ${systems(facts.systems)} e non abbiamo trovato dati su di Lei.${facts.until === undefined ? '' : ` Può scaricare questa risposta fino ${al(date(facts.until))}.`}`,
  done: (rights) => `Abbiamo fatto quanto ha chiesto: ${asked(rights)}.`,
  interim: (missing) =>
    `Questa è la prima parte della nostra risposta. Manca ancora: ${list(missing.map(expected))}. Riceverà il resto non appena lo avremo.`,
  skipped: (skipped) =>
    skipped
      .map(({ label, reason }) =>
        asSentence(`Non abbiamo potuto completare il lavoro in ${label}${reason === undefined ? '' : `: ${reason}`}`),
      )
      .join(' '),
  deleted: (facts) => `Abbiamo cancellato ${records(facts.records)} in ${systems(facts.systems)}.`,
  anonymised: (number) => `Abbiamo anonimizzato ${records(number)}, così che nessuno possa più sapere di chi si trattava.`,
  retained: (facts) => `Conserviamo ${records(facts.records)} fino ${al(date(facts.until))}: ${asSentence(facts.why)}`,
  emptied: 'Non dicono più chi è Lei; restano perché vi fanno riferimento record che la legge impone di conservare.',
  backups: (on) => `Le copie di backup vengono sovrascritte entro ${il(date(on))}.`,
  recordKept: (years) => `Conserviamo traccia di questa richiesta per ${count(years, { one: 'anno', other: 'anni' })}.`,
  passedOn: ({ held, to, contact, on }) =>
    `Per ${list(held.map((name) => `«${name}»`))} operiamo soltanto per conto di ${to}. ${Il(date(on))} abbiamo trasmesso la Sua richiesta a ${to} (${contact}); spetta a ${to} risponderLe.`,
  silence:
    'Non abbiamo potuto accertare che la richiesta sia Sua: Le abbiamo scritto per chiedere una conferma e non ne abbiamo ricevuta alcuna.',
  notGranted: ({ right, laws, instead }) =>
    `Ci ha chiesto ${ASKED[right]}. La legge che si applica a Lei (${list(laws)}) non prevede questo diritto.${instead.length === 0 ? '' : ` Può comunque chiederci ${either(instead.map((other) => ASKED[other]))}.`}`,
  denied: ({ scope, reasons }) =>
    `${scope === 'full' ? 'Non abbiamo fatto quanto ha chiesto.' : 'Non abbiamo fatto una parte di quanto ha chiesto.'} ${reasons.map(asSentence).join(' ')}`,
  appeal: {
    received: ({ of, receivedOn, dueOn }) =>
      `${Il(date(receivedOn))} abbiamo ricevuto la Sua richiesta di riesame della nostra risposta alla Sua richiesta ${of}. Qualcuno che non ha preso quella decisione la riesamina, e Le comunicheremo il risultato e i motivi entro ${il(date(dueOn))}.`,
    granted: ({ of, rights, dueOn }) =>
      `Abbiamo riesaminato la nostra risposta alla Sua richiesta ${of} e la cambiamo. Ci ha chiesto ${asked(rights)}: lo faremo entro ${il(date(dueOn))}, e riceverà la relativa ricevuta.`,
    stands: ({ of, rights, alone }) =>
      alone
        ? `Abbiamo riesaminato la nostra risposta alla Sua richiesta ${of} e non la cambiamo. Ci ha chiesto ${asked(rights)}: non lo faremo.`
        : `Ci ha chiesto anche ${asked(rights)}: su questo non cambiamo la nostra decisione.`,
    reasons: (reason) => `I nostri motivi: ${asSentence(reason)}`,
    decider: 'Questo è stato deciso da qualcuno che non ha preso la prima decisione.',
  },
  remedies: ({ authority, court, reply }) => {
    const ways = [
      ...(authority === undefined ? [] : [`proporre reclamo all'autorità di controllo (${authority})`]),
      ...(court ? ['rivolgersi al giudice'] : []),
      `scriverci a ${reply}`,
    ];
    return `Se non è d'accordo, può ${either(ways)}.`;
  },
  nonRetaliation: 'Non ci è permesso trattarLa peggio per il fatto che ha presentato una richiesta.',
};

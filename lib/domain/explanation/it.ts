/** How a date came about, in Italian. */
import type { DayOff } from '../calendar/working-days.ts';
import type { Deadline } from '../clock/deadline.ts';
import type { Period, Question } from '../law/law.ts';
import { spellingOf } from '../spelling.ts';
import { citeBoth, type ExplanationWords } from './explanation-words.ts';

const { weekday, time, zone: zoneName, count, list, country } = spellingOf('it');

/** Inside a sentence: "ora dell'Europa centrale". */
const zone = (id: string): string => zoneName(id).replace(/^Ora\b/, 'ora');

const UNITS = {
  day: { one: 'giorno', other: 'giorni' },
  businessDay: { one: 'giorno lavorativo', other: 'giorni lavorativi' },
  month: { one: 'mese', other: 'mesi' },
};

const days = (amount: number): string => count(amount, UNITS.day);
const left = (amount: number): string => `${amount === 1 ? 'resta' : 'restano'} ${days(amount)}`;
const lengths = (periods: readonly Period[], unit: Period['unit']): string =>
  periods
    .filter((period) => period.unit === unit)
    .map(({ amount }) => count(amount, UNITS[unit]))
    .join(' e altri ');

const dayOff = (off: DayOff): string => `${weekday(off.on)}${off.reason === 'holiday' ? ` (${off.name})` : ''}`;
const sinceNoWorkingDays = (off: readonly DayOff[]): string =>
  `Poiché ${list(off.map(dayOff))} ${off.length === 1 ? 'non è un giorno lavorativo' : 'non sono giorni lavorativi'}`;

/** Holidays one by one, weekends as a number: ten business days pass over many. */
function skipped(off: readonly DayOff[]): string {
  const weekends = off.filter(({ reason }) => reason !== 'holiday').length;
  return list([
    ...off.filter(({ reason }) => reason === 'holiday').map(dayOff),
    ...(weekends > 0 ? [`${days(weekends)} di fine settimana`] : []),
  ]);
}

const RESTARTED: Record<Question, string> = {
  identity: 'quando abbiamo saputo con certezza che era Lei',
  clarification: 'quando abbiamo avuto la Sua risposta alla nostra domanda',
  fee: 'quando è stato pagato il contributo spese',
};

const WAITED: Record<Question, string> = {
  identity: 'la Sua conferma di chi è Lei',
  clarification: 'la Sua risposta su quali dati intende',
  fee: 'il pagamento del contributo spese',
};

const STARTED = {
  appeal: (on: string) => `La Sua richiesta di riesame ci è pervenuta ${on}.`,
  'fee-notice': (on: string) => `Le abbiamo comunicato il contributo spese ${on}.`,
  event: (on: string) => `Il termine comincia ${on}.`,
};

const isReceipt = (on: string, { steps: [first] }: Deadline): boolean => first?.code === 'received' && first.on === on;

export const it: ExplanationWords = {
  steps: {
    received: ({ at, zone: there, on }) => `La Sua richiesta ci è pervenuta ${weekday(on)} alle ore ${time(at, there)} (${zone(there)}).`,
    started: ({ by, on }) => STARTED[by](weekday(on)),
    restarted: ({ about, on, cite }) => `Il termine è ricominciato ${weekday(on)}, ${RESTARTED[about]} (${cite}).`,
    reflection: ({ from, to, cite }) =>
      `Le abbiamo comunicato un contributo spese ${weekday(from)}. C'è tempo per rifletterci fino a ${weekday(to)}; il termine per la risposta comincia dopo (${cite}).`,
    'not-counted': ({ about, from, to, cite }) =>
      from === to
        ? `Nella giornata di ${weekday(from)} attendevamo ${WAITED[about]}: quel giorno non conta (${cite}).`
        : `Da ${weekday(from)} a ${weekday(to)} attendevamo ${WAITED[about]}: questi giorni non contano (${cite}).`,
    'first-day-excluded': ({ on, cite }, deadline) =>
      isReceipt(on, deadline)
        ? `Il giorno in cui ci è pervenuta la Sua richiesta non conta (${cite}).`
        : `Quel giorno stesso, ${weekday(on)}, non conta (${cite}).`,
    'period-added': ({ unit, to, cite }, { periods, basis }) =>
      `Contando ${lengths(periods, unit)} da lì si arriva a ${weekday(to)} (${citeBoth(basis, cite)}).`,
    'month-too-short': ({ day, on, cite }) =>
      `Quel mese non ha il giorno ${day}, quindi il termine scade nel suo ultimo giorno, ${weekday(on)} (${cite}).`,
    'days-skipped': ({ days: off, cite }) =>
      `Questi giorni non sono giorni lavorativi e non sono stati contati: ${skipped(off)} (${cite}).`,
    'days-excluded': ({ days: excluded, to, cite }) => `L'attesa di ${days(excluded)} sposta la scadenza a ${weekday(to)} (${cite}).`,
    'moved-to-working-day': ({ to, because, cite }) =>
      `${sinceNoWorkingDays(because)}, il termine scade il giorno lavorativo successivo, ${weekday(to)} (${cite}).`,
    'not-moved': ({ on, graceOn, because, cite }) =>
      `${sinceNoWorkingDays(because)}, la legge consentirebbe forse di arrivare a ${weekday(graceOn)} (${cite}); noi ci atteniamo a ${weekday(on)}.`,
    'holidays-unknown': ({ calendar, year }) =>
      calendar === 'none'
        ? `Per il ${year} non è stato contato alcun giorno festivo, ma soltanto i fine settimana; questo non rende mai la data più tarda.`
        : `I giorni festivi del ${year} (${country(calendar)}) qui non sono noti, quindi sono stati contati soltanto i fine settimana; questo non rende mai la data più tarda.`,
    'own-target': () => 'La legge non fissa un numero di giorni per questo; è il tempo entro il quale promettiamo di rispondere.',
    'to-be-confirmed': ({ cite }) => `Da confermare: dobbiamo ancora verificarlo nel testo della legge (${cite}).`,
    guidance: ({ cite }) => `La legge qui non indica un numero; questo è il tempo che l'autorità di controllo si aspetta (${cite}).`,
    ends: ({ on, tooLateAt, zone: there }) =>
      `L'ultimo giorno è ${weekday(on)}; il termine è scaduto alle ore ${time(tooLateAt, there)} del giorno dopo.`,
  },
  dates: {
    acknowledge: 'Confermare il ricevimento',
    respond: 'Rispondere',
    'extension-notice': 'Comunicare una proroga',
    extended: 'Rispondere, in caso di proroga',
    refuse: 'Rifiutare',
    act: 'Eseguire',
    stop: 'Smettere di usare i dati',
    appeal: 'Decidere sul riesame',
    'appeal-extended': 'Decidere sul riesame, in caso di proroga',
    delete: 'Cancellare',
    'access-drop': 'Consultare di nuovo la piattaforma',
    reflection: 'Fine del tempo per riflettere sul contributo spese',
    hold: "Conservare per l'indagine fino al",
    keep: 'Conservare la traccia fino al',
    reconsent: 'Non chiedere il consenso prima del',
    'notice-indirect': 'Informare le persone i cui dati provengono da altri',
  },
  pausedShort: (daysLeft) => `termine sospeso, ${left(daysLeft)}`,
  paused: ({ about, since, daysLeft, cite }) =>
    `Termine sospeso da ${weekday(since)}, ${left(daysLeft)}: attendiamo ${WAITED[about]} (${cite}).`,
  refusedExtension: ({ reason, cite }, law) =>
    reason === 'too-late'
      ? `La proroga è stata comunicata troppo tardi, quindi il termine non è prorogato (${cite}).`
      : `${law} non prevede alcuna proroga per questo, quindi il termine non è prorogato (${cite}).`,
  cites: {
    'general rule of the state': 'norma generale dello Stato',
    'general rule of the country': 'norma generale del Paese',
    'OAIC guidance': "linee guida dell'OAIC",
  },
};

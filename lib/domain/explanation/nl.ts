/** How a date came about, in Dutch. */
import type { DayOff } from '../calendar/working-days.ts';
import type { Deadline } from '../clock/deadline.ts';
import type { Period, Question } from '../law/law.ts';
import { spellingOf } from '../spelling.ts';
import { citeBoth, type ExplanationWords } from './explanation-words.ts';

const { weekday, time, zone, date, count, list, country } = spellingOf('nl');

const UNITS = {
  day: { one: 'dag', other: 'dagen' },
  businessDay: { one: 'werkdag', other: 'werkdagen' },
  month: { one: 'maand', other: 'maanden' },
};

const days = (amount: number): string => count(amount, UNITS.day);
const lengths = (periods: readonly Period[], unit: Period['unit']): string =>
  periods
    .filter((period) => period.unit === unit)
    .map(({ amount }) => count(amount, UNITS[unit]))
    .join(' en nog eens ');

const dayOff = (off: DayOff): string => `${weekday(off.on)}${off.reason === 'holiday' ? ` (${off.name})` : ''}`;
const noWorkingDays = (off: readonly DayOff[]): string =>
  `Omdat ${list(off.map(dayOff))} ${off.length === 1 ? 'geen werkdag is' : 'geen werkdagen zijn'}`;

/** Holidays one by one, weekends as a number: ten business days pass over many. */
function skipped(off: readonly DayOff[]): string {
  const weekends = off.filter(({ reason }) => reason !== 'holiday').length;
  return list([
    ...off.filter(({ reason }) => reason === 'holiday').map(dayOff),
    ...(weekends > 0 ? [count(weekends, { one: 'weekenddag', other: 'weekenddagen' })] : []),
  ]);
}

const RESTARTED: Record<Question, string> = {
  identity: 'toen wij zeker wisten dat u het bent',
  clarification: 'toen wij uw antwoord op onze vraag hadden',
  fee: 'toen de vergoeding was betaald',
};

const WAITED: Record<Question, string> = {
  identity: 'op uw bevestiging wie u bent',
  clarification: 'op uw antwoord welke gegevens u bedoelt',
  fee: 'op de betaling van de vergoeding',
};

const STARTED = {
  appeal: (on: string) => `Op ${on} hebben wij uw verzoek om heroverweging ontvangen.`,
  'fee-notice': (on: string) => `Op ${on} hebben wij u over de vergoeding geïnformeerd.`,
  event: (on: string) => `De termijn begint op ${on}.`,
};

const isReceipt = (on: string, { steps: [first] }: Deadline): boolean => first?.code === 'received' && first.on === on;

export const nl: ExplanationWords = {
  steps: {
    received: ({ at, zone: there, on }) => `Op ${weekday(on)} om ${time(at, there)} uur (${zone(there)}) hebben wij uw verzoek ontvangen.`,
    started: ({ by, on }) => STARTED[by](weekday(on)),
    restarted: ({ about, on, cite }) => `De termijn is opnieuw begonnen op ${weekday(on)}, ${RESTARTED[about]} (${cite}).`,
    reflection: ({ from, to, cite }) =>
      `Op ${weekday(from)} hebben wij u over een vergoeding geïnformeerd. Er is tijd om daarover na te denken tot en met ${weekday(to)}; daarna begint de termijn voor het antwoord (${cite}).`,
    'not-counted': ({ about, from, to, cite }) =>
      from === to
        ? `Op ${weekday(from)} wachtten wij ${WAITED[about]}: die dag telt niet mee (${cite}).`
        : `Van ${weekday(from)} tot en met ${weekday(to)} wachtten wij ${WAITED[about]}: die dagen tellen niet mee (${cite}).`,
    'first-day-excluded': ({ on, cite }, deadline) =>
      isReceipt(on, deadline)
        ? `De dag waarop wij uw verzoek hebben ontvangen, telt niet mee (${cite}).`
        : `Die dag zelf, ${weekday(on)}, telt niet mee (${cite}).`,
    'period-added': ({ unit, to, cite }, { periods, basis }) =>
      `Als wij vanaf daar ${lengths(periods, unit)} tellen, komen wij uit op ${weekday(to)} (${citeBoth(basis, cite)}).`,
    'month-too-short': ({ day, on, cite }) =>
      `Die maand heeft geen dag ${day}; daarom eindigt de termijn op de laatste dag van die maand, ${weekday(on)} (${cite}).`,
    'days-skipped': ({ days: off, cite }) => `Dit zijn geen werkdagen en ze zijn niet meegeteld: ${skipped(off)} (${cite}).`,
    'days-excluded': ({ days: excluded, to, cite }) => `Door ${days(excluded)} wachten schuift het einde op naar ${weekday(to)} (${cite}).`,
    'moved-to-working-day': ({ to, because, cite }) =>
      `${noWorkingDays(because)}, eindigt de termijn op de eerstvolgende werkdag, ${weekday(to)} (${cite}).`,
    'not-moved': ({ on, graceOn, because, cite }) =>
      `${noWorkingDays(because)}, geeft de wet misschien tijd tot en met ${weekday(graceOn)} (${cite}); wij houden ons aan ${weekday(on)}.`,
    'holidays-unknown': ({ calendar, year }) =>
      calendar === 'none'
        ? `Voor ${year} zijn geen feestdagen meegerekend, alleen weekenden; daardoor wordt de datum nooit later.`
        : `De feestdagen van ${year} (${country(calendar)}) zijn hier niet bekend; daarom zijn alleen weekenden meegerekend. Daardoor wordt de datum nooit later.`,
    'own-target': () => 'De wet noemt hiervoor geen aantal dagen; dit is de tijd waarbinnen wij beloven te antwoorden.',
    'to-be-confirmed': ({ cite }) => `Nog te bevestigen: dit moeten wij nog controleren aan de hand van de wettekst (${cite}).`,
    guidance: ({ cite }) => `De wet noemt hier geen getal; dit is de tijd die de toezichthouder verwacht (${cite}).`,
    ends: ({ on, tooLateAt, zone: there }) =>
      `De laatste dag is ${weekday(on)}; de termijn is de dag daarna om ${time(tooLateAt, there)} uur voorbij.`,
  },
  dates: {
    acknowledge: 'Ontvangst bevestigen',
    respond: 'Antwoorden',
    'extension-notice': 'Verlenging meedelen',
    extended: 'Antwoorden, bij verlenging',
    refuse: 'Weigeren',
    act: 'Uitvoeren',
    stop: 'Gebruik van de gegevens stoppen',
    appeal: 'Beslissing heroverwegen',
    'appeal-extended': 'Beslissing heroverwegen, bij verlenging',
    delete: 'Wissen',
    'access-drop': 'Opnieuw op het platform kijken',
    reflection: 'Einde van de bedenktijd over de vergoeding',
    hold: 'Voor het onderzoek bewaren tot',
    keep: 'Registratie bewaren tot',
    reconsent: 'Niet om toestemming vragen vóór',
    'notice-indirect': 'Mensen informeren van wie de gegevens van anderen kwamen',
  },
  pausedShort: (daysLeft) => `stilgezet, nog ${days(daysLeft)}`,
  paused: ({ about, since, daysLeft, cite }) =>
    `Stilgezet sinds ${date(since)}, nog ${days(daysLeft)}: wij wachten ${WAITED[about]} (${cite}).`,
  refusedExtension: ({ reason, cite }, law) =>
    reason === 'too-late'
      ? `De verlenging is te laat meegedeeld; daarom is de termijn niet verlengd (${cite}).`
      : `${law} kent hiervoor geen verlenging; daarom is de termijn niet verlengd (${cite}).`,
  cites: {
    'general rule of the state': 'algemene regel van de deelstaat',
    'general rule of the country': 'algemene regel van het land',
    'OAIC guidance': 'richtsnoer van de OAIC',
  },
};

/** How a date came about, in Swedish. */
import type { DayOff } from '../calendar/working-days.ts';
import type { Deadline } from '../clock/deadline.ts';
import type { Period, Question } from '../law/law.ts';
import { spellingOf } from '../spelling.ts';
import { citeBoth, type ExplanationWords } from './explanation-words.ts';

const { weekday, time, zone, date, count, list, country } = spellingOf('sv');

const UNITS = {
  day: { one: 'dag', other: 'dagar' },
  businessDay: { one: 'arbetsdag', other: 'arbetsdagar' },
  month: { one: 'månad', other: 'månader' },
};

const days = (amount: number): string => count(amount, UNITS.day);
const lengths = (periods: readonly Period[], unit: Period['unit']): string =>
  periods
    .filter((period) => period.unit === unit)
    .map(({ amount }) => count(amount, UNITS[unit]))
    .join(' och ytterligare ');

const dayOff = (off: DayOff): string => `${weekday(off.on)}${off.reason === 'holiday' ? ` (${off.name})` : ''}`;
const noWorkingDays = (off: readonly DayOff[]): string =>
  `Eftersom ${list(off.map(dayOff))} inte är ${off.length === 1 ? 'en arbetsdag' : 'arbetsdagar'}`;

/** Holidays one by one, weekends as a number: ten business days pass over many. */
function skipped(off: readonly DayOff[]): string {
  const weekends = off.filter(({ reason }) => reason !== 'holiday').length;
  return list([
    ...off.filter(({ reason }) => reason === 'holiday').map(dayOff),
    ...(weekends > 0 ? [`${days(weekends)} under veckoslut`] : []),
  ]);
}

const RESTARTED: Record<Question, string> = {
  identity: 'när vi säkert visste att det är du',
  clarification: 'när vi hade fått ditt svar på vår fråga',
  fee: 'när avgiften var betald',
};

const WAITED: Record<Question, string> = {
  identity: 'på din bekräftelse av vem du är',
  clarification: 'på ditt svar om vilka uppgifter du menar',
  fee: 'på avgiften',
};

const STARTED = {
  appeal: (on: string) => `Din begäran om omprövning kom in till oss ${on}.`,
  'fee-notice': (on: string) => `Vi informerade dig om avgiften ${on}.`,
  event: (on: string) => `Tidsfristen börjar ${on}.`,
};

const isReceipt = (on: string, { steps: [first] }: Deadline): boolean => first?.code === 'received' && first.on === on;

export const sv: ExplanationWords = {
  steps: {
    received: ({ at, zone: there, on }) => `Din begäran kom in till oss ${weekday(on)} klockan ${time(at, there)} (${zone(there)}).`,
    started: ({ by, on }) => STARTED[by](weekday(on)),
    restarted: ({ about, on, cite }) => `Tidsfristen började om ${weekday(on)}, ${RESTARTED[about]} (${cite}).`,
    reflection: ({ from, to, cite }) =>
      `Vi informerade dig om en avgift ${weekday(from)}. Det finns tid att tänka på saken till och med ${weekday(to)}; därefter börjar tidsfristen för svaret (${cite}).`,
    'not-counted': ({ about, from, to, cite }) =>
      from === to
        ? `Vi väntade en dag, ${weekday(from)}, ${WAITED[about]}: den dagen räknas inte (${cite}).`
        : `Från och med ${weekday(from)} till och med ${weekday(to)} väntade vi ${WAITED[about]}: de dagarna räknas inte (${cite}).`,
    'first-day-excluded': ({ on, cite }, deadline) =>
      isReceipt(on, deadline)
        ? `Dagen då din begäran kom in till oss räknas inte (${cite}).`
        : `Själva den dagen, ${weekday(on)}, räknas inte (${cite}).`,
    'period-added': ({ unit, to, cite }, { periods, basis }) =>
      `Räknar man ${lengths(periods, unit)} därifrån kommer man till ${weekday(to)} (${citeBoth(basis, cite)}).`,
    'month-too-short': ({ day, on, cite }) =>
      `Den månaden har ingen dag ${day}, så tidsfristen går ut på månadens sista dag, ${weekday(on)} (${cite}).`,
    'days-skipped': ({ days: off, cite }) => `Det här är inte arbetsdagar och de räknades inte: ${skipped(off)} (${cite}).`,
    'days-excluded': ({ days: excluded, to, cite }) => `Väntetiden på ${days(excluded)} skjuter upp slutet till ${weekday(to)} (${cite}).`,
    'moved-to-working-day': ({ to, because, cite }) =>
      `${noWorkingDays(because)} går tidsfristen ut nästa arbetsdag, ${weekday(to)} (${cite}).`,
    'not-moved': ({ on, graceOn, because, cite }) =>
      `${noWorkingDays(because)} ger lagen kanske tid till och med ${weekday(graceOn)} (${cite}); vi håller oss till ${weekday(on)}.`,
    'holidays-unknown': ({ calendar, year }) =>
      calendar === 'none'
        ? `För ${year} räknades inga helgdagar in, bara veckoslut; det gör aldrig datumet senare.`
        : `Helgdagarna i ${country(calendar)} ${year} är inte kända här, så bara veckoslut räknades in; det gör aldrig datumet senare.`,
    'own-target': () => 'Lagen anger inget antal dagar för detta; det är den tid inom vilken vi lovar att svara.',
    'to-be-confirmed': ({ cite }) => `Återstår att bekräfta: vi måste ännu kontrollera detta mot lagens text (${cite}).`,
    guidance: ({ cite }) => `Lagen anger ingen siffra här; det är den tid som tillsynsmyndigheten förväntar sig (${cite}).`,
    ends: ({ on, tooLateAt, zone: there }) =>
      `Den sista dagen är ${weekday(on)}; tiden är ute klockan ${time(tooLateAt, there)} dagen därpå.`,
  },
  dates: {
    acknowledge: 'Bekräfta mottagandet',
    respond: 'Svara',
    'extension-notice': 'Meddela förlängning',
    extended: 'Svara, vid förlängning',
    refuse: 'Avslå',
    act: 'Genomföra',
    stop: 'Sluta använda uppgifterna',
    appeal: 'Ompröva beslutet',
    'appeal-extended': 'Ompröva beslutet, vid förlängning',
    delete: 'Radera',
    'access-drop': 'Titta på plattformen igen',
    reflection: 'Slut på betänketiden om avgiften',
    hold: 'Bevara för utredningen till',
    keep: 'Spara dokumentationen till',
    reconsent: 'Inte be om samtycke före',
    'notice-indirect': 'Informera dem vars uppgifter kom från andra',
  },
  pausedShort: (daysLeft) => `pausad, ${days(daysLeft)} kvar`,
  paused: ({ about, since, daysLeft, cite }) =>
    `Pausad sedan den ${date(since)}, ${days(daysLeft)} kvar: vi väntar ${WAITED[about]} (${cite}).`,
  refusedExtension: ({ reason, cite }, law) =>
    reason === 'too-late'
      ? `Förlängningen meddelades för sent, så tidsfristen är inte förlängd (${cite}).`
      : `${law} ger ingen förlängning för detta, så tidsfristen är inte förlängd (${cite}).`,
  cites: {
    'general rule of the state': 'delstatens allmänna regel',
    'general rule of the country': 'landets allmänna regel',
    'OAIC guidance': 'vägledning från OAIC',
  },
};

/** How a date came about, in German. */
import type { DayOff } from '../calendar/working-days.ts';
import type { Deadline } from '../clock/deadline.ts';
import type { Period, Question } from '../law/law.ts';
import { spellingOf } from '../spelling.ts';
import { citeBoth, type ExplanationWords } from './explanation-words.ts';

const { weekday, time, zone, date, count, list, country } = spellingOf('de');

const UNITS = {
  day: { one: 'Tag', other: 'Tage' },
  businessDay: { one: 'Werktag', other: 'Werktage' },
  month: { one: 'Monat', other: 'Monate' },
};

const days = (amount: number): string => count(amount, UNITS.day);
const lengths = (periods: readonly Period[], unit: Period['unit']): string =>
  periods
    .filter((period) => period.unit === unit)
    .map(({ amount }) => count(amount, UNITS[unit]))
    .join(' und weitere ');

/** Without its comma, since it stands in a list. */
const dayOff = (off: DayOff): string => `${weekday(off.on).replace(',', '')}${off.reason === 'holiday' ? ` (${off.name})` : ''}`;
const noWorkingDays = (off: readonly DayOff[]): string =>
  `${list(off.map(dayOff))} ${off.length === 1 ? 'ist kein Arbeitstag' : 'sind keine Arbeitstage'}`;

/** Holidays one by one, weekends as a number: ten business days pass over many. */
function skipped(off: readonly DayOff[]): string {
  const weekends = off.filter(({ reason }) => reason !== 'holiday').length;
  return list([
    ...off.filter(({ reason }) => reason === 'holiday').map(dayOff),
    ...(weekends > 0 ? [`${days(weekends)} an Wochenenden`] : []),
  ]);
}

const RESTARTED: Record<Question, string> = {
  identity: 'als wir sicher wussten, dass Sie es sind',
  clarification: 'als wir Ihre Antwort auf unsere Frage hatten',
  fee: 'als die Gebühr bezahlt war',
};

const WAITED: Record<Question, string> = {
  identity: 'darauf, dass Sie bestätigen, wer Sie sind',
  clarification: 'auf Ihre Antwort, welche Daten Sie meinen',
  fee: 'auf die Gebühr',
};

const STARTED = {
  appeal: (on: string) => `Ihr Antrag, unsere Entscheidung zu überprüfen, ging am ${on} bei uns ein.`,
  'fee-notice': (on: string) => `Über die Gebühr haben wir Sie am ${on} unterrichtet.`,
  event: (on: string) => `Die Frist beginnt mit ${on}.`,
};

const isReceipt = (on: string, { steps: [first] }: Deadline): boolean => first?.code === 'received' && first.on === on;

export const de: ExplanationWords = {
  steps: {
    received: ({ at, zone: there, on }) => `Ihr Antrag ging am ${weekday(on)} um ${time(at, there)} Uhr bei uns ein, ${zone(there)}.`,
    started: ({ by, on }) => STARTED[by](weekday(on)),
    restarted: ({ about, on, cite }) => `Die Frist begann am ${weekday(on)} neu, ${RESTARTED[about]} (${cite}).`,
    reflection: ({ from, to, cite }) =>
      `Am ${weekday(from)} haben wir Sie über eine Gebühr unterrichtet. Zeit zum Nachdenken ist bis ${weekday(to)}; danach beginnt die Frist der Antwort (${cite}).`,
    'not-counted': ({ about, from, to, cite }) =>
      from === to
        ? `Am ${weekday(from)} warteten wir ${WAITED[about]}: Dieser Tag zählt nicht (${cite}).`
        : `Von ${weekday(from)} bis ${weekday(to)} warteten wir ${WAITED[about]}: Diese Tage zählen nicht (${cite}).`,
    'first-day-excluded': ({ on, cite }, deadline) =>
      isReceipt(on, deadline)
        ? `Der Tag, an dem Ihr Antrag bei uns einging, zählt nicht (${cite}).`
        : `Dieser Tag, ${weekday(on)}, zählt selbst nicht (${cite}).`,
    'period-added': ({ unit, to, cite }, { periods, basis }) =>
      `Rechnet man von da an ${lengths(periods, unit)}, kommt man auf ${weekday(to)} (${citeBoth(basis, cite)}).`,
    'month-too-short': ({ day, on, cite }) =>
      `Dieser Monat hat keinen ${day}. Tag, deshalb endet die Frist an seinem letzten, ${weekday(on)} (${cite}).`,
    'days-skipped': ({ days: off, cite }) => `Diese Tage sind keine Werktage und wurden nicht gezählt: ${skipped(off)} (${cite}).`,
    'days-excluded': ({ days: excluded, to, cite }) =>
      `Um die ${days(excluded)} des Wartens schiebt sich das Ende auf ${weekday(to)} (${cite}).`,
    'moved-to-working-day': ({ to, because, cite }) =>
      `${noWorkingDays(because)}, deshalb endet die Frist am nächsten Arbeitstag, ${weekday(to)} (${cite}).`,
    'not-moved': ({ on, graceOn, because, cite }) =>
      `${noWorkingDays(because)}, das Recht erlaubt vielleicht ${weekday(graceOn)} (${cite}); wir bleiben bei ${weekday(on)}.`,
    'holidays-unknown': ({ calendar, year }) =>
      calendar === 'none'
        ? `Für ${year} wurden keine Feiertage gezählt, nur Wochenenden; später wird das Datum dadurch nie.`
        : `Die Feiertage von ${country(calendar)} im Jahr ${year} sind hier nicht bekannt, deshalb wurden nur Wochenenden gezählt; später wird das Datum dadurch nie.`,
    'own-target': () => 'Das Recht nennt hierfür keine Zahl von Tagen; es ist die Zeit, in der wir zu antworten versprechen.',
    'to-be-confirmed': ({ cite }) => `Noch zu bestätigen: Das müssen wir noch am Text des Gesetzes prüfen (${cite}).`,
    guidance: ({ cite }) => `Das Recht nennt hier keine Zahl; es ist die Zeit, die die Aufsichtsbehörde erwartet (${cite}).`,
    ends: ({ on, tooLateAt, zone: there }) =>
      `Der letzte Tag ist ${weekday(on)}; am Tag danach um ${time(tooLateAt, there)} Uhr ist die Frist um.`,
  },
  dates: {
    acknowledge: 'Eingang bestätigen',
    respond: 'Antworten',
    'extension-notice': 'Verlängerung mitteilen',
    extended: 'Antworten, wenn verlängert',
    refuse: 'Ablehnen',
    act: 'Ausführen',
    stop: 'Nutzung beenden',
    appeal: 'Entscheidung überprüfen',
    'appeal-extended': 'Entscheidung überprüfen, wenn verlängert',
    delete: 'Löschen',
    'access-drop': 'Wieder in die Plattform sehen',
    reflection: 'Ende der Bedenkzeit zur Gebühr',
    hold: 'Für die Ermittlung aufbewahren bis',
    keep: 'Nachweis aufbewahren bis',
    reconsent: 'Nicht um Einwilligung bitten vor',
    'notice-indirect': 'Menschen unterrichten, deren Daten von anderen kamen',
  },
  pausedShort: (daysLeft) => `angehalten, noch ${days(daysLeft)}`,
  paused: ({ about, since, daysLeft, cite }) =>
    `Angehalten seit ${date(since)}, noch ${days(daysLeft)}: Wir warten ${WAITED[about]} (${cite}).`,
  refusedExtension: ({ reason, cite }, law) =>
    reason === 'too-late'
      ? `Die Verlängerung wurde zu spät mitgeteilt, die Frist ist nicht verlängert (${cite}).`
      : `${law} kennt hierfür keine Verlängerung, die Frist ist nicht verlängert (${cite}).`,
  cites: {
    'general rule of the state': 'allgemeine Regel des Bundesstaats',
    'general rule of the country': 'allgemeine Regel des Landes',
    'OAIC guidance': 'Leitlinie der OAIC',
  },
};

/** How a date came about, in Polish. */
import type { DayOff } from '../calendar/working-days.ts';
import type { Deadline } from '../clock/deadline.ts';
import type { Period, Question } from '../law/law.ts';
import { spellingOf } from '../spelling.ts';
import { citeBoth, type ExplanationWords } from './explanation-words.ts';

const { weekday, time, zone, date, count, list, country } = spellingOf('pl');

const UNITS = {
  day: { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' },
  businessDay: { one: 'dzień roboczy', few: 'dni robocze', many: 'dni roboczych', other: 'dnia roboczego' },
  month: { one: 'miesiąc', few: 'miesiące', many: 'miesięcy', other: 'miesiąca' },
};
const WEEKEND = { one: 'dzień weekendu', few: 'dni weekendu', many: 'dni weekendu', other: 'dnia weekendu' };

const days = (amount: number): string => count(amount, UNITS.day);
const lengths = (periods: readonly Period[], unit: Period['unit']): string =>
  periods
    .filter((period) => period.unit === unit)
    .map(({ amount }) => count(amount, UNITS[unit]))
    .join(' i jeszcze ');

const weekdayName = (on: string): string => weekday(on).split(',')[0]!;

/** "5 marca 2026 r. (czwartek)": fits after any preposition, since nothing in it bends. */
const dayOf = (on: string): string => `${date(on)} r. (${weekdayName(on)})`;

const dayOff = (off: DayOff): string =>
  off.reason === 'holiday' ? `${date(off.on)} r. (${weekdayName(off.on)}, ${off.name})` : dayOf(off.on);
const noWorkingDays = (off: readonly DayOff[]): string =>
  `${list(off.map(dayOff))} ${off.length === 1 ? 'nie jest dniem roboczym' : 'nie są dniami roboczymi'}`;

/** Holidays one by one, weekends as a number: ten business days pass over many. */
function skipped(off: readonly DayOff[]): string {
  const weekends = off.filter(({ reason }) => reason !== 'holiday').length;
  return list([...off.filter(({ reason }) => reason === 'holiday').map(dayOff), ...(weekends > 0 ? [count(weekends, WEEKEND)] : [])]);
}

const RESTARTED: Record<Question, string> = {
  identity: 'gdy mieliśmy już pewność, że wniosek pochodzi od Państwa',
  clarification: 'gdy otrzymaliśmy Państwa odpowiedź na nasze pytanie',
  fee: 'gdy opłata została wniesiona',
};

const WAITED: Record<Question, string> = {
  identity: 'na potwierdzenie, kim Państwo są',
  clarification: 'na Państwa odpowiedź, o które dane chodzi',
  fee: 'na opłatę',
};

const STARTED = {
  appeal: (on: string) => `Państwa odwołanie wpłynęło do nas ${on}.`,
  'fee-notice': (on: string) => `O opłacie poinformowaliśmy Państwa ${on}.`,
  event: (on: string) => `Termin zaczyna biec ${on}.`,
};

const isReceipt = (on: string, { steps: [first] }: Deadline): boolean => first?.code === 'received' && first.on === on;

export const pl: ExplanationWords = {
  steps: {
    received: ({ at, zone: there, on }) => `Państwa wniosek wpłynął do nas ${dayOf(on)} o godz. ${time(at, there)}, ${zone(there)}.`,
    started: ({ by, on }) => STARTED[by](dayOf(on)),
    restarted: ({ about, on, cite }) => `Termin zaczął biec od nowa ${dayOf(on)}, ${RESTARTED[about]} (${cite}).`,
    reflection: ({ from, to, cite }) =>
      `O opłacie poinformowaliśmy Państwa ${dayOf(from)}. Czas do namysłu trwa do ${dayOf(to)}; termin na odpowiedź zaczyna biec potem (${cite}).`,
    'not-counted': ({ about, from, to, cite }) =>
      from === to
        ? `W dniu ${dayOf(from)} czekaliśmy ${WAITED[about]}: ten dzień się nie liczy (${cite}).`
        : `Od ${dayOf(from)} do ${dayOf(to)} czekaliśmy ${WAITED[about]}: te dni się nie liczą (${cite}).`,
    'first-day-excluded': ({ on, cite }, deadline) =>
      isReceipt(on, deadline)
        ? `Nie liczy się dzień, w którym wpłynął do nas Państwa wniosek (${cite}).`
        : `Sam dzień ${dayOf(on)} się nie liczy (${cite}).`,
    'period-added': ({ unit, to, cite }, { periods, basis }) =>
      `Licząc od tego dnia ${lengths(periods, unit)}, otrzymujemy datę ${dayOf(to)} (${citeBoth(basis, cite)}).`,
    'month-too-short': ({ day, on, cite }) =>
      `W tym miesiącu nie ma ${day}. dnia, dlatego termin kończy się w jego ostatnim dniu, ${dayOf(on)} (${cite}).`,
    'days-skipped': ({ days: off, cite }) => `Te dni nie są dniami roboczymi i nie zostały policzone: ${skipped(off)} (${cite}).`,
    'days-excluded': ({ days: excluded, to, cite }) =>
      `Oczekiwanie przesuwa koniec terminu o ${days(excluded)}, na ${dayOf(to)} (${cite}).`,
    'moved-to-working-day': ({ to, because, cite }) =>
      `${noWorkingDays(because)}, dlatego termin kończy się w następnym dniu roboczym, ${dayOf(to)} (${cite}).`,
    'not-moved': ({ on, graceOn, because, cite }) =>
      `${noWorkingDays(because)}, więc prawo być może pozwala na termin do ${dayOf(graceOn)} (${cite}); my trzymamy się daty ${dayOf(on)}.`,
    'holidays-unknown': ({ calendar, year }) =>
      calendar === 'none'
        ? `Dla roku ${year} uwzględniono tylko weekendy, bez świąt; data nigdy nie jest przez to późniejsza.`
        : `Święta w roku ${year} (${country(calendar)}) nie są tu znane, dlatego uwzględniono tylko weekendy; data nigdy nie jest przez to późniejsza.`,
    'own-target': () => 'Prawo nie podaje tu liczby dni; to czas, w którym obiecujemy odpowiedzieć.',
    'to-be-confirmed': ({ cite }) => `Do potwierdzenia: musimy to jeszcze sprawdzić w tekście przepisów (${cite}).`,
    guidance: ({ cite }) => `Prawo nie podaje tu liczby; to czas, którego oczekuje organ nadzorczy (${cite}).`,
    ends: ({ on, tooLateAt, zone: there }) =>
      `Ostatni dzień to ${dayOf(on)}; termin upływa następnego dnia o godz. ${time(tooLateAt, there)}.`,
  },
  dates: {
    acknowledge: 'Potwierdzenie otrzymania',
    respond: 'Odpowiedź',
    'extension-notice': 'Zawiadomienie o przedłużeniu',
    extended: 'Odpowiedź, jeśli przedłużono',
    refuse: 'Odmowa',
    act: 'Wykonanie',
    stop: 'Zaprzestanie wykorzystywania danych',
    appeal: 'Rozpatrzenie odwołania',
    'appeal-extended': 'Rozpatrzenie odwołania, jeśli przedłużono',
    delete: 'Usunięcie',
    'access-drop': 'Ponowne sprawdzenie platformy',
    reflection: 'Koniec czasu do namysłu nad opłatą',
    hold: 'Zachować na potrzeby dochodzenia do',
    keep: 'Przechowywać zapis do',
    reconsent: 'Nie prosić o zgodę przed',
    'notice-indirect': 'Powiadomienie osób, których dane pochodzą od innych',
  },
  pausedShort: (daysLeft) => `wstrzymany, pozostały czas: ${days(daysLeft)}`,
  paused: ({ about, since, daysLeft, cite }) =>
    `Termin jest wstrzymany od ${date(since)} r., pozostały czas: ${days(daysLeft)}. Czekamy ${WAITED[about]} (${cite}).`,
  refusedExtension: ({ reason, cite }, law) =>
    reason === 'too-late'
      ? `Zawiadomienie o przedłużeniu wysłano za późno, dlatego termin nie jest przedłużony (${cite}).`
      : `Prawo (${law}) nie przewiduje tu przedłużenia, dlatego termin nie jest przedłużony (${cite}).`,
  cites: {
    'general rule of the state': 'ogólna zasada stanu',
    'general rule of the country': 'ogólna zasada kraju',
    'OAIC guidance': 'wytyczne OAIC',
  },
};

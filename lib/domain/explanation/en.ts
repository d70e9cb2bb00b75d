/** How a date came about, in English. */
import type { DayOff } from '../calendar/working-days.ts';
import type { Deadline } from '../clock/deadline.ts';
import type { Period, Question } from '../law/law.ts';
import { spellingOf } from '../spelling.ts';
import { citeBoth, type ExplanationWords } from './explanation-words.ts';

const { weekday, time, zone, date, count, list, country } = spellingOf('en');

const UNITS = {
  day: { one: 'day', other: 'days' },
  businessDay: { one: 'business day', other: 'business days' },
  month: { one: 'month', other: 'months' },
};

const days = (amount: number): string => count(amount, UNITS.day);
const lengths = (periods: readonly Period[], unit: Period['unit']): string =>
  periods
    .filter((period) => period.unit === unit)
    .map(({ amount }) => count(amount, UNITS[unit]))
    .join(' and another ');

/** Without its comma, since it stands in a list. */
const dayOff = (off: DayOff): string => `${weekday(off.on).replace(',', '')}${off.reason === 'holiday' ? ` (${off.name})` : ''}`;
const noWorkingDays = (off: readonly DayOff[]): string =>
  `${list(off.map(dayOff))} ${off.length === 1 ? 'is no working day' : 'are no working days'}`;

/** Holidays one by one, weekends as a number: ten business days pass over many. */
function skipped(off: readonly DayOff[]): string {
  const weekends = off.filter(({ reason }) => reason !== 'holiday').length;
  return list([
    ...off.filter(({ reason }) => reason === 'holiday').map(dayOff),
    ...(weekends > 0 ? [`${days(weekends)} of weekends`] : []),
  ]);
}

const RESTARTED: Record<Question, string> = {
  identity: 'when we knew for sure that it is you',
  clarification: 'when we had your answer to our question',
  fee: 'when the fee was paid',
};

const WAITED: Record<Question, string> = {
  identity: 'for you to confirm who you are',
  clarification: 'for your answer which data you mean',
  fee: 'for the fee',
};

const STARTED = {
  appeal: (on: string) => `Your appeal reached us on ${on}.`,
  'fee-notice': (on: string) => `We told you about the fee on ${on}.`,
  event: (on: string) => `The time begins with ${on}.`,
};

const isReceipt = (on: string, { steps: [first] }: Deadline): boolean => first?.code === 'received' && first.on === on;

export const en: ExplanationWords = {
  steps: {
    received: ({ at, zone: there, on }) => `Your request reached us on ${weekday(on)} at ${time(at, there)}, ${zone(there)}.`,
    started: ({ by, on }) => STARTED[by](weekday(on)),
    restarted: ({ about, on, cite }) => `The time began anew on ${weekday(on)}, ${RESTARTED[about]} (${cite}).`,
    reflection: ({ from, to, cite }) =>
      `We told you about a fee on ${weekday(from)}. There is time to think about it until ${weekday(to)}; the time for the answer begins after that (${cite}).`,
    'not-counted': ({ about, from, to, cite }) =>
      from === to
        ? `On ${weekday(from)} we waited ${WAITED[about]}: that day does not count (${cite}).`
        : `From ${weekday(from)} to ${weekday(to)} we waited ${WAITED[about]}: these days do not count (${cite}).`,
    'first-day-excluded': ({ on, cite }, deadline) =>
      isReceipt(on, deadline)
        ? `The day on which your request reached us does not count (${cite}).`
        : `That day, ${weekday(on)}, does not count itself (${cite}).`,
    'period-added': ({ unit, to, cite }, { periods, basis }) =>
      `Counting ${lengths(periods, unit)} from there gives ${weekday(to)} (${citeBoth(basis, cite)}).`,
    'month-too-short': ({ day, on, cite }) => `That month has no day ${day}, so the time ends on its last day, ${weekday(on)} (${cite}).`,
    'days-skipped': ({ days: off, cite }) => `These are not business days and were not counted: ${skipped(off)} (${cite}).`,
    'days-excluded': ({ days: excluded, to, cite }) => `The ${days(excluded)} of waiting put the end off to ${weekday(to)} (${cite}).`,
    'moved-to-working-day': ({ to, because, cite }) =>
      `${noWorkingDays(because)}, so the time ends on the next working day, ${weekday(to)} (${cite}).`,
    'not-moved': ({ on, graceOn, because, cite }) =>
      `${noWorkingDays(because)}, so the law might allow until ${weekday(graceOn)} (${cite}); we keep to ${weekday(on)}.`,
    'holidays-unknown': ({ calendar, year }) =>
      calendar === 'none'
        ? `No public holidays were counted for ${year}, only weekends; that never makes the date later.`
        : `The public holidays of ${country(calendar)} in ${year} are not known here, so only weekends were counted; that never makes the date later.`,
    'own-target': () => 'The law gives no number of days for this; it is the time in which we promise to answer.',
    'to-be-confirmed': ({ cite }) => `To be confirmed: we have still to check this against the text of the law (${cite}).`,
    guidance: ({ cite }) => `The law says no number here; this is the time the regulator expects (${cite}).`,
    ends: ({ on, tooLateAt, zone: there }) => `The last day is ${weekday(on)}; the time is over at ${time(tooLateAt, there)} the next day.`,
  },
  dates: {
    acknowledge: 'Confirm receipt',
    respond: 'Answer',
    'extension-notice': 'Give notice of an extension',
    extended: 'Answer, if extended',
    refuse: 'Refuse',
    act: 'Carry it out',
    stop: 'Stop using the data',
    appeal: 'Decide the appeal',
    'appeal-extended': 'Decide the appeal, if extended',
    delete: 'Delete',
    'access-drop': 'Look at the platform again',
    reflection: 'End of the time to think about the fee',
    hold: 'Keep for the investigation until',
    keep: 'Keep the record until',
    reconsent: 'Do not ask for consent before',
    'notice-indirect': 'Tell those whose data came from others',
  },
  pausedShort: (daysLeft) => `paused, ${days(daysLeft)} left`,
  paused: ({ about, since, daysLeft, cite }) =>
    `Paused since ${date(since)}, ${days(daysLeft)} left: we are waiting ${WAITED[about]} (${cite}).`,
  refusedExtension: ({ reason, cite }, law) =>
    reason === 'too-late'
      ? `The notice of the extension went out too late, so the time is not extended (${cite}).`
      : `${law} knows no extension for this, so the time is not extended (${cite}).`,
  cites: {},
};

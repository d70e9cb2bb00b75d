/** One statutory date: when it is, why, and the first instant that is too late. */
import { Temporal } from 'temporal-polyfill';
import { UNREAD_RULES, type CountStep } from '../law/counting-rules.ts';
import { fullCite, type Cited, type CountingRuleId, type Law, type Period } from '../law/law.ts';
import { type OpenPause, type PauseStep, type PeriodInput, type Ran, runPeriod } from './period.ts';

/** How a date came about, one step after the other; `explanation/` turns codes into words. */
export type DeadlineStep =
  | { code: 'received'; at: string; zone: string; on: string }
  /** What starts the clock when it is not the receipt of the request: `event` is what a duty of the company's own counts from. */
  | { code: 'started'; by: 'appeal' | 'fee-notice' | 'event'; on: string }
  | PauseStep
  | CountStep
  /** Nothing is known about the place's holidays in that year: only weekends were counted. */
  | { code: 'holidays-unknown'; calendar: string; year: number }
  /** The text behind the figure, or behind the way of counting, has not been read yet. */
  | { code: 'to-be-confirmed'; cite: string }
  /** A regulator's yardstick, where the law gives no number. */
  | { code: 'guidance'; cite: string }
  /** The law gives no number, or not the right: the company keeps the date it promises itself. */
  | { code: 'own-target' }
  | { code: 'ends'; on: string; tooLateAt: string; zone: string };

export interface Deadline {
  /** Last day in time (ISO date). While a question is open: the day it would be if nothing had been asked. */
  dueOn: string;
  /** End of the period before weekends and holidays were looked at. */
  unrolledOn: string;
  /** Where the law permits a later day without demanding it: that day, or `dueOn` if it is a working day. */
  graceOn?: string;
  /** First instant that is too late (ISO instant): the next local midnight. */
  tooLateAt: string;
  rule: CountingRuleId;
  /** What was added to the start, all at once. */
  periods: readonly Period[];
  /** The article, with its source named. */
  basis: string;
  confirmed: boolean;
  paused?: OpenPause;
  steps: DeadlineStep[];
}

/** What is counted and how; `start` says what began the clock when it was not the receipt. */
export interface CountInput extends PeriodInput {
  /** ISO instant of receipt. */
  receivedAt: string;
  /** IANA zone of the controller: receipt is the civil date there. */
  zone: string;
}

/** First instant after a civil date: the start of the next day, not "00:00", because in some zones a day begins at one o'clock. */
export function tooLateAfter(date: string, zone: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).toInstant().toString();
}

/** The civil date of an instant in a zone. */
export function civilDateIn(zone: string, instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** Years whose holidays could have mattered and are not known. */
function unknownYears({ calendar, law }: PeriodInput, { anchor, dueOn }: Ran, periods: readonly Period[]): DeadlineStep[] {
  const looksAtHolidays = ROLLING.has(law.counting.rule) || periods.some(({ unit }) => unit === 'businessDay');
  const years = [...new Set([anchor, dueOn].map((date) => Number(date.slice(0, 4))))];
  const unknown = looksAtHolidays ? years.filter((year) => !calendar.knownIn(year)) : [];
  return unknown.map((year) => ({ code: 'holidays-unknown', calendar: calendar.id, year }) as const);
}

const ROLLING: ReadonlySet<CountingRuleId> = new Set<CountingRuleId>(['EU-1182', 'UK-1182', 'US-CA', 'CA-FED']);

/** What has not been read: the article of the figure, that of the way of counting, and those of the pauses. */
function unreadCites(law: Law, cited: Cited, ran: Ran): string[] {
  const figure = cited.status === 'confirmed' ? [] : [fullCite(law, cited.cite)];
  const counting = UNREAD_RULES.has(law.counting.rule) ? ran.steps.filter(({ code }) => code === 'first-day-excluded') : [];
  return [...new Set([...figure, ...counting.map(({ cite }) => cite), ...ran.unread])];
}

/** Counts periods from receipt, or from the date of the step `start`. */
export function countDeadline(
  input: CountInput,
  periods: readonly Period[],
  { cited, start }: { cited: Cited & { guidance?: true }; start?: DeadlineStep & { on: string } },
): Deadline {
  const { law, zone, receivedAt, receivedOn } = input;
  const ran = runPeriod(start === undefined ? input : { ...input, receivedOn: start.on, questions: [] }, periods);
  const basis = fullCite(law, cited.cite);
  const tooLateAt = tooLateAfter(ran.dueOn, zone);
  const unread = unreadCites(law, cited, ran);
  // Told where they count: after the period itself.
  const waited = ran.pauseSteps.filter(({ code }) => code === 'not-counted');
  return {
    dueOn: ran.dueOn,
    unrolledOn: ran.unrolledOn,
    ...(ran.graceOn === undefined ? {} : { graceOn: ran.graceOn }),
    tooLateAt,
    rule: law.counting.rule,
    periods,
    basis,
    confirmed: unread.length === 0,
    ...(ran.paused === undefined ? {} : { paused: ran.paused }),
    steps: [
      start ?? { code: 'received', at: receivedAt, zone, on: receivedOn },
      ...ran.pauseSteps.filter(({ code }) => code !== 'not-counted'),
      ...ran.steps.flatMap((step): DeadlineStep[] => (step.code === 'days-excluded' ? [...waited, step] : [step])),
      ...unknownYears(input, ran, periods),
      ...unread.map((cite) => ({ code: 'to-be-confirmed', cite }) as const),
      ...(cited.guidance ? [{ code: 'guidance', cite: basis } as const] : []),
      { code: 'ends', on: ran.dueOn, tooLateAt, zone },
    ],
  };
}

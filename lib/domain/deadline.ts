/** Statutory dates: when an answer is due, why, and the first instant that is too late. */
import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar/calendar.ts';
import { COUNTING_RULES, type CountStep } from './law/counting-rules.ts';
import { fullCite, type Cited, type Clock, type CountingRuleId, type Duty, type Law, type Period } from './law/law.ts';
import { answerClock } from './law/laws.ts';
import type { Right } from './rights.ts';

/** How a date came about, one step after the other; message catalogs turn codes into words. */
export type DeadlineStep =
  | { code: 'received'; at: string; zone: string; on: string }
  | CountStep
  /** Nothing is known about the place's holidays: only weekends were counted. */
  | { code: 'holidays-unknown'; calendar: string }
  /** Several clocks run; this right's is the earliest. */
  | { code: 'earliest-of'; right: Right; rights: Right[] }
  /** The text behind the figure has not been read yet. */
  | { code: 'to-be-confirmed'; cite: string }
  | { code: 'ends'; on: string; tooLateAt: string; zone: string };

export interface Deadline {
  /** Last day in time (ISO date). */
  dueOn: string;
  /** End of the period before weekends and holidays were looked at. */
  unrolledOn: string;
  /** Later day the law permits where `dueOn` is kept as the target. */
  graceOn?: string;
  /** First instant that is too late (ISO instant): the next local midnight. */
  tooLateAt: string;
  rule: CountingRuleId;
  /** The article, with its source named. */
  basis: string;
  steps: DeadlineStep[];
}

/** A deadline after an extension, with the last moment to tell the person. */
export interface ExtendedDeadline extends Deadline {
  noticeBy: Deadline;
}

interface ClockInput {
  law: Law;
  /** ISO instant. */
  receivedAt: string;
  /** IANA zone of the controller: receipt is the civil date there. */
  zone: string;
  calendar: Calendar;
}

/** A clock with the rights asked for; several rights are due when the first of them is. */
type ResponseInput = ClockInput & { rights?: readonly Right[] };

function dayAfter(date: string, zone: string): string {
  // The start of the day, not "00:00": in some zones a day begins at one o'clock.
  return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).toInstant().toString();
}

function count(input: ClockInput, periods: readonly Period[], cited: Cited): Deadline {
  const { law, calendar, zone } = input;
  const on = Temporal.Instant.from(input.receivedAt).toZonedDateTimeISO(zone).toPlainDate().toString();
  const { steps, ...dates } = COUNTING_RULES[law.counting.rule](on, periods, calendar);
  const tooLateAt = dayAfter(dates.dueOn, zone);
  const basis = fullCite(law, cited.cite);
  return {
    ...dates,
    tooLateAt,
    rule: law.counting.rule,
    basis,
    steps: [
      { code: 'received', at: input.receivedAt, zone, on },
      ...steps,
      ...(calendar.known ? [] : [{ code: 'holidays-unknown', calendar: calendar.id } as const]),
      ...(cited.status === 'confirmed' ? [] : [{ code: 'to-be-confirmed', cite: basis } as const]),
      { code: 'ends', on: dates.dueOn, tooLateAt, zone },
    ],
  };
}

/** The right whose answer is due first, with its date. */
function earliest(input: ResponseInput): { right: Right | undefined; clock: Clock; deadline: Deadline } {
  const rights: readonly (Right | undefined)[] = input.rights === undefined || input.rights.length === 0 ? [undefined] : input.rights;
  const all = rights.map((right) => {
    const clock = answerClock(input.law, right ?? 'access');
    return { right, clock, deadline: count(input, [clock], clock) };
  });
  return all.reduce((first, next) => (next.deadline.dueOn < first.deadline.dueOn ? next : first));
}

/** When the answer is due. With several rights: when the first of them is. */
export function responseDeadline(input: ResponseInput): Deadline {
  const { right, deadline } = earliest(input);
  const { rights } = input;
  if (right === undefined || rights === undefined || new Set(rights.map((each) => answerClock(input.law, each).duty)).size < 2)
    return deadline;
  return { ...deadline, steps: [...deadline.steps, { code: 'earliest-of', right, rights: [...rights] }] };
}

/**
 * When the answer is due after an extension, always counted from receipt: 31 January plus one month plus two is 30 April, not
 * 28 April. Undefined if the law knows no extension for what was asked.
 */
export function extensionDeadline(input: ResponseInput): ExtendedDeadline | undefined {
  const { extension } = input.law;
  const { clock } = earliest(input);
  if (extension === undefined || extension.notFor.some((right) => right === clock.duty)) return undefined;
  return { ...count(input, [clock, extension], extension), noticeBy: count(input, [extension.noticeBy], extension) };
}

/** When another duty of the law is due, counted from the instant that starts it; undefined if the law has no such clock. */
export function dutyDeadline(input: ClockInput & { duty: Duty }): Deadline | undefined {
  const clock = input.law.clocks.find(({ duty }) => duty === input.duty);
  return clock === undefined ? undefined : count(input, [clock], clock);
}

/** The clocks of a question under each of its laws, strictest first. */
import type { Calendar } from '../domain/calendar/calendar.ts';
import { type Clocks, clocksOf } from '../domain/clock/clocks.ts';
import type { Deadline } from '../domain/clock/deadline.ts';
import type { Law } from '../domain/law/law.ts';
import type { DeadlineQuestion } from './deadline-question.ts';

/** How to count what the question leaves open. */
export interface Counting {
  calendarFor: (law: Law) => Calendar;
  optionalPauses: boolean;
}

/** One law's clocks. */
export interface Answer {
  law: Law;
  clocks: Clocks;
}

/** The date by which a law wants an answer in the first place, before any extension. */
export function firstDate({ clocks: { dates } }: Answer): Deadline | undefined {
  return dates.respond ?? dates.act ?? dates.stop ?? dates.appeal;
}

/** Running clocks by date, then those that stand still, then laws without a number; of two equal dates the law named first counts. */
function byDate(a: Answer, b: Answer): number {
  const [first, second] = [firstDate(a), firstDate(b)];
  const rank = (date: Deadline | undefined): number => (date === undefined ? 2 : Number(date.paused !== undefined));
  return rank(first) - rank(second) || (first?.dueOn ?? '').localeCompare(second?.dueOn ?? '');
}

/** All laws' clocks, the strictest first. */
export function deadlinesOf(question: DeadlineQuestion, { calendarFor, optionalPauses }: Counting): Answer[] {
  const { laws, subject, receivedAt, zone, events } = question;
  const answers = laws.map((law) => ({
    law,
    clocks: clocksOf({ law, subject, receivedAt, zone, calendar: calendarFor(law), events, optionalPauses }),
  }));
  return answers.toSorted(byDate);
}

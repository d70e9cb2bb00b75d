/** The instants at which something has to be done about an open request, whatever else happens. */
import { Temporal } from 'temporal-polyfill';
import { workingDaysBefore } from '../domain/calendar/working-days.ts';
import type { Configuration } from '../domain/configuration.ts';
import type { AskedQuestion, Request } from '../domain/request.ts';
import { calendarOfRequest } from './casework.ts';
import { silenceEndsAt, startOf } from './silence.ts';

/** Later than everything. */
const NEVER = Infinity;

const DAY_MS = 24 * 3600 * 1000;

/** Days without an answer after which the person is reminded of a question, and after which staff are told. */
export const QUESTION_DAYS = { person: 14, staff: 30 } as const;

/** What the law's date sets is `Infinity` while the clock stands still, and computed anew when it runs again. */
export interface Milestones {
  /** Halfway to the end of the silence: one reminder to confirm the address. */
  remindAt: number;
  /** One for each of the policy's reminders, in their order. */
  staffAt: number[];
  /** The company's own target; `Infinity` where it has none, or where a reminder falls on that day anyway. */
  targetAt: number;
  /** Somebody must choose what happens with late systems. */
  chooseAt: number;
  /** What is verified goes out, if nobody chose and policy allows. */
  interimAt: number;
  tooLateAt: number;
  /** Questions the person has not answered. */
  questions: { number: number; personAt: number; staffAt: number }[];
}

function reminderAt({ receivedAt, verifiedAt, dueOn }: Request, configuration: Configuration): number {
  if (verifiedAt !== undefined) return NEVER;
  const from = Date.parse(receivedAt);
  return from + (silenceEndsAt({ dueOn }, configuration) - from) / 2;
}

type Statutory = Pick<Milestones, 'staffAt' | 'targetAt' | 'chooseAt' | 'interimAt' | 'tooLateAt'>;

function statutory(request: Request, configuration: Configuration): Statutory {
  const { reminders, lateChoiceWorkingDays, targetDays } = configuration.policies;
  const { dueOn, tooLateAt, clock } = request;
  if (clock.state === 'paused') {
    return { staffAt: reminders.map(() => NEVER), targetAt: NEVER, chooseAt: NEVER, interimAt: NEVER, tooLateAt: NEVER };
  }
  const daysBefore = (days: number): number => startOf(Temporal.PlainDate.from(dueOn).subtract({ days }), configuration);
  const calendar = calendarOfRequest({ configuration }, { law: clock.leading.law, receivedOn: request.receivedOn });
  return {
    staffAt: reminders.map((reminder) => daysBefore(reminder.daysBefore)),
    targetAt: targetDays === 0 || reminders.some((reminder) => reminder.daysBefore === targetDays) ? NEVER : daysBefore(targetDays),
    chooseAt: startOf(Temporal.PlainDate.from(workingDaysBefore(dueOn, lateChoiceWorkingDays, calendar)), configuration),
    interimAt: daysBefore(1),
    tooLateAt: Date.parse(tooLateAt),
  };
}

function questionDates({ number, askedAt, answeredAt, settledAt }: AskedQuestion): Milestones['questions'] {
  if (askedAt === undefined || answeredAt !== undefined || settledAt !== undefined) return [];
  const after = (days: number): number => Date.parse(askedAt) + days * DAY_MS;
  return [{ number, personAt: after(QUESTION_DAYS.person), staffAt: after(QUESTION_DAYS.staff) }];
}

/** All milestones of an open request as its events stand. */
export function milestones(request: Request, configuration: Configuration): Milestones {
  const questions = request.questions.flatMap(questionDates);
  return { remindAt: reminderAt(request, configuration), ...statutory(request, configuration), questions };
}

/** The first milestone after an instant; `Infinity` if there is none. */
export function nextMilestone(
  { remindAt, staffAt, targetAt, chooseAt, interimAt, tooLateAt, questions }: Milestones,
  after: number,
): number {
  const all = [remindAt, ...staffAt, targetAt, chooseAt, interimAt, tooLateAt, ...questions.flatMap((one) => [one.personAt, one.staffAt])];
  return Math.min(...all.filter((at) => at > after));
}

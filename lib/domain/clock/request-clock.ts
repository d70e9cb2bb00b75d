/** The clock of a request: every law and right that applies, and which date comes first. Recomputed from events, never stored. */
import { calendarFor, type ControllerPlace, lawOf } from '../law/laws.ts';
import type { Period, Question } from '../law/law.ts';
import { type Right, RIGHTS } from '../rights.ts';
import type { ClockEvent } from './clock-events.ts';
import { answerDate, type Clocks, clocksOf } from './clocks.ts';
import { civilDateIn, countDeadline, type Deadline } from './deadline.ts';

/** Where and how the company counts. */
export interface ClockPlace {
  controller: Omit<ControllerPlace, 'holidays'>;
  holidays?: ControllerPlace['holidays'];
  policies: { optionalPauses: boolean };
}

/** What of a request its clocks depend on. */
export interface ClockedRequest {
  /** Empty: nobody knows yet. */
  rights: readonly Right[];
  laws: readonly string[];
  receivedAt: string;
  receivedOn: string;
  clockEvents: readonly ClockEvent[];
  /** Rights that have been answered: they have no date to keep any more. */
  answered: readonly Right[];
}

/** One law's date for one right. */
export interface RightDate {
  law: string;
  right: Right;
  clocks: Clocks;
  deadline: Deadline;
}

/** By when a request must be answered, and what else there is. */
export interface RequestClock {
  state: 'running' | 'paused';
  /** Last day in time; while paused, the day it would be if nothing had been asked. */
  dueOn: string;
  tooLateAt: string;
  paused?: { about: Question; since: string; daysLeft: number; cite: string };
  /** Whose date it is: the strictest of all. */
  leading: RightDate;
  /** Every other law and right, earliest first; those that stand still come last. */
  others: RightDate[];
}

/** A letter may ask for any of them: until somebody has read it the shortest time of all counts. */
const ANYTHING: readonly Right[] = RIGHTS.filter((right) => right !== 'appeal');

/** What a company promises where a law gives no number ("without delay"). */
const OWN_TARGET: Period = { amount: 30, unit: 'day' };

/** All clocks of a request: one entry per law and right. */
export function allClocks(request: ClockedRequest, place: ClockPlace): Clocks[] {
  const { zone, country } = place.controller;
  return request.laws.flatMap((id) => {
    const law = lawOf({ law: id, receivedOn: request.receivedOn });
    const calendar = calendarFor(law, { country, ...(place.holidays && { holidays: place.holidays }) });
    const { receivedAt, clockEvents: events } = request;
    const { optionalPauses } = place.policies;
    return request.rights.map((subject) => clocksOf({ law, subject, receivedAt, zone, calendar, events, optionalPauses }));
  });
}

/** Without a number in the law, or without a law that gives the right, the answer still comes: by the date of an access request. */
function ownTarget(request: ClockedRequest, place: ClockPlace, right: Right): RightDate {
  const access = allClocks({ ...request, rights: ['access'] }, place).flatMap((clocks) => dated(clocks, right));
  const [first] = access.toSorted(byDate);
  if (first !== undefined) return { ...first, deadline: promised(first.deadline) };
  const law = lawOf({ law: request.laws[0]!, receivedOn: request.receivedOn });
  const { zone, country } = place.controller;
  const { receivedAt, receivedOn } = request;
  const input = { law, right, receivedAt, receivedOn, zone, calendar: calendarFor(law, { country }), questions: [], optionalPauses: false };
  const deadline = countDeadline(input, [OWN_TARGET], { cited: { cite: law.citation, status: 'confirmed' } });
  return { law: law.id, right, clocks: { law: law.id, subject: right, dates: {}, extended: false }, deadline: promised(deadline) };
}

/** A date that no law sets says so before it ends. */
function promised(deadline: Deadline): Deadline {
  const { steps } = deadline;
  return { ...deadline, steps: [...steps.slice(0, -1), { code: 'own-target' }, ...steps.slice(-1)] };
}

function dated(clocks: Clocks, right: Right): RightDate[] {
  const deadline = answerDate(clocks);
  return deadline === undefined ? [] : [{ law: clocks.law, right, clocks, deadline }];
}

/** Running clocks by date, then those that stand still. */
function byDate(a: RightDate, b: RightDate): number {
  const still = Number(a.deadline.paused !== undefined) - Number(b.deadline.paused !== undefined);
  return still || a.deadline.dueOn.localeCompare(b.deadline.dueOn);
}

/** The clock by the strictest date: due dates are compared, never numbers of days. Of two equal dates the first law counts. */
export function requestClock(request: ClockedRequest, place: ClockPlace): RequestClock {
  const rights = request.rights.length === 0 ? ANYTHING : request.rights;
  const open = rights.filter((right) => !request.answered.includes(right));
  const wanted = { ...request, rights: open.length > 0 ? open : rights };
  const known = allClocks(wanted, place).flatMap((clocks) => dated(clocks, clocks.subject as Right));
  const missing = wanted.rights.filter((right) => !known.some((one) => one.right === right));
  const all = [...known, ...missing.map((right) => ownTarget(request, place, right))].toSorted(byDate);
  const [leading, ...others] = all as [RightDate, ...RightDate[]];
  const { dueOn, tooLateAt, paused } = leading.deadline;
  return { state: paused === undefined ? 'running' : 'paused', dueOn, tooLateAt, leading, others, ...(paused && { paused }) };
}

/** The civil date on which something about a request happened. */
export const dateOf = (place: ClockPlace, instant: string): string => civilDateIn(place.controller.zone, instant);

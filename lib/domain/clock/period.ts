/** A period with its pauses: where it begins, which days do not count, and whether it stands still. */
import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../calendar/calendar.ts';
import { COUNTING_RULES, type Count, type CountedPeriod } from '../law/counting-rules.ts';
import { fullCite, holdsOn, type Law, type Pause, type Period, type Question } from '../law/law.ts';
import type { Asked } from './clock-events.ts';

/** What a question did to the period. */
export type PauseStep =
  | { code: 'restarted'; about: Question; on: string; cite: string }
  | { code: 'reflection'; from: string; to: string; cite: string }
  | { code: 'not-counted'; about: Question; from: string; to: string; cite: string };

/** An open question: there is no date until it is answered. */
export interface OpenPause {
  about: Question;
  /** ISO date of asking. */
  since: string;
  /** Calendar days of the period that were left when it was asked. */
  daysLeft: number;
  cite: string;
}

export interface Ran extends Count {
  anchor: string;
  pauseSteps: PauseStep[];
  /** Set while a question is open: the dates are those it would have if nothing had been asked. */
  paused?: OpenPause;
  /** Articles behind the pauses whose text has not been read. */
  unread: string[];
}

export interface PeriodInput {
  law: Law;
  right: string;
  receivedOn: string;
  calendar: Calendar;
  questions: readonly Asked[];
  /** Whether pauses that a law leaves to the company's policy are used. */
  optionalPauses: boolean;
}

interface Interval {
  from: string;
  /** Included. */
  to: string;
  cite: string;
}

const plusDays = (on: string, days: number): string => Temporal.PlainDate.from(on).add({ days }).toString();
const daysBetween = (from: string, to: string): number => Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;

/** What a question does to the clock of a right; undefined if nothing. */
export function pauseFor(
  { law, right, receivedOn, optionalPauses }: Pick<PeriodInput, 'law' | 'right' | 'receivedOn' | 'optionalPauses'>,
  about: Question,
): Pause | undefined {
  const pause = law.pauses[about];
  if (pause === undefined || pause.effect === 'none' || !holdsOn(pause, receivedOn)) return undefined;
  if (pause.optional && !optionalPauses) return undefined;
  return pause.appliesTo === undefined || (pause.appliesTo as readonly string[]).includes(right) ? pause : undefined;
}

/** Days that do not count, each once, however many questions were open on it; days before the period began are not in it. */
function excludedDays(intervals: readonly Interval[], anchor: string): number {
  const days = new Set<string>();
  for (const { from, to } of intervals) {
    for (let day = from < anchor ? anchor : from; day <= to; day = plusDays(day, 1)) days.add(day);
  }
  return days.size;
}

/** The period as far as the questions up to now let it run. */
class Running {
  readonly #input: PeriodInput;
  readonly #periods: readonly Period[];
  anchor: string;
  intervals: Interval[] = [];
  steps: PauseStep[] = [];
  unread: string[] = [];

  constructor(input: PeriodInput, periods: readonly Period[]) {
    this.#input = input;
    this.#periods = periods;
    this.anchor = input.receivedOn;
  }

  count(): Count {
    const amount = excludedDays(this.intervals, this.anchor);
    const cite = this.intervals[0]?.cite ?? '';
    const all: CountedPeriod[] = amount === 0 ? [...this.#periods] : [...this.#periods, { amount, unit: 'excludedDay', cite }];
    return COUNTING_RULES[this.#input.law.counting.rule](this.anchor, all, this.#input.calendar);
  }

  begin(on: string): void {
    if (on > this.anchor) this.anchor = on;
  }
}

function openPause(running: Running, { about, askedOn }: Asked, pause: Pause & { cite: string }): OpenPause {
  const { unrolledOn } = running.count();
  // The day of asking does not count any more; a period that begins anew is left whole.
  const daysLeft = pause.effect === 'restart' ? daysBetween(running.anchor, unrolledOn) : daysBetween(askedOn, unrolledOn) + 1;
  return { about, since: askedOn, daysLeft, cite: pause.cite };
}

/** Applies an answered question, or one whose asking alone has an effect. */
function apply(running: Running, { about, askedOn, answeredOn = askedOn }: Asked, pause: Pause): void {
  const { cite } = pause;
  if (pause.effect === 'restart') {
    running.begin(answeredOn);
    running.steps.push({ code: 'restarted', about, on: answeredOn, cite });
  } else if (pause.effect === 'reflection') {
    const to = plusDays(askedOn, pause.reflection?.amount ?? 0);
    running.begin(to);
    running.steps.push({ code: 'reflection', from: askedOn, to, cite });
  } else {
    const to = pause.effect === 'suspend' ? plusDays(answeredOn, -1) : answeredOn;
    if (to < askedOn) return;
    running.intervals.push({ from: askedOn, to, cite });
    running.steps.push({ code: 'not-counted', about, from: askedOn, to, cite });
  }
}

/**
 * Runs a period from receipt through the questions that were asked while it ran. A question asked after its end changes
 * nothing: what is over does not begin again.
 */
export function runPeriod(input: PeriodInput, periods: readonly Period[]): Ran {
  const running = new Running(input, periods);
  let paused: OpenPause | undefined;
  for (const question of input.questions) {
    const pause = pauseFor(input, question.about);
    if (pause === undefined || question.askedOn > running.count().dueOn) continue;
    const cited = { ...pause, cite: fullCite(input.law, pause.cite) };
    const open = question.answeredOn === undefined && pause.effect !== 'reflection';
    if (pause.status === 'toBeConfirmed') running.unread.push(cited.cite);
    if (open) paused ??= openPause(running, question, cited);
    else apply(running, question, cited);
  }
  const { anchor, unread } = running;
  // What was waited before the period began anew left nothing out of it.
  const pauseSteps = running.steps.filter((step) => step.code !== 'not-counted' || step.to >= anchor);
  return { ...running.count(), anchor, pauseSteps, unread, ...(paused === undefined ? {} : { paused }) };
}

/** By when a refusal must be told, and whether that day has passed. */
import type { RequestClock } from '../clock/request-clock.ts';
import type { Deadline } from '../clock/deadline.ts';
import type { Right } from '../rights.ts';

export interface RefusalDate {
  /** Last day in time. */
  on: string;
  tooLateAt: string;
  /** Where the law says so. */
  article: string;
}

/**
 * The first of the days by which the laws want refusals of these rights told: "without delay and at the latest within one month
 * of receipt" (Art. 12(4) GDPR), which no extension moves. A law without such a day wants it with the answer.
 */
export function refusalDate(
  { leading, others }: Pick<RequestClock, 'leading' | 'others'>,
  rights: readonly Right[],
): RefusalDate | undefined {
  const own = [leading, ...others].filter(({ right }) => rights.includes(right));
  const dates = own.map(({ clocks, deadline }): Deadline => clocks.dates.refuse ?? deadline);
  const [first] = dates.filter(({ paused }) => paused === undefined).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  return first && { on: first.dueOn, tooLateAt: first.tooLateAt, article: first.basis };
}

/** True if the person is told too late; possible still, and recorded. */
export function isLate(date: RefusalDate | undefined, now: number): boolean {
  return date !== undefined && now >= Date.parse(date.tooLateAt);
}

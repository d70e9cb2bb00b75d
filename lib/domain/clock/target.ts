/** The day by which a company means to have answered, ahead of the day by which it must. */
import { Temporal } from 'temporal-polyfill';

/** So many days before the statutory date; undefined where the company has no target of its own. */
export function targetOn(dueOn: string, { targetDays }: { targetDays: number }): string | undefined {
  return targetDays === 0 ? undefined : Temporal.PlainDate.from(dueOn).subtract({ days: targetDays }).toString();
}

/** How laws count days and months: one function per rule, chosen by the law's data. */
import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../calendar/calendar.ts';
import { countWorkingDays, rollForward, type DayOff } from '../calendar/working-days.ts';
import type { CountingRuleId, Period } from './law.ts';

/** One step of a count: a code with its parameters, which message catalogs turn into words. All dates are ISO dates. */
export type CountStep =
  | { code: 'first-day-excluded'; on: string; cite: string }
  | { code: 'period-added'; amount: number; unit: Period['unit']; from: string; to: string; cite: string }
  /** The month has no such day: the period ends on the month's last. */
  | { code: 'month-too-short'; day: number; on: string; cite: string }
  | { code: 'days-skipped'; days: DayOff[]; cite: string }
  | { code: 'moved-to-working-day'; from: string; to: string; because: DayOff[]; cite: string }
  /** The law would permit the later day; the earlier one stays the target. */
  | { code: 'not-moved'; on: string; graceOn: string; because: DayOff[]; cite: string };

export interface Count {
  unrolledOn: string;
  /** Last day in time. */
  dueOn: string;
  /** Later day the law permits without our relying on it. */
  graceOn?: string;
  steps: CountStep[];
}

/** Counts from the anchor; several periods are added to it at once, never one after the other's end. */
type CountingRule = (anchor: string, periods: readonly Period[], calendar: Calendar) => Count;

interface Cites {
  firstDay: string;
  month: string;
  roll: string;
}

function total(periods: readonly Period[], unit: Period['unit']): number {
  return periods.filter((period) => period.unit === unit).reduce((sum, { amount }) => sum + amount, 0);
}

/** The end of the period before any roll. Months before days; `constrain` ends a short month on its last day. */
function add(anchor: string, periods: readonly Period[], by: { calendar: Calendar; cites: Cites }): { on: string; steps: CountStep[] } {
  const start = Temporal.PlainDate.from(anchor);
  const months = total(periods, 'month');
  const inMonth = start.add({ months }, { overflow: 'constrain' });
  const plain = inMonth.add({ days: total(periods, 'day') }).toString();
  const { on, skipped } = countWorkingDays(plain, total(periods, 'businessDay'), by.calendar);
  const steps: CountStep[] = [{ code: 'first-day-excluded', on: anchor, cite: by.cites.firstDay }];
  for (const unit of ['month', 'day', 'businessDay'] as const) {
    const amount = total(periods, unit);
    if (amount > 0) steps.push({ code: 'period-added', amount, unit, from: anchor, to: on, cite: by.cites.month });
  }
  if (months > 0 && inMonth.day !== start.day)
    steps.push({ code: 'month-too-short', day: start.day, on: inMonth.toString(), cite: by.cites.month });
  if (skipped.length > 0) steps.push({ code: 'days-skipped', days: skipped, cite: by.cites.roll });
  return { on, steps };
}

/** A rule that moves a last day off weekends and holidays. */
function rolling(cites: Cites): CountingRule {
  return (anchor, periods, calendar) => {
    const { on, steps } = add(anchor, periods, { calendar, cites });
    const roll = rollForward(on, calendar);
    if (roll.on === on) return { unrolledOn: on, dueOn: on, steps };
    const moved: CountStep = { code: 'moved-to-working-day', from: on, to: roll.on, because: roll.skipped, cite: cites.roll };
    return { unrolledOn: on, dueOn: roll.on, steps: [...steps, moved] };
  };
}

/** A rule that keeps the last day and names the later one the law permits as grace. */
function keeping(cites: Cites): CountingRule {
  return (anchor, periods, calendar) => {
    const { on, steps } = add(anchor, periods, { calendar, cites });
    const roll = rollForward(on, calendar);
    if (roll.on === on) return { unrolledOn: on, dueOn: on, steps };
    const kept: CountStep = { code: 'not-moved', on, graceOn: roll.on, because: roll.skipped, cite: cites.roll };
    return { unrolledOn: on, dueOn: on, graceOn: roll.on, steps: [...steps, kept] };
  };
}

/** The counting rules by id. */
export const COUNTING_RULES: Record<CountingRuleId, CountingRule> = {
  // "Where the last day of a period ... is a public holiday, Sunday or Saturday, the period shall end with the expiry of the last
  // hour of the following working day." Art. 3(4). The day of the event initiates the period: C-171/03.
  'EU-1182': rolling({
    firstDay: 'Reg. 1182/71 Art. 3(1)',
    month: 'Reg. 1182/71 Art. 3(2)(c)',
    roll: 'Reg. 1182/71 Art. 3(4)',
  }),
  // Gov. Code 6800 and CCP 12a(b) would permit the roll, but 11 CCR 7021 says "calendar days".
  'US-CA': keeping({
    firstDay: 'Cal. Gov. Code 6800; CCP 12',
    month: '11 CCR 7021',
    roll: 'CCP 12a(a)-(b); Cal. Gov. Code 6800',
  }),
};

/** How laws count days and months: one function per rule, chosen by the law's data. */
import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../calendar/calendar.ts';
import { countWorkingDays, dayOff, rollForward, type DayOff } from '../calendar/working-days.ts';
import type { CountingRuleId, Period } from './law.ts';

/** One step of a count: a code with its parameters, which message catalogs turn into words. All dates are ISO dates. */
export type CountStep =
  | { code: 'first-day-excluded'; on: string; cite: string }
  | { code: 'period-added'; amount: number; unit: Period['unit']; from: string; to: string; cite: string }
  /** The month has no such day: the period ends on the month's last. */
  | { code: 'month-too-short'; day: number; on: string; cite: string }
  | { code: 'days-skipped'; days: DayOff[]; cite: string }
  /** Days between a question and its answer that do not count. */
  | { code: 'days-excluded'; days: number; from: string; to: string; cite: string }
  | { code: 'moved-to-working-day'; from: string; to: string; because: DayOff[]; cite: string }
  /** The law would permit the later day; the earlier one stays the target. */
  | { code: 'not-moved'; on: string; graceOn: string; because: DayOff[]; cite: string };

export interface Count {
  unrolledOn: string;
  /** Last day in time. */
  dueOn: string;
  /** Later day the law permits without our relying on it; the same day where it permits none. */
  graceOn?: string;
  steps: CountStep[];
}

/** Counts from the anchor; several periods are added to it at once, never one after the other's end. */
interface CountingRule {
  (anchor: string, periods: readonly CountedPeriod[], calendar: Calendar): Count;
}

/** A period, or days that an answer was waited for and which do not count. */
export type CountedPeriod = Period | { amount: number; unit: 'excludedDay'; cite: string };

interface Cites {
  firstDay: string;
  month: string;
  roll: string;
}

function total(periods: readonly CountedPeriod[], unit: CountedPeriod['unit']): number {
  return periods.filter((period) => period.unit === unit).reduce((sum, { amount }) => sum + amount, 0);
}

/** The end of the period before any roll. Months before days; `constrain` ends a short month on its last day. */
function add(
  anchor: string,
  periods: readonly CountedPeriod[],
  by: { calendar: Calendar; cites: Cites },
): { on: string; steps: CountStep[] } {
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
  return excluding({ on, steps }, periods);
}

/** Puts the end off by the days that do not count. */
function excluding(
  { on, steps }: { on: string; steps: CountStep[] },
  periods: readonly CountedPeriod[],
): { on: string; steps: CountStep[] } {
  const excluded = periods.find((period) => period.unit === 'excludedDay');
  const days = total(periods, 'excludedDay');
  if (excluded === undefined) return { on, steps };
  const to = Temporal.PlainDate.from(on).add({ days }).toString();
  return { on: to, steps: [...steps, { code: 'days-excluded', days, from: on, to, cite: excluded.cite }] };
}

/** "Any period expressed in days of two days or more shall include at least two working days": Reg. 1182/71 Art. 3(5). */
const LEAST_WORKING_DAYS = 2;

function rolled(anchor: string, on: string, { calendar, least }: { calendar: Calendar; least: number }): { on: string; skipped: DayOff[] } {
  const enough = countWorkingDays(anchor, least, calendar);
  return enough.on > on ? enough : rollForward(on, calendar);
}

/** A rule that moves a last day off weekends and holidays. */
function rolling(cites: Cites): CountingRule {
  return (anchor, periods, calendar) => {
    const { on, steps } = add(anchor, periods, { calendar, cites });
    const roll = rolled(anchor, on, { calendar, least: LEAST_WORKING_DAYS });
    if (roll.on === on) return { unrolledOn: on, dueOn: on, steps };
    const moved: CountStep = { code: 'moved-to-working-day', from: on, to: roll.on, because: roll.skipped, cite: cites.roll };
    return { unrolledOn: on, dueOn: roll.on, steps: [...steps, moved] };
  };
}

/** A rule that keeps the last day and names the later one the law permits as grace. */
function keeping(cites: Cites, roll: typeof rollForward = rollForward): CountingRule {
  return (anchor, periods, calendar) => {
    const { on, steps } = add(anchor, periods, { calendar, cites });
    const later = roll(on, calendar);
    if (later.on === on) return { unrolledOn: on, dueOn: on, graceOn: on, steps };
    const kept: CountStep = { code: 'not-moved', on, graceOn: later.on, because: later.skipped, cite: cites.roll };
    return { unrolledOn: on, dueOn: on, graceOn: later.on, steps: [...steps, kept] };
  };
}

/** A rule of calendar days that knows no roll, or whose roll nobody has read: the earlier day is the safe one. */
function plain(cite: string): CountingRule {
  const cites = { firstDay: cite, month: cite, roll: cite };
  return (anchor, periods, calendar) => {
    const { on, steps } = add(anchor, periods, { calendar, cites });
    return { unrolledOn: on, dueOn: on, steps };
  };
}

/** "Holiday" of the Canadian Interpretation Act includes Sunday and not Saturday (s.35). */
function rollOverSundays(on: string, calendar: Calendar): { on: string; skipped: DayOff[] } {
  const skipped: DayOff[] = [];
  let day = on;
  for (let off = dayOff(day, calendar); off !== undefined && off.reason !== 'saturday'; off = dayOff(day, calendar)) {
    skipped.push(off);
    day = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
  }
  return { on: day, skipped };
}

const EU_1182: Cites = {
  firstDay: 'Reg. 1182/71 Art. 3(1)',
  month: 'Reg. 1182/71 Art. 3(2)(c)',
  roll: 'Reg. 1182/71 Art. 3(4)',
};

/** The counting rules by id. */
export const COUNTING_RULES: Record<CountingRuleId, CountingRule> = {
  // "Where the last day of a period ... is a public holiday, Sunday or Saturday, the period shall end with the expiry of the last
  // hour of the following working day." Art. 3(4). The day of the event initiates the period: C-171/03.
  'EU-1182': rolling(EU_1182),
  // UK GDPR Art. 4A refers periods to the same regulation.
  'UK-1182': rolling({ firstDay: `UK GDPR Art. 4A; ${EU_1182.firstDay}`, month: `UK GDPR Art. 4A; ${EU_1182.month}`, roll: EU_1182.roll }),
  // Gov. Code 6800 and CCP 12a(b) would permit the roll, but 11 CCR 7021 says "calendar days".
  'US-CA': keeping({
    firstDay: 'Cal. Gov. Code 6800; CCP 12',
    month: '11 CCR 7021',
    roll: 'CCP 12a(a)-(b); Cal. Gov. Code 6800',
  }),
  // Some states roll by a general statute (Tex. Gov't Code 311.014, C.R.S. 2-4-108, Va. Code 1-210): not read, so not relied on.
  'US-GENERIC': plain('general rule of the state'),
  'CA-FED': keeping(
    { firstDay: 'Interpretation Act s.27', month: 'Interpretation Act s.27', roll: 'Interpretation Act s.26' },
    rollOverSundays,
  ),
  'CA-QC': plain('CCP art. 83'),
  BR: plain('LGPD Art. 19'),
  CH: plain('CO Arts 77-78'),
  KR: plain('Civil Act Arts 157, 161'),
  ZA: plain('Interpretation Act 33 of 1957 s.4'),
  NONE: plain('general rule of the country'),
};

/** Rules whose text was not read: a date they give is to be confirmed. */
export const UNREAD_RULES: ReadonlySet<CountingRuleId> = new Set(['US-GENERIC', 'CA-FED', 'CA-QC', 'BR', 'CH', 'KR', 'ZA']);

/** How holidays are written down as rules, and the days of a year they give. */
import { Temporal } from 'temporal-polyfill';

type Date = Temporal.PlainDate;

/** A rule with the years in which it holds; both ends included. */
export interface HolidayRule {
  /** Name in the language of the place, as its law has it. */
  name: string;
  since?: number;
  until?: number;
  /** The day in that year; for some rules also a day that belongs to the year before or after. */
  on(year: number): Date;
}

/** What happens to a holiday that falls on a weekend. */
export type Observance = (date: Date) => Date;

const date = (year: number, month: number, day: number): Date => Temporal.PlainDate.from({ year, month, day });

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876). */
export function easterSunday(year: number): Date {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return date(year, Math.floor(n / 31), (n % 31) + 1);
}

/** The same day every year. */
export function fixed(name: string, month: number, day: number): HolidayRule {
  return { name, on: (year) => date(year, month, day) };
}

/** So many days after Easter Sunday (negative: before). */
export function afterEaster(name: string, days: number): HolidayRule {
  return { name, on: (year) => easterSunday(year).add({ days }) };
}

/** The nth weekday (Monday is 1) on or after a day of the year, e.g. the third Monday from 1 January. */
export function weekdayFrom(name: string, at: { month: number; day: number; weekday: number; nth: number }): HolidayRule {
  return {
    name,
    on: (year) => {
      const start = date(year, at.month, at.day);
      const days = ((at.weekday - start.dayOfWeek + 7) % 7) + 7 * (at.nth - 1);
      return start.add({ days });
    },
  };
}

/** The last such weekday strictly before a day of the year. */
export function weekdayBefore(name: string, at: { month: number; day: number; weekday: number }): HolidayRule {
  return {
    name,
    on: (year) => {
      const end = date(year, at.month, at.day);
      return end.subtract({ days: ((end.dayOfWeek - at.weekday + 6) % 7) + 1 });
    },
  };
}

/** The rule limited to some years. */
export function during(rule: HolidayRule, years: { since?: number; until?: number }): HolidayRule {
  return { ...rule, ...years };
}

/** The rule with its weekend observance applied. */
export function observed(rule: HolidayRule, observance: Observance): HolidayRule {
  return { ...rule, on: (year) => observance(rule.on(year)) };
}

/** The holidays falling in a year, by ISO date. Looks at the neighbours, since New Year may be observed on 31 December. */
export function holidaysOf(rules: readonly HolidayRule[], year: number): Map<string, string> {
  const found = new Map<string, string>();
  for (const rule of rules) {
    for (const counted of [year - 1, year, year + 1]) {
      if (counted < (rule.since ?? counted) || counted > (rule.until ?? counted)) continue;
      const on = rule.on(counted);
      if (on.year === year) found.set(on.toString(), rule.name);
    }
  }
  return found;
}

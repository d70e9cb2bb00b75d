/** How holidays are written down as rules, and the days of a year they give. */
import { Temporal } from 'temporal-polyfill';

type Date = Temporal.PlainDate;

/** One holiday as its law has it. */
export interface HolidayRule {
  /** Name in the language of the place. */
  name: string;
  /** The day that belongs to that year, for some rules in the year before or after; undefined if there is none. */
  on(year: number): Date | undefined;
}

/** The rules of some places by ISO 3166 code; those of a region are all its rules. */
export type RulesByPlace = Readonly<Record<string, readonly HolidayRule[]>>;

const MONDAY = 1;
const SATURDAY = 6;
const SUNDAY = 7;

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

/** Easter Sunday of the Orthodox churches as a Gregorian date (Meeus' algorithm for the Julian calendar). */
export function orthodoxEasterSunday(year: number): Date {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const n = d + e + 114;
  const julianDaysBehind = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return date(year, Math.floor(n / 31), (n % 31) + 1).add({ days: julianDaysBehind });
}

/** The same day every year. */
export function fixed(name: string, month: number, day: number): HolidayRule {
  return { name, on: (year) => date(year, month, day) };
}

/** One ISO date and no other. */
export function once(name: string, on: string): HolidayRule {
  const day = Temporal.PlainDate.from(on);
  return { name, on: (year) => (year === day.year ? day : undefined) };
}

/** So many days after Easter Sunday (negative: before). */
export function afterEaster(name: string, days: number): HolidayRule {
  return { name, on: (year) => easterSunday(year).add({ days }) };
}

/** So many days after the Orthodox Easter Sunday (negative: before). */
export function afterOrthodoxEaster(name: string, days: number): HolidayRule {
  return { name, on: (year) => orthodoxEasterSunday(year).add({ days }) };
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

/** The nth Monday of a month. */
export function mondayOf(name: string, month: number, nth: number): HolidayRule {
  return weekdayFrom(name, { month, day: 1, weekday: MONDAY, nth });
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

/** The rule limited to some years; both ends included. */
export function during(rule: HolidayRule, { since = -Infinity, until = Infinity }: { since?: number; until?: number }): HolidayRule {
  return { ...rule, on: (year) => (year < since || year > until ? undefined : rule.on(year)) };
}

/** The rule without one year. */
export function except(rule: HolidayRule, year: number): HolidayRule {
  return { ...rule, on: (asked) => (asked === year ? undefined : rule.on(asked)) };
}

/** The rule with its day moved. */
export function observed(rule: HolidayRule, move: (date: Date) => Date): HolidayRule {
  return {
    ...rule,
    on: (year) => {
      const day = rule.on(year);
      return day === undefined ? undefined : move(day);
    },
  };
}

/** By how many days a holiday moves that falls on such a weekday. */
export function moved(by: { monday?: number; saturday?: number; sunday?: number }): (date: Date) => Date {
  const days: Record<number, number | undefined> = { [MONDAY]: by.monday, [SATURDAY]: by.saturday, [SUNDAY]: by.sunday };
  return (day) => day.add({ days: days[day.dayOfWeek] ?? 0 });
}

/** All rules, and for each of `moving` that falls on a weekend also the next day that is neither weekend nor holiday. */
export function withSubstitutes(moving: readonly HolidayRule[], others: readonly HolidayRule[]): HolidayRule[] {
  const substitutesIn = (year: number): (Date | undefined)[] => {
    const taken = new Set([...moving, ...others].map((rule) => rule.on(year)?.toString()));
    return moving.map((rule) => {
      let day = rule.on(year);
      if (day === undefined || day.dayOfWeek < SATURDAY) return undefined;
      while (day.dayOfWeek >= SATURDAY || taken.has(day.toString())) day = day.add({ days: 1 });
      taken.add(day.toString());
      return day;
    });
  };
  return [...moving, ...others, ...moving.map(({ name }, index) => ({ name, on: (year: number) => substitutesIn(year)[index] }))];
}

/** The holidays falling in a year, by ISO date. Looks at the neighbours, since New Year may be observed on 31 December. */
export function holidaysOf(rules: readonly HolidayRule[], year: number): Map<string, string> {
  const found = new Map<string, string>();
  for (const rule of rules) {
    for (const counted of [year - 1, year, year + 1]) {
      const on = rule.on(counted);
      if (on?.year === year) found.set(on.toString(), rule.name);
    }
  }
  return found;
}

/** Dates counted once more with nothing but `Date.UTC`: what the engine must come to. */
import type { SourcePeriod } from './source.ts';

const DAY = 86_400_000;
const at = (on: string): number => Date.parse(`${on}T00:00:00Z`);
const on = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

export const plusDays = (from: string, days: number): string => on(at(from) + days * DAY);

/** The same day of a later month, or the last one that month has. */
export function plusMonths(from: string, months: number): string {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return on(Date.UTC(year, month - 1 + months, Math.min(day, last)));
}

const isSunday = (date: string): boolean => new Date(at(date)).getUTCDay() === 0;
const isWeekend = (date: string): boolean => isSunday(date) || new Date(at(date)).getUTCDay() === 6;

/** The first day from a date on that is neither weekend nor holiday. */
export function workingDay(date: string, holidays: ReadonlySet<string>): string {
  return isWeekend(date) || holidays.has(date) ? workingDay(plusDays(date, 1), holidays) : date;
}

/** The first day from a date on that is neither Sunday nor holiday. */
export function notSunday(date: string, holidays: ReadonlySet<string>): string {
  return isSunday(date) || holidays.has(date) ? notSunday(plusDays(date, 1), holidays) : date;
}

/** The day after so many working days. */
export function plusWorkingDays(from: string, days: number, holidays: ReadonlySet<string>): string {
  return days === 0 ? from : plusWorkingDays(workingDay(plusDays(from, 1), holidays), days - 1, holidays);
}

/** The end of periods that are added together to one start. */
export function endOf(start: string, periods: readonly SourcePeriod[], holidays: ReadonlySet<string>): string {
  const sum = (unit: SourcePeriod['unit']): number => periods.reduce((all, period) => all + (period.unit === unit ? period.amount : 0), 0);
  return plusWorkingDays(plusDays(plusMonths(start, sum('month')), sum('day')), sum('businessDay'), holidays);
}

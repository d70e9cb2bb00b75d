/** Working days: neither Saturday nor Sunday nor a holiday of the calendar. */
import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.ts';

/** Why a day is not a working day. */
export type DayOff = { on: string; reason: 'saturday' | 'sunday' } | { on: string; reason: 'holiday'; name: string };

/** Says why an ISO date is no working day; undefined if it is one. A holiday on a weekend is reported as the holiday. */
export function dayOff(date: string, calendar: Calendar): DayOff | undefined {
  const name = calendar.holidayOn(date);
  if (name !== undefined) return { on: date, reason: 'holiday', name };
  const day = Temporal.PlainDate.from(date).dayOfWeek;
  if (day < 6) return undefined;
  return { on: date, reason: day === 6 ? 'saturday' : 'sunday' };
}

/** True if the ISO date is a working day. */
export function workingDay(date: string, calendar: Calendar): boolean {
  return dayOff(date, calendar) === undefined;
}

function step(date: string, days: 1 | -1): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The nth working day after a date (the date itself is not counted), with the days passed over. */
export function countWorkingDays(date: string, count: number, calendar: Calendar): { on: string; skipped: DayOff[] } {
  const skipped: DayOff[] = [];
  let on = date;
  for (let left = count; left > 0;) {
    on = step(on, 1);
    const off = dayOff(on, calendar);
    if (off === undefined) left -= 1;
    else skipped.push(off);
  }
  return { on, skipped };
}

/** The nth working day after a date; the date itself is not counted. */
export function addWorkingDays(date: string, count: number, calendar: Calendar): string {
  return countWorkingDays(date, count, calendar).on;
}

/** The nth working day before a date; the date itself is not counted. */
export function workingDaysBefore(date: string, count: number, calendar: Calendar): string {
  let on = date;
  for (let left = count; left > 0;) {
    on = step(on, -1);
    if (workingDay(on, calendar)) left -= 1;
  }
  return on;
}

/** The date itself if it is a working day, else the next one, with the days passed over. */
export function rollForward(date: string, calendar: Calendar): { on: string; skipped: DayOff[] } {
  const skipped: DayOff[] = [];
  let on = date;
  for (let off = dayOff(on, calendar); off !== undefined; off = dayOff(on, calendar)) {
    skipped.push(off);
    on = step(on, 1);
  }
  return { on, skipped };
}

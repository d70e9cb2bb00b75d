/** The holidays of a calendar in one year, as a list to compare with. */
import type { Calendar } from '../../../lib/domain/calendar/calendar.ts';

/** All ISO dates of a year. */
export function daysOf(year: number): string[] {
  const days = Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10));
  return days.filter((day) => day.startsWith(`${year}-`));
}

/** The holidays as `MM-DD`, separated by spaces. */
export function holidaysIn(calendar: Calendar, year: number): string {
  const days = daysOf(year).filter((day) => calendar.holidayOn(day) !== undefined);
  return days.map((day) => day.slice(5)).join(' ');
}

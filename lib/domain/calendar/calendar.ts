/** Holiday calendars: which days are holidays in a place, by own rules and without a data file. */
import { GERMANY } from './germany.ts';
import { holidaysOf, type HolidayRule } from './holiday-rules.ts';
import { UNITED_STATES } from './united-states.ts';

/** The holidays of one place. */
export interface Calendar {
  /** ISO 3166-1 or -2 as asked for. */
  id: string;
  /** False if nothing is known about the place: then only weekends count, which never makes a date later. */
  known: boolean;
  /** Name of the holiday on an ISO date; undefined if it is none. */
  holidayOn(date: string): string | undefined;
}

const CALENDARS: Record<string, HolidayRule[]> = { ...GERMANY, ...UNITED_STATES };

/** The rules of the region, else of its country. */
function rulesOf(id: string): HolidayRule[] | undefined {
  return CALENDARS[id] ?? CALENDARS[id.slice(0, 2)];
}

/** The calendar of a country or region; one that knows weekends only if the place is not known. */
export function calendarOf(id: string): Calendar {
  const rules = rulesOf(id);
  const years = new Map<number, Map<string, string>>();
  return {
    id,
    known: rules !== undefined,
    holidayOn: (date) => {
      const year = Number(date.slice(0, 4));
      const holidays = years.get(year) ?? holidaysOf(rules ?? [], year);
      years.set(year, holidays);
      return holidays.get(date);
    },
  };
}

/** A calendar of exactly these ISO dates. */
export function calendarWith(id: string, dates: readonly string[]): Calendar {
  const holidays = new Set(dates);
  return { id, known: true, holidayOn: (date) => (holidays.has(date) ? 'holiday' : undefined) };
}

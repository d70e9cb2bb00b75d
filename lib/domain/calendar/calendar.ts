/** Holiday calendars: which days are holidays in a place, by own rules and without a data file, as the operator corrects them. */
import { holidaysOf } from './holiday-rules.ts';
import { countryOf, placeOf, type Place } from './places.ts';

/** The holidays of one place. */
export interface Calendar {
  /** ISO 3166-1 or -2 as asked for. */
  id: string;
  /** False if the holidays of that year are not known: then only weekends count, which never makes a date later. */
  knownIn(year: number): boolean;
  /** Name of the holiday on an ISO date; undefined if it is none. */
  holidayOn(date: string): string | undefined;
}

/**
 * What the operator knows better, by place: ISO date -> name of days to add, and ISO dates to remove. What is said of a country
 * holds for its regions, unless the region's own entry says otherwise; a day both added and removed is added.
 */
export type HolidayOverrides = Readonly<Record<string, { add?: Readonly<Record<string, string>>; remove?: readonly string[] }>>;

/** Worked out once per place and year: calendars are made for every request. */
const computed = new WeakMap<Place['rules'], Map<number, ReadonlyMap<string, string>>>();

function holidaysIn({ rules }: Place, year: number): ReadonlyMap<string, string> {
  const years = computed.get(rules) ?? new Map<number, ReadonlyMap<string, string>>();
  computed.set(rules, years);
  const holidays = years.get(year) ?? holidaysOf(rules, year);
  years.set(year, holidays);
  return holidays;
}

/**
 * The calendar of a country or region; a region without rules of its own has those of its country, a place that is not known has
 * weekends only. Days that the operator adds count in every year, also where nothing else is known.
 */
export function calendarOf(id: string, overrides: HolidayOverrides = {}): Calendar {
  const place = placeOf(id);
  const corrections = [...new Set([id, countryOf(id)])].map((each) => overrides[each] ?? {});
  const knownIn = (year: number): boolean => place !== undefined && year >= place.since && year <= place.until;
  return {
    id,
    knownIn,
    holidayOn: (date) => {
      for (const { add, remove } of corrections) {
        const added = add?.[date];
        if (added !== undefined) return added;
        if (remove?.includes(date)) return undefined;
      }
      const year = Number(date.slice(0, 4));
      return place !== undefined && knownIn(year) ? holidaysIn(place, year).get(date) : undefined;
    },
  };
}

/** A calendar of exactly these ISO dates in all years. */
export function calendarWith(id: string, dates: readonly string[]): Calendar {
  const holidays = new Set(dates);
  return { id, knownIn: () => true, holidayOn: (date) => (holidays.has(date) ? 'holiday' : undefined) };
}

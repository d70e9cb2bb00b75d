/** Federal holidays of the United States and the days on which California's state offices close. */
import { during, fixed, observed, weekdayBefore, weekdayFrom, type HolidayRule, type Observance } from './holiday-rules.ts';

const SATURDAY = 6;
const SUNDAY = 7;

/** 5 U.S.C. 6103(b): Saturday is observed on Friday, Sunday on Monday. */
const federal: Observance = (date) =>
  date.dayOfWeek === SATURDAY ? date.subtract({ days: 1 }) : date.dayOfWeek === SUNDAY ? date.add({ days: 1 }) : date;

/** Cal. Gov. Code 6701: only a Sunday moves, except Veterans Day. */
const californian: Observance = (date) => (date.dayOfWeek === SUNDAY ? date.add({ days: 1 }) : date);

const NEW_YEAR = fixed("New Year's Day", 1, 1);
const KING = during(weekdayFrom('Martin Luther King Jr. Day', { month: 1, day: 1, weekday: 1, nth: 3 }), { since: 1986 });
const PRESIDENTS = weekdayFrom("Washington's Birthday", { month: 2, day: 1, weekday: 1, nth: 3 });
const MEMORIAL = weekdayBefore('Memorial Day', { month: 6, day: 1, weekday: 1 });
const JUNETEENTH = fixed('Juneteenth', 6, 19);
const INDEPENDENCE = fixed('Independence Day', 7, 4);
const LABOR = weekdayFrom('Labor Day', { month: 9, day: 1, weekday: 1, nth: 1 });
const COLUMBUS = weekdayFrom('Columbus Day', { month: 10, day: 1, weekday: 1, nth: 2 });
const VETERANS = fixed('Veterans Day', 11, 11);
const THANKSGIVING = weekdayFrom('Thanksgiving Day', { month: 11, day: 1, weekday: 4, nth: 4 });
const DAY_AFTER: HolidayRule = { name: 'Day after Thanksgiving', on: (year) => THANKSGIVING.on(year).add({ days: 1 }) };
const CHRISTMAS = fixed('Christmas Day', 12, 25);
const CHAVEZ = during(fixed('Cesar Chavez Day', 3, 31), { since: 2000 });

const FEDERAL: HolidayRule[] = [
  observed(NEW_YEAR, federal),
  KING,
  PRESIDENTS,
  MEMORIAL,
  during(observed(JUNETEENTH, federal), { since: 2021 }),
  observed(INDEPENDENCE, federal),
  LABOR,
  COLUMBUS,
  observed(VETERANS, federal),
  THANKSGIVING,
  observed(CHRISTMAS, federal),
];

/**
 * The CCPA does not say what a business day is. Fewer holidays give earlier dates, so days that only part of the state's
 * offices keep (Lincoln, Admission, Native American and Columbus Day) are left out.
 */
const CALIFORNIA: HolidayRule[] = [
  observed(NEW_YEAR, californian),
  KING,
  PRESIDENTS,
  observed(CHAVEZ, californian),
  MEMORIAL,
  // Not in the list of days that move.
  during(JUNETEENTH, { since: 2023 }),
  observed(INDEPENDENCE, californian),
  LABOR,
  observed(VETERANS, federal),
  THANKSGIVING,
  DAY_AFTER,
  observed(CHRISTMAS, californian),
];

/** Calendars by ISO 3166 code. */
export const UNITED_STATES: Record<string, HolidayRule[]> = { US: FEDERAL, 'US-CA': CALIFORNIA };

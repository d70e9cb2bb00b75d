/** Federal holidays of the United States (5 U.S.C. 6103) and the days on which California's state offices close. */
import {
  during,
  fixed,
  mondayOf,
  moved,
  observed,
  weekdayBefore,
  weekdayFrom,
  type HolidayRule,
  type RulesByPlace,
} from './holiday-rules.ts';

/** 5 U.S.C. 6103(b): Saturday is observed on Friday, Sunday on Monday. */
const federal = moved({ saturday: -1, sunday: 1 });

/** Cal. Gov. Code 6701: only a Sunday moves, except Veterans Day. */
const californian = moved({ sunday: 1 });

const NEW_YEAR = fixed("New Year's Day", 1, 1);
const KING = mondayOf('Martin Luther King Jr. Day', 1, 3);
const PRESIDENTS = mondayOf("Washington's Birthday", 2, 3);
const MEMORIAL = weekdayBefore('Memorial Day', { month: 6, day: 1, weekday: 1 });
const JUNETEENTH = fixed('Juneteenth', 6, 19);
const INDEPENDENCE = fixed('Independence Day', 7, 4);
const LABOR = mondayOf('Labor Day', 9, 1);
const COLUMBUS = mondayOf('Columbus Day', 10, 2);
const VETERANS = fixed('Veterans Day', 11, 11);
const THANKSGIVING = weekdayFrom('Thanksgiving Day', { month: 11, day: 1, weekday: 4, nth: 4 });
const DAY_AFTER: HolidayRule = { ...observed(THANKSGIVING, (date) => date.add({ days: 1 })), name: 'Day after Thanksgiving' };
const CHRISTMAS = fixed('Christmas Day', 12, 25);
const CHAVEZ = fixed('Cesar Chavez Day', 3, 31);

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
 * offices keep (Lincoln, Admission, Native American and Columbus Day, Diwali) are left out.
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

/** `US-CA` has its own list: California keeps days of its own and not all federal ones. */
export const UNITED_STATES: RulesByPlace = { US: FEDERAL, 'US-CA': CALIFORNIA };

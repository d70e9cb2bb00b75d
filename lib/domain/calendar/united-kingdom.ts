/**
 * Bank holidays of the United Kingdom: Banking and Financial Dealings Act 1971, s. 1 and Sch. 1, with the royal proclamations
 * under it; St Andrew's Day Bank Holiday (Scotland) Act 2007; Christmas Day and Good Friday by common law (in Scotland by the Act).
 */
import {
  afterEaster,
  except,
  fixed,
  mondayOf,
  moved,
  observed,
  once,
  weekdayBefore,
  type HolidayRule,
  type RulesByPlace,
} from './holiday-rules.ts';

/** A day given in place of one on a weekend. */
const toMonday = moved({ saturday: 2, sunday: 1 });
/** Of two days in a row: the second one goes to Monday or Tuesday, whichever the first one leaves. */
const toMondayOrTuesday = moved({ saturday: 2, sunday: 2 });
/** The same, where the first of the two may have moved to the Monday on which the second one falls. */
const afterNewYear = moved({ saturday: 2, sunday: 2, monday: 1 });

const EVERYWHERE: HolidayRule[] = [
  observed(fixed("New Year's Day", 1, 1), toMonday),
  afterEaster('Good Friday', -2),
  except(mondayOf('Early May bank holiday', 5, 1), 2020),
  once('Early May bank holiday (VE day)', '2020-05-08'),
  except(weekdayBefore('Spring bank holiday', { month: 6, day: 1, weekday: 1 }), 2022),
  once('Spring bank holiday', '2022-06-02'),
  once('Platinum Jubilee bank holiday', '2022-06-03'),
  once('Bank Holiday for the State Funeral of Queen Elizabeth II', '2022-09-19'),
  once('Bank holiday for the coronation of King Charles III', '2023-05-08'),
  observed(fixed('Christmas Day', 12, 25), toMondayOrTuesday),
  observed(fixed('Boxing Day', 12, 26), toMondayOrTuesday),
];

const EASTER_MONDAY = afterEaster('Easter Monday', 1);
const SUMMER = weekdayBefore('Summer bank holiday', { month: 9, day: 1, weekday: 1 });
const ENGLAND_AND_WALES = [...EVERYWHERE, EASTER_MONDAY, SUMMER];

/** `GB` holds what the four nations share. */
export const UNITED_KINGDOM: RulesByPlace = {
  GB: EVERYWHERE,
  'GB-ENG': ENGLAND_AND_WALES,
  'GB-WLS': ENGLAND_AND_WALES,
  'GB-SCT': [
    ...EVERYWHERE,
    observed(fixed('2nd January', 1, 2), afterNewYear),
    once('World Cup bank holiday', '2026-06-15'),
    mondayOf('Summer bank holiday', 8, 1),
    observed(fixed("St Andrew's Day", 11, 30), toMonday),
  ],
  'GB-NIR': [
    ...EVERYWHERE,
    observed(fixed("St Patrick's Day", 3, 17), toMonday),
    EASTER_MONDAY,
    observed(fixed('Battle of the Boyne', 7, 12), toMonday),
    SUMMER,
  ],
};

/** Holidays of the countries, pinned as their official lists have them. */
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../lib/domain/calendar/calendar.ts';
import { PLACES } from '../../../lib/domain/calendar/places.ts';
import { holidaysIn } from './holidays-in.ts';

/** Without Sundays that are holidays every year, and Saturdays likewise: they are days off anyway. */
const IN_2026: Record<string, string> = {
  AT: '01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 11-01 12-08 12-25 12-26',
  BE: '01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25',
  BG: '01-01 03-03 04-10 04-11 04-13 05-01 05-06 05-24 05-25 09-06 09-07 09-22 12-24 12-25 12-26 12-28',
  CA: '01-01 04-03 04-06 05-18 07-01 09-07 09-30 10-12 11-11 12-25',
  CY: '01-01 01-06 02-23 03-25 04-01 04-10 04-13 05-01 06-01 08-15 10-01 10-28 12-25 12-26',
  CZ: '01-01 04-03 04-06 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26',
  DE: '01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26',
  DK: '01-01 04-02 04-03 04-06 05-14 05-25 12-25 12-26',
  EE: '01-01 02-24 04-03 05-01 06-23 06-24 08-20 12-24 12-25 12-26',
  ES: '01-01 01-06 04-03 05-01 08-15 10-12 11-01 12-06 12-08 12-25',
  FI: '01-01 01-06 04-03 04-06 05-01 05-14 12-06 12-25 12-26',
  FR: '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25',
  GB: '01-01 04-03 05-04 05-25 12-25 12-28',
  GR: '01-01 01-06 02-23 03-25 04-10 04-13 05-01 06-01 08-15 10-28 12-25 12-26',
  HR: '01-01 01-06 04-06 05-01 05-30 06-04 06-22 08-05 08-15 11-01 11-18 12-25 12-26',
  HU: '01-01 03-15 04-03 04-06 05-01 05-25 08-20 10-23 11-01 12-25 12-26',
  IE: '01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25 12-26',
  IS: '01-01 04-02 04-03 04-06 04-23 05-01 05-14 05-25 06-17 08-03 12-25 12-26',
  IT: '01-01 01-06 04-06 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26',
  LI: '01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 09-08 11-01 12-08 12-25 12-26',
  LT: '01-01 02-16 03-11 04-06 05-01 06-24 07-06 08-15 11-01 11-02 12-24 12-25 12-26',
  LU: '01-01 04-06 05-01 05-09 05-14 05-25 06-23 08-15 11-01 12-25 12-26',
  LV: '01-01 04-03 04-06 05-01 05-04 06-23 06-24 11-18 12-24 12-25 12-26 12-31',
  MT: '01-01 02-10 03-19 03-31 04-03 05-01 06-07 06-29 08-15 09-08 09-21 12-08 12-13 12-25',
  NL: '01-01 04-06 04-27 05-05 05-14 05-25 12-25 12-26',
  NO: '01-01 04-02 04-03 04-06 05-01 05-14 05-17 05-25 12-25 12-26',
  PL: '01-01 01-06 04-06 05-01 05-03 06-04 08-15 11-01 11-11 12-24 12-25 12-26',
  PT: '01-01 04-03 04-25 05-01 06-04 06-10 08-15 10-05 11-01 12-01 12-08 12-25',
  RO: '01-01 01-02 01-06 01-07 01-24 04-10 04-13 05-01 06-01 08-15 11-30 12-01 12-25 12-26',
  SE: '01-01 01-06 04-03 04-06 05-01 05-14 06-06 12-25 12-26',
  SI: '01-01 01-02 02-08 04-06 04-27 05-01 05-02 06-25 08-15 10-31 11-01 12-25 12-26',
  SK: '01-01 01-06 04-03 04-06 05-01 07-05 08-29 11-01 12-24 12-25 12-26',
  US: '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25',
};

describe('the holidays of 2026', () => {
  it.each(Object.entries(IN_2026))('in %s are %s', (id, holidays) => expect(holidaysIn(calendarOf(id), 2026)).toBe(holidays));

  it('are pinned for every country that is known', () => {
    expect(PLACES.filter((id) => !id.includes('-'))).toEqual(Object.keys(IN_2026));
  });
});

/** What a parliament or government changed within the years claimed, and what moves: a date, and whether it is a holiday. */
const CHANGES: [reason: string, id: string, on: string, is: boolean][] = [
  ['Bulgaria gives two days for two of Christmas on a weekend', 'BG', '2022-12-28', true],
  ['Bulgaria gives the day after Easter Monday for 1 May on Holy Saturday', 'BG', '2021-05-04', true],
  ['Bulgaria gives no day for Easter', 'BG', '2026-04-14', false],
  ['Canada moves 1 July from a Sunday', 'CA', '2018-07-02', true],
  ['Canada keeps 30 September since 2021', 'CA', '2020-09-30', false],
  ['Croatia has kept another Statehood Day since 2020', 'HR', '2019-06-25', true],
  ['Croatia has kept another Statehood Day since 2020', 'HR', '2020-06-25', false],
  ['Croatia has kept another Statehood Day since 2020', 'HR', '2022-05-30', true],
  ['Croatia dropped 8 October in 2020', 'HR', '2020-10-08', false],
  ['Denmark kept Store bededag', 'DK', '2023-05-05', true],
  ['Denmark dropped Store bededag', 'DK', '2024-04-26', false],
  ['Denmark never made Constitution Day a holiday for all', 'DK', '2026-06-05', false],
  ['Greece moves 1 May out of Holy Week', 'GR', '2024-05-01', false],
  ['Greece moves 1 May out of Holy Week', 'GR', '2024-05-07', true],
  ['Hungary exchanges 24 December for a Saturday, which is no holiday', 'HU', '2026-12-24', false],
  ['Iceland greets the summer on a Thursday from 19 to 25 April', 'IS', '2024-04-25', true],
  ['Ireland keeps St Brigid on a Monday', 'IE', '2023-02-06', true],
  ['Ireland keeps St Brigid on 1 February if that is a Friday', 'IE', '2030-02-01', true],
  ['Ireland keeps St Brigid on 1 February if that is a Friday', 'IE', '2030-02-04', false],
  ['Ireland did not keep St Brigid before 2023', 'IE', '2022-02-07', false],
  ['Ireland remembered once', 'IE', '2022-03-18', true],
  ['Ireland has no Good Friday', 'IE', '2026-04-03', false],
  ['Ireland does not keep 1 May, but the first Monday', 'IE', '2026-05-01', false],
  ['Italy keeps St Francis since 2026', 'IT', '2027-10-04', true],
  ['Italy keeps St Francis since 2026', 'IT', '2024-10-04', false],
  ['Italy has no Whit Monday', 'IT', '2026-05-25', false],
  ['Latvia gives the Monday for 4 May on a weekend', 'LV', '2024-05-06', true],
  ['Latvia gives no day for 1 May on a weekend', 'LV', '2027-05-03', false],
  ['Latvia sang', 'LV', '2023-07-10', true],
  ['Latvia won bronze', 'LV', '2023-05-29', true],
  ['Lithuania keeps 2 November since 2020', 'LT', '2020-11-02', true],
  ['Luxembourg keeps 9 May since 2019', 'LU', '2018-05-09', false],
  ['Luxembourg keeps 9 May since 2019', 'LU', '2019-05-09', true],
  ['the Netherlands keep the King on Saturday if his birthday is a Sunday', 'NL', '2025-04-26', true],
  ['the Netherlands keep the King on Saturday if his birthday is a Sunday', 'NL', '2025-04-27', false],
  ['Poland celebrated a hundred years with one more day', 'PL', '2018-11-12', true],
  ['Poland keeps 24 December since 2025', 'PL', '2024-12-24', false],
  ['Romania keeps Epiphany since 2024', 'RO', '2023-01-06', false],
  ['Slovakia has worked on 1 September since 2024', 'SK', '2023-09-01', true],
  ['Slovakia has worked on 1 September since 2024', 'SK', '2025-09-01', false],
  ['Slovakia has worked on 17 November since 2025', 'SK', '2023-11-17', true],
  ['Slovakia has worked on 17 November since 2025', 'SK', '2025-11-17', false],
  ['Slovakia worked on 8 May in 2026', 'SK', '2025-05-08', true],
  ['Slovakia worked on 8 May in 2026', 'SK', '2026-05-08', false],
  ['Sweden has no holiday on Midsummer Eve', 'SE', '2026-06-19', false],
  ['the United States keep Juneteenth since 2021', 'US', '2020-06-19', false],
  ['the United States observe New Year 2028 in 2027', 'US', '2027-12-31', true],
  ['the United States observe New Year 2028 in 2027', 'US', '2028-01-01', false],
];

describe('what changed and what moves', () => {
  it.each(CHANGES)('%s (%s, %s: %s)', (_reason, id, on, is) => expect(calendarOf(id).holidayOn(on) !== undefined).toBe(is));
});

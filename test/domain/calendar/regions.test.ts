/** Regions whose law gives other days than their country's. */
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../lib/domain/calendar/calendar.ts';
import { PLACES } from '../../../lib/domain/calendar/places.ts';
import { daysOf, holidaysIn } from './holidays-in.ts';

/** They have lists of their own, which do not add to that of the country. */
const OWN_LISTS = ['CA-QC', 'US-CA'];

describe('regions', () => {
  it.each(PLACES.filter((id) => id.includes('-') && !OWN_LISTS.includes(id)))('%s keeps what its country keeps', (id) => {
    const [region, country] = [calendarOf(id), calendarOf(id.slice(0, 2))];
    for (const year of [2018, 2020, 2022, 2026, 2028]) {
      const missing = daysOf(year).filter((day) => country.holidayOn(day) !== undefined && region.holidayOn(day) === undefined);
      expect(missing).toEqual([]);
    }
  });

  it.each([
    ['DE-BY', '2026-01-06', true],
    ['DE-BE', '2026-01-06', false],
    ['DE-BE', '2026-03-08', true],
    ['DE-BE', '2018-03-08', false],
    ['DE-MV', '2023-03-08', true],
    ['DE-BE', '2025-05-08', true],
    ['DE-BE', '2026-05-08', false],
    ['DE-NW', '2026-06-04', true],
    ['DE-HH', '2026-06-04', false],
    ['DE-SL', '2026-08-15', true],
    // Kept by Catholic municipalities only.
    ['DE-BY', '2026-08-15', false],
    ['DE-TH', '2026-09-20', true],
    ['DE-TH', '2018-09-20', false],
    ['DE-HH', '2018-10-31', true],
    ['DE-BW', '2018-10-31', false],
    ['DE-SN', '2026-11-18', true],
    ['DE-SN', '2022-11-16', true],
    ['DE-ST', '2026-11-18', false],
    // Days of banks.
    ['DE', '2026-12-24', false],
    ['DE', '2026-12-31', false],
    ['ES-AN', '2025-02-28', true],
    ['ES-CT', '2026-04-06', true],
    ['ES-CT', '2026-04-02', false],
    ['ES-MD', '2026-04-02', true],
    ['ES-MD', '2025-05-02', true],
    ['ES-VC', '2026-10-09', true],
    // Which days a community chooses for 2028 is not known yet.
    ['ES-MD', '2028-04-13', false],
    ['FR-67', '2026-04-03', false],
    ['FR-67', '2025-12-26', true],
    ['FR', '2025-12-26', false],
    ['FR-974', '2027-12-20', true],
    ['PT-20', '2026-05-25', true],
    ['PT-30', '2026-05-25', false],
    ['PT-30', '2026-07-01', true],
    ['PT-30', '2024-04-02', false],
    ['PT-30', '2025-04-02', true],
    ['US-CA', '2023-11-10', true],
    ['US-CA', '2027-07-05', true],
    ['CA-QC', '2026-09-30', false],
    ['CA-QC', '2029-07-02', true],
  ])('%s on %s: %s', (id, date, is) => expect(calendarOf(id).holidayOn(date) !== undefined).toBe(is));

  it('without rules of their own have those of their country', () => {
    expect(holidaysIn(calendarOf('US-NV'), 2026)).toBe(holidaysIn(calendarOf('US'), 2026));
    expect(calendarOf('US-NV').knownIn(2026)).toBe(true);
    expect(calendarOf('US-NV').id).toBe('US-NV');
  });

  it('have lists of their own in California and Quebec', () => {
    expect(holidaysIn(calendarOf('US-CA'), 2026)).toBe('01-01 01-19 02-16 03-31 05-25 06-19 07-04 09-07 11-11 11-26 11-27 12-25');
    expect(holidaysIn(calendarOf('CA-QC'), 2026)).toBe('01-01 04-03 04-06 05-18 06-24 07-01 09-07 10-12 12-25');
  });
});

describe('the nations of the United Kingdom keep as gov.uk lists it', () => {
  it.each([
    ['GB-ENG', 2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
    ['GB-ENG', 2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    ['GB-ENG', 2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
    ['GB-SCT', 2022, '01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27'],
    ['GB-NIR', 2022, '01-03 03-17 04-15 04-18 05-02 06-02 06-03 07-12 08-29 09-19 12-26 12-27'],
    ['GB-WLS', 2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    ['GB-SCT', 2023, '01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26'],
    ['GB-SCT', 2024, '01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26'],
    ['GB-NIR', 2024, '01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26'],
    ['GB-ENG', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    ['GB-SCT', 2026, '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28'],
    ['GB-NIR', 2026, '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28'],
    ['GB-WLS', 2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    ['GB-SCT', 2027, '01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28'],
  ])('%s in %s: %s', (id, year, holidays) => expect(holidaysIn(calendarOf(id), year)).toBe(holidays));
});

/** Holiday calendars and working days. */
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../lib/domain/calendar/calendar.ts';
import { easterSunday } from '../../lib/domain/calendar/holiday-rules.ts';
import { addWorkingDays, workingDay, workingDaysBefore } from '../../lib/domain/calendar/working-days.ts';

function holidays(id: string, year: number): string[] {
  const calendar = calendarOf(id);
  const days = Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10));
  return days.filter((day) => day.startsWith(`${year}`) && calendar.holidayOn(day) !== undefined);
}

describe('Easter', () => {
  it.each([
    '1943-04-25',
    '1954-04-18',
    '1981-04-19',
    '2000-04-23',
    '2008-03-23',
    '2019-04-21',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
    '2049-04-18',
    '2100-03-28',
  ])('falls on %s', (sunday) => expect(easterSunday(Number(sunday.slice(0, 4))).toString()).toBe(sunday));
});

describe('Germany', () => {
  it('has nine holidays in every Land', () => {
    expect(holidays('DE', 2026)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-10-03',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it.each([
    ['DE-BY', '2026-01-06', true],
    ['DE-BE', '2026-01-06', false],
    ['DE-BE', '2026-03-08', true],
    ['DE-BE', '2018-03-08', false],
    ['DE-BE', '2025-05-08', true],
    ['DE-BE', '2026-05-08', false],
    ['DE-NW', '2026-06-04', true],
    ['DE-HH', '2026-06-04', false],
    ['DE-SL', '2026-08-15', true],
    // Kept by Catholic municipalities only.
    ['DE-BY', '2026-08-15', false],
    ['DE-TH', '2026-09-20', true],
    ['DE-HH', '2026-10-31', true],
    ['DE-HH', '2016-10-31', false],
    ['DE-BW', '2017-10-31', true],
    ['DE-SN', '2026-11-18', true],
    ['DE-SN', '2022-11-16', true],
    ['DE-ST', '2026-11-18', false],
    ['DE', '2026-12-24', false],
    ['DE', '2026-12-31', false],
  ])('%s on %s: %s', (id, date, is) => expect(calendarOf(id).holidayOn(date) !== undefined).toBe(is));
});

describe('the United States', () => {
  it('observes federal holidays on the working day beside a weekend', () => {
    expect(holidays('US', 2026)).toEqual([
      '2026-01-01',
      '2026-01-19',
      '2026-02-16',
      '2026-05-25',
      '2026-06-19',
      '2026-07-03',
      '2026-09-07',
      '2026-10-12',
      '2026-11-11',
      '2026-11-26',
      '2026-12-25',
    ]);
  });

  it('observes New Year 2028 in 2027, since it falls on a Saturday', () => {
    expect(calendarOf('US').holidayOn('2027-12-31')).toBe("New Year's Day");
    expect(calendarOf('US').holidayOn('2028-01-01')).toBeUndefined();
  });

  it('closes in California on the state days, and not for a holiday on a Saturday', () => {
    expect(holidays('US-CA', 2026)).toEqual([
      '2026-01-01',
      '2026-01-19',
      '2026-02-16',
      '2026-03-31',
      '2026-05-25',
      '2026-06-19',
      '2026-07-04',
      '2026-09-07',
      '2026-11-11',
      '2026-11-26',
      '2026-11-27',
      '2026-12-25',
    ]);
    expect(calendarOf('US-CA').holidayOn('2023-11-10')).toBe('Veterans Day');
    expect(calendarOf('US-CA').holidayOn('2027-07-05')).toBe('Independence Day');
  });
});

describe('a place without known holidays', () => {
  it('has weekends only and says that it is not known', () => {
    expect(calendarOf('XX').known).toBe(false);
    expect(holidays('XX', 2026)).toEqual([]);
  });

  it('falls back to its country where only that is known', () => {
    expect(calendarOf('US-NV').known).toBe(true);
    expect(calendarOf('US-NV').holidayOn('2026-11-26')).toBe('Thanksgiving Day');
  });
});

describe('working days', () => {
  const berlin = calendarOf('DE-BE');

  it('leave out weekends and holidays', () => {
    expect(['2026-04-02', '2026-04-03', '2026-04-04', '2026-04-06', '2026-04-07'].map((day) => workingDay(day, berlin))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  it('are counted from the day after', () => {
    expect(addWorkingDays('2026-04-02', 1, berlin)).toBe('2026-04-07');
    expect(addWorkingDays('2026-04-04', 2, berlin)).toBe('2026-04-08');
    expect(addWorkingDays('2026-04-04', 0, berlin)).toBe('2026-04-04');
  });

  it('are counted back from the day before', () => {
    expect(workingDaysBefore('2026-04-07', 1, berlin)).toBe('2026-04-02');
    expect(workingDaysBefore('2026-04-07', 5, berlin)).toBe('2026-03-27');
  });
});

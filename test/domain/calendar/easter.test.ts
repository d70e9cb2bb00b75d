/** The two Easters on which movable holidays depend. */
import { describe, expect, it } from 'vitest';
import { easterSunday, orthodoxEasterSunday } from '../../../lib/domain/calendar/holiday-rules.ts';

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
  ])('of the western churches falls on %s', (sunday) => expect(easterSunday(Number(sunday.slice(0, 4))).toString()).toBe(sunday));

  it.each([
    '1983-05-08',
    '2010-04-04',
    '2018-04-08',
    '2019-04-28',
    '2020-04-19',
    '2021-05-02',
    '2022-04-24',
    '2023-04-16',
    '2024-05-05',
    '2025-04-20',
    '2026-04-12',
    '2027-05-02',
    '2028-04-16',
  ])('of the Orthodox churches falls on %s', (sunday) => expect(orthodoxEasterSunday(Number(sunday.slice(0, 4))).toString()).toBe(sunday));

  it('is a Sunday in every year, and the Orthodox one is never before the western one', () => {
    for (let year = 1900; year < 2200; year += 1) {
      const [western, orthodox] = [easterSunday(year), orthodoxEasterSunday(year)];
      expect([western.dayOfWeek, orthodox.dayOfWeek], `${year}`).toEqual([7, 7]);
      expect(orthodox.toString() >= western.toString(), `${year}`).toBe(true);
    }
  });
});

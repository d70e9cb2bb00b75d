/** What the operator knows better, and what nobody knows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf, calendarWith, type HolidayOverrides } from '../../../lib/domain/calendar/calendar.ts';
import { PLACES } from '../../../lib/domain/calendar/places.ts';
import { daysOf, holidaysIn } from './holidays-in.ts';

describe('overrides of the operator', () => {
  const overrides: HolidayOverrides = {
    DE: { add: { '2026-06-30': 'Betriebsjubiläum' }, remove: ['2026-05-01', '2026-12-26'] },
    'DE-BY': { add: { '2026-08-15': 'Mariä Himmelfahrt', '2026-12-26': '2. Weihnachtstag' }, remove: ['2026-06-30'] },
  };
  const on = (id: string, date: string): string | undefined => calendarOf(id, overrides).holidayOn(date);

  it('add a day with its name and remove one', () => {
    expect(on('DE', '2026-06-30')).toBe('Betriebsjubiläum');
    expect(on('DE', '2026-05-01')).toBeUndefined();
    expect(on('DE', '2026-04-06')).toBe('Ostermontag');
  });

  it('for a country hold in its regions too', () => {
    expect(on('DE-HH', '2026-06-30')).toBe('Betriebsjubiläum');
    expect(on('DE-HH', '2026-05-01')).toBeUndefined();
  });

  it('for a region hold only there, and there before those for the country', () => {
    expect(['DE', 'DE-HH', 'AT'].map((id) => on(id, '2026-08-15'))).toEqual([undefined, undefined, 'Mariä Himmelfahrt']);
    expect(on('DE-BY', '2026-08-15')).toBe('Mariä Himmelfahrt');
    expect(on('DE-BY', '2026-06-30')).toBeUndefined();
    expect(on('DE-BY', '2026-12-26')).toBe('2. Weihnachtstag');
    expect(on('DE', '2026-12-26')).toBeUndefined();
  });

  it('count in years and places of which nothing else is known, without making them known', () => {
    const given = { DE: { add: { '2050-04-11': 'Ostermontag' } }, BR: { add: { '2026-09-07': 'Independência' } } };
    expect(holidaysIn(calendarOf('DE', given), 2050)).toBe('04-11');
    expect(calendarOf('DE', given).knownIn(2050)).toBe(false);
    expect(holidaysIn(calendarOf('BR', given), 2026)).toBe('09-07');
    expect(calendarOf('BR', given).knownIn(2026)).toBe(false);
  });

  it('never make fewer holidays by adding a day, whatever else they say', () => {
    const day = fc.constantFrom(...daysOf(2026));
    const correction = fc.record({
      add: fc.dictionary(day, fc.constant('added'), { maxKeys: 4 }),
      remove: fc.array(day, { maxLength: 9 }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...PLACES), correction, correction, day, fc.boolean(), (id, country, own, added, toCountry) => {
        const of = id.slice(0, 2);
        const before: HolidayOverrides = { [of]: country, ...(id === of ? {} : { [id]: own }) };
        const place = toCountry ? of : id;
        const after = { ...before, [place]: { ...before[place], add: { ...before[place]?.add, [added]: 'one more' } } };
        const holidays = holidaysIn(calendarOf(id, after), 2026);
        for (const each of holidaysIn(calendarOf(id, before), 2026).split(' ')) expect(holidays).toContain(each);
        if (!toCountry) expect(calendarOf(id, after).holidayOn(added)).toBe('one more');
      }),
      { numRuns: 60, seed: 20261122 },
    );
  });
});

describe('years and places that are not known', () => {
  it('have weekends only and say so', () => {
    for (const [id, year] of [
      ['DE-BY', 2017],
      ['DE-BY', 2031],
      ['SK', 2028],
      ['XX', 2026],
      ['DEX', 2026],
      ['constructor', 2026],
      ['', 2026],
    ] as const) {
      expect([id, calendarOf(id).knownIn(year), holidaysIn(calendarOf(id), year)]).toEqual([id, false, '']);
    }
  });

  it.each(PLACES)('are none for %s from 2018 to the last year claimed', (id) => {
    const last = id === 'SK' ? 2027 : 2030;
    const known = Array.from({ length: 20 }, (_, index) => 2014 + index).filter((year) => calendarOf(id).knownIn(year));
    expect([known[0], known.at(-1), known.length]).toEqual([2018, last, last - 2017]);
    for (const year of known) expect(holidaysIn(calendarOf(id), year)).not.toBe('');
  });

  it('are none for a calendar of given dates', () => {
    const calendar = calendarWith('vector', ['2050-01-03']);
    expect([calendar.id, calendar.knownIn(1900), calendar.holidayOn('2050-01-03')]).toEqual(['vector', true, 'holiday']);
    expect(calendar.holidayOn('2050-01-01')).toBeUndefined();
  });
});

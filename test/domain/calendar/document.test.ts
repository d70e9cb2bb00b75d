/** docs/holidays.md says what the calendars hold. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calendarOf, type HolidayOverrides } from '../../../lib/domain/calendar/calendar.ts';
import { PLACES } from '../../../lib/domain/calendar/places.ts';

const DOC = readFileSync(join(import.meta.dirname, '../../../docs/holidays.md'), 'utf8');

describe('docs/holidays.md', () => {
  it('lists every place that is known, and no other', () => {
    const rows = DOC.split('\n').filter((line) => line.startsWith('| ') && line.includes('`'));
    const codes = rows.flatMap((row) => [...(row.split('|')[2] ?? '').matchAll(/`([A-Z0-9-]+)`/g)].map(([, code]) => code ?? ''));
    expect(codes.toSorted()).toEqual(PLACES);
  });

  it('shows overrides that do what it says', () => {
    const overrides = JSON.parse(/```json\n([^]*?)```/.exec(DOC)?.[1] ?? '') as HolidayOverrides;
    for (const [place, { add = {}, remove = [] }] of Object.entries(overrides)) {
      for (const [date, name] of Object.entries(add)) {
        expect(calendarOf(place).holidayOn(date), `${place} ${date} needs no override`).toBeUndefined();
        expect(calendarOf(place, overrides).holidayOn(date)).toBe(name);
      }
      for (const date of remove) {
        expect(calendarOf(place).holidayOn(date), `${place} ${date} is no holiday`).toBeDefined();
        expect(calendarOf(place, overrides).holidayOn(date)).toBeUndefined();
      }
    }
    expect(Object.keys(overrides).length).toBeGreaterThan(1);
  });
});

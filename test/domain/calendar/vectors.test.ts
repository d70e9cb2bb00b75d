/** Our calendars against the holidays that the shared deadline vectors were worked out with. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../lib/domain/calendar/calendar.ts';
import { daysOf } from './holidays-in.ts';

interface Vector {
  id: string;
  holidayCalendar: string | null;
  holidaysUsed: string[];
}

const FILE = join(import.meta.dirname, '../../../../shared/conformance/deadline-vectors.json');
const all: Vector[] = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as { vectors: Vector[] }).vectors : [];
if (all.length === 0) console.warn(`skipped: no vectors at ${FILE}, so no calendar was compared with them`);

/** Days of a list that are no holidays by the law of the place. */
const NOT_BY_LAW: Record<string, Record<string, string>> = {
  // Independence Day on a Saturday is observed on Friday by federal offices; Cal. Gov. Code 6701 moves a Sunday only.
  'US-CA': { '2026-07-03': 'Gov. Code 6701' },
};

const weekday = (date: string): boolean => ![0, 6].includes(new Date(date).getUTCDay());

/** The lists, each once, with the days that each covers: from its first date to its last one. */
const lists = new Map(
  all.flatMap(({ holidayCalendar: id, holidaysUsed: dates }) =>
    id === null || dates.length === 0 ? [] : [[`${id}: ${dates.join(' ')}`, { id, dates: dates.toSorted() }] as const],
  ),
);

describe.skipIf(all.length === 0)('the holidays of the deadline vectors', () => {
  it.each([...lists])('are those of our calendar, on weekdays: %s', (_name, { id, dates }) => {
    const [first = '', last = ''] = [dates[0], dates.at(-1)];
    const calendar = calendarOf(id);
    const ours = daysOf(Number(first.slice(0, 4))).filter((day) => day >= first && day <= last && calendar.holidayOn(day) !== undefined);
    expect(ours.filter(weekday)).toEqual(dates.filter((day) => weekday(day) && NOT_BY_LAW[id]?.[day] === undefined));
  });

  it('include every date of theirs, weekends too, but those that are none by law', () => {
    const missing = [...lists.values()].flatMap(({ id, dates }) =>
      dates.filter((day) => calendarOf(id).holidayOn(day) === undefined).map((day) => `${id} ${day}`),
    );
    expect([...new Set(missing)]).toEqual(
      Object.entries(NOT_BY_LAW).flatMap(([id, days]) => Object.keys(days).map((day) => `${id} ${day}`)),
    );
  });

  it('are of one year each, so that the comparison covers them', () => {
    expect(lists.size).toBeGreaterThan(10);
    for (const { dates } of lists.values()) expect(new Set(dates.map((day) => day.slice(0, 4))).size).toBe(1);
  });
});

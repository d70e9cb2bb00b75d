/** Dates, sizes and numbers in words, and which language a page is in. */
import { describe, expect, it } from 'vitest';
import { messagesIn, offeredLanguages, preferredLanguage } from '../../../lib/web/messages/catalog.ts';
import { en } from '../../../lib/web/messages/en.ts';
import {
  bytesInWords,
  civilDate,
  dateInWords,
  daysUntil,
  instantInWords,
  listInWords,
  numberInWords,
  plural,
  weekdayInWords,
  zoneInWords,
} from '../../../lib/web/ui/dates.ts';

describe('words for dates', () => {
  it('spells dates, never in digits alone', () => {
    expect(dateInWords('en', '2026-12-03')).toBe('3 December 2026');
    expect(dateInWords('de', '2026-12-03')).toBe('3. Dezember 2026');
    expect(weekdayInWords('de', '2026-12-03')).toBe('Donnerstag, 3. Dezember 2026');
  });

  it('says instants in the zone of the company', () => {
    expect(instantInWords('en', '2026-12-31T23:30:00Z', 'Europe/Berlin')).toBe('1 January 2027, 00:30');
    expect(instantInWords('en', '2026-12-31T23:30:00Z', 'America/Los_Angeles')).toBe('31 December 2026, 15:30');
    expect(zoneInWords('en', 'Europe/Berlin')).toBe('Central European Time');
    expect(zoneInWords('de', 'Europe/Berlin')).toBe('Mitteleuropäische Zeit');
  });

  it('counts days as people do: today is none, whatever the hour', () => {
    const lateEvening = Date.parse('2026-12-02T22:59:00Z');
    expect(civilDate(lateEvening, 'Europe/Berlin')).toBe('2026-12-02');
    expect(daysUntil('2026-12-02', lateEvening, 'Europe/Berlin')).toBe(0);
    expect(daysUntil('2026-12-03', lateEvening, 'Europe/Berlin')).toBe(1);
    expect(daysUntil('2026-12-01', lateEvening, 'Europe/Berlin')).toBe(-1);
    // Over the change of clocks a day has 25 hours.
    expect(daysUntil('2026-10-26', Date.parse('2026-10-24T22:30:00Z'), 'Europe/Berlin')).toBe(1);
  });
});

describe('words for numbers', () => {
  it('groups, sizes, joins and counts by language', () => {
    expect(numberInWords('de', 12_345)).toBe('12.345');
    expect(bytesInWords('en', 912)).toBe('912 bytes');
    expect(bytesInWords('en', 4_231_887)).toBe('4.2 MB');
    expect(bytesInWords('en', 0)).toBe('0 bytes');
    expect(bytesInWords('de', 3_500_000_000_000)).toBe('3.500\u00a0GB');
    expect(listInWords('en', ['a', 'b', 'c'])).toBe('a, b and c');
    expect(plural('en', 1, { one: '# day', other: '# days' })).toBe('1 day');
    expect(plural('en', 1200, { one: '# day', other: '# days' })).toBe('1,200 days');
  });
});

describe('the language of a page', () => {
  it.each([
    ['de-AT,en;q=0.8', 'de'],
    ['fr,de;q=0.2,en;q=0.5', 'en'],
    ['fr', 'en'],
    ['de;q=0,en', 'en'],
    ['*;;q=x,,,', 'en'],
    [undefined, 'en'],
  ])('is the best of what the browser likes: %s', (header, lang) => {
    expect(preferredLanguage(header, ['en', 'de'])).toBe(lang);
  });

  it('is only ever one that is offered and known', () => {
    expect(offeredLanguages(['de', 'tlh'])).toEqual(['de']);
    expect(offeredLanguages(['tlh'])).toEqual(['en']);
    expect(messagesIn('tlh')).toBe(en);
  });
});

/** Every text of a catalog by its path; functions count as their number of parameters. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

describe('the German catalog', () => {
  it('says everything in German that the English says', () => {
    const german = new Map(texts(messagesIn('de')));
    // Words that are the same in both languages.
    const same = new Set(['Name', 'System', 'Post', 'California Consumer Privacy Act (CCPA)']);
    const untranslated = texts(en).filter(([path, text]) => german.get(path) === text && !same.has(text));
    expect(untranslated).toEqual([]);
    expect([...german.keys()].toSorted()).toEqual(
      texts(en)
        .map(([path]) => path)
        .toSorted(),
    );
  });
});

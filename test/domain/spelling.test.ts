/** Dates and times as each language writes them. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../lib/domain/languages.ts';
import { spellingOf } from '../../lib/domain/spelling.ts';

/** The first and another day of a month. */
const DAYS: Record<Language, [string, string]> = {
  en: ['1 March 2026', '21 March 2026'],
  de: ['1. März 2026', '21. März 2026'],
  fr: ['1er mars 2026', '21 mars 2026'],
  es: ['1 de marzo de 2026', '21 de marzo de 2026'],
  it: ['1º marzo 2026', '21 marzo 2026'],
  nl: ['1 maart 2026', '21 maart 2026'],
  pt: ['1 de março de 2026', '21 de março de 2026'],
  pl: ['1 marca 2026', '21 marca 2026'],
  sv: ['1 mars 2026', '21 mars 2026'],
};

describe('a day', () => {
  it.each(LANGUAGES)('is spelled out in %s, the first of a month as it is written there', (lang) => {
    const { date } = spellingOf(lang);
    expect([date('2026-03-01'), date('2026-03-21')]).toEqual(DAYS[lang]);
  });

  it.each(['fr', 'it'] as const)('is the first of a month in %s with its weekday, its time and its zone too', (lang) => {
    const { weekday, dayOf, instant } = spellingOf(lang);
    const [first] = DAYS[lang];
    const late = '2026-02-28T23:05:00Z';
    expect(weekday('2026-03-01')).toMatch(new RegExp(`^\\p{L}+ ${first}$`, 'u'));
    expect([dayOf(late, 'Europe/Paris'), instant(late, 'Europe/Paris')]).toEqual([first, `${first}, 00:05`]);
    expect(dayOf(late, 'UTC')).not.toContain(first.slice(0, 3));
  });
});

/** Dates, times, sizes and numbers in the reader's language: always spelled, never 03/12. */
import { localeOf, spellingOf } from '../../domain/spelling.ts';

const DAY_MS = 86_400_000;

/** A calendar date (`2026-12-03`): "3 December 2026". */
export function dateInWords(lang: string, isoDate: string): string {
  return spellingOf(lang).date(isoDate);
}

/** The same with the day of the week: "Thursday, 3 December 2026". */
export function weekdayInWords(lang: string, isoDate: string): string {
  return spellingOf(lang).weekday(isoDate);
}

/** The civil date of an instant in a zone (`2026-12-03`). */
export function civilDate(instant: string | number, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone }).format(new Date(instant));
}

/** An instant in a zone: "3 December 2026, 14:05". */
export function instantInWords(lang: string, instant: string, zone: string): string {
  return spellingOf(lang).instant(instant, zone);
}

/** A time zone as people say it: "Central European Time". */
export function zoneInWords(lang: string, zone: string): string {
  return spellingOf(lang).zone(zone);
}

/** Whole days from today in the zone to the date; 0 today, negative when past. */
export function daysUntil(isoDate: string, now: number, zone: string): number {
  return Math.round((Date.parse(isoDate.slice(0, 10)) - Date.parse(civilDate(now, zone))) / DAY_MS);
}

/** A count with its grouping: "12,345". */
export function numberInWords(lang: string, value: number): string {
  return spellingOf(lang).number(value);
}

/** A size: "1.4 MB". */
export function bytesInWords(lang: string, bytes: number): string {
  return spellingOf(lang).bytes(bytes);
}

/** An amount of money: "€25.00". */
export function moneyInWords(lang: string, { amount, currency }: { amount: string; currency: string }): string {
  return new Intl.NumberFormat(localeOf(lang), { style: 'currency', currency }).format(Number(amount));
}

/** Items joined as in a sentence: "a, b and c". */
export function listInWords(lang: string, items: readonly string[]): string {
  return spellingOf(lang).list(items);
}

/** Picks the form that fits the number; `other` must be there. */
export function plural(lang: string, count: number, forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }): string {
  const form = forms[new Intl.PluralRules(lang).select(count)] ?? forms.other;
  return form.replace('#', numberInWords(lang, count));
}

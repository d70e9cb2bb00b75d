/** Dates, numbers and countries as people write them in their language. */

export interface Formats {
  /** An ISO date or instant: "3 December 2026". */
  date(iso: string): string;
  /** An ISO instant with time and zone. */
  instant(iso: string): string;
  number(value: number): string;
  years(value: number): string;
  /** ISO 3166-1 or -2. */
  country(code: string): string;
  list(items: string[]): string;
  language(code: string): string;
}

/** Formats of a language, with times of day in the controller's zone. */
export function formatsFor(lang: string, zone: string): Formats {
  // "en" alone would write December 3: the day comes first where our readers in Europe expect it.
  const locale = lang === 'en' ? 'en-GB' : lang;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: zone });
  const plainDay = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'long', timeZone: zone });
  const number = new Intl.NumberFormat(locale);
  const years = new Intl.NumberFormat(locale, { style: 'unit', unit: 'year', unitDisplay: 'long' });
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    date: (iso) => (iso.length === 10 ? plainDay : day).format(new Date(iso)),
    instant: (iso) => instant.format(new Date(iso)),
    number: (value) => number.format(value),
    years: (value) => years.format(value),
    country: (code) => regionName(regions, code),
    list: (items) => list.format(items),
    language: (code) => languages.of(code) ?? code,
  };
}

/** A region inside a country is named by its code: no table of them is at hand. */
function regionName(regions: Intl.DisplayNames, code: string): string {
  const [country, region] = code.split('-');
  if (country === undefined || !/^[A-Z]{2}$/.test(country)) return code;
  const name = regions.of(country) ?? code;
  return region === undefined ? name : `${name} (${code})`;
}

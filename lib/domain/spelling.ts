/** Dates, times, numbers and lists in a language: always spelled, never 03/12. */

/** Words for one and for several; more forms where a language has them. */
export type Forms = { one: string; other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

export interface Spelling {
  /** An ISO date: "3 December 2026". */
  date(on: string): string;
  /** The same with the day of the week: "Thursday, 3 December 2026". */
  weekday(on: string): string;
  /** The time of day of an instant in a zone: "14:05". */
  time(at: string, zone: string): string;
  /** The day of an instant in a zone: "3 December 2026". */
  dayOf(at: string, zone: string): string;
  /** Day and time of an instant in a zone: "3 December 2026, 14:05". */
  instant(at: string, zone: string): string;
  /** A zone as people call it: "Central European Time". */
  zone(zone: string): string;
  /** A country: "Germany". What is no country stays as it is. */
  country(code: string): string;
  /** A number with its grouping: "12,345". */
  number(value: number): string;
  /** A size: "1.4 MB". */
  bytes(value: number): string;
  /** A number with the right form of what is counted. */
  count(number: number, forms: Forms): string;
  /** Things joined by commas and "and". */
  list(items: readonly string[]): string;
  /** Things joined by commas and "or". */
  either(items: readonly string[]): string;
}

const DAY = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
const MINUTE = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
/** A day on which no zone is about to change its name. */
const SUMMER = Date.UTC(2026, 6, 1);

const midnight = (on: string): Date => new Date(`${on.slice(0, 10)}T00:00:00Z`);

/** Where a language is written in several ways: English dates are written day first. */
export const localeOf = (lang: string): string => (lang === 'en' ? 'en-GB' : lang);

/** How the first of a month is written where that is not "1": Intl does not know it. */
const FIRST: Readonly<Record<string, string>> = { fr: '1er', it: '1º' };

/** A formatter of days that writes the first as the language does: "1er mars 2026". */
function dayIn(locale: string, options: Intl.DateTimeFormatOptions): (day: Date) => string {
  const format = new Intl.DateTimeFormat(locale, options);
  const first = FIRST[locale];
  if (first === undefined) return (day) => format.format(day);
  const part = ({ type, value }: Intl.DateTimeFormatPart): string => (type === 'day' && value === '1' ? first : value);
  return (day) => format.formatToParts(day).map(part).join('');
}

function zoneName(locale: string, zone: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(SUMMER);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

function size(locale: string, bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(bytes) / 3));
  const style = { style: 'unit', unit: SIZES[step]!, unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, style).format(bytes / 1000 ** step);
}

/** Day and time in a zone. */
interface Clock {
  day: (at: Date) => string;
  time: Intl.DateTimeFormat;
}

/** The clocks of a language by zone: a long table says the time on every line. */
function clocksIn(locale: string): (zone: string) => Clock {
  const made = new Map<string, Clock>();
  return (timeZone) => {
    const known = made.get(timeZone) ?? {
      day: dayIn(locale, { ...DAY, timeZone }),
      time: new Intl.DateTimeFormat(locale, { ...MINUTE, timeZone }),
    };
    made.set(timeZone, known);
    return known;
  };
}

function spell(locale: string): Spelling {
  const clock = clocksIn(locale);
  const time = (at: string, zone: string): string => clock(zone).time.format(new Date(at));
  const dayOf = (at: string, zone: string): string => clock(zone).day(new Date(at));
  const [dates, weekdays] = [dayIn(locale, DAY), dayIn(locale, { ...DAY, weekday: 'long' })];
  const [plural, numbers] = [new Intl.PluralRules(locale), new Intl.NumberFormat(locale)];
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const choices = new Intl.ListFormat(locale, { type: 'disjunction' });
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  return {
    date: (on) => dates(midnight(on)),
    weekday: (on) => weekdays(midnight(on)),
    time,
    dayOf,
    instant: (at, zone) => `${dayOf(at, zone)}, ${time(at, zone)}`,
    zone: (zone) => zoneName(locale, zone),
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code),
    number: (value) => numbers.format(value),
    bytes: (value) => size(locale, value),
    count: (number, forms) => `${numbers.format(number)} ${forms[plural.select(number)] ?? forms.other}`,
    list: (items) => lists.format(items),
    either: (items) => choices.format(items),
  };
}

/** Formats are costly to make, and there are as many as languages. */
const made = new Map<string, Spelling>();

/** The spelling of a language. */
export function spellingOf(lang: string): Spelling {
  const known = made.get(lang) ?? spell(localeOf(lang));
  made.set(lang, known);
  return known;
}

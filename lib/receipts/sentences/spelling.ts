/** Spelling of dates, counts and lists in a language. */

/** Words for one and for several; more forms where a language has them. */
type Forms = { one: string; other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

interface Spelling {
  /** An ISO date in words. */
  date(on: string): string;
  /** A number with the right form of what is counted. */
  count(number: number, forms: Forms): string;
  /** Things joined by commas and "and". */
  list(items: readonly string[]): string;
  /** Things joined by commas and "or". */
  either(items: readonly string[]): string;
}

/** The spelling of a BCP 47 locale. */
export function spellingOf(locale: string): Spelling {
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const plural = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const choices = new Intl.ListFormat(locale, { type: 'disjunction' });
  return {
    date: (on) => dates.format(new Date(`${on}T00:00:00Z`)),
    count: (number, forms) => `${numbers.format(number)} ${forms[plural.select(number)] ?? forms.other}`,
    list: (items) => lists.format(items),
    either: (items) => choices.format(items),
  };
}

/** A text from somebody else as a sentence: with its full stop. */
export function asSentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** Sentences one after the other; empty ones are left out. */
export function paragraph(sentences: readonly (string | undefined)[]): string {
  return sentences.filter((sentence) => sentence !== undefined && sentence !== '').join(' ');
}

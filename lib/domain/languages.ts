/** The languages in which people are written to: each has every letter, every sentence of a receipt and every explanation of a date. */

/** BCP 47, without regions. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv'] as const;

export type Language = (typeof LANGUAGES)[number];

/** One catalog for each language: a language that lacks one does not compile. */
export type InEveryLanguage<T> = Readonly<Record<Language, T>>;

/** The language of a person's wish (`pt-BR` is written to in `pt`); English where there is none. */
export function languageFor(lang: string): Language {
  const [base = ''] = lang.toLowerCase().split('-');
  return LANGUAGES.find((language) => language === base) ?? 'en';
}

/** The catalog of a language. */
export function catalogFor<T>(catalogs: InEveryLanguage<T>, lang: string): T {
  return catalogs[languageFor(lang)];
}

/** Which language a page is in: asked for by name, else the best of what the browser likes, else the first offered. */
import { de } from './de.ts';
import { en, type Messages } from './en.ts';

const CATALOGS: Record<string, Messages> = { en, de };

/** The languages of a deployment for which there is a catalog; English if there is none. */
export function offeredLanguages(configured: readonly string[]): string[] {
  const offered = configured.filter((lang) => lang in CATALOGS);
  return offered.length === 0 ? ['en'] : offered;
}

/** The catalog of a language that is offered. */
export function messagesIn(lang: string): Messages {
  return CATALOGS[lang] ?? en;
}

/** Reads `Accept-Language` by weight; a region counts as its language. */
export function preferredLanguage(acceptLanguage: string | undefined, offered: readonly string[]): string {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find((text) => text !== undefined);
      return { lang: tag.split('-')[0]!.toLowerCase(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  return wanted.find(({ lang }) => offered.includes(lang))?.lang ?? offered[0]!;
}

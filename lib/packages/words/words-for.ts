/** Chooses the language of a package. */
import { de } from './de.ts';
import { en } from './en.ts';
import type { Words } from './words.ts';

const LANGUAGES: Record<string, Words> = { en, de };

/** The wanted language by its first subtag (`de-AT` reads German), else English. */
export function wordsFor(lang: string): Words {
  return LANGUAGES[lang.toLowerCase().split('-')[0]!] ?? en;
}

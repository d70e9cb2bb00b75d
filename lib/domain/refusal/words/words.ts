/** The sentence a person reads for a ground, in their language. */
import { catalogFor, type InEveryLanguage } from '../../languages.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { sv } from './sv.ts';

/** One sentence per exemption code: a language that lacks one does not compile. */
export type GroundWords = Readonly<Record<keyof typeof en, string>>;

const CATALOGS: InEveryLanguage<GroundWords> = { en, de, fr, es, it, nl, pt, pl, sv };

/** The sentence; in English where the language has no catalog. Undefined for a code that no law knows. */
export function groundSentence(lang: string, code: string): string | undefined {
  const words: Readonly<Record<string, string>> = catalogFor(CATALOGS, lang);
  return words[code];
}

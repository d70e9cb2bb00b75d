/** The sentence a person reads for a ground, in their language. */
import { de } from './de.ts';
import { en } from './en.ts';

/** One sentence per exemption code. */
export type GroundWords = Readonly<Record<string, string>>;

const CATALOGS: Readonly<Record<string, GroundWords>> = { en, de };

/** The sentence; in English where the language has no catalog. Undefined for a code that no law knows. */
export function groundSentence(lang: string, code: string): string | undefined {
  return (CATALOGS[lang] ?? en)[code];
}

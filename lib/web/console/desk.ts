/** What every staff page is given: who looks, in which language, when, and the port to the rest of the product. */
import { preferredLanguage } from '../messages/catalog.ts';
import type { Today } from './board-groups.ts';
import { de } from './messages/de.ts';
import type { ConsoleWords } from './messages/en.ts';
import { en } from './messages/en.ts';
import type { ConsolePort, Staff } from './port.ts';

export interface Desk extends Today {
  port: ConsolePort;
  staff: Staff;
  lang: string;
  words: ConsoleWords;
  /** Goes into every form. */
  formToken: string;
}

const CATALOGS: Record<string, ConsoleWords> = { en, de };

/** The best of the browser's languages that there is a catalog for, whatever the deployment offers its customers. */
export function staffLanguage(header: string | undefined): string {
  return preferredLanguage(header, Object.keys(CATALOGS));
}

/** The catalog of a language that `staffLanguage` gave. */
export function wordsIn(lang: string): ConsoleWords {
  return CATALOGS[lang] ?? en;
}

/** The languages whose letters are understood. */
import { CS } from './lexica/cs.ts';
import { DE } from './lexica/de.ts';
import { EL } from './lexica/el.ts';
import { EN } from './lexica/en.ts';
import { ES } from './lexica/es.ts';
import { FR } from './lexica/fr.ts';
import { HR } from './lexica/hr.ts';
import { IT } from './lexica/it.ts';
import { NL } from './lexica/nl.ts';
import { PL } from './lexica/pl.ts';
import { PT } from './lexica/pt.ts';
import { RO } from './lexica/ro.ts';
import { SV } from './lexica/sv.ts';
import type { Lexicon } from './lexicon.ts';

export const LEXICA: readonly Lexicon[] = [EN, DE, FR, ES, IT, NL, PT, SV, CS, HR, EL, RO, PL];

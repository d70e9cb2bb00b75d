/** All letters of our own, by language. */
import { EN } from './en.ts';
import { DE } from './de.ts';
import { FR } from './fr.ts';
import { ES } from './es.ts';
import { IT } from './it.ts';
import { NL } from './nl.ts';
import { PT } from './pt.ts';
import { SV } from './sv.ts';
import { CS } from './cs.ts';
import { HR } from './hr.ts';
import { EL } from './el.ts';
import { RO } from './ro.ts';
import { PL } from './pl.ts';
import type { OwnLetter } from './own-letter.ts';

export const OWN_LETTERS: Readonly<Record<string, readonly OwnLetter[]>> = {
  en: EN,
  de: DE,
  fr: FR,
  es: ES,
  it: IT,
  nl: NL,
  pt: PT,
  sv: SV,
  cs: CS,
  hr: HR,
  el: EL,
  ro: RO,
  pl: PL,
};

/** What one can do against a decision, as actions: one line per way, the nearest first. */
import { catalogFor, type InEveryLanguage } from '../../domain/languages.ts';
import { refusalSentencesIn } from '../../receipts/sentences/refusal.ts';
import { around, type EitherWay, type Item } from '../letter.ts';
import type { Remedies } from './catalog.ts';
import { de } from './de/remedies.ts';
import { fr } from './fr/remedies.ts';
import { es } from './es/remedies.ts';
import { it } from './it/remedies.ts';
import { nl } from './nl/remedies.ts';
import { pt } from './pt/remedies.ts';
import { pl } from './pl/remedies.ts';
import { sv } from './sv/remedies.ts';
import { en } from './en/remedies.ts';

/** What the lines say, as a type: a language that lacks a sentence does not compile. Durations are spelled. */
export interface RemedyWords {
  /** A person looks at the case. */
  person: EitherWay;
  /** How to appeal. */
  appeal: EitherWay;
  /** Who decides on it within a time, without a full stop: what follows may come later. */
  decidedWithin(duration: string): string;
  /** "..., or up to so much later". */
  extended(duration: string): string;
  /** How to complain to the company itself. */
  controller: EitherWay;
  acknowledgedWithin(duration: string): string;
  /** A complaint to the authority of that name, without a full stop. */
  authority(name: string): string;
  /** By when to complain. */
  within(duration: string): string;
  court: string;
}

const CATALOGS: InEveryLanguage<RemedyWords> = { en, de, fr, es, it, nl, pt, pl, sv };

interface Language {
  words: RemedyWords;
  /** An ISO duration as the language spells it. */
  duration(iso: string): string;
}

function appealLine({ words, duration }: Language, { within, extension }: NonNullable<Remedies['appeal']>): EitherWay {
  const later = extension === undefined ? '' : words.extended(duration(extension));
  return around(words.appeal, (appeal) => `${appeal} ${words.decidedWithin(duration(within))}${later}.`);
}

function controllerLine({ words, duration }: Language, { acknowledgedWithin }: NonNullable<Remedies['controller']>): EitherWay {
  if (acknowledgedWithin === undefined) return words.controller;
  return around(words.controller, (complain) => `${complain} ${words.acknowledgedWithin(duration(acknowledgedWithin))}`);
}

function authorityLine({ words, duration }: Language, { name, form, url, within }: NonNullable<Remedies['complaint']>): string {
  const page = form ?? url;
  const time = within === undefined ? '' : ` ${words.within(duration(within))}`;
  return `${words.authority(name)}${page === undefined ? '.' : `, ${page}`}${time}`;
}

/** The lines in a language, else in English. */
export function remedyLines(lang: string, { complaint, court, appeal, controller }: Remedies): Item[] {
  const language = { words: catalogFor(CATALOGS, lang), duration: refusalSentencesIn(lang).duration };
  const authorities = complaint === undefined ? [] : [complaint, ...(complaint.also ?? [])];
  return [
    language.words.person,
    ...(appeal === undefined ? [] : [appealLine(language, appeal)]),
    ...(controller === undefined ? [] : [controllerLine(language, controller)]),
    ...authorities.map((authority) => authorityLine(language, authority)),
    ...(court ? [language.words.court] : []),
  ];
}

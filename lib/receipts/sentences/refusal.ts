/** The sentences of refusals: what was not done and why, what goes with it, and what one can do against it. */
import { catalogFor, type InEveryLanguage } from '../../domain/languages.ts';
import type { Offers } from '../payload.ts';
import type { Provided } from '../../domain/data-map.ts';
import type { Right } from '../../domain/rights.ts';
import { refusalDe } from './de/refusal.ts';
import { refusalFr } from './fr/refusal.ts';
import { refusalEs } from './es/refusal.ts';
import { refusalIt } from './it/refusal.ts';
import { refusalNl } from './nl/refusal.ts';
import { refusalPt } from './pt/refusal.ts';
import { refusalPl } from './pl/refusal.ts';
import { refusalSv } from './sv/refusal.ts';
import { refusalEn } from './en/refusal.ts';

type Category = NonNullable<Offers['categories']>[number];

/** One catalog. Durations go in as ISO 8601 and come out spelled. */
export interface RefusalSentences {
  /** "60 days". */
  duration(iso: string): string;
  refused(facts: { scope: 'full' | 'partial'; rights: readonly Right[] }): string;
  /** One ground with the articles it rests on. */
  ground(facts: { text: string; cites: readonly string[] }): string;
  /** Before the grounds for one of several rights. */
  reasonsFor(rights: readonly Right[]): string;
  /** A system whose data are not handed out, or not deleted. */
  system(facts: { label: string; erasing: boolean; why: string }): string;
  /** `restErased`: what the reason does not cover was deleted. */
  kept(facts: { restErased: boolean }): string;
  optOut(url: string): string;
  again(url: string): string;
  /** Before the categories. */
  categoriesLead: string;
  category(category: Category): string;
  sources: Record<Provided, string>;
  appeal(facts: { within: string; extension?: string | undefined; reply: string }): string;
  /** A complaint to the company itself. */
  controller(facts: { acknowledgedWithin?: string | undefined; reply: string }): string;
  /** Where no authority of the person's place is known. */
  authorityOfResidence: string;
  complaintWithin(facts: { authority: string; within: string }): string;
}

const CATALOGS: InEveryLanguage<RefusalSentences> = {
  en: refusalEn,
  de: refusalDe,
  fr: refusalFr,
  es: refusalEs,
  it: refusalIt,
  nl: refusalNl,
  pt: refusalPt,
  pl: refusalPl,
  sv: refusalSv,
};

/** The catalog of a language; English where there is none. */
export function refusalSentencesIn(lang: string): RefusalSentences {
  return catalogFor(CATALOGS, lang);
}

/** The sentences of receipts: what each language has to say, and which languages there are. */
import { catalogFor, type InEveryLanguage, languageFor } from '../../domain/languages.ts';
import type { Period } from '../../domain/law/law.ts';
import type { Right } from '../../domain/rights.ts';
import { de } from './de/sentences.ts';
import { fr } from './fr/sentences.ts';
import { es } from './es/sentences.ts';
import { it } from './it/sentences.ts';
import { nl } from './nl/sentences.ts';
import { pt } from './pt/sentences.ts';
import { pl } from './pl/sentences.ts';
import { sv } from './sv/sentences.ts';
import { en } from './en/sentences.ts';

/** A system the person is told about. */
export interface Named {
  label: string;
  /** ISO date on which it is expected. */
  expectedOn?: string | undefined;
  reason?: string | undefined;
}

/** What is said about appeals; `of` is the reference of the request whose answer is looked at again. */
export interface AppealSentences {
  received(facts: { of: string; receivedOn: string; dueOn: string }): string;
  granted(facts: { of: string; rights: readonly Right[]; dueOn: string }): string;
  /** `alone`: nothing was granted. */
  stands(facts: { of: string; rights: readonly Right[]; alone: boolean }): string;
  reasons(reason: string): string;
  /** Who decided: nobody looks at their own decision. */
  decider: string;
}

/** One catalog. All dates go in as ISO dates and come out spelled; every function gives whole sentences. */
export interface Sentences {
  /** How the law counts, as in "one month from receipt". */
  clockRule(period: Period): string;
  received(facts: { rights: readonly Right[]; receivedOn: string; dueOn: string }): string;
  /** `law` is the article that allows it. */
  extended(facts: { dueOn: string; law: string; reasons: readonly string[] }): string;
  copyReady(facts: { records: number; systems: number; until: string }): string;
  /** Nothing was found; with a date until which the (empty) package can be fetched. */
  nothingFound(facts: { systems: number; until?: string | undefined }): string;
  done(rights: readonly Right[]): string;
  interim(missing: readonly Named[]): string;
  skipped(systems: readonly Named[]): string;
  deleted(facts: { records: number; systems: number }): string;
  anonymised(records: number): string;
  retained(facts: { records: number; until: string; why: string }): string;
  /** Why a row stays that no longer says whom it was about. */
  emptied: string;
  backups(overwrittenBy: string): string;
  recordKept(years: number): string;
  /** What we hold for somebody else only, and that they must answer. */
  passedOn(facts: { held: readonly string[]; to: string; contact: string; on: string }): string;
  /** Nobody used the link or the code. */
  silence: string;
  /** None of the laws gives the right; `instead` is what they give. */
  notGranted(facts: { right: Right; laws: readonly string[]; instead: readonly Right[] }): string;
  denied(facts: { scope: 'full' | 'partial'; reasons: readonly string[] }): string;
  appeal: AppealSentences;
  remedies(facts: { authority?: string | undefined; court: boolean; reply: string }): string;
  nonRetaliation: string;
}

const CATALOGS: InEveryLanguage<Sentences> = { en, de, fr, es, it, nl, pt, pl, sv };

/** The catalog of a language, and which language it is: English where there is none. */
export function sentencesIn(lang: string): { lang: string; say: Sentences } {
  return { lang: languageFor(lang), say: catalogFor(CATALOGS, lang) };
}

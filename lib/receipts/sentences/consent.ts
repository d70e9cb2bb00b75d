/** The sentences of consents: what was decided, one sentence for each decision, and how it is taken back. */
import { catalogFor, type InEveryLanguage } from '../../domain/languages.ts';
import type { ConsentReceipt } from '../payload.ts';
import { consentDe } from './de/consent.ts';
import { consentFr } from './fr/consent.ts';
import { consentEs } from './es/consent.ts';
import { consentIt } from './it/consent.ts';
import { consentNl } from './nl/consent.ts';
import { consentPt } from './pt/consent.ts';
import { consentPl } from './pl/consent.ts';
import { consentSv } from './sv/consent.ts';
import { consentEn } from './en/consent.ts';

type Status = ConsentReceipt['status'];

/** One decision. Dates go in as ISO dates and come out spelled. */
export interface Decided {
  on: string;
  purpose: string;
  /** Codes of the ways in which the person may be reached for it. */
  channels: readonly string[];
  until?: string | undefined;
}

/** One catalog. */
export interface ConsentSentences {
  decided: Record<Status, (decision: Decided) => string>;
  /** Said where something holds that can be taken back; `method` says how much it takes. */
  withdraw(facts: { url: string; method?: string | undefined }): string;
}

const CATALOGS: InEveryLanguage<ConsentSentences> = {
  en: consentEn,
  de: consentDe,
  fr: consentFr,
  es: consentEs,
  it: consentIt,
  nl: consentNl,
  pt: consentPt,
  pl: consentPl,
  sv: consentSv,
};

/** The catalog of a language; English where there is none. */
export function consentSentencesIn(lang: string): ConsentSentences {
  return catalogFor(CATALOGS, lang);
}

/** What a receipt needs words for, and the languages there are. */
import { catalogFor, type InEveryLanguage, languageFor } from '../../domain/languages.ts';
import type { ReceiptKind, SystemOutcome } from '../../domain/request-events.ts';
import type { Right } from '../../domain/rights.ts';
import type { Forms } from '../../domain/spelling.ts';
import { receiptWordsDe } from './words/de.ts';
import { receiptWordsFr } from './words/fr.ts';
import { receiptWordsEs } from './words/es.ts';
import { receiptWordsIt } from './words/it.ts';
import { receiptWordsNl } from './words/nl.ts';
import { receiptWordsPt } from './words/pt.ts';
import { receiptWordsPl } from './words/pl.ts';
import { receiptWordsSv } from './words/sv.ts';
import { receiptWordsEn } from './words/en.ts';

/** How a consent stands, in W3C DPV. */
type ConsentStatus =
  | 'ConsentRequested'
  | 'ConsentRequestDeferred'
  | 'ConsentGiven'
  | 'RenewedConsentGiven'
  | 'ConsentRefused'
  | 'ConsentWithdrawn'
  | 'ConsentRevoked'
  | 'ConsentExpired'
  | 'ConsentInvalidated'
  | 'ConsentUnknown';

/** Names of the facts and of the columns of tables. */
type Term =
  | 'issued'
  | 'issuer'
  | 'contact'
  | 'request'
  | 'about'
  | 'granted'
  | 'stands'
  | 'decisionReasons'
  | 'rights'
  | 'received'
  | 'due'
  | 'newDate'
  | 'formerDate'
  | 'law'
  | 'basis'
  | 'identity'
  | 'files'
  | 'informed'
  | 'backups'
  | 'purged'
  | 'notice'
  | 'collection'
  | 'withdraw'
  | 'closed'
  | 'closedOn'
  | 'corrects'
  | 'correctsHash'
  | 'correctionReason'
  | 'system'
  | 'outcome'
  | 'records'
  | 'when'
  | 'purpose'
  | 'decision'
  | 'uses'
  | 'validUntil';

/** One language. Dates go in spelled. */
export interface ReceiptWords {
  kinds: Record<ReceiptKind, string>;
  /** In a list or a sentence: "a copy of your data". */
  rights: Record<Right, string>;
  /** Laws that are called otherwise than the law data do. */
  laws: Readonly<Record<string, string>>;
  outcomes: Record<SystemOutcome['outcome'] | 'anonymised', string>;
  /** Beside one kind of data; a whole system is kept "in part". */
  keptOutcome: string;
  terms: Record<Term, string>;
  headings: Record<'systems' | 'kept' | 'grounds' | 'more-time' | 'remedies' | 'decisions' | 'proof', string>;
  /** In place of the systems' table where an answer is not the last. */
  interim: string;
  /** A system that was asked again. */
  checked(when: string): string;
  expected(date: string): string;
  keptUntil(date: string): string;
  availableUntil(date: string): string;
  irrecoverable(date: string): string;
  complaint: string;
  court: string;
  askAgain: string;
  optOut: string;
  noticeVersion(version: string): string;
  consent: {
    statuses: Record<ConsentStatus, string>;
    channels: Readonly<Record<string, string>>;
    /** Articles a consent rests on. */
    bases: Readonly<Record<string, string>>;
    channelsLead(channels: string): string;
    dataLead(data: string): string;
    recipientsLead(recipients: string): string;
    storageLead(storage: string): string;
    withdrawLink: string;
  };
  durations: Record<'D' | 'M' | 'Y', Forms>;
  closed: Record<'withdrawn' | 'purged', string>;
  proof: {
    /** What the signature proves, and what not. */
    meaning: string;
    number: string;
    /** Names the QR code for those who do not see it. */
    qr: string;
    /** Said where no signed state of the log covers the receipt yet. */
    logFollows: string;
  };
  /** On paper only. */
  paper: {
    check: string;
    /** What is attached inside the document. */
    attached(files: string): string;
    page(facts: { page: number; of: number }): string;
  };
}

const CATALOGS: InEveryLanguage<ReceiptWords> = {
  en: receiptWordsEn,
  de: receiptWordsDe,
  fr: receiptWordsFr,
  es: receiptWordsEs,
  it: receiptWordsIt,
  nl: receiptWordsNl,
  pt: receiptWordsPt,
  pl: receiptWordsPl,
  sv: receiptWordsSv,
};

/** The words of a language, and which language it is: English where there is none. */
export function receiptWordsIn(lang: string): { lang: string; words: ReceiptWords } {
  return { lang: languageFor(lang), words: catalogFor(CATALOGS, lang) };
}

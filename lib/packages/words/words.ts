/** The sentences of a package that every language must have; a missing one does not compile. */
import type { Recipient } from '../../domain/configuration.ts';
import type { LegalBasis, Provided } from '../../domain/data-map.ts';
import type { LawId } from '../../domain/law/law-ids.ts';
import type { EventType } from '../../domain/request-events.ts';
import type { Right } from '../../domain/rights.ts';

/** What a person can still ask for, in the order of the page. */
export const REMEDIES = [
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'portability',
  'withdraw-consent',
  'opt-out-of-sale',
  'opt-out-of-targeted-ads',
  'opt-out-of-profiling',
  'limit',
  'appeal',
  'no-retaliation',
] as const;
export type Remedy = (typeof REMEDIES)[number];

/** Headings, sentences and labels of index.html and README.txt in one language. */
export interface Words {
  /** BCP 47, also used for dates, numbers and country names. */
  lang: string;
  title(controller: string): string;
  skip: string;
  onThisPage: string;
  yes: string;
  no: string;
  empty: string;
  shortened: string;
  records(count: string): string;
  headings: Record<
    'answer' | 'contents' | 'data' | 'california' | 'portability' | 'withheld' | 'open' | 'kept' | 'automated' | 'request' | 'rights',
    string
  >;
  labels: Record<
    | 'reference'
    | 'asked'
    | 'received'
    | 'due'
    | 'law'
    | 'made'
    | 'controller'
    | 'officer'
    | 'note'
    | 'onBehalf'
    | 'data'
    | 'system'
    | 'amount'
    | 'files'
    | 'purpose'
    | 'categories'
    | 'legalBasis'
    | 'recipients'
    | 'retention'
    | 'source'
    | 'transfers'
    | 'name'
    | 'email'
    | 'residence'
    | 'observed'
    | 'brand'
    | 'channel'
    | 'lang'
    | 'date'
    | 'event',
    string
  >;
  rights: Record<Right, string>;
  legalBases: Record<LegalBasis, string>;
  sources: Record<Provided, string>;
  roles: Record<Recipient['role'], string>;
  /** Where the language has a name of its own; else the law's. */
  laws: Partial<Record<LawId, string>>;
  events: Record<EventType, string>;
  channels: Record<'web' | 'api' | 'email' | 'post' | 'phone' | 'agent', string>;
  answer: {
    found(systems: string): string;
    nothing: string;
    nothingSoFar: string;
    /** What is held for somebody else was not searched. */
    nothingOwn: string;
    notFoundHint: string;
    interim: string;
    parts(count: string): string;
    /** Where to look first, when the data continue in other parts. */
    partsHint: string;
  };
  contents: { intro: string; caption: string; inPart(part: string): string; offline: string };
  data: {
    preview(shown: string, all: string): string;
    files: string;
    record(position: string): string;
    only(columns: string): string;
    noValues: string;
    noRecipients: string;
    noTransfers: string;
    transfer(country: string, safeguard: string): string;
  };
  california: {
    sold: string;
    notSold: string;
    disclosed: string;
    notDisclosed: string;
    specific: string;
  };
  portability: { intro: string; how: string; none: string };
  withheld: {
    nothing: string;
    described: string;
    hold(label: string): string;
    others: string;
    secret: string;
    heldIn(dataset: string): string;
  };
  open: {
    nothing: string;
    expected(date: string): string;
    unknown: string;
    skipped: string;
    refused: string;
    /** What we hold for somebody else only. */
    passedOn(facts: { held: string; to: string; contact: string; on: string }): string;
  };
  kept: { intro: string; until(date: string): string; count(count: string): string };
  automated: { none: string };
  request: {
    intro: string;
    history: string;
    purpose: string;
    legalBasis: string;
    recipients: string;
    retention(years: string): string;
    source: string;
    category: string;
    proof: string;
  };
  remedies: Record<Remedy, { title: string; text: string }>;
  complaint: { anywhere: string; to: string; court: string };
  contact(email: string, reference: string): string;
  readme: { start: string; data: string; portability: string; check: string; parts(part: string, parts: string): string; csv: string };
}

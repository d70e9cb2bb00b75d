/** The shape in which a law is written down: every figure with its citation and whether its text was read. */
import type { Right } from '../rights.ts';

/** `toBeConfirmed`: the text itself was not read; staff see it as such, never as settled law. */
type Confirmation = 'confirmed' | 'toBeConfirmed';

/** Anything a law says, with the place where it says so. */
export interface Cited {
  cite: string;
  status: Confirmation;
}

/** A length of time as laws write it. */
export interface Period {
  amount: number;
  unit: 'day' | 'businessDay' | 'month';
}

/** How a law counts; the functions are in `counting-rules.ts`. */
export type CountingRuleId = 'EU-1182' | 'US-CA';

/** What has to be done in time. A duty named like a right is that right's own clock in place of `respond`. */
export type Duty = 'acknowledge' | 'respond' | 'opt-out-of-sale' | 'limit' | 'reconsent-wait' | 'legal-hold' | 'record' | 'notice-indirect';

/** A clock: how long the duty may take, counted from receipt unless `from` says otherwise. */
export interface Clock extends Cited, Period {
  duty: Duty;
  /** Rights it is about; absent = all. */
  appliesTo?: readonly Right[];
  /** What starts it when it is not the receipt. */
  from?: string;
  mustState?: readonly string[];
  /** Dates of receipt for which the figure holds; absent = as long as the law. */
  validFrom?: string;
  validTo?: string;
}

/** What an open question does to the clock. `suspend-access-only` is used only if the deployment turns it on. */
type PauseEffect = 'none' | 'suspend' | 'suspend-access-only' | 'restart' | 'exclude-days';

/** An extension: always counted from receipt on top of the response period, never from the first due date. */
export interface Extension extends Cited, Period {
  grounds: readonly string[];
  /** When the notice of it must have gone out, counted from receipt. */
  noticeBy: Period;
  noticeMustState: readonly string[];
  times: number;
  notFor: readonly Right[];
}

/** When and how a refusal is told. An extension does not move the date if `moves` is false. */
interface Refusal extends Cited {
  by: 'first-period' | 'response-period';
  extensionMoves: boolean;
  mustState: readonly string[];
}

/** What a person can do against an answer. */
export interface Remedies {
  complaint: Cited & { to: 'supervisory-authority' | 'agency-and-attorney-general' };
  court: (Cited & { granted: true }) | undefined;
  /** Inside the company; undefined if the law has none. */
  appeal: (Cited & Period) | undefined;
  /** The person may not be treated worse for asking. */
  nonRetaliation: Cited | undefined;
}

/** One thing an answer must contain, or one reason not to give something. */
export interface Item {
  code: string;
  cite: string;
}

export interface Law {
  id: string;
  name: string;
  /** How it is called in a sentence. */
  shortName: string;
  citation: string;
  /** Places whose residents it protects, ISO 3166-1 or -2. */
  jurisdictions: readonly string[];
  /** Whether it protects everybody whose data a controller established there processes, wherever they live. */
  protectsEverybody: boolean;
  validFrom: string;
  validTo?: string;
  /** Citations that begin with `mark` are of `source`: "Art. 15" is "GDPR Art. 15". */
  citeAs: { mark: string; source: string };
  rights: Partial<Record<Right, Cited>>;
  /** What it says about decisions made by machines alone, and from when. */
  automatedDecisions: (Cited & { validFrom?: string }) | undefined;
  counting: { rule: CountingRuleId; calendar: 'controller' | string };
  clocks: readonly Clock[];
  pauses: Record<'identity' | 'clarification' | 'fee', Cited & { effect: PauseEffect }>;
  extension: Extension | undefined;
  refusal: Refusal;
  remedies: Remedies;
  responseContent: Partial<Record<Right, { cite: string; items: readonly Item[] }>>;
  exemptions: { any: readonly Item[] } & Partial<Record<Right, readonly Item[]>>;
  /** Values that may be named but never shown. */
  neverDisclose: (Cited & { values: readonly string[] }) | undefined;
}

/** The citation with its source named: `Art. 12(3)` becomes `GDPR Art. 12(3)`. */
export function fullCite(law: Law, cite: string): string {
  const { mark, source } = law.citeAs;
  return cite
    .split('; ')
    .map((part) => (part.startsWith(mark) ? `${source} ${part}` : part))
    .join('; ');
}

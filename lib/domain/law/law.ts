/** The shape in which a law is written down: every figure with its citation, its validity, and whether its text was read. */
import type { Authority } from '../authorities/authority.ts';
import type { Right } from '../rights.ts';
import type { LawId } from './law-ids.ts';

/** `toBeConfirmed`: the text itself was not read; staff see it as such, never as settled law. */
export type Confirmation = 'confirmed' | 'toBeConfirmed';

/** Anything a law says, with the place where it says so. The dates are of receipt, both included; absent = as long as the law. */
export interface Cited {
  cite: string;
  status: Confirmation;
  validFrom?: string;
  validTo?: string;
}

/** A length of time as laws write it. */
export interface Period {
  amount: number;
  unit: 'day' | 'businessDay' | 'month';
}

/** How a law counts; the functions are in `counting-rules.ts`. */
export type CountingRuleId = 'EU-1182' | 'UK-1182' | 'US-CA' | 'US-GENERIC' | 'CA-FED' | 'CA-QC' | 'BR' | 'CH' | 'KR' | 'ZA' | 'NONE';

/** What has to be done in time. `act` is to carry out an opt-out or a limit, `stop` to end what a withdrawn consent allowed. */
export type Duty =
  | 'acknowledge'
  | 'respond'
  | 'act'
  | 'stop'
  | 'acknowledge-complaint'
  | 'answer-grievance'
  | 'delete'
  | 'access-drop'
  | 'reconsent-wait'
  | 'legal-hold'
  | 'record'
  | 'notice-indirect';

/** A clock: how long the duty may take, counted from receipt unless `from` says otherwise. */
export interface Clock extends Cited {
  duty: Duty;
  /** Absent: the law gives no number, only the words in `words`. */
  period?: Period;
  /** "without delay", "immediately": what the law says in place of a number or beside it. */
  words?: string;
  /** Rights it is about; absent = all that no other clock of the duty names. */
  appliesTo?: readonly Right[];
  /** What starts it when it is not the receipt. */
  from?: string;
  mustState?: readonly string[];
  /** The number is a regulator's yardstick, not the law's. */
  guidance?: true;
}

/** What the person can be asked in a way that touches the clock. */
export type Question = 'identity' | 'clarification' | 'fee';

/**
 * What an open question does to the clock: nothing; the days until the answer do not count (`suspend`: the day of the answer
 * counts again; `exclude-days`: it does not); the period begins anew with the answer; or it begins after a time to reflect.
 */
export interface Pause extends Cited {
  effect: 'none' | 'suspend' | 'exclude-days' | 'restart' | 'reflection';
  /** Rights for which it holds; absent = all. */
  appliesTo?: readonly Right[];
  /** For `reflection`: after which the period begins. */
  reflection?: Period;
  /** Used only by a deployment that turns it on. */
  optional?: true;
}

/** An extension: always counted from the start of the first period, never from its end. */
export interface Extension extends Cited {
  /** Absent: as long as the person was told. */
  period?: Period;
  grounds: readonly string[];
  /** When the notice of it must have gone out, counted like the answer. */
  noticeBy: Period;
  noticeMustState: readonly string[];
  times: number;
  notFor: readonly Right[];
}

/** What a person gets with a refusal besides its reasons: a promise about what is kept, another right, or what can be told to anybody. */
export type Accompaniment = 'kept-for-nothing-else' | 'opt-out-offered' | 'categories-instead';

/** When and how a refusal is told. `first-period`: an extension does not move the date. */
export interface Refusal extends Cited {
  by?: 'first-period' | 'response-period';
  mustState: readonly string[];
  /** `exempt`: an exemption was used; `unidentified`: nobody knows who asks. */
  accompaniedBy?: readonly (Cited & { gives: Accompaniment; right: Right; when: readonly ('exempt' | 'unidentified')[] })[];
}

/** An appeal inside the company. */
export interface Appeal extends Cited {
  period: Period;
  /** By which the decision may be put off. */
  extension?: Period;
  mustState: readonly string[];
}

/** What a person can do against an answer. */
export interface Remedies {
  /** `of-residence`: the supervisory authority where the person lives. */
  complaint: Cited & { to: readonly Authority[] | 'of-residence'; window?: Cited & Period };
  court: (Cited & { granted: true }) | undefined;
  /** undefined if the law has none. */
  appeal: Appeal | undefined;
  /** The person may not be treated worse for asking. */
  nonRetaliation: Cited | undefined;
}

/** One thing an answer must contain, or one reason not to give something. */
export interface Item {
  code: string;
  cite: string;
  /** What is left out for this reason must be named to the person. */
  mustBeNamed?: true;
}

/** A right as the law gives it. */
export interface Grant extends Cited {
  /** What it reaches, where the law limits it. */
  scope?: string;
  /** How the law calls it where it has a word of its own. */
  calledThere?: string;
  /** Answers the law gives in a time. */
  limit?: { times: number; months: number };
}

/** Opt-outs as American states rule them. */
export interface OptOutRules {
  /** Whether a signal of the browser (GPC) counts as a request. */
  signal: Cited & { counts: boolean };
  agents: boolean;
  /** undefined: no rule was found. */
  authentication: Cited & { required: boolean | undefined };
}

export interface Law {
  id: LawId;
  name: string;
  /** How it is called in a sentence. */
  shortName: string;
  citation: string;
  /** Places whose residents it protects, ISO 3166-1 or -2. */
  jurisdictions: readonly string[];
  /** Whether it protects everybody whose data a controller established there processes, wherever they live. */
  protectsEverybody: boolean;
  /** Whom it binds, where that is not every company: shown to staff, and never chosen unless configured. */
  bindsOnly?: string;
  /** Absent: long in force. */
  validFrom?: string;
  validTo?: string;
  /** Nothing but its periods is known yet. */
  enactedOnly?: true;
  /** Citations that begin with `mark` are of `source`: "Art. 15" is "GDPR Art. 15". */
  citeAs: { mark: string; source: string };
  rights: Partial<Record<Right, Grant>>;
  /** Rights for which there is no code of ours, by the law's name. */
  otherRights: Record<string, Grant>;
  /** `controller`: the holidays of the controller's place if the law holds there; else those of the place named; none: weekends only. */
  counting: { rule: CountingRuleId; calendar: 'controller' | 'none' | string };
  clocks: readonly Clock[];
  pauses: Partial<Record<Question, Pause>>;
  extension: Extension | undefined;
  refusal: Refusal | undefined;
  remedies: Remedies;
  responseContent: Partial<Record<Right, { cite: string; items: readonly Item[] }>>;
  exemptions: { any: readonly Item[] } & Partial<Record<Right, readonly Item[]>>;
  /** Values that may be named but never shown. */
  neverDisclose?: Cited & { values: readonly string[] };
  /** How surely a person must be known. */
  verification?: readonly (Cited & { request: string; level: string; dataPoints?: number })[];
  optOut?: OptOutRules;
  /** Free answers: how many in how many months. */
  free?: Cited & { times?: number; months?: number; words?: string };
  /** Age from which a child consents itself, and other ages the law names. */
  children?: Cited & { ages: Readonly<Record<string, number>> };
  /** Figures about requests that must be published each year. */
  metrics?: Cited & { threshold: number; publishBy: { month: number; day: number }; counts: readonly string[] };
  /** Time to mend a violation before it is punished. */
  cure?: Cited & { words: string };
  /** What else staff should know. */
  notes: readonly string[];
}

/** True if what a law says holds for requests received on an ISO date. */
export function holdsOn({ validFrom, validTo }: Pick<Cited, 'validFrom' | 'validTo'>, on: string): boolean {
  return (validFrom === undefined || validFrom <= on) && (validTo === undefined || on <= validTo);
}

/** The citation with its source named: `Art. 12(3)` becomes `GDPR Art. 12(3)`. */
export function fullCite(law: Pick<Law, 'citeAs'>, cite: string): string {
  const { mark, source } = law.citeAs;
  return cite
    .split('; ')
    .map((part) => (part.startsWith(mark) ? `${source} ${part}` : part))
    .join('; ');
}

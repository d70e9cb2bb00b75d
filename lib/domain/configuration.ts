/** What a deployment declares about itself: the controller, its recipients, its systems and its policies. */
import type { HolidayOverrides } from './calendar/calendar.ts';
import type { NamedDataset, Text } from './data-map.ts';

/** A company or authority named to the person. */
export interface Party {
  name: string;
  address: string;
  /** ISO 3166-1 alpha-2, or ISO 3166-2 where the region decides the authority or the holidays (`DE-BE`, `US-CA`). */
  country: string;
  email: string;
  url?: string;
  phone?: string;
}

/** Somebody the data are disclosed to (Art. 15(1)(c) GDPR, by name: C-154/21). */
export interface Recipient {
  name: string;
  role: 'processor' | 'controller' | 'service-provider' | 'contractor' | 'third-party' | 'authority';
  country: string;
  purpose: Text;
}

/** Whether the company decides about the data itself, or works on behalf of somebody who does (Art. 4(7) and (8) GDPR). */
export type Role = 'controller' | 'processor';

/** A name under which people know the company. */
export interface Brand {
  label: Text;
  role: Role;
  /** Who must answer, where the company only works for them; always there for a processor. */
  controller?: Party;
}

/** Staff who are reminded of a request that is still open, so many days before its date. */
export interface Reminder {
  daysBefore: number;
  /** Mail addresses. */
  to: string[];
}

/** A witness of the log (c2sp.org/tlog-witness). */
export interface WitnessAddress {
  /** Where it takes checkpoints, without `/add-checkpoint`. */
  url: string;
  /** Verifier key of its cosignatures. */
  vkey: string;
}

/** A company's policies; every one has a default in `defineQuittance`. */
export interface Policies {
  /** Days the download stays open, from the day the package is ready (at least 30). */
  downloadDays: number;
  /** Days for which what was attached to a mail is kept: identity papers are among it. */
  paperDays: number;
  /** Years the receipts and the minimal record are kept after closing where the law names no time; a law's longer time holds. */
  recordYears: number;
  /** Working days before the due date at which a person must choose what happens with late systems. */
  lateChoiceWorkingDays: number;
  /** Whether what is verified goes out as interim one day before the date if nobody chooses. */
  interimWhenLate: { export: boolean; erase: boolean };
  /** Days before the due date at which an unverified request is denied with remedies; one reminder is sent halfway. */
  silenceDays: number;
  /** Days until deleted data are overwritten in backups. */
  backupDays: number;
  /** Whether the clock stands still where the law leaves that to the company (GDPR: a question what an access request means). */
  optionalPauses: boolean;
  /** Calendar days before the statutory date by which the company wants to have answered; 0 = none. */
  targetDays: number;
  /** Who is told of what is still open, farthest from the date first: each next one escalates. */
  reminders: Reminder[];
  /** Bytes of uncompressed content after which a package continues in another part (at most 4 GiB). */
  partBytes: number;
}

/** One connected system as the plan sees it; how it is reached is the connector's own part. */
export interface SystemDeclaration {
  /** What the person reads, e.g. "Shop". */
  label: Text;
  /** Systems whose `find` must have run before this one's, because they yield its identifiers. */
  findAfter: string[];
  /** Systems that must be erased before this one. */
  eraseAfter: string[];
  kind: 'postgres' | 'http';
  /** Absent = controller. A processor's system is not asked: the request is passed on to `onBehalfOf`, who must answer. */
  role?: Role;
  /** Always there for a processor. */
  onBehalfOf?: Party;
  datasets: NamedDataset[];
  /** Connector-specific settings, validated by `defineQuittance`, read by the connector's factory. */
  settings: unknown;
}

/** The configuration as the product uses it: validated, defaults filled in. */
export interface Configuration {
  controller: Party & {
    /** IANA time zone in which dates of receipt are counted. */
    zone: string;
  };
  dataProtectionOfficer?: { name: string; email: string };
  /** Laws the company is subject to, ids of the law data. The request's law is chosen by residence among them. */
  laws: string[];
  /** Days off the calendars do not know, or that are none: by place (ISO 3166-1 or -2). */
  holidays?: HolidayOverrides;
  /** Languages offered; the first is the default. */
  languages: string[];
  /** Sender of all mails. */
  mailFrom: string;
  /** The address people may write to; all mail to its domain is received. Absent = no mail comes in. */
  mailbox?: string;
  privacyNoticeUrl?: string;
  recipients: Recipient[];
  systems: Record<string, SystemDeclaration>;
  /** Names people may choose from on the form, where the company has several. */
  brands?: Record<string, Brand>;
  /** Kinds of identifiers people may give besides e-mail and name, with the label they read. */
  identifiers: Record<string, Text>;
  policies: Policies;
  /** Automated decision-making in words (Art. 15(1)(h) GDPR); absent = there is none. */
  automatedDecisions?: Text;
  /** Who is asked to sign every checkpoint of the log too: run by others than the company. */
  witnesses?: WitnessAddress[];
  /** Staff sign-in by OpenID Connect; the issuer and client come from the environment. */
  staff: { rolesClaim: string };
}

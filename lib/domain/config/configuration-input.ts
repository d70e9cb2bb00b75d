/** What people write in `quittance.config.ts`: the configuration with defaults left out and columns in short form. */
import type { HolidayOverrides } from '../calendar/calendar.ts';
import type { Brand, Party, Policies, Recipient, Role, WitnessAddress } from '../configuration.ts';
import type { About, Column, Disclose, Erasure, LegalBasis, Provided, Text, Transfer } from '../data-map.ts';
import type { HttpDatasetRequests, HttpErase, HttpLater, HttpAuth } from './http-settings.ts';

/** A text per language; a plain string is enough where English is the only language offered. */
export type TextInput = string | Text;

/**
 * A column in short form: its category, then any of `value describe never`, `given observed derived`, `person other`.
 * `'contact given'`, `'credentials never'`, `'correspondence given other'`. What is left out is the dataset's default.
 */
export type ColumnInput =
  | string
  | (Pick<Column, 'category'> &
      Partial<Omit<Column, 'label' | 'purpose' | 'retention'>> &
      Partial<Record<'label' | 'purpose' | 'retention', TextInput>>);

/** What datasets of a system share; a dataset's own word wins. */
export interface DatasetDefaults {
  purpose?: TextInput;
  legalBasis?: LegalBasis;
  recipients?: string[];
  transfers?: Transfer[];
  retention?: TextInput;
  source?: TextInput;
  /** For columns that do not say it themselves; `disclose` is `value` and `about` is `person` if nobody does. */
  provided?: Provided;
  disclose?: Disclose;
  about?: About;
}

/** An erasure rule; `'delete'` is short for `{ how: 'delete' }`, texts may be plain strings. */
export type ErasureInput =
  | 'delete'
  | Exclude<Erasure, { how: 'retain' }>
  | { how: 'retain'; retain: Omit<Extract<Erasure, { how: 'retain' }>['retain'], 'sentence'> & { sentence: TextInput }; blank?: string[] };

export interface DatasetInput extends DatasetDefaults {
  label: TextInput;
  columns: Record<string, ColumnInput>;
  erasure: ErasureInput;
}

/** A table: where its rows are, how they are told apart, and how they hang on a person. */
export interface PostgresDatasetInput extends DatasetInput {
  /** `table` or `schema.table`; the dataset's name if left out. */
  table?: string;
  /** Columns of the primary key, `id` if left out. */
  key?: string | string[];
  /** Columns which hold an identifier of the person, by kind of identifier. `email` is compared without case. */
  match?: Record<string, string>;
  /** Identifiers the person's rows reveal, by kind; systems named in `findAfter` hand them on. */
  yields?: Record<string, string>;
  /** Rows belong to the person if the row they point at does: `{ customer_id: 'customers.id' }`. */
  belongsTo?: Record<string, string>;
  /** Keys that only order the deletion: `{ address_id: 'addresses.id' }`. */
  refersTo?: Record<string, string>;
}

interface SystemBase<D> {
  label: TextInput;
  /** `processor` where the company only works for somebody: then the request is passed on to `onBehalfOf`. */
  role?: Role;
  onBehalfOf?: Party;
  findAfter?: string[];
  eraseAfter?: string[];
  defaults?: DatasetDefaults;
  /** Name of the SSM parameter (SecureString) with the credentials. */
  secret: string;
  datasets: Record<string, D>;
}

export interface PostgresInput extends SystemBase<PostgresDatasetInput> {
  /** Name of an SSM parameter with the PEM of the authority that signs the server's certificate. */
  caSecret?: string;
  /** Connections at most per process; 1 is right for a Lambda function. */
  pool?: number;
  /** Milliseconds a statement may take. */
  timeoutMs?: number;
}

export interface HttpDatasetInput extends DatasetInput, HttpDatasetRequests {}

export interface HttpInput extends SystemBase<HttpDatasetInput> {
  /** Start of every request's address; may come from the secret instead (`{"url": ...}`). */
  baseUrl?: string;
  auth?: HttpAuth;
  timeoutMs?: number;
  /** Bytes of a response at most. */
  maxBytes?: number;
  /** One request that erases the person from all datasets that have no `erase` of their own. */
  erase?: HttpErase;
  /** Phases the system answers later, by a POST to a callback URL. */
  later?: HttpLater;
}

/** A system as `postgres({...})` and `http({...})` return it. */
export type SystemInput = ({ kind: 'postgres' } & PostgresInput) | ({ kind: 'http' } & HttpInput);

export interface ConfigurationInput {
  controller: Party & { zone: string };
  dataProtectionOfficer?: { name: string; email: string };
  laws: string[];
  /** Days off the calendars do not know, or that are none, by place; the file may import it from JSON. */
  holidays?: HolidayOverrides;
  /** By a name of small letters, digits and -; with several the form asks which one is meant. */
  brands?: Record<string, Omit<Brand, 'label'> & { label: TextInput }>;
  languages: string[];
  mailFrom: string;
  /** All mail to its domain is received: give it one of its own, such as `privacy@requests.company.example`. */
  mailbox?: string;
  privacyNoticeUrl?: string;
  recipients: (Omit<Recipient, 'purpose'> & { purpose: TextInput })[];
  systems: Record<string, SystemInput>;
  identifiers?: Record<string, TextInput>;
  policies?: Partial<Policies>;
  automatedDecisions?: TextInput;
  /** Witnesses of the log: `npx quittance witness` prints the `vkey`. */
  witnesses?: WitnessAddress[];
  staff?: { rolesClaim?: string };
}

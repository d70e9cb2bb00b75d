/** The contract between Quittance and a connected system. */
import type { NamedDataset } from '../domain/data-map.ts';

/** Who is asked about: identifiers by kind, e.g. `{ email: ['a@b.example'], customerId: ['42'] }`. Values are normalised. */
export interface Subject {
  identifiers: Record<string, string[]>;
}

/** A value of a row: JSON only; dates and bigints are strings. */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

export type Row = Record<string, Value>;

export interface FindResult {
  /** Rows found per dataset; a dataset without rows is listed with 0. */
  found: Record<string, number>;
  /** Further identifiers learnt (identity graph), by kind; used by systems of later waves. */
  identifiers: Record<string, string[]>;
}

/** Takes one page of rows of one dataset. When it resolves, the page is durable. */
export type WritePage = (dataset: string, rows: Row[]) => Promise<void>;

export interface ExportInput {
  subject: Subject;
  /** Opaque; undefined on the first call. */
  cursor?: string;
  write: WritePage;
  /** The connector stops after the page that passes this instant (ms) and answers `more`. */
  until: number;
}

/** `more` with a cursor: the machine calls again. The same cursor yields the same pages. */
export type ExportResult = { more: false } | { more: true; cursor: string };

/** Rows of one dataset that a deletion did not remove, and why. */
export interface Kept {
  count: number;
  /** Last day they are kept (ISO date), the latest of the rows. */
  until: string;
}

export interface EraseResult {
  /** Rows deleted or anonymised per dataset. */
  erased: Record<string, number>;
  /** Rows kept by law per dataset (their ground, article and sentence stand in the data map). */
  kept: Record<string, Kept>;
}

export interface VerifyResult {
  /** Rows per dataset that should be gone and are still there; empty = clean. */
  left: Record<string, number>;
  /** Rows kept by law, as the system answers now. */
  kept: Record<string, Kept>;
}

/**
 * A connected system. Every call may be repeated and may follow a crash of the same call: `find`, `export`, `verify`
 * have no effects; `erase` repeated leaves the same state and counts only what it erased itself this time.
 * Throws TransientError (retried), PermanentError (a person's task); anything else is a fault of the connector.
 * Error messages hold no personal data.
 */
export interface Connector {
  /** All datasets of the system as declared. */
  datasets: NamedDataset[];
  /** Kinds of identifiers `find` can use; at least one must be known, else nothing can be found. */
  needs: string[];
  find(subject: Subject): Promise<FindResult>;
  export(input: ExportInput): Promise<ExportResult>;
  erase(subject: Subject): Promise<EraseResult>;
  verify(subject: Subject): Promise<VerifyResult>;
  /**
   * Systems that answer later: `erase` or `export` is asked with a callback URL and answered by POST to it.
   * Present only when the system's configuration says so.
   */
  later?: {
    /** The phases it answers later; the others are called directly. */
    phases: ('export' | 'erase')[];
    start(phase: 'export' | 'erase', input: { subject: Subject; callbackUrl: string }): Promise<void>;
    /** Reads the body posted back; `write` stores exported rows. Throws PermanentError on nonsense. */
    finish(
      phase: 'export' | 'erase',
      input: { body: unknown; write: WritePage },
    ): Promise<EraseResult | { exported: Record<string, number> }>;
  };
  close(): Promise<void>;
}

/** What a connector is built with besides its own configuration. */
export interface ConnectorPort {
  /** Reads a secret by its name in SSM (SecureString). */
  secret(name: string): Promise<string>;
  now(): number;
}

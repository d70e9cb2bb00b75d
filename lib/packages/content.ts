/** What goes into a package: the input of the writer, gathered by the step `package-response`. */
import type { Row } from '../connectors/connector.ts';
import type { Configuration } from '../domain/configuration.ts';
import type { Transfer } from '../domain/data-map.ts';
import type { Person } from '../domain/person.ts';
import type { Request } from '../domain/request.ts';
import type { RequestEvent, SystemOutcome } from '../domain/request-events.ts';

/** One page of exported rows in the vault, in the order of export. */
export interface PageRef {
  system: string;
  dataset: string;
  /** Vault key. */
  key: string;
  rows: number;
  /** Bytes of the rows as JSON lines. */
  bytes: number;
}

export interface PackageContent {
  configuration: Configuration;
  request: Request;
  /** For "what the request system itself holds". */
  events: RequestEvent[];
  person: Person;
  lang: string;
  pages: PageRef[];
  outcomes: SystemOutcome[];
  /** Names of systems that could not answer yet, with the day they are expected. */
  outstanding: { system: string; expectedOn?: string }[];
  /** Columns about others which a reviewer released, as `system/dataset/column`. */
  released: string[];
  /** Who runs the request system for the controller (names of declared recipients) and where its data go; named in the package if given. */
  requestSystem?: { recipients: string[]; transfers: Transfer[] };
  /** ISO instant at which the package is made: the same on every retry. */
  madeAt: string;
  readPage(key: string): Promise<Row[]>;
}

/** How the tables of a PostgreSQL system are reached: the validated settings its connector reads. */

/** A key from one table to another. */
export interface Link {
  column: string;
  /** Name of the dataset pointed at, and its column. */
  dataset: string;
  key: string;
}

export interface TableSettings {
  schema: string;
  table: string;
  key: string[];
  /** Columns that hold an identifier, by kind. */
  match: Record<string, string>;
  /** Columns that reveal a further identifier, by kind. */
  yields: Record<string, string>;
  /** Keys that make a row the person's. */
  belongsTo: Link[];
  /** Keys that only order the deletion. */
  refersTo: Link[];
}

export interface PostgresSettings {
  secret: string;
  caSecret?: string;
  /** Zone in which "today" is counted. */
  zone: string;
  pool: number;
  timeoutMs: number;
  tables: Record<string, TableSettings>;
}

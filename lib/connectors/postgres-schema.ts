/** What the database itself says about the declared tables, compared with the declaration. */
import type { Problem } from '../domain/config/configuration-error.ts';
import type { PostgresSettings } from '../domain/config/postgres-settings.ts';
import type { SystemDeclaration } from '../domain/configuration.ts';
import type { ConnectorPort } from './connector.ts';
import { openPostgresSession, type Ask } from './postgres-session.ts';
import { postgresModel, type Model, type Table } from './postgres-model.ts';

export interface SchemaColumn {
  /** Name in pg_type, e.g. `int8`, `timestamptz`, `_text`. */
  type: string;
  /** As it is written in a cast, e.g. `character varying(20)`. */
  written: string;
  nullable: boolean;
}

/** The columns of each declared dataset, and the column sets that are unique. */
export type Schema = Map<string, { columns: Map<string, SchemaColumn>; unique: string[][]; relation: string }>;

// pg_attribute rather than information_schema: the latter hides columns which the role may not read.
const COLUMNS = `
  select n.nspname || '.' || c.relname as at, c.relkind::text as relation, a.attname as name, t.typname as type,
         format_type(a.atttypid, a.atttypmod) as written, not a.attnotnull as nullable
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  where n.nspname || '.' || c.relname = any($1::text[]) and c.relkind in ('r', 'p', 'v', 'm', 'f')
  order by a.attnum`;

const UNIQUE = `
  select n.nspname || '.' || c.relname as at, array_agg(a.attname::text) as columns
  from pg_index i
  join pg_class c on c.oid = i.indrelid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
  where n.nspname || '.' || c.relname = any($1::text[]) and i.indisunique and i.indpred is null and i.indexprs is null
  group by i.indexrelid, n.nspname, c.relname`;

const at = (table: Table): string => `${table.schema}.${table.table}`;

/** Reads the schema of all declared tables; a table that does not exist is absent. */
export async function readSchema(model: Model, ask: Ask): Promise<Schema> {
  const names = [...model.tables.values()].map(at);
  const columns = await ask<{ at: string; relation: string; name: string } & SchemaColumn>(COLUMNS, [names]);
  const unique = await ask<{ at: string; columns: string[] }>(UNIQUE, [names]);
  const schema: Schema = new Map();
  for (const table of model.tables.values()) {
    const mine = columns.rows.filter((row) => row.at === at(table));
    if (mine.length === 0) continue;
    schema.set(table.name, {
      columns: new Map(mine.map(({ name, type, written, nullable }) => [name, { type, written, nullable }])),
      unique: unique.rows.filter((row) => row.at === at(table)).map((row) => row.columns),
      relation: mine[0]!.relation,
    });
  }
  return schema;
}

/** Columns the table has and the declaration does not know. */
export function undeclaredColumns(table: Table, schema: Schema): string[] {
  return [...(schema.get(table.name)?.columns.keys() ?? [])].filter((name) => !(name in table.dataset.columns));
}

/** Declared columns the table does not have; undefined if there is no such table. */
export function missingColumns(table: Table, schema: Schema): string[] | undefined {
  const known = schema.get(table.name)?.columns;
  return known && Object.keys(table.dataset.columns).filter((name) => !known.has(name));
}

function emptiedColumns({ dataset: { erasure } }: Table): string[] {
  if (erasure.how === 'retain') return erasure.blank ?? [];
  return Object.entries((erasure.how === 'anonymise' ? erasure.columns : erasure.shell) ?? {})
    .filter(([, constant]) => constant === null)
    .map(([name]) => name);
}

function* tableProblems(table: Table, schema: Schema): Generator<Problem> {
  const path = `datasets.${table.name}`;
  const found = schema.get(table.name);
  if (!found) {
    yield {
      path: `${path}.table`,
      found: 'no such table',
      remedy: `create ${at(table)}, grant the role usage of its schema, or correct \`table\``,
    };
    return;
  }
  for (const name of undeclaredColumns(table, schema)) {
    yield {
      path: `${path}.columns.${name}`,
      found: 'a column that is not declared',
      remedy: 'declare what it holds; it is never exported by default',
    };
  }
  for (const name of missingColumns(table, schema) ?? []) {
    yield {
      path: `${path}.columns.${name}`,
      found: 'no such column',
      remedy: `correct the name or remove it; ${at(table)} does not have it`,
    };
  }
  for (const name of emptiedColumns(table)) {
    if (found.columns.get(name)?.nullable === false)
      yield { path: `${path}.erasure`, found: `${name}, which may not be null`, remedy: 'drop its not-null constraint or set a constant' };
  }
  // A key that is not unique would lose rows between two pages of an export.
  if (/^[rp]$/.test(found.relation) && !found.unique.some((columns) => columns.every((name) => table.key.includes(name)))) {
    yield { path: `${path}.key`, found: 'columns that are not unique', remedy: 'name the columns of the primary key or of a unique index' };
  }
}

/** Compares a PostgreSQL system with its declaration; empty = they agree. Paths start below the system. */
export async function checkPostgresSchema(system: SystemDeclaration, port: ConnectorPort): Promise<Problem[]> {
  const model = postgresModel(system);
  const session = openPostgresSession(system.settings as PostgresSettings, port);
  try {
    const schema = await session.read((ask) => readSchema(model, ask));
    return [...model.tables.values()].flatMap((table) => [...tableProblems(table, schema)]);
  } finally {
    await session.close();
  }
}

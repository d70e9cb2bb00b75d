/** Pages of rows by key, bounded in rows and in bytes, converted to JSON by the server. */
import { fullColumns } from '../domain/data-map.ts';
import type { Row } from './connector.ts';
import { parseExactJson } from './exact-json.ts';
import { column, quote, type Table } from './postgres-model.ts';
import { ownedBy, type Selection } from './postgres-selection.ts';
import type { Ask } from './postgres-session.ts';

const MOST_ROWS = 5_000;
const MOST_BYTES = 4 * 1024 ** 2;

/** Numbers that do not fit a double travel as texts; bytes as base64. */
function asJson(sql: string, type: string): string {
  switch (type) {
    case 'int8':
    case 'numeric':
    case 'money':
      return `${sql}::text`;
    case '_int8':
    case '_numeric':
      return `${sql}::text[]`;
    case 'bytea':
      return `replace(encode(${sql}, 'base64'), E'\\n', '')`;
    default:
      return sql;
  }
}

/** The declared columns as a select list: `never` is not asked for, `describe` only whether there is something. */
function selectList(table: Table, selection: Selection): string {
  return fullColumns(table.dataset)
    .flatMap(({ name, disclose }) => {
      if (disclose === 'never') return [];
      const sql = column('t', name);
      return [`${disclose === 'describe' ? `(${sql} is not null)` : asJson(sql, selection.typeOf(table, name))} as ${quote(name)}`];
    })
    .join(', ');
}

export interface Position {
  /** Key of the last row written, as texts. */
  after?: string[];
  /** Rows to ask for. */
  limit: number;
}

export interface Page {
  rows: Row[];
  /** Where the dataset goes on; undefined at its end. */
  next?: Position;
}

function afterKey(table: Table, after: string[], selection: Selection): string {
  const columns = table.key.map((name) => column('t', name)).join(', ');
  const values = table.key.map((name, index) =>
    selection.param(after[index], selection.schema.get(table.name)!.columns.get(name)!.written),
  );
  return `(${columns}) > (${values.join(', ')})`;
}

function pageSql(table: Table, position: Position, selection: Selection): string {
  const keys = table.key.map((name, index) => `${column('t', name)} as k${index}`);
  const order = table.key.map((_, index) => `k${index}`).join(', ');
  const where = [ownedBy(table, 't', selection), ...(position.after ? [afterKey(table, position.after, selection)] : [])];
  // The server adds up the bytes, so that a page of large rows never reaches this process as a whole.
  return `
    with page as (
      select (select row_to_json(r)::text from (select ${selectList(table, selection)}) r) as j, ${keys.join(', ')}
      from ${table.sql} t where ${where.join(' and ')} order by ${order} limit ${position.limit})
    select j, array[${table.key.map((_, index) => `k${index}::text`).join(', ')}] as key, asked from (
      select page.*, count(*) over ()::int as asked, row_number() over w as n, sum(octet_length(j)) over w as bytes
      from page window w as (order by ${order} rows unbounded preceding)) s
    where bytes <= ${MOST_BYTES} or n = 1 order by n`;
}

/** True if there is anything to export from the table. */
export function isExported(table: Table): boolean {
  return Object.values(table.dataset.columns).some(({ disclose }) => disclose !== 'never');
}

/** One page. The number of rows asked for grows while pages are light and shrinks when they are heavy. */
export async function readPage(table: Table, position: Position, context: { world: Selection; ask: Ask }): Promise<Page> {
  const selection = context.world.fresh();
  const { rows } = await context.ask<{ j: string; key: string[]; asked: number }>(pageSql(table, position, selection), selection.values);
  const last = rows.at(-1);
  const done = !last || (rows.length === last.asked && last.asked < position.limit);
  const parsed = rows.map((row) => parseExactJson(row.j) as Row);
  return done ? { rows: parsed } : { rows: parsed, next: { after: last.key, limit: Math.min(MOST_ROWS, rows.length * 2) } };
}

/** The bodies of the files of one dataset: JSON, CSV, and the schema that describes the JSON. */
import { stringify } from 'csv-stringify/sync';
import type { Row, Value } from '../connectors/connector.ts';
import type { TreatedColumn } from './dataset-parts.ts';
import { pick } from './read-rows.ts';
import type { RowTypes } from './row-schema.ts';

/** An array with one row per line; types are noted for the schema if asked. */
export async function* jsonFile(pages: AsyncIterable<Row[]>, columns: TreatedColumn[], types?: RowTypes): AsyncGenerator<string> {
  let lead = '[\n';
  for await (const rows of pages) {
    const picked = rows.map((row) => pick(row, columns));
    for (const row of picked) types?.observe(row);
    yield lead + picked.map((row) => JSON.stringify(row)).join(',\n');
    lead = ',\n';
  }
  yield lead === '[\n' ? '[]\n' : '\n]\n';
}

/**
 * A table for spreadsheets: byte order mark (Excel), CRLF (RFC 4180), texts that a spreadsheet would run as a formula
 * begin with an apostrophe, nested values as JSON. The JSON file is the exact copy.
 */
export async function* csvFile(pages: AsyncIterable<Row[]>, columns: TreatedColumn[]): AsyncGenerator<string> {
  yield csvLines([columns.map((column) => column.name)], true);
  for await (const rows of pages) {
    yield csvLines(
      rows.map((row) => columns.map(({ name }) => (Object.hasOwn(row, name) ? cellOf(row[name]!) : null))),
      false,
    );
  }
}

function csvLines(table: (string | number | null)[][], bom: boolean): string {
  return stringify(table, { bom, escape_formulas: true, quoted_empty: true, record_delimiter: 'windows' });
}

function cellOf(value: Value): string | number | null {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  return JSON.stringify(value);
}

/** The bodies of the files of one dataset: JSON, CSV, and the schema that describes the JSON. */
import { stringify } from 'csv-stringify/sync';
import type { Row, Value } from '../connectors/connector.ts';
import type { TreatedColumn } from './dataset-parts.ts';
import { pick } from './read-rows.ts';
import type { RowTypes } from './row-schema.ts';

/** An array with one row per line; types are noted for the schema if asked. */
export async function* jsonFile(batches: AsyncIterable<Row[]>, columns: TreatedColumn[], types?: RowTypes): AsyncGenerator<string> {
  let lead = '[\n';
  for await (const rows of batches) {
    const picked = rows.map((row) => pick(row, columns));
    for (const row of picked) types?.observe(row);
    yield lead + picked.map((row) => JSON.stringify(row)).join(',\n');
    lead = ',\n';
  }
  yield lead === '[\n' ? '[]\n' : '\n]\n';
}

/**
 * A table for spreadsheets: byte order mark (Excel), CRLF (RFC 4180), nested values as JSON, and an apostrophe before
 * whatever a spreadsheet would run as a formula. The JSON file is the exact copy.
 */
export async function* csvFile(batches: AsyncIterable<Row[]>, columns: TreatedColumn[]): AsyncGenerator<string> {
  yield csvLines([columns.map((column) => column.name)], true);
  for await (const rows of batches) {
    yield csvLines(
      rows.map((row) => columns.map(({ name }) => (Object.hasOwn(row, name) ? cellOf(row[name]!) : null))),
      false,
    );
  }
}

/** A text with one of these that is not quoted would end its line; the library looks only for its own delimiter. */
const LINE_BREAK = /[\r\n\u0085\u2028\u2029]/;

/**
 * Where a spreadsheet separates by semicolon or tab (Excel in most of Europe), it ignores our quotes and begins a cell
 * inside a text. The library defuses only the beginning of the whole text.
 */
const INNER_FORMULA = /([;\t\r\n])(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

function csvLines(table: (string | number | null)[][], bom: boolean): string {
  return stringify(table, { bom, escape_formulas: true, quoted_empty: true, quoted_match: LINE_BREAK, record_delimiter: 'windows' });
}

function cellOf(value: Value): string | number | null {
  if (value === null || typeof value === 'number') return value;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.replaceAll(INNER_FORMULA, "$1'");
}

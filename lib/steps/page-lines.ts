/** How a page of exported rows lies in the vault: one JSON text a line. */
import type { Row } from '../connectors/connector.ts';

/** The bytes of a page. */
export function linesOf(rows: readonly Row[]): Buffer {
  return Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'));
}

/** The rows of a page. */
export function rowsIn(lines: Buffer): Row[] {
  return lines
    .toString()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

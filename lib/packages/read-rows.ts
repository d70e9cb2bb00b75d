/** Reads exported rows page by page and holds them against the data map. */
import type { Row } from '../connectors/connector.ts';
import { BugError } from '../domain/errors.ts';
import type { PackageContent, PageRef } from './content.ts';
import type { DatasetPart, TreatedColumn } from './dataset-parts.ts';

/** Rows turned into text at once: small strings are freed young, so the peak of a long export stays low. */
const BATCH = 250;

/**
 * Reads one page at a time and yields it in batches. Throws BugError if a page has another number of rows than was recorded at export,
 * or a row has a column which the data map does not declare: nobody decided whether that may be handed out.
 */
export async function* readRows(content: PackageContent, part: DatasetPart, pages: PageRef[]): AsyncGenerator<Row[]> {
  const declared = new Set(part.columns.map((column) => column.name));
  const detail = { code: 'invariant', system: part.system } as const;
  for (const page of pages) {
    const rows = await content.readPage(page.key);
    if (rows.length !== page.rows) throw new BugError('A page in the vault has not the rows that were exported', detail);
    if (rows.some((row) => Object.keys(row).some((name) => !declared.has(name)))) {
      throw new BugError(`A row of dataset ${part.dataset.name} has a column which is not declared`, detail);
    }
    for (let start = 0; start < rows.length; start += BATCH) yield rows.slice(start, start + BATCH);
  }
}

/** The row with these columns only, in the order of the data map. Nothing else of a row ever reaches a file. */
export function pick(row: Row, columns: TreatedColumn[]): Row {
  return Object.fromEntries(columns.flatMap(({ name }) => (Object.hasOwn(row, name) ? [[name, row[name]!]] : [])));
}

/** The rows of the deadline board, a page at a time, for the page and for the CSV file. */
import type { Desk } from './desk.ts';
import type { BoardRow } from './port.ts';

/** What the URL says; anything unknown in it is ignored. */
export interface BoardFilter {
  state?: string;
  law?: string;
}

/** Pages of the port read for one page of the board, when a filter leaves most of them empty. */
const MOST_PAGES = 20;

/** The next rows that match. The port may filter after paging, or not look at the law at all: neither ends the board early. */
export async function boardRows(
  { port }: Desk,
  filter: BoardFilter,
  from: string | undefined,
): Promise<{ rows: BoardRow[]; next?: string }> {
  let cursor = from;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await port.board({ ...filter, ...(cursor === undefined ? {} : { cursor }) });
    const rows = page.rows.filter((row) => filter.law === undefined || row.law === filter.law);
    if (rows.length > 0 || page.next === undefined) return { ...page, rows };
    cursor = page.next;
  }
  return { rows: [], ...(cursor === undefined ? {} : { next: cursor }) };
}

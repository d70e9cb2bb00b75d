/** The board as a CSV file, safe to open in a spreadsheet. */
import { stringify } from 'csv-stringify/sync';
import type { Context } from 'hono';
import { civilDate } from '../ui/dates.ts';
import { urgencyOf } from './board-groups.ts';
import { type BoardFilter, boardRows } from './board-rows.ts';
import type { Desk } from './desk.ts';
import type { BoardRow } from './port.ts';

/** Keeps the answer under what a Lambda may return; beyond it the file says that there is more. */
const MOST_ROWS = 20_000;

/** While the time of a request stands still it has no due date, and a number of days left. */
const COLUMNS = [
  'reference',
  'due',
  'pausedDaysLeft',
  'urgency',
  'state',
  'law',
  'rights',
  'waitsFor',
  'stopped',
  'openTasks',
  'received',
  'id',
];

function record(desk: Desk, row: BoardRow): (string | number)[] {
  return [
    row.reference,
    row.paused === undefined ? row.dueOn : '',
    row.paused?.daysLeft ?? '',
    urgencyOf(row, desk),
    row.state,
    row.law,
    row.rights.join(' '),
    row.waitsFor ?? '',
    row.parked ? 'yes' : 'no',
    row.tasks,
    row.receivedAt,
    row.id,
  ];
}

async function allRows(desk: Desk, filter: BoardFilter): Promise<{ rows: BoardRow[]; more: boolean }> {
  const rows: BoardRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await boardRows(desk, filter, cursor);
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== undefined && rows.length < MOST_ROWS);
  return { rows: rows.slice(0, MOST_ROWS), more: cursor !== undefined || rows.length > MOST_ROWS };
}

/** All open requests that match the filter, codes rather than words, so that other programs can read them. */
export async function boardFile(c: Context, desk: Desk, filter: BoardFilter): Promise<Response> {
  const { rows, more } = await allRows(desk, filter);
  const records = [COLUMNS, ...rows.map((row) => record(desk, row)), ...(more ? [[desk.words.board.csvMore]] : [])];
  // A cell that begins like a formula is written as text.
  const csv = stringify(records, { escape_formulas: true, bom: true, record_delimiter: '\r\n' });
  const name = `requests-${civilDate(desk.now, desk.zone)}.csv`;
  return c.body(csv, 200, { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"` });
}

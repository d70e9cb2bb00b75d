/** How the deadline board sorts requests: by how near the date is, and whether they wait for the person. */
import type { OpenTask } from '../../domain/request.ts';
import { STAFF_TASKS } from '../../domain/request-events.ts';
import { daysUntil } from '../ui/dates.ts';
import type { BoardRow } from './port.ts';

const URGENCIES = ['overdue', 'today', 'soon', 'later', 'waiting'] as const;

export type Urgency = (typeof URGENCIES)[number];

/** Where and when somebody looks. */
export interface Today {
  now: number;
  zone: string;
}

/** Days that count as soon. */
const SOON = 5;

/** States in which the next move is the person's, unless staff have something to do. */
const PERSONS_MOVE: ReadonlySet<string> = new Set(['received', 'awaiting-verification', 'ready']);

/** What urgency is told by. */
export interface Dated extends Pick<BoardRow, 'dueOn' | 'state' | 'paused'> {
  /** What is open, or how much of it waits for staff. */
  tasks: number | readonly Pick<OpenTask, 'kind'>[];
}

const waitsForStaff = ({ tasks }: Dated): boolean =>
  typeof tasks === 'number' ? tasks > 0 : tasks.some(({ kind }) => STAFF_TASKS.some((one) => one === kind));

/**
 * How urgent a row is. The date wins: waiting for somebody is no reason to miss one. What waits for staff does not wait for the person. Zero days is today, never nothing. While the
 * time stands still there is no date to miss.
 */
export function urgencyOf(row: Dated, today: Today): Urgency {
  if (row.paused !== undefined) return 'waiting';
  const days = daysUntil(row.dueOn, today.now, today.zone);
  if (days < 0) return 'overdue';
  if (days === 0) return 'today';
  if (days <= SOON) return 'soon';
  return PERSONS_MOVE.has(row.state) && !waitsForStaff(row) ? 'waiting' : 'later';
}

/** Rows by urgency, most urgent first, each group in the order given; empty groups are left out. */
export function groupRows(rows: readonly BoardRow[], today: Today): { urgency: Urgency; rows: BoardRow[] }[] {
  return URGENCIES.map((urgency) => ({ urgency, rows: rows.filter((row) => urgencyOf(row, today) === urgency) })).filter(
    (group) => group.rows.length > 0,
  );
}

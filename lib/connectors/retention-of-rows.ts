/** What the erasure rule says about rows that a system lists: must they go, must they stay, are they emptied. */
import type { Erasure, Retention } from '../domain/data-map.ts';
import type { Kept, Row } from './connector.ts';
import { nonsense } from './http-faults.ts';
import { dayIn } from './periods.ts';

/** The day it is, and the zone in which days are counted. */
export interface Today {
  today: string;
  zone: string;
}

/** An instant, as opposed to a day or a local time, which are taken as they stand. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/;

/** The day of a date or of an instant: 31 December 23:30 in UTC is the next year in Berlin. */
function dayOf(value: unknown, zone: string): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (INSTANT.test(value) && !Number.isNaN(Date.parse(value))) return dayIn(zone, Date.parse(value));
  return /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
}

/** The day itself; the 29th of February ends on the 28th in other years, as PostgreSQL counts. */
function addYears(day: string, years: number): string {
  const year = Number(day.slice(0, 4)) + years;
  const leap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return `${String(year).padStart(4, '0')}${day.slice(4) === '-02-29' && !leap ? '-02-28' : day.slice(4)}`;
}

/** Last day a row is kept. A row without a date has not begun its period: it counts from today. */
function keptUntilDay(row: Row, retain: Retention, { today, zone }: Today): string {
  const day = dayOf(row[retain.from] ?? today, zone);
  if (!day) throw nonsense('a date that is not an ISO date');
  return retain.toYearEnd ? `${Number(day.slice(0, 4)) + retain.years}-12-31` : addYears(day, retain.years);
}

/** What must happen to a row. `changed` rows stay, but have columns that should be empty. */
export type Judgement = { row: 'due' } | { row: 'changed' | 'fine'; until?: string };

/** Judges one row by the rule of its dataset. */
export function judgeRow(row: Row, erasure: Erasure, on: Today): Judgement {
  switch (erasure.how) {
    case 'delete':
      return { row: 'due' };
    case 'anonymise':
      return { row: Object.entries(erasure.columns).every(([name, constant]) => (row[name] ?? null) === constant) ? 'fine' : 'changed' };
    case 'retain': {
      const until = keptUntilDay(row, erasure.retain, on);
      if (until < on.today) return { row: 'due' };
      const empty = (erasure.blank ?? []).every((name) => (row[name] ?? null) === null);
      return { row: empty ? 'fine' : 'changed', until };
    }
  }
}

/** Adds a kept row to what is kept. */
export function addKept(kept: Kept | undefined, until: string): Kept {
  return { count: (kept?.count ?? 0) + 1, until: kept && kept.until > until ? kept.until : until };
}

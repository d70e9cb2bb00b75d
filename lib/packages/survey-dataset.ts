/** Looks through a dataset for what the readable page shows of it: the first rows, and which concealed values we hold. */
import type { Row } from '../connectors/connector.ts';
import type { PackageContent } from './content.ts';
import type { DatasetPart, TreatedColumn } from './dataset-parts.ts';
import { pick, readRows } from './read-rows.ts';

export interface Survey {
  rows: Row[];
  /** Concealed columns with a value in at least one row: only of these may the page say "we hold". */
  held: TreatedColumn[];
}

/** Rows of a dataset that the page shows. */
export const PREVIEW_ROWS = 20;

/** Stops reading as soon as nothing more can be learnt, mostly after the first page. */
export async function surveyDataset(content: PackageContent, part: DatasetPart, visible: TreatedColumn[]): Promise<Survey> {
  const rows: Row[] = [];
  const open = new Set(part.columns.filter((column) => column.treatment !== 'shown'));
  const held = new Set<TreatedColumn>();
  for await (const page of readRows(content, part, part.pages)) {
    rows.push(...page.slice(0, PREVIEW_ROWS - rows.length).map((row) => pick(row, visible)));
    for (const column of open) if (page.some((row) => isHeld(row, column.name))) held.add(column);
    for (const column of held) open.delete(column);
    if (open.size === 0 && rows.length >= Math.min(PREVIEW_ROWS, part.rows)) break;
  }
  return { rows, held: part.columns.filter((column) => held.has(column)) };
}

function isHeld(row: Row, name: string): boolean {
  const value = Object.hasOwn(row, name) ? row[name] : null;
  return value !== null && value !== undefined && value !== '';
}

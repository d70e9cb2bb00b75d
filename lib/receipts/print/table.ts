/** A table on paper: columns as wide as they need, a head on every page, rows that stay whole. */
import { plain, type Block, type Column, type Line, type Row } from '../document/document.ts';
import type { LaidLine } from './break-lines.ts';
import { flow, heightOf, paint, panel } from './flow.ts';
import { laid, LOOKS, type Look } from './looks.ts';
import { decorate, ensure, LEFT, rule, WASH, WIDTH, within, type Element, type Paper } from './paper.ts';

type Table = Extract<Block, { kind: 'table' }>;

interface Place {
  x: number;
  width: number;
}

const PAD = 4;
const GAP = 10;

/** What a column would take if it could: its widest text, within bounds. */
function wanted(paper: Paper, column: Column, texts: readonly (readonly Line[])[]): number {
  const free = { width: Infinity, measure: paper.measure };
  const widest = (lines: readonly Line[], of: Look): number => Math.max(0, ...laid(lines, of, free).map(({ width }) => width));
  const widths = texts.map((lines) => widest(lines, LOOKS.rowHead));
  const need = Math.max(widest([plain(column.text)], LOOKS.column), ...widths.slice(0, 200)) + 2;
  return column.numeric === true ? Math.min(need, WIDTH * 0.2) : Math.min(Math.max(need, WIDTH * 0.14), WIDTH * 0.42);
}

/** Numbers get what they need, and the rest is shared by what is wanted. */
function placesOf(paper: Paper, { columns, rows }: Table): Place[] {
  const wants = columns.map((column, place) =>
    wanted(
      paper,
      column,
      rows.map((row) => row[place] ?? []),
    ),
  );
  const fixed = wants.reduce((sum, want, place) => sum + (columns[place]!.numeric === true ? want : 0), 0);
  const rest = wants.reduce((sum, want) => sum + want, 0) - fixed;
  const room = WIDTH - GAP * (columns.length - 1) - fixed - 2 * PAD;
  let x = LEFT + PAD;
  return wants.map((want, place) => {
    const width = columns[place]!.numeric === true ? want : (want / rest) * room;
    const at = { x, width };
    x += width + GAP;
    return at;
  });
}

interface Head {
  places: readonly Place[];
  columns: readonly Column[];
  lines: LaidLine[][];
  height: number;
}

function headOf(paper: Paper, { columns }: Table, places: readonly Place[]): Head {
  const lines = columns.map(({ text }, place) =>
    laid([plain(text)], LOOKS.column, { width: places[place]!.width, measure: paper.measure }),
  );
  return { places, columns, lines, height: Math.max(...lines.map(heightOf)) };
}

function headPanel(paper: Paper, { height }: Head): void {
  panel(paper, { x: LEFT, y: paper.y, width: WIDTH, height: height + 2 * PAD }, { fill: WASH });
  paper.y += PAD;
}

/** The head where the table begins, for those who listen too. */
function drawHead(paper: Paper, table: Element, head: Head): void {
  headPanel(paper, head);
  const row = within(paper, table, ['TR']);
  const cells = head.places.map(({ x, width }, place) => {
    const element = within(paper, row, ['TH', { scope: 'Column' }]);
    return { x, width, right: head.columns[place]!.numeric === true, stacks: [{ element, lines: head.lines[place]! }] };
  });
  flow(paper, cells);
  row.end();
  paper.y += 2 * PAD;
}

/** The head again, for the eye. */
function repeatHead(paper: Paper, head: Head): void {
  headPanel(paper, head);
  decorate(paper, () =>
    head.places.forEach(({ x, width }, place) => {
      let { y } = paper;
      for (const line of head.lines[place]!) {
        paint(paper, line, { x: head.columns[place]!.numeric === true ? x + width - line.width : x, y });
        y += line.height;
      }
    }),
  );
  paper.y += head.height + 2 * PAD;
}

function drawRow(paper: Paper, { table, row, head }: { table: Element; row: Row; head: Head }): void {
  const element = within(paper, table, ['TR']);
  const cells = head.places.map(({ x, width }, place) => {
    const first = place === 0;
    const cell = within(paper, element, first ? ['TH', { scope: 'Row' }] : ['TD']);
    const lines = laid(row[place] ?? [], first ? LOOKS.rowHead : LOOKS.cell, { width, measure: paper.measure });
    return { x, width, right: head.columns[place]!.numeric === true, stacks: [{ element: cell, lines }] };
  });
  flow(paper, cells, { onTurn: () => repeatHead(paper, head) });
  element.end();
  paper.y += PAD;
  rule(paper);
  paper.y += PAD;
}

/** Draws the table below the element. */
export function drawTable(paper: Paper, parent: Element, block: Table): void {
  const head = headOf(paper, block, placesOf(paper, block));
  ensure(paper, head.height + 60);
  const table = within(paper, parent, ['Table']);
  drawHead(paper, table, head);
  for (const row of block.rows) drawRow(paper, { table, row, head });
  table.end();
  paper.y += 2;
}

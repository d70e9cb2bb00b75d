/** Puts lines on the page: side by side in cells, over as many pages as it takes, each with the element it belongs to. */
import type { Fragment, LaidLine } from './break-lines.ts';
import { decorate, FULL_PAGE, LINE, roomOn, turn, type Element, type Paper } from './paper.ts';

/** Lines of one element. */
interface Stack {
  element: Element;
  lines: readonly LaidLine[];
}

/** A column of stacks. */
export interface Cell {
  x: number;
  width: number;
  stacks: readonly Stack[];
  right?: boolean;
}

interface FlowOptions {
  /** Draws what stands at the top of each further page. */
  onTurn?: () => void;
  /** Draws what is behind the lines. */
  behind?: (y: number, height: number) => void;
}

interface Placed {
  element: Element;
  line: LaidLine;
}

/** From the top of a line to where its letters stand. */
function baseline({ fragments, height }: LaidLine): number {
  return height - Math.max(...fragments.map(({ style }) => style.size)) * 0.4;
}

function write({ pdf }: Paper, { text, style, x }: Fragment, at: { x: number; y: number }): void {
  pdf.font(style.font).fontSize(style.size).fillColor(style.color);
  pdf.text(text, at.x + x, at.y, { lineBreak: false, baseline: 'alphabetic' });
}

/** Writes the line where nobody but the eye needs it. */
export function paint(paper: Paper, line: LaidLine, at: { x: number; y: number }): void {
  const y = at.y + baseline(line);
  for (const fragment of line.fragments) write(paper, fragment, { x: at.x, y });
}

/** What the types of the library leave out: the element a link belongs to, and its words for those who listen. */
function linkOptions(structParent: Element, words: string): PDFKit.Mixins.AnnotationOption {
  const Contents = new String(words) as unknown as string;
  return Object.assign({ Contents }, { structParent });
}

function writeLink(paper: Paper, { fragment, element, at }: { fragment: Fragment; element: Element; at: { x: number; y: number } }): void {
  const { pdf } = paper;
  const link = pdf.struct('Link');
  element.add(link);
  link.add(() => {
    write(paper, fragment, at);
    const { x, width, style, href, text } = fragment;
    pdf.link(at.x + x, at.y - style.size, width, style.size * 1.3, href!, linkOptions(link, text));
  });
  link.end();
}

function writeLine(paper: Paper, { element, line }: Placed, at: { x: number; y: number }): void {
  const y = at.y + baseline(line);
  for (const fragment of line.fragments) {
    if (fragment.href === undefined) element.add(() => write(paper, fragment, { x: at.x, y }));
    else writeLink(paper, { fragment, element, at: { x: at.x, y } });
  }
}

export const heightOf = (lines: readonly { height: number }[]): number => lines.reduce((sum, { height }) => sum + height, 0);

/** How many lines from there fit. */
function fitting(lines: readonly Placed[], from: number, room: number): number {
  let [to, left] = [from, room];
  while (to < lines.length && lines[to]!.line.height <= left) left -= lines[to++]!.line.height;
  return to;
}

/** One page's part of each cell. */
function writeSlice(paper: Paper, cells: readonly Cell[], slices: readonly Placed[][]): void {
  slices.forEach((slice, place) => {
    const { x, width, right } = cells[place]!;
    let y = paper.y;
    for (const placed of slice) {
      const shift = right === true ? Math.max(0, width - placed.line.width) : 0;
      writeLine(paper, placed, { x: x + shift, y });
      y += placed.line.height;
    }
  });
}

/** Writes cells beside each other. They stay together on a page as long as one page can hold them. */
export function flow(paper: Paper, cells: readonly Cell[], { onTurn, behind }: FlowOptions = {}): void {
  const columns = cells.map(({ stacks }) => stacks.flatMap(({ element, lines }) => lines.map((line) => ({ element, line }))));
  const next = columns.map(() => 0);
  const over = (): void => {
    turn(paper);
    onTurn?.();
  };
  const whole = Math.max(0, ...columns.map((column) => heightOf(column.map(({ line }) => line))));
  if (whole > roomOn(paper) && whole < FULL_PAGE * 0.9) over();
  while (columns.some((column, place) => next[place]! < column.length)) {
    const ends = columns.map((column, place) => fitting(column, next[place]!, roomOn(paper)));
    const slices = columns.map((column, place) => column.slice(next[place], ends[place]));
    const height = Math.max(...slices.map((slice) => heightOf(slice.map(({ line }) => line))));
    if (height > 0) behind?.(paper.y, height);
    writeSlice(paper, cells, slices);
    paper.y += height;
    next.splice(0, next.length, ...ends);
    if (columns.some((column, place) => next[place]! < column.length)) over();
  }
}

/** A panel behind text, with a bar of colour at its left if there is one. */
export function panel(
  paper: Paper,
  area: { x: number; y: number; width: number; height: number },
  look: { fill: string; bar?: string },
): void {
  const { x, y, width, height } = area;
  decorate(paper, (pdf) => {
    pdf.rect(x, y, width, height).lineWidth(0.6).fillAndStroke(look.fill, LINE);
    if (look.bar !== undefined) pdf.rect(x, y, 4, height).fill(look.bar);
  });
}

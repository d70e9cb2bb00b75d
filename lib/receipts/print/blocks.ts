/** Headings, paragraphs, lists and facts on paper. */
import { plain, type Block, type Fact, type Line, type Section } from '../document/document.ts';
import { flow } from './flow.ts';
import { laid, LOOKS, type Look } from './looks.ts';
import { ensure, rule, within, type Element, type ElementOptions, type Paper } from './paper.ts';
import { drawTable } from './table.ts';

interface TextOptions {
  of: Look;
  tag?: [type: string, options?: ElementOptions];
  x?: number;
  width?: number;
  behind?: (y: number, height: number) => void;
}

/** Lines of text in one element. */
export function drawText(paper: Paper, lines: readonly Line[], options: TextOptions): void {
  const { of, tag = ['P'], x = paper.left, width = paper.width, behind } = options;
  const all = laid(lines, of, { width, measure: paper.measure });
  if (all.length === 0) return;
  const element = within(paper, paper.root, tag);
  flow(paper, [{ x, width, stacks: [{ element, lines: all }] }], behind === undefined ? {} : { behind });
  element.end();
}

/** A heading, with room for something below it. */
export function drawHeading(paper: Paper, title: string): void {
  ensure(paper, 84);
  paper.y += 12;
  drawText(paper, [plain(title)], { of: LOOKS.heading, tag: ['H2'] });
  paper.y += 4;
}

interface ListOptions {
  /** Stands before each item. */
  mark: (place: number) => string;
  of?: Look;
}

/** A list. */
export function drawList(paper: Paper, items: readonly Line[], { mark, of = LOOKS.body }: ListOptions): void {
  const [indent, { measure, left }] = [16, paper];
  const list = within(paper, paper.root, ['L']);
  items.forEach((item, place) => {
    const element = within(paper, list, ['LI']);
    const label = { element: within(paper, element, ['Lbl']), lines: laid([plain(mark(place))], of, { width: indent, measure }) };
    const width = paper.width - indent;
    const body = { element: within(paper, element, ['LBody']), lines: laid([item], of, { width, measure }) };
    flow(paper, [
      { x: left + 3, width: indent, stacks: [label] },
      { x: left + indent, width, stacks: [body] },
    ]);
    element.end();
    paper.y += 2;
  });
  list.end();
  paper.y += 2;
}

function drawBlock(paper: Paper, block: Block): void {
  switch (block.kind) {
    case 'paragraph':
      drawText(paper, [block.line], { of: LOOKS.body });
      paper.y += 4;
      break;
    case 'list':
      drawList(paper, block.items, { mark: () => '•' });
      break;
    case 'table':
      drawTable(paper, paper.root, block);
  }
}

/** A part with its heading. */
export function drawSection(paper: Paper, { title, blocks }: Section): void {
  if (title !== undefined) drawHeading(paper, title);
  for (const block of blocks) drawBlock(paper, block);
}

/** Facts in two columns, each with its term above it. */
export function drawFacts(paper: Paper, facts: readonly Fact[]): void {
  if (facts.length === 0) return;
  const [gap, { measure }] = [24, paper];
  const width = (paper.width - gap) / 2;
  const list = within(paper, paper.root, ['L']);
  const cellOf = ({ term, lines }: Fact, place: number, item: Element) => ({
    x: paper.left + place * (width + gap),
    width,
    stacks: [
      { element: within(paper, item, ['Lbl']), lines: laid([plain(term)], LOOKS.term, { width, measure }) },
      { element: within(paper, item, ['LBody']), lines: laid(lines, LOOKS.body, { width, measure }) },
    ],
  });
  for (let place = 0; place < facts.length; place += 2) {
    const items = facts.slice(place, place + 2).map((one) => ({ one, item: within(paper, list, ['LI']) }));
    flow(
      paper,
      items.map(({ one, item }, column) => cellOf(one, column, item)),
    );
    for (const { item } of items) item.end();
    paper.y += 4;
    rule(paper);
    paper.y += 4;
  }
  list.end();
}

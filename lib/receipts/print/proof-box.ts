/** The end of a printed receipt: what proves it, with a code that opens the page that checks it. */
import { plain, type Line, type ReceiptDocument } from '../document/document.ts';
import type { ReceiptWords } from '../document/words.ts';
import { drawHeading } from './blocks.ts';
import { flow, heightOf, panel } from './flow.ts';
import { laid, LOOKS } from './looks.ts';
import { ensure, FULL_PAGE, LEFT, WIDTH, within, type Paper } from './paper.ts';
import { drawQr } from './qr-figure.ts';

/** 30 mm: a phone reads it at arm's length. */
const SIDE = 85;
const PAD = 10;

export interface ProofBox {
  verification: ReceiptDocument['verification'];
  verifyUrl: string;
  words: ReceiptWords['paper'];
  /** Names of the files attached inside the document. */
  files: readonly string[];
  logged: boolean;
}

function paragraphs({ verification, verifyUrl, words, files, logged }: ProofBox): Line[] {
  const { meaning, number, logFollows } = verification;
  const id = number.lines.flat();
  return [
    plain(meaning),
    [{ text: `${words.check} ` }, { text: verifyUrl, href: verifyUrl }],
    ...(id.every(({ text }) => text === '') ? [] : [[{ text: `${number.term}: ` }, ...id]]),
    plain(words.attached(files.join(', '))),
    ...(logged ? [] : [plain(logFollows)]),
  ];
}

/** Draws the box whole on one page, unless no page can hold it. */
export function drawProof(paper: Paper, box: ProofBox): void {
  const x = LEFT + SIDE + 2 * PAD;
  const width = WIDTH - SIDE - 3 * PAD;
  const all = paragraphs(box).map((line) => laid([line], LOOKS.cell, { width, measure: paper.measure }));
  const spaced = all.map((lines, place) =>
    place === 0 ? lines : lines.map((line, at) => (at === 0 ? { ...line, height: line.height + 4 } : line)),
  );
  const height = Math.max(SIDE, heightOf(spaced.flat())) + 2 * PAD;
  ensure(paper, Math.min(height, FULL_PAGE) + 34);
  drawHeading(paper, box.verification.title);
  const top = paper.y;
  const page = paper.pdf.page;
  if (height < FULL_PAGE * 0.9) panel(paper, { x: LEFT, y: top, width: WIDTH, height }, { fill: '#ffffff' });
  drawQr(paper, { text: box.verifyUrl, alt: box.verification.qr, x: LEFT + PAD, y: top + PAD, side: SIDE });
  paper.y = top + PAD;
  for (const lines of spaced) {
    const element = within(paper, paper.root, ['P']);
    flow(paper, [{ x, width, stacks: [{ element, lines }] }]);
    element.end();
  }
  if (paper.pdf.page === page) paper.y = Math.max(paper.y + PAD, top + height);
}

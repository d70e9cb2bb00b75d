/** Prints a letter to post: a tagged A4 page in the person's language, its address where a window envelope shows it. */
import { buffer } from 'node:stream/consumers';
import { languageFor } from '../../domain/languages.ts';
import { spellingOf } from '../../domain/spelling.ts';
import { plain } from '../../receipts/document/document.ts';
import { receiptWordsIn, type ReceiptWords } from '../../receipts/document/words.ts';
import { drawHeading, drawList, drawText } from '../../receipts/print/blocks.ts';
import { drawFeet } from '../../receipts/print/feet.ts';
import { LOOKS } from '../../receipts/print/looks.ts';
import { decorate, ensure, LINE, openPaper, type Paper } from '../../receipts/print/paper.ts';
import { drawQr } from '../../receipts/print/qr-figure.ts';
import { type Block, type Letter, mailed, onPaper } from '../letter.ts';
import { drawAddress, MM } from './address-field.ts';

export interface LetterToPrint {
  letter: Letter;
  lang: string;
  sender: { name: string; address: string };
  /** Name and address of the person. */
  to: readonly string[];
  reference: string;
  /** The civil date it was written on. */
  writtenOn: string;
}

/** Margins of DIN 5008. */
const [LEFT, WIDTH] = [25 * MM, 165 * MM];
/** Where the letter itself begins, below the window. */
const BODY = 98.5 * MM;
/** 20 mm: a phone reads it from the page. */
const CODE_SIDE = 20 * MM;

/** Where the page is folded for the window, and where its middle is. */
function drawFolds(paper: Paper): void {
  for (const [y, length] of [
    [105, 5],
    [148.5, 7],
    [210, 5],
  ] as const)
    decorate(paper, (pdf) =>
      pdf
        .moveTo(0, y * MM)
        .lineTo(length * MM, y * MM)
        .lineWidth(0.4)
        .stroke(LINE),
    );
}

/** The words, below them the address to type, and a code that opens it. */
function drawLink(paper: Paper, { text, url }: Extract<Block, { kind: 'link' }>): void {
  ensure(paper, CODE_SIDE + 8);
  const [top, page] = [paper.y, paper.pdf.page];
  drawQr(paper, { text: url, alt: `${text}, ${url}`, x: paper.left, y: top, side: CODE_SIDE });
  const beside = CODE_SIDE + 10;
  const lines = [plain(text), [{ text: url, href: url }]];
  paper.y = top + 4;
  drawText(paper, lines, { of: LOOKS.letter, x: paper.left + beside, width: paper.width - beside });
  if (paper.pdf.page === page) paper.y = Math.max(paper.y, top + CODE_SIDE);
}

function drawBlock(paper: Paper, block: Block): void {
  switch (block.kind) {
    case 'paragraph':
      return drawText(paper, [plain(block.text)], { of: LOOKS.letter });
    case 'heading':
      return drawHeading(paper, block.text);
    case 'list':
      return drawList(
        paper,
        block.items.map((item) => plain(mailed(item))),
        { mark: () => '•', of: LOOKS.letter },
      );
    case 'link':
      return drawLink(paper, block);
    case 'code':
      return drawText(paper, [plain(block.code)], { of: LOOKS.code });
  }
}

function drawTop(paper: Paper, { letter, lang, sender, to, reference, writtenOn }: LetterToPrint, words: ReceiptWords): void {
  drawFolds(paper);
  paper.y = 18 * MM;
  const [name = sender.name, ...contact] = letter.signature;
  drawText(paper, [plain(name)], { of: LOOKS.issuer });
  drawText(paper, contact.map(plain), { of: LOOKS.address });
  drawAddress(paper, { sender: `${sender.name} · ${sender.address}`, to });
  paper.y = 50 * MM;
  const facts = [plain(spellingOf(languageFor(lang)).date(writtenOn)), plain(`${words.terms.request} ${reference}`)];
  drawText(paper, facts, { of: LOOKS.letter, x: 125 * MM, width: 65 * MM });
  paper.y = BODY;
  drawText(paper, [plain(letter.subject)], { of: LOOKS.subject, tag: ['H1'] });
  paper.y += 14;
}

/** What an article of the law wants told reads the same on paper; what is for paper is printed in place of what is for mail. */
export async function renderLetterPdf(input: LetterToPrint): Promise<Uint8Array> {
  const { letter, lang, sender, reference, writtenOn } = input;
  const { words } = receiptWordsIn(lang);
  const at = new Date(`${writtenOn}T00:00:00Z`);
  const paper = await openPaper({ title: letter.subject, lang: languageFor(lang), at, left: LEFT, width: WIDTH });
  const bytes = buffer(paper.pdf);
  drawTop(paper, input, words);
  for (const block of onPaper(letter).blocks) {
    drawBlock(paper, block);
    paper.y += 9;
  }
  paper.y += 9;
  drawText(paper, letter.signature.slice(0, 1).map(plain), { of: LOOKS.letter });
  drawFeet(paper, { said: [sender.name, reference], page: words.paper.page });
  paper.root.end();
  paper.pdf.end();
  return new Uint8Array(await bytes);
}

/** Prints a receipt: a tagged PDF with embedded fonts, and the signed receipt and its proof attached inside. */
import { buffer } from 'node:stream/consumers';
import { plain, type ReceiptDocument } from '../document/document.ts';
import { receiptDocument } from '../document/receipt-document.ts';
import { receiptWordsIn } from '../document/words.ts';
import { payloadOf } from '../payload-of.ts';
import { drawFacts, drawHeading, drawList, drawSection, drawText } from './blocks.ts';
import { drawFeet } from './feet.ts';
import { panel } from './flow.ts';
import { LOOKS } from './looks.ts';
import { ACCENT, LEFT, openPaper, rule, WASH, WIDTH, type Paper } from './paper.ts';
import { drawProof } from './proof-box.ts';

export interface PrintInput {
  /** The receipt, compact. */
  jws: string;
  /** tlog-proof text; absent while no signed state of the log covers the receipt. */
  proof?: string | undefined;
  /** Opens the page that checks this receipt. */
  verifyUrl: string;
  /** Where the company counts. */
  zone: string;
}

function drawTop(paper: Paper, { letterhead, title, statement, notice, lang }: ReceiptDocument): void {
  drawText(paper, [plain(letterhead.name)], { of: LOOKS.issuer });
  drawText(paper, letterhead.lines, { of: LOOKS.address });
  paper.y += 8;
  rule(paper);
  paper.y += 18;
  drawText(paper, [plain(title)], { of: LOOKS.title, tag: ['H1'] });
  paper.y += 14;
  drawText(paper, [plain(statement.text)], {
    of: LOOKS.statement,
    tag: ['P', statement.lang === lang ? {} : { lang: statement.lang }],
    x: LEFT + 16,
    width: WIDTH - 28,
    behind: (y, height) => panel(paper, { x: LEFT, y: y - 8, width: WIDTH, height: height + 16 }, { fill: WASH, bar: ACCENT }),
  });
  paper.y += 20;
  if (notice !== undefined) {
    drawText(paper, [plain(notice)], { of: LOOKS.strong });
    paper.y += 10;
  }
}

/** How dates were counted: on paper nothing can be folded away. */
function drawCounts(paper: Paper, { facts }: ReceiptDocument): void {
  for (const { term, steps } of facts) {
    if (steps === undefined) continue;
    drawHeading(paper, term);
    drawList(paper, steps.map(plain), { mark: (place) => `${place + 1}.` });
  }
}

/** When it was issued: the date of everything in the file, so that the same receipt gives the same bytes. */
function issuedAt({ issuedAt }: Record<string, unknown>): Date {
  const at = new Date(typeof issuedAt === 'string' ? issuedAt : 0);
  return Number.isNaN(at.getTime()) ? new Date(0) : at;
}

/** The originals travel inside: who has the document has all it takes to check it. */
function attach({ pdf }: Paper, { jws, proof }: PrintInput, at: Date): string[] {
  const files = [
    { name: 'receipt.jws', type: 'application/jose', relationship: 'Source', text: jws },
    ...(proof === undefined ? [] : [{ name: 'receipt.tlog-proof', type: 'text/plain', relationship: 'Supplement', text: proof }]),
  ];
  for (const { text, ...file } of files) {
    const options = { ...file, creationDate: at, modifiedDate: at };
    pdf.file(Buffer.from(text), options);
  }
  return files.map(({ name }) => name);
}

/** The receipt as a PDF in its own language. The same input gives the same bytes. */
export async function renderReceiptPdf(input: PrintInput): Promise<Uint8Array> {
  const payload = payloadOf(input.jws) as Record<string, unknown>;
  const document = receiptDocument(payload, { zone: input.zone });
  const { words } = receiptWordsIn(document.lang);
  const at = issuedAt(payload);
  const paper = await openPaper({ title: document.title, lang: document.lang, at });
  const bytes = buffer(paper.pdf);
  drawTop(paper, document);
  drawFacts(paper, [...document.facts, ...document.issued]);
  for (const section of document.sections) drawSection(paper, section);
  drawCounts(paper, document);
  const files = attach(paper, input, at);
  const { verification } = document;
  drawProof(paper, { verification, verifyUrl: input.verifyUrl, words: words.paper, files, logged: input.proof !== undefined });
  drawFeet(paper, {
    said: [document.letterhead.name, ...verification.number.lines.flat().map(({ text }) => text)],
    page: words.paper.page,
  });
  paper.root.end();
  paper.pdf.end();
  return new Uint8Array(await bytes);
}

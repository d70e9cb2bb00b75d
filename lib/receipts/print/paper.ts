/** An open PDF: its fonts, its pages, and the height at which the next thing goes. */
import { fileURLToPath } from 'node:url';
import type { Measure, Style } from './break-lines.ts';

export type Element = PDFKit.PDFStructureElement;
/** What the types of the library leave out. */
export type ElementOptions = PDFKit.Mixins.StructureElementOptions & { scope?: 'Column' | 'Row'; bbox?: [number, number, number, number] };

/** A4 with its margins, in points. */
const HEIGHT = 841.89;
export const LEFT = 56;
export const WIDTH = 595.28 - 2 * LEFT;
const TOP = 52;
/** Where the text ends and where the foot stands. */
const BOTTOM = HEIGHT - 66;
export const FOOT = HEIGHT - 46;

export const INK = '#16202b';
export const SOFT = '#55606c';
export const LINE = '#c9d0d8';
export const WASH = '#f2f5f8';
export const ACCENT = '#0b5cab';

export interface Paper {
  pdf: PDFKit.PDFDocument;
  /** The element all others are in. */
  root: Element;
  measure: Measure;
  /** Where lines begin, and how long they may be. */
  left: number;
  width: number;
  /** Top of what comes next. */
  y: number;
}

interface PaperOptions {
  title: string;
  lang: string;
  at: Date;
  left?: number;
  width?: number;
}

/** Beside the bundle in a function, else where the package is installed. */
const FILES = {
  regular: () => import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: () => import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
} as const satisfies Record<Style['font'], () => string>;

/** Fonts read by an earlier document: reading takes as long as writing a receipt. */
const read = new Map<string, string>();

/** The font as the library keeps it once it is read; it takes that in place of a file. */
interface FontInUse {
  characterSet: number[];
  glyphForCodePoint(code: number): unknown;
}

/** From here on stand glyphs of several letters, as "ﬁ": those are met as the letters they are made of. */
const PRESENTATION_FORMS = 0xfb00;

/**
 * Reads a font. A font keeps what each glyph stands for as it is first met, and where "Ż" is written it meets the "Z" in it without:
 * in every later document that letter could be seen and not be read aloud. So that each is met by its letter, once.
 */
function readFont(pdf: PDFKit.PDFDocument, [name, file]: [name: string, file: () => string]): string {
  const path = fileURLToPath(file());
  const { font } = (pdf.registerFont(name, path).font(name) as unknown as { _font: { font: FontInUse } })._font;
  for (const code of font.characterSet.filter((one) => one < PRESENTATION_FORMS)) font.glyphForCodePoint(code);
  return font as unknown as string;
}

function registerFonts(pdf: PDFKit.PDFDocument): void {
  for (const [name, file] of Object.entries(FILES)) {
    const font = read.get(name) ?? readFont(pdf, [name, file]);
    read.set(name, font);
    pdf.registerFont(name, font);
  }
}

function measureIn(pdf: PDFKit.PDFDocument): Measure {
  const widths = { regular: new Map<string, number>(), bold: new Map<string, number>() };
  return (text, { font, size }) => {
    const known = widths[font].get(text) ?? pdf.font(font).fontSize(1000).widthOfString(text) / 1000;
    widths[font].set(text, known);
    return known * size;
  };
}

/** A tagged document with its fonts inside and one empty page. The library is loaded by the first who prints. */
export async function openPaper({ title, lang, at, left = LEFT, width = WIDTH }: PaperOptions): Promise<Paper> {
  const { default: PDFDocument } = await import('pdfkit');
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    // No font of the library's own: those are not embedded.
    font: '',
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang,
    // The library writes the title into XML as it is.
    info: { Title: title.replaceAll(/[<>&]/g, ' '), Creator: 'Quittance', Producer: 'Quittance', CreationDate: at, ModDate: at },
  });
  registerFonts(pdf);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  return { pdf, root, measure: measureIn(pdf), left, width, y: TOP };
}

/** What is left of the page. */
export function roomOn({ y }: Paper): number {
  return BOTTOM - y;
}

/** What an empty page holds. */
export const FULL_PAGE = BOTTOM - TOP;

/** Goes on at the top of a new page. */
export function turn(paper: Paper): void {
  paper.pdf.addPage();
  paper.y = TOP;
}

/** Turns the page unless this much fits. */
export function ensure(paper: Paper, height: number): void {
  if (roomOn(paper) < height && paper.y > TOP) turn(paper);
}

/** A new element below another. */
export function within({ pdf }: Paper, parent: Element, [type, options = {}]: [type: string, options?: ElementOptions]): Element {
  const element = pdf.struct(type, options);
  parent.add(element);
  return element;
}

/** What is there for the eye alone: lines, backgrounds, page numbers. */
export function decorate({ pdf }: Paper, draw: (pdf: PDFKit.PDFDocument) => void): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  draw(pdf);
  pdf.endMarkedContent();
}

/** A thin line across. */
export function rule(
  paper: Paper,
  { x = paper.left, y = paper.y, width = paper.width }: { x?: number; y?: number; width?: number } = {},
): void {
  decorate(paper, (pdf) =>
    pdf
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(0.6)
      .stroke(LINE),
  );
}

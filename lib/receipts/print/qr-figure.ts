/** A QR code on paper, as a figure with words for those who do not see it. */
import { qrOf } from '../document/qr.ts';
import { within, type Paper } from './paper.ts';

interface QrFigure {
  text: string;
  /** What it is, in words. */
  alt: string;
  x: number;
  y: number;
  /** Length of a side in points. */
  side: number;
}

/** Draws the code black on white, also where there is a panel behind it. */
export function drawQr(paper: Paper, { text, alt, x, y, side }: QrFigure): void {
  const { size, dark } = qrOf(text);
  const unit = side / size;
  const figure = within(paper, paper.root, ['Figure', { alt, bbox: [x, y, x + side, y + side] }]);
  figure.add(() => {
    paper.pdf.rect(x, y, side, side).fill('#ffffff');
    for (const [column, row] of dark) paper.pdf.rect(x + column * unit, y + row * unit, unit, unit);
    paper.pdf.fill('#000000');
  });
  figure.end();
}

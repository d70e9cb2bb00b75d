/** The address where a window envelope shows it: DIN 5008 form B, which ISO 269 envelopes (DL, C6/5, C5, C4) are made for. */
import { plain } from '../../receipts/document/document.ts';
import { drawText } from '../../receipts/print/blocks.ts';
import { heightOf } from '../../receipts/print/flow.ts';
import { laid, type Look, LOOKS } from '../../receipts/print/looks.ts';
import { rule, type Paper } from '../../receipts/print/paper.ts';

/** Points in a millimetre. */
export const MM = 72 / 25.4;

/** The window is 85 x 45 mm, 20 mm from the left and 45 mm from the top; the address stands in its lower 27.3 mm. */
const FIELD = { x: 25 * MM, width: 75 * MM, top: 45 * MM, address: 62.7 * MM, bottom: 90 * MM };

export interface Addressed {
  /** Who sends it, in one line: where the post brings it back to. */
  sender: string;
  /** Name and address, line by line. */
  to: readonly string[];
}

/** An address of many lines begins higher, or is written smaller: it never ends below the window. */
export function drawAddress(paper: Paper, { sender, to }: Addressed): void {
  const { x, width } = FIELD;
  const highest = FIELD.top + 5.6 * MM;
  const heightIn = (of: Look): number => heightOf(laid(to.map(plain), of, { width, measure: paper.measure }));
  const of = heightIn(LOOKS.letter) > FIELD.bottom - highest ? LOOKS.cell : LOOKS.letter;
  const top = Math.max(highest, Math.min(FIELD.address, FIELD.bottom - heightIn(of)));
  const [back] = laid([plain(sender)], LOOKS.foot, { width, measure: paper.measure });
  paper.y = top - 4.6 * MM;
  drawText(paper, [plain(sender)], { of: LOOKS.foot, x, width: Infinity });
  rule(paper, { x, y: top - 4.6 * MM + (back?.height ?? 0) + 1, width });
  paper.y = top;
  drawText(paper, to.map(plain), { of, x, width });
}

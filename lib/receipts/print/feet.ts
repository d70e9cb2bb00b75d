/** The foot of every page: whose it is, and which page; a loose sheet finds its way back. */
import { plain } from '../document/document.ts';
import { paint } from './flow.ts';
import { laid, LOOKS } from './looks.ts';
import { decorate, FOOT, rule, type Paper } from './paper.ts';

interface Feet {
  /** What stands at the left. */
  said: readonly string[];
  page(facts: { page: number; of: number }): string;
}

/** Draws the feet once all pages are there. */
export function drawFeet(paper: Paper, { said, page }: Feet): void {
  const { pdf, measure, left, width } = paper;
  const { count } = pdf.bufferedPageRange();
  const text = said.filter((one) => one !== '').join(' · ');
  const [words] = laid([plain(text)], LOOKS.foot, { width: width - 90, measure });
  for (let place = 0; place < count; place += 1) {
    pdf.switchToPage(place);
    const [number] = laid([plain(page({ page: place + 1, of: count }))], LOOKS.foot, { width: 90, measure });
    rule(paper, { y: FOOT - 6 });
    decorate(paper, () => {
      if (words !== undefined) paint(paper, words, { x: left, y: FOOT });
      paint(paper, number!, { x: left + width - number!.width, y: FOOT });
    });
  }
}

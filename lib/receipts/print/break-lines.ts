/** Breaks text into lines of a width, in several looks at once. */

export interface Style {
  font: 'regular' | 'bold';
  size: number;
  color: string;
}

/** Text in one look; `href` where it leads. */
export interface Run {
  text: string;
  style: Style;
  href?: string;
}

export interface Fragment extends Run {
  x: number;
  width: number;
}

/** One line as it is drawn. */
export interface LaidLine {
  fragments: Fragment[];
  width: number;
  height: number;
}

/** How wide a text is in points. */
export type Measure = (text: string, style: Style) => number;

/** From the top of one line to that of the next, in sizes of the letters. */
export const LEADING = 1.38;

/** Where a line may end: after spaces, and after a hyphen inside a word. A non-breaking space is none. */
const OPPORTUNITY = /(?<=[ ])(?![ ])|(?<=[^\s-]-)(?=\p{L})/u;

function cleaned(text: string): string {
  return text.replaceAll(/\s*[\n\r\t]\s*|[ ]{2,}/g, ' ').replaceAll(/\p{Cc}/gu, '');
}

/** Pieces that stay together: where a run ends inside a word, the word goes on in the next. */
function wordsOf(runs: readonly Run[]): Run[][] {
  const words: Run[][] = [];
  let open = false;
  for (const run of runs) {
    const parts = cleaned(run.text).split(OPPORTUNITY).filter(Boolean);
    parts.forEach((text, place) => {
      if (place === 0 && open) words.at(-1)!.push({ ...run, text });
      else words.push([{ ...run, text }]);
    });
    if (parts.length > 0) open = !/[ ]$/.test(parts.at(-1)!);
  }
  return words;
}

/** A word that is longer than a line, in pieces that are not. */
function cut(word: Run[], width: number, measure: Measure): Run[][] {
  const letters = word.flatMap((run) => Array.from(run.text, (text) => ({ ...run, text })));
  const pieces: Run[][] = [];
  let left = 0;
  for (const letter of letters) {
    const wide = measure(letter.text, letter.style);
    if (left < wide) {
      pieces.push([]);
      left = width;
    }
    left -= wide;
    const piece = pieces.at(-1)!;
    const last = piece.at(-1);
    if (last !== undefined && last.style === letter.style && last.href === letter.href) last.text += letter.text;
    else piece.push({ ...letter });
  }
  return pieces;
}

function append(line: LaidLine, run: Run, width: number): void {
  const last = line.fragments.at(-1);
  if (last !== undefined && last.style === run.style && last.href === run.href) {
    last.text += run.text;
    last.width += width;
  } else line.fragments.push({ ...run, x: line.width, width });
  line.width += width;
  line.height = Math.max(line.height, run.style.size * LEADING);
}

/** The lines of a text; a text of nothing has none. */
export function breakLines(runs: readonly Run[], width: number, measure: Measure): LaidLine[] {
  const lines: LaidLine[] = [];
  let line: LaidLine | undefined;
  const wideOf = (word: readonly Run[], say: (text: string) => string): number =>
    word.reduce((sum, { text, style }) => sum + measure(say(text), style), 0);
  const place = (word: Run[]): void => {
    if (line === undefined || line.width + wideOf(word, (text) => text.trimEnd()) > width) {
      line = { fragments: [], width: 0, height: 0 };
      lines.push(line);
    }
    for (const run of word) append(line, run, measure(run.text, run.style));
  };
  for (const word of wordsOf(runs)) {
    if (wideOf(word, (text) => text.trimEnd()) <= width) place(word);
    else cut(word, width, measure).forEach(place);
  }
  return lines;
}

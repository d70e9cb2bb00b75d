/** How the pieces of a document look on paper. */
import type { Line, Piece } from '../document/document.ts';
import { breakLines, type LaidLine, type Measure, type Run, type Style } from './break-lines.ts';
import { ACCENT, INK, SOFT } from './paper.ts';

const regular = (size: number, color = INK): Style => ({ font: 'regular', size, color });
const bold = (size: number, color = INK): Style => ({ font: 'bold', size, color });

/** How a kind of text looks: as it is, where it is strong, small, or leads somewhere. */
export interface Look {
  text: Style;
  strong: Style;
  small: Style;
  link: Style;
}

const look = (text: Style): Look => ({
  text,
  strong: bold(text.size, text.color),
  small: regular(text.size - 1.2, SOFT),
  link: regular(text.size, ACCENT),
});

export const LOOKS = {
  issuer: look(bold(13)),
  address: look(regular(8.5, SOFT)),
  title: look(bold(19)),
  statement: look(regular(11)),
  heading: look(bold(11.5)),
  term: look(regular(8, SOFT)),
  body: look(regular(9.5)),
  strong: look(bold(9.5)),
  column: look(bold(8, SOFT)),
  cell: look(regular(8.8)),
  rowHead: look(bold(8.8)),
  foot: look(regular(7.5, SOFT)),
  letter: look(regular(10)),
  subject: look(bold(12)),
  code: look(bold(20)),
} as const satisfies Record<string, Look>;

function runsOf(pieces: Line, of: Look): Run[] {
  const styleOf = ({ look, href }: Piece): Style => {
    if (href !== undefined) return of.link;
    return look === 'strong' ? of.strong : look === 'small' ? of.small : of.text;
  };
  return pieces.flatMap((piece): Run[] => {
    const run = { text: piece.text, style: styleOf(piece) };
    return piece.href === undefined ? [run] : [{ ...run, href: piece.href }, ...spelledOut(piece, of)];
  });
}

/** On paper nobody can click: where a link leads stands beside it, unless its words say so. */
function spelledOut({ text, href = '' }: Piece, of: Look): Run[] {
  const place = href.replace(/^(?:https?:\/\/|mailto:)/, '');
  return text.includes(place) ? [] : [{ text: ` (${place})`, style: of.small }];
}

/** The lines of a document's lines in a width. */
export function laid(lines: readonly Line[], of: Look, { width, measure }: { width: number; measure: Measure }): LaidLine[] {
  return lines.flatMap((line) => breakLines(runsOf(line, of), width, measure));
}

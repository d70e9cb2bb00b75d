/** Every text of a receipt's document, as a list. */
import type { Block, Line, ReceiptDocument } from '../../../lib/receipts/document/document.ts';

const words = (lines: readonly Line[]): string[] => lines.flatMap((line) => line.map(({ text }) => text));

function wordsOfBlock(block: Block): string[] {
  if (block.kind === 'paragraph') return words([block.line]);
  if (block.kind === 'list') return words(block.items);
  return [...block.columns.map(({ text }) => text), ...block.rows.flatMap((row) => row.flatMap(words))];
}

/** What paper shows of it: all but the names of the issuer's facts, which stand in the letterhead without them. */
export function saidBy({ title, statement, notice, facts, issued, letterhead, sections, verification }: ReceiptDocument): string[] {
  return [
    letterhead.name,
    ...words(letterhead.lines),
    title,
    statement.text,
    notice ?? '',
    ...[...facts, ...issued].flatMap(({ term, lines, steps = [] }) => [term, ...words(lines), ...steps]),
    ...sections.flatMap(({ title: heading = '', blocks }) => [heading, ...blocks.flatMap(wordsOfBlock)]),
    verification.title,
    verification.meaning,
    ...words(verification.number.lines),
  ].filter((text) => text.trim() !== '');
}

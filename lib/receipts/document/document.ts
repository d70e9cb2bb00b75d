/** What a receipt says to a person, in words and in order: the page and the PDF show this and nothing else. */

/** A run of text in one look; `href` where it leads. */
export interface Piece {
  text: string;
  look?: 'strong' | 'small' | 'code';
  href?: string;
}

export type Line = readonly Piece[];

/** A term and what is known about it. `steps` is how it came about, for those who want to know. */
export interface Fact {
  term: string;
  lines: readonly Line[];
  steps?: readonly string[];
}

export interface Column {
  text: string;
  numeric?: true;
}

/** The first cell names the row. */
export type Row = readonly (readonly Line[])[];

export type Block =
  | { kind: 'paragraph'; line: Line }
  | { kind: 'list'; items: readonly Line[] }
  | { kind: 'table'; caption: string; columns: readonly Column[]; rows: readonly Row[] };

export interface Section {
  /** Absent: it goes with the one before. */
  title?: string;
  blocks: readonly Block[];
}

export interface ReceiptDocument {
  /** Language of all words but the statement's. */
  lang: string;
  title: string;
  /** The sentences inside the signature. */
  statement: { lang: string; text: string };
  /** True now and not for ever: an answer in part. */
  notice?: string;
  /** What was asked, by when, and what came of it. */
  facts: readonly Fact[];
  issued: readonly Fact[];
  /** Who says it, for a page; paper says it in the letterhead. */
  issuer: readonly Fact[];
  letterhead: { name: string; lines: readonly Line[] };
  sections: readonly Section[];
  verification: { title: string; meaning: string; number: Fact; qr: string; logFollows: string };
}

/** A line of plain text. */
export const plain = (text: string): Line => [{ text }];

/** The fact, if there is anything to say. */
export function fact(term: string, lines: readonly Line[]): Fact[] {
  const said = lines.filter((line) => line.some(({ text }) => text !== ''));
  return said.length === 0 ? [] : [{ term, lines: said }];
}

/** The fact in plain words, if its value is there. */
export function said<T>(term: string, value: T | undefined, words: (value: T) => string): Fact[] {
  return value === undefined ? [] : fact(term, [plain(words(value))]);
}

/** The section, if it has anything in it. */
export function section(title: string | undefined, blocks: readonly Block[]): Section[] {
  return blocks.length === 0 ? [] : [{ ...(title === undefined ? {} : { title }), blocks }];
}

/** The list, if it has items. */
export function listOf(items: readonly Line[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** Where a text leads, if that is a page on the web: a signed text could hold any scheme. */
export function webAddress(href: string | undefined): { href?: string } {
  return href !== undefined && /^https?:\/\/[^\s]+$/.test(href) ? { href } : {};
}

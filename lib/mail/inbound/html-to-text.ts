/** Turns HTML into text to read: one pass, bounded, without fetching, running or rendering anything. What is hidden is shown. */
import { cleanLine } from './clean-text.ts';
import { finder } from './finder.ts';
import { decodeEntities } from './html-entities.ts';
import { type Tag, tagReader } from './read-tag.ts';
import { TextWriter } from './text-writer.ts';

/** Their contents are no text; of the first two the rest of the document is none when they are not closed. */
const DROPPED = ['script', 'style', 'title', 'textarea', 'iframe', 'noembed', 'noframes', 'template', 'svg', 'math', 'select'];
const LINES = new Set(
  'address article aside center dd div dl dt fieldset figure footer form header hr li main nav ol section table tr ul'.split(' '),
);
const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 pre blockquote'.split(' '));

const HREF = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const LINK_MAX = 500;
/** How mail programs mark what they quote; others indent with the same element. */
const QUOTES = /\b(?:cite|gmail_quote)\b/i;
const DEPTH_MAX = 100;
/** Text is decoded in pieces, so that no more is than fits. */
const PIECE = 8192;
const REFERENCE_MAX = 20;

class HtmlReader {
  readonly #html: string;
  readonly #writer: TextWriter;
  readonly #tagAt: (at: number) => Tag | undefined;
  readonly #endOfComment: (from: number) => RegExpExecArray | undefined;
  readonly #endOf: Map<string, (from: number) => RegExpExecArray | undefined>;
  /** Which of the open blockquotes are quotes. */
  readonly #quotes: boolean[] = [];
  #link: { address: string; place: number } | undefined;

  constructor(html: string, writer: TextWriter) {
    this.#html = html;
    this.#writer = writer;
    this.#tagAt = tagReader(html);
    this.#endOfComment = finder(html, /--!?>/);
    this.#endOf = new Map(DROPPED.map((name) => [name, finder(html, new RegExp(`</${name}[\\s/>]`, 'i'))]));
  }

  read(): void {
    let at = 0;
    while (at < this.#html.length && !this.#writer.full) {
      const markup = this.#html.indexOf('<', at);
      const end = markup === -1 ? this.#html.length : markup;
      at = end > at ? this.#readText(at, end) : this.#readMarkup(at);
    }
    this.#endLink();
  }

  /** Takes a piece, without tearing a character reference apart. */
  #readText(from: number, end: number): number {
    let to = Math.min(end, from + PIECE);
    const reference = to < end ? this.#html.slice(to - REFERENCE_MAX, to).lastIndexOf('&') : -1;
    if (reference !== -1) to += reference - REFERENCE_MAX;
    this.#writer.text(decodeEntities(this.#html.slice(from, to)));
    return to;
  }

  /** Returns where to go on, as all that read do. */
  #readMarkup(at: number): number {
    const tag = this.#tagAt(at);
    if (tag) return this.#take(tag);
    // A comment that is never closed takes the rest with it, as in a browser.
    if (this.#html.startsWith('<!--', at)) return after(this.#endOfComment(at + 2)) ?? this.#html.length;
    if (/[!?/]/.test(this.#html[at + 1] ?? '')) {
      const end = this.#html.indexOf('>', at);
      return end === -1 ? this.#html.length : end + 1;
    }
    this.#writer.text('<');
    return at + 1;
  }

  #take(tag: Tag): number {
    const contentsEnd = tag.closes ? undefined : this.#endOf.get(tag.name);
    if (contentsEnd) {
      const end = contentsEnd(tag.end)?.index;
      return end ?? (/^(?:script|style)$/.test(tag.name) ? this.#html.length : tag.end);
    }
    if (tag.name === 'a') this.#takeLink(tag);
    else this.#layOut(tag);
    return tag.end;
  }

  #layOut(tag: Tag): void {
    const { name, closes } = tag;
    if (name === 'br') this.#writer.lineBreak();
    else if (LINES.has(name)) this.#writer.block(1);
    else if (PARAGRAPHS.has(name)) this.#writer.block(2);
    else if (name === 'td' || name === 'th') this.#writer.space();
    if (name === 'pre') this.#writer.preformatted = !closes;
    if (name === 'blockquote') this.#takeQuote(tag);
    if (name === 'li' && !closes) this.#writer.text('- ');
  }

  #takeQuote({ closes, text }: Tag): void {
    if (closes) this.#quotes.pop();
    else if (this.#quotes.length < DEPTH_MAX) this.#quotes.push(QUOTES.test(text));
    this.#writer.quoted = this.#quotes.filter(Boolean).length;
  }

  #takeLink({ closes, text }: Tag): void {
    this.#endLink();
    const [, double, single, bare] = (closes ? undefined : HREF.exec(text)) ?? [];
    const address = cleanLine(decodeEntities(double ?? single ?? bare ?? ''), LINK_MAX);
    if (/^(?:https?:\/\/|mailto:)\S/i.test(address)) {
      this.#link = { address: address.replace(/^mailto:/i, ''), place: this.#writer.place };
    }
  }

  /** Where a link leads is told, unless its text is that address. */
  #endLink(): void {
    const link = this.#link;
    this.#link = undefined;
    if (!link || this.#writer.full || this.#writer.since(link.place).includes(link.address)) return;
    this.#writer.space();
    this.#writer.text(`(${link.address})`);
  }
}

const after = (match: RegExpExecArray | undefined): number | undefined => match && match.index + match[0].length;

/** The text of a document, at most some thousand characters more than `max`. */
export function htmlToText(html: string, max: number): string {
  const writer = new TextWriter(max);
  new HtmlReader(html, writer).read();
  return writer.since(0);
}

/** Writes text as a browser would lay it out in one column: white space in a row is one space, blocks are lines. */

const QUOTE_MAX = 5;
/** Three line ends are two empty lines. */
const LINES_MAX = 3;

export class TextWriter {
  readonly #max: number;
  readonly #parts: string[] = [];
  #length = 0;
  #lineEnds = 0;
  #space = false;
  /** How many quotes deep the text stands. */
  quoted = 0;
  /** Within `<pre>`, where lines are as they stand. */
  preformatted = false;

  /** Takes at least `max` characters, then no more. */
  constructor(max: number) {
    this.#max = max;
  }

  get full(): boolean {
    return this.#length >= this.#max;
  }

  /** A place to ask later what was written {@link since}. */
  get place(): number {
    return this.#parts.length;
  }

  since(place: number): string {
    return this.#parts.slice(place).join('');
  }

  text(written: string): void {
    if (!this.preformatted) return this.#words(written);
    for (const [index, line] of written.split(/\r?\n/).entries()) {
      if (index > 0) this.lineBreak();
      if (line !== '') this.#put(line);
    }
  }

  /** Words after this do not touch those before. */
  space(): void {
    this.#space = true;
  }

  lineBreak(): void {
    this.block(this.#lineEnds + 1);
  }

  /** What follows begins a line, after `lineEnds` - 1 empty ones. */
  block(lineEnds: number): void {
    this.#lineEnds = Math.min(LINES_MAX, Math.max(this.#lineEnds, lineEnds));
    this.#space = false;
  }

  #words(written: string): void {
    const words = written.replace(/\s+/g, ' ');
    if (words.startsWith(' ')) this.#space = true;
    const core = words.trim();
    if (core === '') return;
    this.#put(core);
    this.#space = words.endsWith(' ');
  }

  #put(text: string): void {
    const prefix = '> '.repeat(Math.min(this.quoted, QUOTE_MAX));
    const isFirst = this.#parts.length === 0;
    let between = this.#space && !isFirst ? ' ' : '';
    if (isFirst) between = prefix;
    else if (this.#lineEnds > 0) between = `\n${prefix}`.repeat(this.#lineEnds);
    this.#parts.push(between, text);
    this.#length += between.length + text.length;
    this.#lineEnds = 0;
    this.#space = false;
  }
}

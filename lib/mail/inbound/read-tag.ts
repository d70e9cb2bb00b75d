/** Finds the tags of HTML, however broken, in time that grows with its length alone. */
import { finder } from './finder.ts';

export interface Tag {
  /** In lower case. */
  name: string;
  closes: boolean;
  /** With its attributes, as far as they are read. */
  text: string;
  /** The position after it. */
  end: number;
}

const TAG_NAME = /<\/?([a-zA-Z][^\s/>]{0,30})/y;
/** An attribute beyond this is not read. */
const TAG_MAX = 4096;

/** Reads the tag that begins at a position, if one does; positions must not go back. */
export function tagReader(html: string): (at: number) => Tag | undefined {
  const nextEnd = finder(html, />/);
  // A quote opens only where a value begins.
  const nextValue = finder(html, /=\s*["']/);
  const nextQuote = { '"': finder(html, /"/), "'": finder(html, /'/) };

  /** After the `>` that stands in no quoted value; where a quote is never closed, after the first one. */
  const endOf = (from: number): number => {
    let end = nextEnd(from);
    let value = nextValue(from);
    while (end && value && value.index < end.index) {
      const opened = value.index + value[0].length;
      const closing = nextQuote[html[opened - 1] as '"' | "'"](opened);
      if (!closing) return end.index + 1;
      const next = nextEnd(closing.index + 1);
      if (!next) return end.index + 1;
      end = next;
      value = nextValue(closing.index + 1);
    }
    return end ? end.index + 1 : -1;
  };

  return (at) => {
    TAG_NAME.lastIndex = at;
    const match = TAG_NAME.exec(html);
    const end = match ? endOf(at + match[0].length) : -1;
    if (!match || end === -1) return undefined;
    const text = html.slice(at, Math.min(end, at + TAG_MAX));
    return { name: match[1]!.toLowerCase(), closes: match[0][1] === '/', text, end };
  };
}

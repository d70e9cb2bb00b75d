/** A letter as blocks of plain words, written twice from the same blocks: as text and as simple HTML. */
import { html, raw } from 'hono/html';

/** Words of a mail, and what stands there instead in a letter that is posted. */
export interface EitherWay {
  text: string;
  paper: string;
}

export type Item = string | EitherWay;

export type Block =
  /** `paper` is empty if it is not in a letter that is posted. */
  | { kind: 'paragraph'; text: string; paper?: string }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: readonly Item[] }
  /** A link with words that say where it leads. */
  | { kind: 'link'; text: string; url: string }
  /** A code to type, spoken digit by digit by screen readers. */
  | { kind: 'code'; code: string };

export interface Letter {
  subject: string;
  blocks: Block[];
  /** Name, address and contact of the sender. */
  signature: string[];
}

/** On paper it may read otherwise; empty if it is not in there at all. */
export const paragraph = (words: Item): Block => ({ kind: 'paragraph', ...(typeof words === 'string' ? { text: words } : words) });
/** The same sentence around words that differ. */
export const around = ({ text, paper }: EitherWay, say: (words: string) => string): EitherWay => ({ text: say(text), paper: say(paper) });
/** An item as a mail says it. */
export const mailed = (item: Item): string => (typeof item === 'string' ? item : item.text);
/** An item as a letter on paper says it. */
const posted = (item: Item): string => (typeof item === 'string' ? item : item.paper);
/** What somebody typed, paragraph by paragraph. */
export const written = (text: string): Block[] => text.split(/\n\s*\n/).map((part) => paragraph(part.trim()));
export const list = (items: readonly Item[]): Block => ({ kind: 'list', items });
export const link = (text: string, url: string): Block => ({ kind: 'link', text, url });

/** A block as it is printed; none if it is for mail alone. */
function printed(block: Block): Block[] {
  if (block.kind === 'list') return [list(block.items.map(posted))];
  if (block.kind !== 'paragraph' || block.paper === undefined) return [block];
  return block.paper === '' ? [] : [paragraph(block.paper)];
}

/** The letter as it is printed and posted. */
export const onPaper = (letter: Letter): Letter => ({ ...letter, blocks: letter.blocks.flatMap(printed) });

function textOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'heading':
      return `${block.text}\n${'-'.repeat(block.text.length)}`;
    case 'list':
      return block.items.map((item) => `- ${mailed(item)}`).join('\n');
    case 'link':
      // No colon: French would want a space before it.
      return `${block.text}\n${block.url}`;
    case 'code':
      return `    ${block.code}`;
  }
}

/** The letter as plain text. */
export function letterText(letter: Letter): string {
  return [...letter.blocks.map(textOf), ['-- ', ...letter.signature].join('\n')].join('\n\n') + '\n';
}

type Markup = ReturnType<typeof html>;

function htmlOf(block: Block): Markup {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${block.text}</p>`;
    case 'heading':
      return html`<h2>${block.text}</h2>`;
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${mailed(item)}</li>`)}</ul>`;
    case 'link':
      return html`<p><a href="${block.url}">${block.text}</a></p>`;
    case 'code':
      return html`<p style="font-size:28px;letter-spacing:4px;font-weight:bold">${block.code}</p>`;
  }
}

/** One column, no images, colours of the reader's own program: nothing that can break in dark mode. */
const STYLE =
  'font-family:system-ui,-apple-system,Segoe UI,Roboto,Arial,sans-serif;font-size:16px;line-height:1.5;max-width:36em;margin:0 auto;padding:16px';

/** The letter as HTML: real headings, language and direction set, the same words as the text. */
export function letterHtml(letter: Letter, lang: string): string {
  const page = html`<!doctype html>
<html lang="${lang}" dir="ltr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${letter.subject}</title></head>
<body><div lang="${lang}" dir="ltr" style="${raw(STYLE)}">
<h1 style="font-size:22px;line-height:1.3">${letter.subject}</h1>
${letter.blocks.map(htmlOf)}
<hr><p>${letter.signature.map((line, place) => html`${place > 0 ? raw('<br>') : ''}${line}`)}</p>
</div></body></html>
`;
  return String(page);
}

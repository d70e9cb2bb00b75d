/** Tables with a caption, header cells with scope, and a scroll frame for narrow screens. */
import { html } from 'hono/html';
import { attributes, type Content, type Markup } from './markup.ts';

interface ColumnHead {
  text: string;
  numeric?: boolean;
}

export interface TableOptions {
  caption: string;
  /** The caption is there for those who listen only, because a heading says the same. */
  captionHidden?: boolean;
  columns: ColumnHead[];
  /** Cells per row; the first is the row's header. */
  rows: Content[][];
  /** Said instead of an empty table. */
  empty?: string;
}

function cell(column: ColumnHead | undefined, content: Content, index: number): Markup {
  const look = column?.numeric === true ? 'numeric' : undefined;
  return index === 0
    ? html`<th${attributes({ scope: 'row', class: look })}>${content}</th>`
    : html`<td${attributes({ class: look })}>${content}</td>`;
}

/** A table, or the sentence that says it is empty. */
export function table({ caption, captionHidden, columns, rows, empty }: TableOptions): Markup {
  if (rows.length === 0 && empty !== undefined) return html`<p class="empty">${empty}</p>`;
  const heads = columns.map(
    ({ text, numeric }) => html`<th${attributes({ scope: 'col', class: numeric === true ? 'numeric' : undefined })}>${text}</th>`,
  );
  const body = rows.map(
    (cells) =>
      html`<tr>
        ${cells.map((content, index) => cell(columns[index], content, index))}
      </tr>`,
  );
  return html`<section${attributes({ class: 'table-frame', 'aria-label': caption, tabindex: 0 })}><table>
<caption${attributes({ class: captionHidden === true ? 'visually-hidden' : undefined })}>${caption}</caption>
<thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table></section>`;
}

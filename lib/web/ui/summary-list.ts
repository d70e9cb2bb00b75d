/** Pairs of a term and what is known about it, each with an optional way to change it. */
import { html } from 'hono/html';
import { when, type Content, type Markup } from './markup.ts';

export interface SummaryRow {
  term: string;
  detail: Content;
  action?: Content;
}

/** A description list with one row per pair. */
export function summaryList(rows: readonly SummaryRow[]): Markup {
  const items = rows.map(
    ({ term, detail, action }) =>
      html`<div class="summary-row">
        <dt>${term}</dt>
        <dd>${detail}</dd>
        ${when(action, (content) => html`<dd class="summary-action">${content}</dd>`)}
      </div>`,
  );
  return html`<dl class="summary-list">${items}</dl>`;
}

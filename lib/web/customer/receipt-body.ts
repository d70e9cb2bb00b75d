/** A receipt's document as a page: the same on the receipt's own page and on the page that checks it. */
import { html } from 'hono/html';
import type { Block, Fact, Line, Piece, ReceiptDocument, Section } from '../../receipts/document/document.ts';
import { receiptDocument } from '../../receipts/document/receipt-document.ts';
import { disclosure } from '../ui/banner.ts';
import { when, type Content, type Markup } from '../ui/markup.ts';
import { summaryList, type SummaryRow } from '../ui/summary-list.ts';
import { table } from '../ui/table.ts';
import type { Visit } from './visit.ts';

/** What the receipt says, in the language of the visit. */
export function documentFor({ lang, zone }: Visit, payload: Record<string, unknown>): ReceiptDocument {
  return receiptDocument(payload, { lang, zone });
}

function looking({ text, look }: Piece): Content {
  switch (look) {
    case 'strong':
      return html`<strong>${text}</strong>`;
    case 'small':
      return html`<small>${text}</small>`;
    case 'code':
      return html`<span class="mono breakable">${text}</span>`;
    default:
      return text;
  }
}

function lineOf(line: Line): Markup {
  return html`${line.map((piece) => (piece.href === undefined ? looking(piece) : html`<a href="${piece.href}">${looking(piece)}</a>`))}`;
}

function linesOf(lines: readonly Line[]): Markup {
  return html`${lines.map((line, place) => (place === 0 ? lineOf(line) : html`<br />${lineOf(line)}`))}`;
}

function rowOf(visit: Visit, { term, lines, steps }: Fact): SummaryRow {
  const counted = when(steps, (all) =>
    disclosure(
      visit.m.clock.why,
      html`<ol>
        ${all.map((step) => html`<li>${step}</li>`)}
      </ol>`,
    ),
  );
  return { term, detail: html`${linesOf(lines)}${counted}` };
}

function blockOf(block: Block): Content {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${lineOf(block.line)}</p>`;
    case 'list':
      return html`<ul>
        ${block.items.map((item) => html`<li>${lineOf(item)}</li>`)}
      </ul>`;
    case 'table':
      return table({
        caption: block.caption,
        captionHidden: true,
        columns: [...block.columns],
        rows: block.rows.map((row) => row.map(linesOf)),
      });
  }
}

function sectionOf({ title, blocks }: Section): Markup {
  return html`${when(title, (heading) => html`<h2>${heading}</h2>`)}${blocks.map(blockOf)}`;
}

/** Everything below the receipt's heading and sentences. */
export function receiptBody(visit: Visit, { notice, facts, issued, issuer, sections }: ReceiptDocument): Markup {
  return html`${when(notice, (words) => html`<p><strong>${words}</strong></p>`)}
  ${summaryList([...facts, ...issued, ...issuer].map((fact) => rowOf(visit, fact)))} ${sections.map(sectionOf)}`;
}

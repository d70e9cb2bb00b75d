/** What the law wants said about a dataset: purpose, categories, recipients, retention, source, transfers. */
import { html } from 'hono/html';
import { textIn } from '../../domain/data-map.ts';
import type { Text, Transfer } from '../../domain/data-map.ts';
import type { DatasetPart, TreatedColumn } from '../dataset-parts.ts';
import { bullets, cite, isUnder, line, said } from './page-context.ts';
import type { Html, PageContext } from './page-context.ts';

/** The name of a column as the person reads it. */
export function columnLabel(page: PageContext, column: TreatedColumn): string {
  return column.label === undefined ? column.name : textIn(column.label, page.words.lang);
}

/**
 * One fact for all columns, or, where columns differ, each fact with the columns it holds for.
 * The description list says the same for a person as the data map says for each column.
 */
function grouped(
  page: PageContext,
  columns: TreatedColumn[],
  show: { key(column: TreatedColumn): string; as(column: TreatedColumn): Html },
): Html {
  const groups = [...Map.groupBy(columns, (column) => show.key(column)).values()];
  if (groups.length === 1) return show.as(groups[0]![0]!);
  return html`${bullets(
    groups.map((group) => {
      const names = page.formats.list(group.map((column) => columnLabel(page, column)));
      return html`${show.as(group[0]!)} <span class="note">(${page.words.data.only(names)})</span>`;
    }),
  )}`;
}

function text(page: PageContext, columns: TreatedColumn[], of: (column: TreatedColumn) => Text): Html {
  return grouped(page, columns, { key: (column) => JSON.stringify(of(column)), as: (column) => said(page, of(column)) });
}

/** A recipient by name, role and country, with what it does. */
export function recipientLine(page: PageContext, name: string): Html {
  const recipient = page.content.configuration.recipients.find((one) => one.name === name);
  if (recipient === undefined) return html`${name}`;
  const { words, formats } = page;
  return html`<strong>${name}</strong> (${words.roles[recipient.role]}, ${formats.country(recipient.country)}): ${said(page, recipient.purpose)}`;
}

/** Recipients by name, or that there are none. */
export function recipientList(page: PageContext, names: string[]): Html {
  return names.length === 0 ? html`${page.words.data.noRecipients}` : html`${bullets(names.map((name) => recipientLine(page, name)))}`;
}

/** Countries with the safeguard that protects the data there, or that there are none. */
export function transferList(page: PageContext, transfers: Transfer[]): Html {
  const { words, formats } = page;
  const lines = transfers.map(({ country, safeguard }) => words.data.transfer(formats.country(country), safeguard));
  return lines.length === 0 ? html`${words.data.noTransfers}` : html`${bullets(lines)}`;
}

function recipients(page: PageContext, columns: TreatedColumn[]): Html {
  const as = (column: TreatedColumn): Html => recipientList(page, column.recipients);
  return grouped(page, columns, { key: (column) => JSON.stringify(column.recipients), as });
}

function transfers(page: PageContext, columns: TreatedColumn[]): Html {
  const as = (column: TreatedColumn): Html => transferList(page, column.transfers);
  return grouped(page, columns, { key: (column) => JSON.stringify(column.transfers), as });
}

function source(page: PageContext, part: DatasetPart): Html {
  const { words } = page;
  const byColumn = grouped(page, part.columns, {
    key: (column) => column.provided,
    as: (column) => html`${words.sources[column.provided]}`,
  });
  return part.dataset.source === undefined ? byColumn : html`${said(page, part.dataset.source)}${byColumn}`;
}

/** The facts of one dataset as a description list. */
export function datasetFacts(page: PageContext, part: DatasetPart): Html {
  const { labels, legalBases } = page.words;
  const { columns } = part;
  const legal = {
    key: (column: TreatedColumn) => column.legalBasis,
    as: (column: TreatedColumn) => html`${legalBases[column.legalBasis]}`,
  };
  const category = { key: (column: TreatedColumn) => column.category, as: (column: TreatedColumn) => html`${column.category}` };
  return html`<dl class="facts">
${line(
  html`${labels.purpose}${cite(page, 'purposes')}`,
  text(page, columns, (column) => column.purpose),
)}
${line(html`${labels.categories}${cite(page, 'categories')}`, grouped(page, columns, category))}
${isUnder(page, 'eu-gdpr', 'uk-gdpr') ? line(labels.legalBasis, grouped(page, columns, legal)) : ''}
${line(html`${labels.recipients}${cite(page, 'recipients')}`, recipients(page, columns))}
${line(
  html`${labels.retention}${cite(page, 'retention')}`,
  text(page, columns, (column) => column.retention),
)}
${line(html`${labels.source}${cite(page, 'source')}`, source(page, part))}
${line(html`${labels.transfers}${cite(page, 'transfers')}`, transfers(page, columns))}
</dl>`;
}

/** The data themselves: per system and dataset the facts, the first records, and links to the files. */
import { html } from 'hono/html';
import type { Row } from '../../connectors/connector.ts';
import { columnsOf, setsOf } from '../dataset-parts.ts';
import type { DatasetPart, TreatedColumn } from '../dataset-parts.ts';
import { chunkPath } from '../chunk-path.ts';
import type { Survey } from '../survey-dataset.ts';
import { columnLabel, datasetFacts } from './dataset-facts.ts';
import { bullets, said, table } from './page-context.ts';
import type { Html, PageContext } from './page-context.ts';
import { showValue } from './value.ts';

/** Wider datasets are shown record by record: a table of many columns cannot be read on a phone or on paper. */
const MOST_TABLE_COLUMNS = 6;

/** Columns shown on the page: those of the copy if one was asked for, else the portable ones. */
export function visibleColumns(page: PageContext, part: DatasetPart): TreatedColumn[] {
  const [set] = setsOf(page.content);
  return set === undefined ? [] : columnsOf(page.content, part, set);
}

/** Id of a dataset's heading. */
export function datasetId(page: PageContext, part: DatasetPart): string {
  return `dataset-${page.datasets.indexOf(part) + 1}`;
}

/** Links to all files of a dataset, also those in other parts. */
export function fileLinks(page: PageContext, part: DatasetPart): Html | '' {
  const { words, parts } = page;
  const links = setsOf(page.content).flatMap((set) => {
    if (columnsOf(page.content, part, set).length === 0) return [];
    const chunks = parts.flatMap((plan) =>
      plan.chunks
        .filter((chunk) => chunk.system === part.system && chunk.dataset === part.dataset.name)
        .map((chunk) => ({ chunk, where: parts.length > 1 ? ` (${words.contents.inPart(String(plan.number))})` : '' })),
    );
    const extensions = set === 'data' ? ['csv', 'json'] : ['csv', 'json', 'schema.json'];
    return chunks.flatMap(({ chunk, where }) =>
      extensions.map((extension) => {
        const path = chunkPath(set, chunk, extension);
        return html`<a href="${path}">${path}</a>${where}`;
      }),
    );
  });
  return bullets(links);
}

function rowTable(page: PageContext, part: DatasetPart, { rows, columns }: { rows: Row[]; columns: TreatedColumn[] }): Html {
  const caption = html`${said(page, part.systemLabel)}: ${said(page, part.dataset.label)}`;
  const body = html`<thead><tr>${columns.map((column) => html`<th scope="col" dir="auto">${columnLabel(page, column)}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>${columns.map(({ name }) => html`<td>${showValue(row[name], page.words)}</td>`)}</tr>
`,
  )}</tbody>`;
  return table(`${datasetId(page, part)}-table`, caption, body);
}

function records(page: PageContext, { rows, columns }: { rows: Row[]; columns: TreatedColumn[] }): Html {
  return html`${rows.map(
    (row, index) => html`<h5>${page.words.data.record(page.formats.number(index + 1))}</h5>
<dl class="record">${columns.map(
      (column) => html`<div><dt dir="auto">${columnLabel(page, column)}</dt><dd>${showValue(row[column.name], page.words)}</dd></div>`,
    )}</dl>
`,
  )}`;
}

function preview(page: PageContext, part: DatasetPart, rows: Row[]): Html {
  const { words, formats } = page;
  const columns = visibleColumns(page, part);
  if (columns.length === 0) return html`<p>${words.data.noValues}</p>`;
  const shown = { rows, columns };
  return html`${rows.length < part.rows ? html`<p>${words.data.preview(formats.number(rows.length), formats.number(part.rows))}</p>` : ''}
${columns.length > MOST_TABLE_COLUMNS ? records(page, shown) : rowTable(page, part, shown)}`;
}

/** One dataset: heading, facts, first records, files. */
export function datasetSection(page: PageContext, part: DatasetPart, survey: Survey): Html {
  const { words, formats } = page;
  return html`<h4 id="${datasetId(page, part)}">${said(page, part.dataset.label)}</h4>
<p>${words.records(formats.number(part.rows))}</p>
${datasetFacts(page, part)}
${preview(page, part, survey.rows)}
<p class="files">${words.data.files}</p>${fileLinks(page, part)}
`;
}

/** The table of what the package holds. */
import { html } from 'hono/html';
import { datasetId, fileLinks } from './data-section.ts';
import { cite, said, section, table } from './page-context.ts';
import type { Html, PageContext } from './page-context.ts';

/** One line per dataset with its system, size and files. */
export function contentsSection(page: PageContext): Html {
  const { words, formats, datasets } = page;
  const { labels } = words;
  const lines = datasets.map(
    (part) => html`<tr><th scope="row"><a href="#${datasetId(page, part)}">${said(page, part.dataset.label)}</a></th>
<td>${said(page, part.systemLabel)}</td><td>${words.records(formats.number(part.rows))}</td><td>${fileLinks(page, part)}</td></tr>
`,
  );
  return section(
    'contents',
    html`${words.headings.contents}${cite(page, 'portable')}`,
    html`${
      datasets.length === 0
        ? ''
        : html`<p>${words.contents.intro}</p>
${table(
  'contents-table',
  words.contents.caption,
  html`<thead><tr><th scope="col">${labels.data}</th><th scope="col">${labels.system}</th><th scope="col">${labels.amount}</th><th scope="col">${labels.files}</th></tr></thead>
<tbody>${lines}</tbody>`,
)}`
    }
<p>${words.contents.offline}</p>`,
  );
}

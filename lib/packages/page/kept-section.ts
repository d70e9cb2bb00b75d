/** What a deletion asked together with the copy will leave, because a law keeps it. */
import { html } from 'hono/html';
import type { NamedDataset } from '../../domain/data-map.ts';
import { systemLabel } from './answer-section.ts';
import { bullets, said, section } from './page-context.ts';
import type { Html, PageContext } from './page-context.ts';

interface KeptRows {
  system: string;
  dataset: NamedDataset;
  /** Known once the system has been asked to delete. */
  known?: { count: number; until: string };
}

/** The rows which the systems said they keep; before they were asked, the datasets that the data map says are kept. */
export function keptRows(page: PageContext): KeptRows[] {
  const { content, datasets } = page;
  const done = content.outcomes
    .filter(({ pass }) => pass === 'erase')
    .flatMap(({ system, datasets: each }) =>
      each.flatMap(({ dataset: name, kept }) => {
        const dataset = content.configuration.systems[system]?.datasets.find((one) => one.name === name);
        return kept === undefined || kept.count === 0 || dataset === undefined ? [] : [{ system, dataset, known: kept }];
      }),
    );
  if (done.length > 0 || !content.request.rights.includes('erasure')) return done;
  return datasets.filter(({ dataset }) => dataset.erasure.how === 'retain').map(({ system, dataset }) => ({ system, dataset }));
}

/** Empty where no deletion was asked for or nothing is kept. */
export function keptSection(page: PageContext): Html | '' {
  const rows = keptRows(page);
  return rows.length === 0
    ? ''
    : section('kept', page.words.headings.kept, html`<p>${page.words.kept.intro}</p>${bullets(rows.map((row) => keptLine(page, row)))}`);
}

function keptLine(page: PageContext, { system, dataset, known }: KeptRows): Html {
  const { words, formats } = page;
  const much =
    known === undefined ? '' : html`, ${words.kept.count(formats.number(known.count))}, ${words.kept.until(formats.date(known.until))}`;
  const why =
    dataset.erasure.how === 'retain'
      ? html`: ${said(page, dataset.erasure.retain.sentence)} <span class="cite">${dataset.erasure.retain.article}</span>`
      : '';
  return html`<strong>${said(page, dataset.label)}</strong> (${systemLabel(page, system)})${much}${why}`;
}

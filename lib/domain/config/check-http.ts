/** Checks the requests of an HTTP system: placeholders that exist, an erasure for every dataset, columns that are declared. */
import type { NamedDataset } from '../data-map.ts';
import type { HttpRequest, HttpSettings } from './http-settings.ts';
import { placeholdersOf } from './placeholders.ts';
import type { ProblemList } from './problem-list.ts';

function checkPlaceholders(request: HttpRequest | undefined, extra: RegExp | undefined, problems: ProblemList): void {
  if (!request) return;
  for (const name of placeholdersOf(request)) {
    if (/^identifiers?\.[\w-]+$/.test(name) || extra?.test(name)) continue;
    problems.add(
      'an unknown placeholder',
      'write {identifier.<kind>}, {identifiers.<kind>}, in `erase` {row.<column>}, in `later` {callbackUrl}',
    );
  }
  const outsideBody = placeholdersOf({ ...request, body: null });
  if (outsideBody.some((name) => name.startsWith('identifiers.'))) {
    problems.add('a list of identifiers outside the body', 'write {identifier.<kind>} in the path and the query');
  }
}

function checkRows(request: HttpRequest | undefined, dataset: NamedDataset, problems: ProblemList): void {
  for (const name of request ? placeholdersOf(request) : []) {
    if (name.startsWith('row.') && !(name.slice(4) in dataset.columns))
      problems.add('an unknown column', 'name a declared column in {row.<column>}');
  }
}

function checkDatasetRequests(settings: HttpSettings, dataset: NamedDataset, problems: ProblemList): void {
  const requests = settings.requests[dataset.name]!;
  for (const phase of ['find', 'export', 'verify'] as const) checkPlaceholders(requests[phase], undefined, problems.at(phase));
  checkPlaceholders(requests.erase, /^row\.[\w-]+$/, problems.at('erase'));
  checkRows(requests.erase, dataset, problems.at('erase'));
  if (!requests.erase && !settings.erase && !settings.later?.erase) {
    problems.at('erase').add('nothing', "write the dataset's `erase` request, or one for the whole system");
  }
  for (const [kind, column] of Object.entries(requests.yields ?? {})) {
    if (!(column in dataset.columns))
      problems.at('yields', kind).add('an unknown column', 'declare it under `columns` or correct its name');
  }
  const { erasure } = dataset;
  if (erasure.how === 'retain' && erasure.retain.from.includes('.')) {
    problems.at('erasure', 'retain', 'from').add('a column of another dataset', 'name a date column of this dataset');
  }
}

function checkLater(settings: HttpSettings, datasets: NamedDataset[], problems: ProblemList): void {
  for (const phase of ['export', 'erase'] as const) {
    const request = settings.later?.[phase];
    if (!request) continue;
    const at = problems.at('later', phase);
    checkPlaceholders(request, /^callbackUrl$/, at);
    if (!placeholdersOf(request).includes('callbackUrl')) at.add('a request without {callbackUrl}', 'tell the system where to answer');
    const paths = 'rows' in request ? request.rows : request.erased;
    for (const { name } of datasets) {
      if (!(name in paths)) at.at('rows' in request ? 'rows' : 'erased', name).add('nothing', 'say where its answer stands');
    }
  }
}

/** Notes everything about the requests of a system that cannot work. */
export function checkHttp(settings: HttpSettings, datasets: NamedDataset[], problems: ProblemList): void {
  checkPlaceholders(settings.erase, undefined, problems.at('erase'));
  for (const dataset of datasets) checkDatasetRequests(settings, dataset, problems.at('datasets', dataset.name));
  checkLater(settings, datasets, problems);
}

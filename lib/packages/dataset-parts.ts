/** The datasets of a package joined with what the data map declares about them. */
import { BugError } from '../domain/errors.ts';
import { fullColumns, isPortable } from '../domain/data-map.ts';
import type { FullColumn, NamedDataset, Text } from '../domain/data-map.ts';
import { lawsOf } from '../domain/law/choose-laws.ts';
import type { Law } from '../domain/law/law.ts';
import { grants } from '../domain/law/laws.ts';
import { articlesAgainst } from '../domain/law/never-disclosed.ts';
import { rightsToAnswer } from '../domain/plan.ts';
import type { PackageContent, PageRef } from './content.ts';

/**
 * What the person gets of a column: its values; the sentence that we hold one (11 CCR 7024(d));
 * that it is withheld because it is about somebody else (Art. 15(4) GDPR); or that it is security data.
 */
export type Treatment = 'shown' | 'described' | 'withheld' | 'secret';

export type TreatedColumn = FullColumn & { treatment: Treatment };

/** One dataset with rows in this package. */
export interface DatasetPart {
  system: string;
  systemLabel: Text;
  dataset: NamedDataset;
  columns: TreatedColumn[];
  pages: PageRef[];
  rows: number;
}

/** `never` wins over everything, a reviewer's release lifts only the reason that the value is about others. */
function treatmentOf(column: FullColumn, { released, laws }: { released: boolean; laws: readonly Law[] }): Treatment {
  if (column.disclose === 'never') return 'secret';
  if (column.about === 'other' && !released) return 'withheld';
  return column.disclose === 'describe' || articlesAgainst(laws, column.category).length > 0 ? 'described' : 'shown';
}

/** The datasets which have rows, in the order of the configuration, pages in the order of export. */
export function datasetParts(content: PackageContent): DatasetPart[] {
  const pages = Map.groupBy(
    content.pages.filter((page) => page.rows > 0),
    (page) => `${page.system}/${page.dataset}`,
  );
  const released = new Set(content.released);
  const laws = lawsOf(content.request);
  const parts = Object.entries(content.configuration.systems).flatMap(([system, declared]) =>
    declared.datasets.flatMap((dataset) => {
      const own = pages.get(`${system}/${dataset.name}`);
      pages.delete(`${system}/${dataset.name}`);
      return own === undefined ? [] : [partOf({ system, systemLabel: declared.label, dataset, pages: own, released, laws })];
    }),
  );
  if (pages.size > 0) throw new BugError('The package has pages of a dataset which the data map does not know', { code: 'invariant' });
  return parts;
}

function partOf(given: Omit<DatasetPart, 'columns' | 'rows'> & { released: Set<string>; laws: readonly Law[] }): DatasetPart {
  const { released, laws, ...rest } = given;
  const columns = fullColumns(rest.dataset).map((column) => ({
    ...column,
    treatment: treatmentOf(column, { released: released.has(`${rest.system}/${rest.dataset.name}/${column.name}`), laws }),
  }));
  return { ...rest, columns, rows: rest.pages.reduce((sum, page) => sum + page.rows, 0) };
}

/**
 * True if the column belongs into the portable set of a law that gives the right. American laws know no legal basis: there it is
 * all that was "obtained from the consumer" (Cal. Civ. Code 1798.130(a)(3)(B)(iii)), in the EU Art. 20(1) GDPR decides.
 */
export function belongsToPortability({ request }: PackageContent, column: FullColumn): boolean {
  const giving = lawsOf(request).filter((law) => grants(law, 'portability', request.receivedOn));
  return giving.some(({ id }) => (id.startsWith('us-') ? column.provided !== 'derived' : isPortable(column)));
}

/** Columns whose values go into the folder `data` or `portability`. */
export function columnsOf(content: PackageContent, part: DatasetPart, set: 'data' | 'portability'): TreatedColumn[] {
  const shown = part.columns.filter((column) => column.treatment === 'shown');
  return set === 'data' ? shown : shown.filter((column) => belongsToPortability(content, column));
}

/** The sets of files that were asked for and not refused. */
export function setsOf(content: PackageContent): ('data' | 'portability')[] {
  const rights = rightsToAnswer(content.request);
  return [...(rights.includes('access') ? (['data'] as const) : []), ...(rights.includes('portability') ? (['portability'] as const) : [])];
}

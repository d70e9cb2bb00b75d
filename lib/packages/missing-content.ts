/** Compares a package with the law's checklist before anything is written. */
import { checklistFor } from './checklists.ts';
import type { ItemId } from './checklists.ts';
import type { PackageContent } from './content.ts';
import { datasetParts } from './dataset-parts.ts';

/** Why a package may not be written: what the law wants said and the configuration does not say. */
export interface MissingContent {
  reason: 'missing-content';
  law: string;
  /** The item and the configuration path that leaves it unsaid. */
  items: { item: ItemId; cite: string; path: string }[];
}

/** Undefined if everything the law wants in the answer can be said; only datasets with rows count. */
export function missingContent(content: PackageContent): MissingContent | undefined {
  const datasets = datasetParts(content);
  const { law, rights } = content.request;
  const items = checklistFor(law, rights).flatMap(({ id, cite, gaps }) =>
    gaps(content, datasets).map((path) => ({ item: id, cite, path })),
  );
  return items.length === 0 ? undefined : { reason: 'missing-content', law, items };
}

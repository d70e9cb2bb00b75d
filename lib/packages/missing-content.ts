/** Compares a package with the checklists of its laws before anything is written. */
import { checklistOf, gapsIn } from './checklists.ts';
import type { PackageContent } from './content.ts';
import { datasetParts } from './dataset-parts.ts';

/** Why a package may not be written: what a law wants said and the configuration does not say. */
export interface MissingContent {
  reason: 'missing-content';
  /** Each law's item with its article, and the configuration path that leaves it unsaid. */
  items: { law: string; item: string; article?: string; path: string }[];
}

/** Undefined if everything the laws want in the answer can be said; only datasets with rows count. */
export function missingContent(content: PackageContent): MissingContent | undefined {
  const datasets = datasetParts(content);
  const items = checklistOf(content.request).flatMap(({ law, item, topic, article }) =>
    gapsIn(topic, content, datasets).map((path) => ({ law: law.id, item, ...(article === undefined ? {} : { article }), path })),
  );
  return items.length === 0 ? undefined : { reason: 'missing-content', items };
}

/** Which kinds of data the company collects, from the data map alone: the same for everybody, so it can be told to anybody. */
import type { Configuration } from '../configuration.ts';
import { fullColumns, textIn, type Provided } from '../data-map.ts';
import { ownSystems } from '../passing-on.ts';

export interface CollectedCategory {
  category: string;
  purposes: string[];
  sources: Provided[];
  /** By name, as declared. */
  recipients: string[];
}

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** Every category of the data map, each once, with what it is for, where it comes from and who gets it. */
export function collectedCategories(configuration: Pick<Configuration, 'systems'>, lang: string): CollectedCategory[] {
  const columns = ownSystems(configuration).flatMap(({ datasets }) => datasets.flatMap(fullColumns));
  const own = columns.filter(({ about }) => about === 'person');
  return [...Map.groupBy(own, ({ category }) => category)].map(([category, group]) => ({
    category,
    purposes: distinct(group.map(({ purpose }) => textIn(purpose, lang))),
    sources: distinct(group.map(({ provided }) => provided)),
    recipients: distinct(group.flatMap(({ recipients }) => recipients)),
  }));
}

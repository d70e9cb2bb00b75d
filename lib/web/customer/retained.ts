/** What a deletion will leave, and why: from the data map, told before the request is sent. */
import type { Configuration } from '../../domain/configuration.ts';
import { textIn } from '../../domain/data-map.ts';
import { ownSystems } from '../../domain/passing-on.ts';

export interface RetainedDataset {
  dataset: string;
  article: string;
  sentence: string;
}

/** Every dataset of the company's own that law keeps, in the reader's language. */
export function retainedDatasets(configuration: Configuration, lang: string): RetainedDataset[] {
  return ownSystems(configuration).flatMap(({ datasets }) =>
    datasets.flatMap(({ label, erasure }) =>
      erasure.how === 'retain'
        ? [{ dataset: textIn(label, lang), article: erasure.retain.article, sentence: textIn(erasure.retain.sentence, lang) }]
        : [],
    ),
  );
}

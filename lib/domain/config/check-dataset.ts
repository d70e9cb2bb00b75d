/** Checks one dataset against itself and the recipients: every name it mentions must be declared. */
import type { Erasure, NamedDataset } from '../data-map.ts';
import type { ProblemList } from './problem-list.ts';

function checkColumns(names: string[], dataset: NamedDataset, problems: ProblemList): void {
  for (const name of names) {
    if (!(name in dataset.columns)) problems.at(name).add('an unknown column', 'declare it under `columns` or correct its name');
  }
}

function checkErasure(erasure: Erasure, dataset: NamedDataset, problems: ProblemList): void {
  switch (erasure.how) {
    case 'delete':
      return checkColumns(Object.keys(erasure.shell ?? {}), dataset, problems.at('shell'));
    case 'anonymise':
      if (Object.keys(erasure.columns).length === 0) problems.at('columns').add('nothing', 'list the columns to blank');
      return checkColumns(Object.keys(erasure.columns), dataset, problems.at('columns'));
    case 'retain':
      checkColumns(erasure.blank ?? [], dataset, problems.at('blank'));
      // `orders.placed_on` is checked with the keys between tables.
      if (!erasure.retain.from.includes('.') && !(erasure.retain.from in dataset.columns)) {
        problems.at('retain', 'from').add('an unknown column', 'name the date column the period runs from');
      }
  }
}

function checkRecipients(names: string[] | undefined, known: Set<string>, problems: ProblemList): void {
  for (const [index, name] of (names ?? []).entries()) {
    if (!known.has(name)) problems.at('recipients', index).add('an unknown recipient', 'declare it under `recipients` or correct its name');
  }
}

/** Notes unknown columns and recipients. */
export function checkDataset(dataset: NamedDataset, recipients: Set<string>, problems: ProblemList): void {
  if (Object.keys(dataset.columns).length === 0) problems.at('columns').add('nothing', 'declare every column the system holds');
  checkRecipients(dataset.recipients, recipients, problems);
  for (const [name, column] of Object.entries(dataset.columns)) {
    checkRecipients(column.recipients, recipients, problems.at('columns', name));
  }
  checkErasure(dataset.erasure, dataset, problems.at('erasure'));
}

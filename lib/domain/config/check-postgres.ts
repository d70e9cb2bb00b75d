/** Checks how the tables of a PostgreSQL system hang together: keys, identifiers, and what may be deleted before what. */
import type { NamedDataset } from '../data-map.ts';
import { findCycle } from './find-cycle.ts';
import type { Link, PostgresSettings, TableSettings } from './postgres-settings.ts';
import type { ProblemList } from './problem-list.ts';

interface Table extends TableSettings {
  dataset: NamedDataset;
  problems: ProblemList;
}

type Tables = Map<string, Table>;

const linksOf = (table: TableSettings): Link[] => [...table.belongsTo, ...table.refersTo];

function checkNames(table: Table, tables: Tables): void {
  const known = (column: string, problems: ProblemList): void => {
    if (!(column in table.dataset.columns)) problems.add('an unknown column', 'declare it under `columns` or correct its name');
  };
  for (const column of table.key) known(column, table.problems.at('key'));
  for (const side of ['match', 'yields'] as const) {
    for (const [kind, column] of Object.entries(table[side])) known(column, table.problems.at(side, kind));
  }
  for (const side of ['belongsTo', 'refersTo'] as const) {
    for (const link of table[side]) {
      known(link.column, table.problems.at(side, link.column));
      const target = tables.get(link.dataset);
      if (!target) table.problems.at(side, link.column).add('an unknown dataset', "name a dataset of this system as 'dataset.column'");
      else if (!(link.key in target.dataset.columns))
        table.problems.at(side, link.column).add('an unknown column', `name a column of ${link.dataset}`);
    }
  }
}

function checkReachable(table: Table): void {
  const own = table.belongsTo.some((link) => link.dataset === table.dataset.name);
  if (own) table.problems.at('belongsTo').add('a table that belongs to itself', 'use `refersTo` for keys inside one table');
  if (Object.keys(table.match).length === 0 && table.belongsTo.length === 0) {
    table.problems.add(
      'rows nobody can be matched with',
      'add `match` (a column with an identifier) or `belongsTo` (a key to another dataset)',
    );
  }
}

/** The columns a deletion empties in rows that stay. */
function emptied(dataset: NamedDataset): string[] {
  const { erasure } = dataset;
  if (erasure.how === 'retain') return erasure.blank ?? [];
  return Object.entries(erasure.how === 'anonymise' ? erasure.columns : (erasure.shell ?? {}))
    .filter(([, constant]) => constant === null)
    .map(([column]) => column);
}

/** Rows that stay after a deletion, because law keeps them, the rule anonymises them, or kept rows point at them. */
function checkParents(table: Table, tables: Tables): void {
  const { dataset, problems } = table;
  if (dataset.erasure.how === 'delete' && !dataset.erasure.shell) return;
  for (const link of linksOf(table)) {
    const parent = tables.get(link.dataset)?.dataset.erasure;
    if (!parent || parent.how === 'anonymise' || link.dataset === dataset.name || emptied(dataset).includes(link.column)) continue;
    if (dataset.erasure.how === 'anonymise') {
      problems
        .at('erasure', 'columns')
        .add(`anonymised rows that keep pointing at ${link.dataset}`, `set ${link.column} to null, or anonymise ${link.dataset} too`);
    } else if (parent.how === 'delete' && !parent.shell) {
      problems
        .at('erasure')
        .add(`kept rows that point at deleted rows of ${link.dataset}`, `give ${link.dataset} \`shell\` columns, or anonymise it`);
    }
  }
}

/** Kept rows must still be found by a repeated deletion, so that it can name them again. */
function checkStillFound(table: Table): void {
  const { dataset, problems } = table;
  if (dataset.erasure.how !== 'retain') return;
  const ways = [...Object.values(table.match), ...table.belongsTo.map((link) => link.column)];
  if (ways.length > 0 && ways.every((column) => emptied(dataset).includes(column))) {
    problems
      .at('erasure', 'blank')
      .add('all columns by which the rows are found', 'leave one of them, or kept rows could not be named again');
  }
}

/** Walks up the keys; a circle in them is another problem's, so no table is looked at twice. */
function isAncestor(table: Table, wanted: string, tables: Tables): boolean {
  const seen = new Set([table]);
  for (const one of seen) {
    for (const { dataset } of one.belongsTo) {
      if (dataset === wanted) return true;
      const parent = tables.get(dataset);
      if (parent !== undefined) seen.add(parent);
    }
  }
  return false;
}

function checkRetentionDate(table: Table, tables: Tables): void {
  const { erasure } = table.dataset;
  if (erasure.how !== 'retain' || !erasure.retain.from.includes('.')) return;
  const [dataset = '', column = ''] = erasure.retain.from.split('.');
  if (isAncestor(table, dataset, tables) && column in (tables.get(dataset)?.dataset.columns ?? {})) return;
  table.problems
    .at('erasure', 'retain', 'from')
    .add('an unknown column', "name a date column of this dataset, or 'dataset.column' of one it belongs to");
}

/** Notes everything about the tables of a system that cannot work. */
export function checkPostgres(settings: PostgresSettings, datasets: NamedDataset[], problems: ProblemList): void {
  const tables: Tables = new Map(
    datasets.map((dataset) => [
      dataset.name,
      { ...settings.tables[dataset.name]!, dataset, problems: problems.at('datasets', dataset.name) },
    ]),
  );
  const cycle = findCycle(
    Object.fromEntries(
      [...tables].map(([name, table]) => [
        name,
        linksOf(table)
          .map((link) => link.dataset)
          .filter((target) => target !== name),
      ]),
    ),
  );
  if (cycle) problems.at('datasets').add(`keys in a circle (${cycle.join(' -> ')})`, 'remove one of these keys');
  for (const table of tables.values()) {
    checkNames(table, tables);
    checkReachable(table);
    checkParents(table, tables);
    checkStillFound(table);
    checkRetentionDate(table, tables);
  }
}

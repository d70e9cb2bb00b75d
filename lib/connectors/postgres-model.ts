/** The tables of a system as the connector thinks of them: quoted names, keys in both directions, children before parents. */
import type { Link, PostgresSettings, TableSettings } from '../domain/config/postgres-settings.ts';
import type { SystemDeclaration } from '../domain/configuration.ts';
import type { NamedDataset } from '../domain/data-map.ts';

/** Quotes an identifier. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `alias."column"`. */
export function column(alias: string, name: string): string {
  return `${alias}.${quote(name)}`;
}

export interface Child {
  table: Table;
  link: Link;
}

export interface Table extends TableSettings {
  name: string;
  dataset: NamedDataset;
  /** Quoted, with its schema. */
  sql: string;
  /** Tables with a key that points here. */
  children: Child[];
}

export interface Model {
  tables: Map<string, Table>;
  /** In the order of deletion. */
  childrenFirst: Table[];
}

function linkChildren(tables: Map<string, Table>): void {
  for (const table of tables.values()) {
    for (const link of [...table.belongsTo, ...table.refersTo]) {
      if (link.dataset !== table.name) tables.get(link.dataset)!.children.push({ table, link });
    }
  }
}

function sortChildrenFirst(tables: Map<string, Table>): Table[] {
  const sorted = new Set<Table>();
  const visit = (table: Table): void => {
    if (sorted.has(table)) return;
    for (const child of table.children) visit(child.table);
    sorted.add(table);
  };
  for (const table of tables.values()) visit(table);
  return [...sorted];
}

/** Builds the model of a validated declaration. */
export function postgresModel(system: SystemDeclaration): Model {
  const settings = system.settings as PostgresSettings;
  const tables = new Map(
    system.datasets.map((dataset): [string, Table] => {
      const table = settings.tables[dataset.name]!;
      return [dataset.name, { ...table, name: dataset.name, dataset, sql: `${quote(table.schema)}.${quote(table.table)}`, children: [] }];
    }),
  );
  linkChildren(tables);
  return { tables, childrenFirst: sortChildrenFirst(tables) };
}

/** SQL for rows that law keeps: until when, which rows stay because kept rows point at them, and what is emptied in them. */
import type { Retention } from '../domain/data-map.ts';
import { column, quote, type Table } from './postgres-model.ts';
import type { Selection } from './postgres-selection.ts';

/** The date column, in the row itself or in one it belongs to (`orders.placed_on`). */
function startOf(from: string, at: { table: Table; alias: string; selection: Selection }): string {
  const [dataset, name] = from.includes('.') ? (from.split('.') as [string, string]) : [at.table.name, from];
  if (dataset === at.table.name) return column(at.alias, name);
  const { model } = at.selection;
  const link = at.table.belongsTo.find((one) => one.dataset === dataset || leadsTo(model.tables.get(one.dataset)!, dataset, at.selection))!;
  const parent = { table: model.tables.get(link.dataset)!, alias: at.selection.alias(), selection: at.selection };
  return `(select ${startOf(from, parent)} from ${parent.table.sql} ${parent.alias} where ${column(parent.alias, link.key)} = ${column(at.alias, link.column)})`;
}

function leadsTo(table: Table, dataset: string, selection: Selection): boolean {
  return table.belongsTo.some((link) => link.dataset === dataset || leadsTo(selection.model.tables.get(link.dataset)!, dataset, selection));
}

/** Last day of the period. A row without a date has not begun its period: it counts from today. */
function periodEnd(retain: Retention, start: string, today: string): string {
  const begin = `coalesce(${start}::date, ${today})`;
  return retain.toYearEnd
    ? `make_date(extract(year from ${begin})::int + ${retain.years}, 12, 31)`
    : `(${begin} + make_interval(years => ${retain.years}))::date`;
}

/**
 * The last day a row must stay, as SQL: its own period, or that of kept rows which point at it, whichever is later.
 * Undefined if nothing ever keeps rows of the table.
 */
export function keptUntil(table: Table, alias: string, selection: Selection): string | undefined {
  const { erasure } = table.dataset;
  if (erasure.how === 'anonymise') return undefined;
  const own =
    erasure.how === 'retain'
      ? [periodEnd(erasure.retain, startOf(erasure.retain.from, { table, alias, selection }), selection.param(selection.today, 'date'))]
      : [];
  const theirs = table.children.flatMap(({ table: child, link }) => {
    if (emptied(child)[link.column] === null) return [];
    const inner = selection.alias();
    const until = keptUntil(child, inner, selection);
    return until === undefined
      ? []
      : [`(select max(${until}) from ${child.sql} ${inner} where ${column(inner, link.column)} = ${column(alias, link.key)})`];
  });
  const all = [...own, ...theirs];
  return all.length < 2 ? all[0] : `greatest(${all.join(', ')})`;
}

/** Columns that are emptied in rows that stay, with their constants. */
export function emptied(table: Table): Record<string, string | null> {
  const { erasure } = table.dataset;
  if (erasure.how === 'anonymise') return erasure.columns;
  if (erasure.how === 'delete') return erasure.shell ?? {};
  return Object.fromEntries((erasure.blank ?? []).map((name) => [name, null]));
}

/** A condition that is true while a column still holds something; undefined if nothing is to be emptied. */
export function stillFilled(table: Table, alias: string, selection: Selection): string | undefined {
  const conditions = Object.entries(emptied(table)).map(([name, constant]) =>
    constant === null
      ? `${column(alias, name)} is not null`
      : `${column(alias, name)} is distinct from ${constantOf(table, name, { constant, selection })}`,
  );
  return conditions.length === 0 ? undefined : `(${conditions.join(' or ')})`;
}

/** The `set` list that empties the columns. */
export function emptying(table: Table, selection: Selection): string {
  return Object.entries(emptied(table))
    .map(([name, constant]) => `${quote(name)} = ${constant === null ? 'null' : constantOf(table, name, { constant, selection })}`)
    .join(', ');
}

function constantOf(table: Table, name: string, { constant, selection }: { constant: string; selection: Selection }): string {
  return selection.param(constant, selection.schema.get(table.name)?.columns.get(name)?.written ?? 'text');
}

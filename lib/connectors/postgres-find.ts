/** Counting a person's rows and learning further identifiers from them. */
import { PermanentError } from '../domain/errors.ts';
import type { FindResult } from './connector.ts';
import { column } from './postgres-model.ts';
import { ownedBy, Selection } from './postgres-selection.ts';
import type { Ask } from './postgres-session.ts';

const MOST_IDENTIFIERS = 10_000;
const MOST_ROUNDS = 20;

async function learn(world: Selection, ask: Ask): Promise<Record<string, string[]>> {
  const known: Record<string, Set<string>> = {};
  for (const table of world.model.tables.values()) {
    for (const [kind, name] of Object.entries(table.yields)) {
      const selection = world.fresh();
      const value = `${column('t', name)}::text`;
      const text = kind === 'email' ? `lower(trim(${value}))` : value;
      const sql = `select distinct ${text} as value from ${table.sql} t where ${ownedBy(table, 't', selection)} and ${value} <> '' limit ${MOST_IDENTIFIERS + 1}`;
      const { rows } = await ask<{ value: string }>(sql, selection.values);
      if (rows.length > MOST_IDENTIFIERS) {
        throw new PermanentError(`PostgreSQL: more than ${MOST_IDENTIFIERS} identifiers of kind ${kind} for one person.`, {
          code: 'system-nonsense',
        });
      }
      known[kind] = new Set([...(known[kind] ?? []), ...rows.map((row) => row.value)]);
    }
  }
  return Object.fromEntries(Object.entries(known).map(([kind, values]) => [kind, [...values].toSorted()]));
}

function merge(one: Record<string, string[]>, other: Record<string, string[]>): Record<string, string[]> {
  const kinds = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...kinds].map((kind) => [kind, [...new Set([...(one[kind] ?? []), ...(other[kind] ?? [])])]]));
}

const sizeOf = (identifiers: Record<string, string[]>): number =>
  Object.values(identifiers).reduce((sum, values) => sum + values.length, 0);

/** The world with all identifiers the system itself reveals about the person, until no new one turns up. */
export async function withLearnt(world: Selection, ask: Ask): Promise<Selection> {
  let current = world;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const identifiers = merge(current.identifiers, await learn(current, ask));
    const grown = sizeOf(identifiers) > sizeOf(current.identifiers);
    current = new Selection({ ...pick(current), identifiers });
    if (!grown) break;
  }
  return current;
}

function pick({ model, schema, today }: Selection): Pick<Selection, 'model' | 'schema' | 'today'> {
  return { model, schema, today };
}

/** Rows per dataset, and the identifiers that were not known before. */
export async function findRows(given: Selection, ask: Ask): Promise<FindResult> {
  const world = await withLearnt(given, ask);
  const found: Record<string, number> = {};
  for (const table of world.model.tables.values()) {
    const selection = world.fresh();
    const { rows } = await ask<{ count: number }>(
      `select count(*)::int as count from ${table.sql} t where ${ownedBy(table, 't', selection)}`,
      selection.values,
    );
    found[table.name] = rows[0]?.count ?? 0;
  }
  const news = Object.entries(world.identifiers).map(
    ([kind, values]) => [kind, values.filter((value) => !given.identifiers[kind]?.includes(value))] as const,
  );
  return { found, identifiers: Object.fromEntries(news.filter(([, values]) => values.length > 0)) };
}

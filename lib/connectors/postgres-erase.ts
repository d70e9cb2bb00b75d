/** Deletion in one transaction, children first, and the check that nothing is left. */
import type { EraseResult, Kept, VerifyResult } from './connector.ts';
import type { Table } from './postgres-model.ts';
import { emptying, keptUntil, stillFilled } from './postgres-retention.ts';
import { ownedBy, type Selection } from './postgres-selection.ts';
import type { Ask } from './postgres-session.ts';

/** Conditions on the rows of a table, all on alias `t`. */
interface Terms {
  mine: string;
  /** The row must stay today. */
  stays?: string;
  until?: string;
}

function terms(table: Table, selection: Selection): Terms {
  const mine = ownedBy(table, 't', selection);
  const until = keptUntil(table, 't', selection);
  if (until === undefined) return { mine };
  return { mine, until, stays: `coalesce(${until} >= ${selection.param(selection.today, 'date')}, false)` };
}

/**
 * Locks the person's rows that others point at, parents first. A row inserted meanwhile that points at one of them has
 * to wait and then fails, instead of surviving the deletion or breaking it.
 */
async function lock(world: Selection, ask: Ask): Promise<void> {
  for (const table of world.model.childrenFirst.toReversed()) {
    if (table.children.length === 0) continue;
    const selection = world.fresh();
    const mine = ownedBy(table, 't', selection);
    await ask(`select count(*) from (select 1 from ${table.sql} t where ${mine} for update) locked`, selection.values);
  }
}

async function deleteRows(table: Table, world: Selection, ask: Ask): Promise<number> {
  const selection = world.fresh();
  const { mine, stays } = terms(table, selection);
  const { count } = await ask(`delete from ${table.sql} t where ${mine}${stays ? ` and not ${stays}` : ''}`, selection.values);
  return count;
}

async function emptyRows(table: Table, world: Selection, ask: Ask): Promise<number> {
  const selection = world.fresh();
  const filled = stillFilled(table, 't', selection);
  if (filled === undefined) return 0;
  // What is not deleted stays: by the time of the update, these are exactly the rows to be emptied.
  const sql = `update ${table.sql} t set ${emptying(table, selection)} where ${ownedBy(table, 't', selection)} and ${filled}`;
  return (await ask(sql, selection.values)).count;
}

async function eraseTable(table: Table, world: Selection, ask: Ask): Promise<number> {
  const { how } = table.dataset.erasure;
  const deleted = how === 'anonymise' ? 0 : await deleteRows(table, world, ask);
  const changed = await emptyRows(table, world, ask);
  // Columns emptied in rows that stay, kept by law or as an empty shell, do not make those rows erased.
  return how === 'anonymise' ? changed : deleted;
}

/** Rows that stay today: kept by law, or as an empty shell because kept rows point at them. */
async function kept(world: Selection, ask: Ask): Promise<Record<string, Kept>> {
  const result: Record<string, Kept> = {};
  for (const table of world.model.tables.values()) {
    const selection = world.fresh();
    const { mine, until, stays } = terms(table, selection);
    if (until === undefined) continue;
    const sql = `select count(*)::int as count, to_char(max(${until}), 'YYYY-MM-DD') as until from ${table.sql} t where ${mine} and ${stays}`;
    const row = (await ask<{ count: number; until: string | null }>(sql, selection.values)).rows[0];
    if (row?.until) result[table.name] = { count: row.count, until: row.until };
  }
  return result;
}

/** Erases the person's rows; the caller commits. */
export async function eraseRows(world: Selection, ask: Ask): Promise<EraseResult> {
  await lock(world, ask);
  const erased: Record<string, number> = {};
  for (const table of world.model.childrenFirst) erased[table.name] = await eraseTable(table, world, ask);
  return { erased, kept: await kept(world, ask) };
}

function leftCondition(table: Table, selection: Selection): string {
  const { mine, stays } = terms(table, selection);
  const filled = stillFilled(table, 't', selection) ?? 'false';
  if (table.dataset.erasure.how === 'anonymise') return `${mine} and ${filled}`;
  return `${mine} and ${stays ? `(not ${stays} or ${filled})` : 'true'}`;
}

/** Rows that should be gone or emptied and are not, and those that law keeps. */
export async function verifyRows(world: Selection, ask: Ask): Promise<VerifyResult> {
  const left: Record<string, number> = {};
  for (const table of world.model.tables.values()) {
    const selection = world.fresh();
    const sql = `select count(*)::int as count from ${table.sql} t where ${leftCondition(table, selection)}`;
    const count = (await ask<{ count: number }>(sql, selection.values)).rows[0]?.count ?? 0;
    if (count > 0) left[table.name] = count;
  }
  return { left, kept: await kept(world, ask) };
}

/** SQL that says whose rows are meant: by identifiers in their own columns, or by keys to rows of the same person. */
import type { Link } from '../domain/config/postgres-settings.ts';
import { column, type Model, type Table } from './postgres-model.ts';
import type { Schema } from './postgres-schema.ts';

/** Everything a piece of SQL is built from; parameters are collected while it grows. */
export class Selection {
  readonly model: Model;
  readonly schema: Schema;
  readonly identifiers: Record<string, string[]>;
  readonly today: string;
  readonly values: unknown[] = [];
  private aliases = 0;

  constructor(world: { model: Model; schema: Schema; identifiers: Record<string, string[]>; today: string }) {
    this.model = world.model;
    this.schema = world.schema;
    this.identifiers = world.identifiers;
    this.today = world.today;
  }

  /** The same world with no parameters yet, for the next statement. */
  fresh(): Selection {
    return new Selection(this);
  }

  param(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }

  alias(): string {
    this.aliases += 1;
    return `t${this.aliases}`;
  }

  typeOf(table: Table, name: string): string {
    return this.schema.get(table.name)?.columns.get(name)?.type ?? 'text';
  }
}

const INTEGERS: Record<string, bigint> = { int2: 2n ** 15n, int4: 2n ** 31n, int8: 2n ** 63n };
const TEXTS = new Set(['text', 'varchar', 'bpchar', 'citext', 'name']);
const UUID = /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;

function fitsInteger(value: string, limit: bigint): boolean {
  return /^-?\d{1,19}$/.test(value) && BigInt(value) < limit && BigInt(value) >= -limit;
}

/** Compares a column with identifiers in the column's own type, so that its index serves; values of another type match nothing. */
function equalsAny(sql: string, type: string, context: { kind: string; values: string[]; selection: Selection }): string {
  const { kind, values, selection } = context;
  const clean = values.filter((value) => !value.includes('\0'));
  const limit = INTEGERS[type];
  if (limit !== undefined)
    return `${sql} = any(${selection.param(
      clean.filter((value) => fitsInteger(value, limit)),
      `${type}[]`,
    )})`;
  if (type === 'uuid')
    return `${sql} = any(${selection.param(
      clean.filter((value) => UUID.test(value)),
      'uuid[]',
    )})`;
  if (kind === 'email')
    return `lower(${sql}::text) = any(${selection.param(
      clean.map((value) => value.toLowerCase()),
      'text[]',
    )})`;
  return `${TEXTS.has(type) ? sql : `${sql}::text`} = any(${selection.param(clean, 'text[]')})`;
}

function matches(table: Table, alias: string, selection: Selection): string[] {
  return Object.entries(table.match).flatMap(([kind, name]) => {
    const values = selection.identifiers[kind] ?? [];
    return values.length === 0 ? [] : [equalsAny(column(alias, name), selection.typeOf(table, name), { kind, values, selection })];
  });
}

/**
 * Rows that point at the person. If the key pointed at is itself an identifier, its values are compared directly: then
 * rows are found even when the row they pointed at is gone (a half-erased system). And if the table yields that
 * identifier, all its values are already known and the sub-select is not needed.
 */
function pointers(table: Table, link: Link, context: { alias: string; selection: Selection }): string[] {
  const { alias, selection } = context;
  const parent = selection.model.tables.get(link.dataset)!;
  const kind = Object.keys(parent.match).find((one) => parent.match[one] === link.key);
  const values = kind === undefined ? [] : (selection.identifiers[kind] ?? []);
  const own = column(alias, link.column);
  const direct =
    kind === undefined || values.length === 0 ? [] : [equalsAny(own, selection.typeOf(table, link.column), { kind, values, selection })];
  if (kind !== undefined && parent.yields[kind] === link.key) return direct;
  const inner = selection.alias();
  return [
    ...direct,
    `${own} in (select ${column(inner, link.key)} from ${parent.sql} ${inner} where ${ownedBy(parent, inner, selection)})`,
  ];
}

/** A condition that is true for the person's rows of the table. */
export function ownedBy(table: Table, alias: string, selection: Selection): string {
  const ways = [...matches(table, alias, selection), ...table.belongsTo.flatMap((link) => pointers(table, link, { alias, selection }))];
  return ways.length === 0 ? 'false' : `(${ways.join(' or ')})`;
}

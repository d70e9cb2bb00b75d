/** Fills an empty database with the demo shop. */
import { createKeys, createTables, SHOP_TABLES, type ShopTable } from './shop-schema.ts';
import { shopRows, type Cell } from './shop-rows.ts';

/** The little that both the embedded database and the client of a server offer. */
export interface Database {
  /** Runs several statements without parameters. */
  exec(sql: string): Promise<unknown>;
  query(sql: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

const ROWS_PER_STATEMENT = 5_000;
export const DEMO_CUSTOMERS = 10_000;

async function insert(database: Database, table: ShopTable, rows: Cell[][]): Promise<void> {
  const types = Object.values(SHOP_TABLES[table]);
  const names = types.map((_, index) => `c${index}`);
  const arrays = types.map((_, index) => `$${index + 1}::text[]`);
  const casts = types.map((type, index) => `c${index}::${type}`);
  const sql = `insert into ${table} select ${casts.join(', ')} from unnest(${arrays.join(', ')}) as r(${names.join(', ')})`;
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const part = rows.slice(from, from + ROWS_PER_STATEMENT);
    await database.query(
      sql,
      types.map((_, index) => part.map((row) => (row[index] === null ? null : String(row[index])))),
    );
  }
}

async function isLoaded(database: Database): Promise<boolean> {
  const { rows } = await database.query("select to_regclass('public.customers') as name", []);
  return (rows[0] as { name: string | null }).name !== null;
}

/** Creates and fills the tables in one transaction, unless they are there already. */
export async function loadShop(database: Database, customers: number = DEMO_CUSTOMERS): Promise<void> {
  if (await isLoaded(database)) return;
  await database.exec('begin');
  try {
    await database.exec(createTables());
    const rows = shopRows(customers);
    for (const table of Object.keys(SHOP_TABLES) as ShopTable[]) await insert(database, table, rows[table]);
    await database.exec(createKeys());
    await database.exec('commit');
  } catch (error) {
    await database.exec('rollback');
    throw error;
  }
  await database.exec('analyze');
}

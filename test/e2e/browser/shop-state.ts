/** What the shop's database holds about one person, and a checksum of everything else. */
import pg from 'pg';
import { SHOP_TABLES, type ShopTable } from '../../../lib/demo/shop-schema.ts';

export type Row = Record<string, unknown>;
export type Rows = Record<ShopTable, Row[]>;

const OF_CUSTOMER = 'customer_id = $1';
const OF_ORDER = 'order_id in (select id from orders where customer_id = $1)';

/** How a person's rows are found, told apart from the product's configuration on purpose. */
const OWN: Record<ShopTable, string> = {
  customers: 'id = $1',
  addresses: OF_CUSTOMER,
  credentials: OF_CUSTOMER,
  sessions: OF_CUSTOMER,
  login_events: OF_CUSTOMER,
  orders: OF_CUSTOMER,
  order_lines: OF_ORDER,
  payments: OF_ORDER,
  invoices: OF_ORDER,
  support_messages: OF_CUSTOMER,
  reviews: OF_CUSTOMER,
  newsletter_subscriptions: 'email = (select email from customers where id = $1)',
  loyalty_accounts: OF_CUSTOMER,
  loyalty_points: OF_CUSTOMER,
  wishlist_items: OF_CUSTOMER,
  referrals: OF_CUSTOMER,
  identity_checks: OF_CUSTOMER,
};

const TABLES = Object.keys(OWN) as ShopTable[];

/** The first column is the key of every table. */
const keyOf = (table: ShopTable): string => Object.keys(SHOP_TABLES[table])[0]!;

export interface ShopState {
  /** The person's rows as they are now, found by the keys they had at the first look; by table, in the order of keys. */
  own(): Promise<Rows>;
  /** A digest per table of all rows that were not the person's at the first look. */
  others(): Promise<Record<string, string>>;
  close(): Promise<void>;
}

async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
  );
  return rows.map(({ name }) => name);
}

/** Remembers which rows are the person's now. */
export async function openShopState(connectionString: string, customerId: number): Promise<ShopState> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const keys = {} as Record<ShopTable, string[]>;
  for (const table of TABLES) {
    const { rows } = await client.query<{ key: string }>(`select ${keyOf(table)}::text as key from ${table} where ${OWN[table]}`, [
      customerId,
    ]);
    keys[table] = rows.map(({ key }) => key);
  }
  return {
    async own() {
      const found = {} as Rows;
      for (const table of TABLES) {
        const sql = `select to_jsonb(t) as row from ${table} t where ${keyOf(table)}::text = any($1) order by ${keyOf(table)}`;
        found[table] = (await client.query<{ row: Row }>(sql, [keys[table]])).rows.map(({ row }) => row);
      }
      return found;
    },
    async others() {
      const digests: Record<string, string> = {};
      for (const table of await tablesOf(client)) {
        const known = table in OWN ? (table as ShopTable) : undefined;
        const where = known === undefined ? 'true' : `${keyOf(known)}::text <> all($1)`;
        const sql = `select count(*) || ' ' || md5(coalesce(string_agg(t::text, e'\\n' order by t::text), '')) as digest from ${table} t where ${where}`;
        digests[table] = (await client.query<{ digest: string }>(sql, known === undefined ? [] : [keys[known]])).rows[0]!.digest;
      }
      return digests;
    },
    close: () => client.end(),
  };
}

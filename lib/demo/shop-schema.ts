/** The tables of the demo shop. Keys and indexes are added after loading, which is much faster. */

/** Column names and types per table, in the order of loading (parents first). */
export const SHOP_TABLES = {
  customers: {
    id: 'bigint',
    email: 'text',
    first_name: 'text',
    last_name: 'text',
    phone: 'text',
    birth_date: 'date',
    country: 'text',
    language: 'text',
    created_at: 'timestamptz',
    segment: 'text',
  },
  addresses: { id: 'bigint', customer_id: 'bigint', kind: 'text', street: 'text', postal_code: 'text', city: 'text', country: 'text' },
  credentials: { customer_id: 'bigint', password_hash: 'text', changed_at: 'timestamptz' },
  sessions: { token: 'text', customer_id: 'bigint', started_at: 'timestamptz', ip: 'inet', user_agent: 'text' },
  login_events: { id: 'bigint', customer_id: 'bigint', at: 'timestamptz', ip: 'inet', succeeded: 'boolean' },
  orders: {
    id: 'bigint',
    customer_id: 'bigint',
    delivery_address_id: 'bigint',
    placed_on: 'date',
    status: 'text',
    total: 'numeric(10,2)',
    currency: 'text',
    note: 'text',
  },
  order_lines: { id: 'bigint', order_id: 'bigint', product: 'text', quantity: 'integer', unit_price: 'numeric(10,2)' },
  payments: { id: 'bigint', order_id: 'bigint', method: 'text', card_last4: 'text', paid_on: 'date', amount: 'numeric(10,2)' },
  invoices: {
    id: 'bigint',
    order_id: 'bigint',
    number: 'text',
    issued_on: 'date',
    billing_name: 'text',
    billing_address: 'text',
    total: 'numeric(10,2)',
  },
  support_messages: { id: 'bigint', customer_id: 'bigint', sent_at: 'timestamptz', subject: 'text', body: 'text' },
  reviews: {
    id: 'bigint',
    customer_id: 'bigint',
    author_name: 'text',
    product: 'text',
    stars: 'smallint',
    text: 'text',
    written_on: 'date',
  },
  newsletter_subscriptions: { email: 'text', subscribed_at: 'timestamptz', topics: 'jsonb' },
  loyalty_accounts: { customer_id: 'bigint', card_number: 'text', tier: 'text', balance: 'bigint' },
  loyalty_points: { id: 'bigint', customer_id: 'bigint', booked_at: 'timestamptz', points: 'integer', reason: 'text' },
  wishlist_items: { id: 'bigint', customer_id: 'bigint', product: 'text', added_at: 'timestamptz' },
  referrals: { id: 'bigint', customer_id: 'bigint', friend_name: 'text', friend_email: 'text', sent_at: 'timestamptz' },
  identity_checks: { id: 'bigint', customer_id: 'bigint', document: 'text', national_id: 'text', checked_on: 'date', passed: 'boolean' },
} as const;

export type ShopTable = keyof typeof SHOP_TABLES;

/** Plain tables without keys. */
export function createTables(): string {
  return Object.entries(SHOP_TABLES)
    .map(
      ([table, columns]) =>
        `create table ${table} (${Object.entries(columns)
          .map(([name, type]) => `${name} ${type}`)
          .join(', ')});`,
    )
    .join('\n');
}

const PRIMARY: Record<ShopTable, string> = {
  customers: 'id',
  addresses: 'id',
  credentials: 'customer_id',
  sessions: 'token',
  login_events: 'id',
  orders: 'id',
  order_lines: 'id',
  payments: 'id',
  invoices: 'id',
  support_messages: 'id',
  reviews: 'id',
  newsletter_subscriptions: 'email',
  loyalty_accounts: 'customer_id',
  loyalty_points: 'id',
  wishlist_items: 'id',
  referrals: 'id',
  identity_checks: 'id',
};

const FOREIGN: [table: ShopTable, column: string, target: string, optional?: 'optional'][] = [
  ['addresses', 'customer_id', 'customers'],
  ['credentials', 'customer_id', 'customers'],
  ['sessions', 'customer_id', 'customers'],
  ['login_events', 'customer_id', 'customers'],
  ['orders', 'customer_id', 'customers'],
  ['orders', 'delivery_address_id', 'addresses', 'optional'],
  ['order_lines', 'order_id', 'orders'],
  ['payments', 'order_id', 'orders'],
  ['invoices', 'order_id', 'orders'],
  ['support_messages', 'customer_id', 'customers'],
  ['reviews', 'customer_id', 'customers', 'optional'],
  ['loyalty_accounts', 'customer_id', 'customers'],
  ['loyalty_points', 'customer_id', 'loyalty_accounts'],
  ['wishlist_items', 'customer_id', 'customers'],
  ['referrals', 'customer_id', 'customers'],
  ['identity_checks', 'customer_id', 'customers'],
];

/** Primary keys, foreign keys, and an index for each way rows are looked up. */
export function createKeys(): string {
  return [
    ...Object.entries(PRIMARY).map(([table, column]) => `alter table ${table} add primary key (${column});`),
    ...FOREIGN.map(([table, column, target]) => `alter table ${table} add foreign key (${column}) references ${target};`),
    ...FOREIGN.filter(([table, column]) => PRIMARY[table] !== column).map(([table, column]) => `create index on ${table} (${column});`),
    ...FOREIGN.filter(([, , , optional]) => !optional).map(
      ([table, column]) => `alter table ${table} alter column ${column} set not null;`,
    ),
    'create unique index on customers (lower(email));',
    'create index on newsletter_subscriptions (lower(email));',
  ].join('\n');
}

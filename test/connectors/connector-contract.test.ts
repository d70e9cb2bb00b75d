/** Runs the connector contract on PostgreSQL and on an HTTP system: the shop and the CRM of the demo world. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { connect } from '../../lib/connectors/connect.ts';
import type { Connector } from '../../lib/connectors/connector.ts';
import { startCrm } from '../../lib/demo/crm-server.ts';
import { loadShop } from '../../lib/demo/load-shop.ts';
import { DEMO_PEOPLE } from '../../lib/demo/people.ts';
import { SHOP_TABLES } from '../../lib/demo/shop-schema.ts';
import configuration from '../../quittance.config.ts';
import { connectorContract, type ConnectorWorld } from '../contracts/connector.contract.ts';
import { startCuttingProxy } from '../cutting-proxy.ts';
import { startPostgresServer } from '../postgres-server.ts';
import { fingerprint } from './fingerprint.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const [MARA] = DEMO_PEOPLE;

function open(system: 'shop' | 'crm', secret: string): Connector {
  return connect(configuration.systems[system]!, { secret: async () => secret, now: () => NOW });
}

/** Mara's rows, by how each table hangs on her; `orders` 1 and 2 are hers because she is loaded first. */
function notMara(table: string): string {
  if (table === 'customers') return 'id <> 1';
  if (table === 'newsletter_subscriptions') return `email <> '${MARA.email}'`;
  if (['order_lines', 'payments', 'invoices'].includes(table)) return 'order_id not in (1, 2)';
  // Her review stays, without her.
  if (table === 'reviews') return "customer_id <> 1 and author_name <> 'Former customer'";
  return 'customer_id <> 1';
}

async function shopWorld(): Promise<ConnectorWorld> {
  const server = await startPostgresServer();
  const client = new pg.Client({ connectionString: server.connectionString });
  await client.connect();
  const url = new URL(server.connectionString);
  const proxy = await startCuttingProxy(Number(url.port));
  url.port = String(proxy.port);
  const tables = Object.keys(SHOP_TABLES);
  return {
    proxy,
    open: () => open('shop', url.href),
    ...(server.kind === 'server' && { openWithWrongCredentials: () => open('shop', url.href.replace('postgres@', 'nobody@')) }),
    subject: { identifiers: { email: [MARA.email] } },
    found: {
      customers: 1,
      addresses: 1,
      credentials: 1,
      sessions: 1,
      login_events: 1,
      orders: 2,
      order_lines: 3,
      payments: 2,
      invoices: 2,
      support_messages: 1,
      reviews: 1,
      newsletter_subscriptions: 1,
      loyalty_accounts: 1,
      loyalty_points: 1,
      wishlist_items: 0,
      referrals: 0,
      identity_checks: 1,
    },
    erased: {
      erased: {
        addresses: 1,
        credentials: 1,
        sessions: 1,
        login_events: 1,
        orders: 1,
        order_lines: 2,
        payments: 1,
        invoices: 1,
        support_messages: 1,
        reviews: 1,
        newsletter_subscriptions: 1,
        loyalty_accounts: 1,
        loyalty_points: 1,
        identity_checks: 1,
      },
      // The order itself is voucher for eight years, but its payment, kept for ten, points at it.
      kept: {
        // The account stays as an empty shell, as long as the last row that points at it.
        customers: { count: 1, until: '2035-12-31' },
        orders: { count: 1, until: '2035-12-31' },
        order_lines: { count: 1, until: '2033-12-31' },
        payments: { count: 1, until: '2035-12-31' },
        invoices: { count: 1, until: '2033-12-31' },
      },
    },
    secrets: [MARA.secrets[0], MARA.secrets[1], MARA.secrets[3]],
    others: () => fingerprint(client, Object.fromEntries(tables.map((table) => [table, notMara(table)]))),
    all: () => fingerprint(client, Object.fromEntries(tables.map((table) => [table, 'true']))),
    async reset() {
      await client.query('drop schema public cascade; create schema public');
      await loadShop({ exec: (sql) => client.query(sql), query: (sql, values) => client.query(sql, values) }, 20);
    },
    async close() {
      await client.end();
      await proxy.close();
      await server.stop();
    },
  };
}

function digestCrm(file: string, where: string): string {
  const db = new DatabaseSync(file, { readOnly: true });
  const rows = ['contacts', 'activities'].map((table) => db.prepare(`select * from ${table} where ${where} order by 1`).all());
  db.close();
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}

async function crmWorld(): Promise<ConnectorWorld> {
  const dir = mkdtempSync(join(tmpdir(), 'quittance-crm-'));
  const file = join(dir, 'crm.sqlite');
  const crm = await startCrm({ file, port: 0, token: 'right' });
  const proxy = await startCuttingProxy(Number(new URL(crm.url).port));
  const secret = (token: string): string => JSON.stringify({ url: `http://127.0.0.1:${proxy.port}`, token });
  const fresh = new DatabaseSync(file);
  const rows = {
    contacts: fresh.prepare("select * from contacts where customer_id = '1'").all(),
    activities: fresh.prepare("select * from activities where customer_id = '1'").all(),
  };
  return {
    proxy,
    open: () => open('crm', secret('right')),
    openWithWrongCredentials: () => open('crm', secret('wrong')),
    subject: { identifiers: { customerId: ['1'] } },
    found: { contacts: 1, activities: 4 },
    erased: { erased: { contacts: 1, activities: 4 }, kept: {} },
    secrets: [],
    others: async () => digestCrm(file, "customer_id <> '1'"),
    all: async () => digestCrm(file, 'true'),
    async reset() {
      for (const [table, saved] of Object.entries(rows)) {
        fresh.exec(`delete from ${table} where customer_id = '1'`);
        for (const row of saved)
          fresh
            .prepare(
              `insert into ${table} values (${Object.keys(row)
                .map(() => '?')
                .join(', ')})`,
            )
            .run(...Object.values(row));
      }
    },
    async close() {
      fresh.close();
      await proxy.close();
      await crm.close();
      rmSync(dir, { recursive: true });
    },
  };
}

connectorContract('PostgreSQL, the demo shop', shopWorld);
connectorContract('HTTP, the demo CRM', crmWorld);

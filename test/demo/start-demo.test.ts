/** The demo world comes up quickly, stays as it was left, and holds what its people's stories say. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../lib/connectors/connect.ts';
import type { Connector, FindResult } from '../../lib/connectors/connector.ts';
import { checkPostgresSchema } from '../../lib/connectors/postgres-schema.ts';
import { demoPeople } from '../../lib/demo/people.ts';
import { shopRows } from '../../lib/demo/shop-rows.ts';
import { startDemo, type Demo } from '../../lib/demo/start-demo.ts';
import configuration from '../../quittance.config.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'quittance-demo-'));
let demo: Demo;
let answeredAfterMs: number;

const port = { secret: async (name: string): Promise<string> => demo.secrets[name]!, now: () => Date.now() };
const open = (system: 'shop' | 'crm'): Connector => connect(configuration.systems[system]!, port);

async function findIn(system: 'shop' | 'crm', identifiers: Record<string, string[]>): Promise<FindResult> {
  const connector = open(system);
  try {
    return await connector.find({ identifiers });
  } finally {
    await connector.close();
  }
}

async function ask(sql: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: demo.secrets['/quittance/connectors/shop']! });
  await client.connect();
  const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
  await client.end();
  return rows;
}

beforeAll(async () => {
  const before = performance.now();
  demo = await startDemo({ dataDir });
  answeredAfterMs = performance.now() - before;
  await demo.ready;
});
afterAll(async () => {
  await demo?.close();
  rmSync(dataDir, { recursive: true });
});

describe('the demo world', () => {
  it('answers with its secrets at once, before the shop is up', () => {
    expect(answeredAfterMs).toBeLessThan(2_000);
    expect(Object.keys(demo.secrets)).toEqual(['/quittance/connectors/shop', '/quittance/connectors/crm']);
  });

  it('has ten thousand customers in at least twelve tables, all with reserved addresses', async () => {
    expect(Number((await ask('select count(*) from customers'))[0]![0])).toBeGreaterThanOrEqual(10_000);
    expect(Number((await ask("select count(*) from pg_tables where schemaname = 'public'"))[0]![0])).toBeGreaterThanOrEqual(12);
    expect(await ask(String.raw`select email from customers where email !~ '^[a-z0-9.-]+@example\.(com|org|net)$'`)).toEqual([]);
  });

  it('agrees with the declaration in quittance.config.ts', async () => {
    expect(await checkPostgresSchema(configuration.systems['shop']!, port)).toEqual([]);
  });

  it('is the same world every time', () => {
    expect(shopRows(50)).toEqual(shopRows(50));
  });

  it.each(demoPeople().map((person) => [person.email, person] as const))('knows %s as the story says', async (email, person) => {
    const { found, identifiers } = await findIn('shop', { email: [email] });
    expect(found['customers']).toBe(person.customerId === undefined ? 0 : 1);
    expect(identifiers['customerId']).toEqual(person.customerId === undefined ? undefined : [String(person.customerId)]);
    const connector = open('shop');
    const { kept } = await connector.verify({ identifiers: { email: [email] } });
    await connector.close();
    expect(Object.keys(kept).length > 0).toBe(person.keptByLaw);
  });

  it('holds every planted secret', async () => {
    const [text] = (
      await ask(`select string_agg(t, ' ') from (
      select password_hash as t from credentials where customer_id < 1000 union all select national_id from identity_checks where customer_id < 1000
      union all select token from sessions where customer_id < 1000 union all select body from support_messages where customer_id < 1000
      union all select friend_name || ' ' || friend_email from referrals where customer_id < 1000) all_texts`)
    )[0]! as [string];
    for (const { secrets } of demoPeople()) for (const secret of secrets) expect(text).toContain(secret);
  });

  it('stays as it was left', { timeout: 60_000 }, async () => {
    const shop = open('shop');
    const crm = open('crm');
    const lea = { identifiers: { email: ['lea.brandt@example.org'], customerId: ['3'] } };
    await shop.erase(lea);
    await crm.erase(lea);
    await shop.close();
    await crm.close();
    const before = demo.secrets;
    await demo.close();
    demo = await startDemo({ dataDir });
    await demo.ready;
    expect(demo.secrets).toEqual(before);
    expect(Object.values((await findIn('shop', lea.identifiers)).found).every((count) => count === 0)).toBe(true);
    expect((await findIn('crm', lea.identifiers)).found).toEqual({ contacts: 0, activities: 0 });
    expect((await findIn('crm', { customerId: ['1'] })).found).toEqual({ contacts: 1, activities: 4 });
  });
});

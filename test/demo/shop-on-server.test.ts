/** The demo shop on a PostgreSQL server somebody names, as in continuous integration. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startDemo } from '../../lib/demo/start-demo.ts';
import { startPostgresServer, type PostgresServer } from '../postgres-server.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'quittance-demo-'));
let server: PostgresServer;

beforeAll(async () => {
  server = await startPostgresServer();
  vi.stubEnv('QUITTANCE_DEMO_PG', server.connectionString);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server?.stop();
  rmSync(dataDir, { recursive: true });
});

describe('the demo shop on a server', () => {
  it('is loaded once and then left as it is', async () => {
    const first = await startDemo({ dataDir });
    await first.ready;
    await first.close();
    const client = new pg.Client({ connectionString: server.connectionString });
    await client.connect();
    await client.query('delete from newsletter_subscriptions');
    const again = await startDemo({ dataDir });
    await again.ready;
    expect(again.secrets['/quittance/connectors/shop']).toBe(server.connectionString);
    expect(
      (
        await client.query<{ n: number }>(
          'select (select count(*) from customers)::int + (select count(*) from newsletter_subscriptions)::int as n',
        )
      ).rows[0]!.n,
    ).toBeGreaterThan(10_000);
    expect((await client.query('select 1 from newsletter_subscriptions')).rows).toEqual([]);
    await client.end();
    await again.close();
  });

  it('says so when the server cannot be reached, without ending the process', async () => {
    vi.stubEnv('QUITTANCE_DEMO_PG', 'postgres://postgres@127.0.0.1:1/postgres');
    const demo = await startDemo({ dataDir });
    await expect(demo.ready).rejects.toThrow();
    await demo.close();
  });
});

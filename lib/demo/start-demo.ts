/** Starts the demo world: a shop on PostgreSQL and a CRM over HTTP, whose state lives below one directory. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startCrm } from './crm-server.ts';
import { startShop } from './shop.ts';

export interface DemoOptions {
  dataDir: string;
  /** Fixed ports; free ones are picked otherwise and kept for the next start. */
  ports?: { shop?: number; crm?: number };
}

export interface Demo {
  /** SSM parameters by name, as `quittance.config.ts` names them. */
  secrets: Record<string, string>;
  /** Resolves when the shop is loaded and answers. Rejects if it cannot. */
  ready: Promise<void>;
  close(): Promise<void>;
}

interface Kept {
  shopPort: number;
  crmPort: number;
  crmToken: string;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const free = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
  await new Promise((resolve) => server.close(resolve));
  return free;
}

async function choose(wanted: number | undefined, before: number | undefined): Promise<number> {
  if (wanted !== undefined) return wanted;
  return before !== undefined && (await isFree(before)) ? before : freePort();
}

/** Ports and the token stay the same from start to start, as a connected system's would. */
async function keep(file: string, ports: NonNullable<DemoOptions['ports']>): Promise<Kept> {
  const before = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Kept,
    () => undefined,
  );
  const kept: Kept = {
    shopPort: await choose(ports.shop, before?.shopPort),
    crmPort: await choose(ports.crm, before?.crmPort),
    crmToken: before?.crmToken ?? randomBytes(24).toString('base64url'),
  };
  await writeFile(`${file}.new`, JSON.stringify(kept), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return kept;
}

/**
 * Starts the demo world and returns at once with the secrets; the shop's database comes up meanwhile (`ready`) in a
 * process of its own. `QUITTANCE_DEMO_PG` names a PostgreSQL server to be used instead of the embedded one.
 */
export async function startDemo({ dataDir, ports = {} }: DemoOptions): Promise<Demo> {
  await mkdir(dataDir, { recursive: true });
  const kept = await keep(join(dataDir, 'demo.json'), ports);
  const server = process.env['QUITTANCE_DEMO_PG'];
  const shop = startShop({ dataDir, port: kept.shopPort, ...(server && { server }) });
  const crm = await startCrm({ file: join(dataDir, 'crm.sqlite'), port: kept.crmPort, token: kept.crmToken });
  return {
    secrets: {
      '/quittance/connectors/shop': shop.connection,
      '/quittance/connectors/crm': JSON.stringify({ url: crm.url, token: kept.crmToken }),
    },
    ready: shop.ready,
    async close() {
      await Promise.all([shop.close(), crm.close()]);
    },
  };
}

/** Starts the demo shop's database: embedded in a process of its own, or on a server somebody names. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { loadShop } from './load-shop.ts';

export interface Shop {
  connection: string;
  /** Resolves when the shop is loaded and answers; until then connections are refused, which connectors retry. */
  ready: Promise<void>;
  close(): Promise<void>;
}

/** A server of one's own; the shop is loaded into it if it is empty. */
function onServer(connection: string): Shop {
  const load = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: connection });
    await client.connect();
    try {
      await loadShop({ exec: (sql) => client.query(sql), query: (sql, values) => client.query(sql, values) });
    } finally {
      await client.end();
    }
  };
  const ready = load();
  ready.catch(() => undefined);
  return { connection, ready, close: async () => { await ready.catch(() => undefined); } };
}

async function untilReady(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit').then(() => {
    throw new Error('The demo shop ended before it was ready.');
  });
  await Promise.race([once(child, 'message'), ended]);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  if (child.connected) child.send('end');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(timer);
}

function embedded(dataDir: string, port: number): Shop {
  const start = async (): Promise<ChildProcess> => {
    await mkdir(dataDir, { recursive: true });
    return fork(new URL('shop-process.ts', import.meta.url), [dataDir, String(port)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  };
  const child = start();
  const ready = child.then(untilReady);
  ready.catch(() => undefined);
  return { connection: `postgres://postgres:postgres@127.0.0.1:${port}/postgres?sslmode=disable`, ready, close: async () => stop(await child) };
}

/** Starts the shop without waiting for it. */
export function startShop(options: { dataDir: string; port: number; server?: string }): Shop {
  return options.server ? onServer(options.server) : embedded(join(options.dataDir, 'shop'), options.port);
}

/** Starts the demo shop's database: embedded in a process of its own, or on a server somebody names. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
  return {
    connection,
    ready,
    close: async () => {
      await ready.catch(() => undefined);
    },
  };
}

async function untilReady(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit').then(() => {
    throw new Error('The demo shop ended before it was ready.');
  });
  await Promise.race([once(child, 'message'), ended]);
}

/** Asks the process to close the database; one that only loads ends at once. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  if (child.connected) child.disconnect();
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(timer);
}

function run(task: 'load' | 'serve', ...args: string[]): ChildProcess {
  return fork(new URL('shop-process.ts', import.meta.url), [task, ...args], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}

/** Processes one after the other; `close` ends the present one and lets no other begin. */
class Embedded {
  private child: ChildProcess | undefined;
  private closed = false;

  async start(dataDir: string, port: number): Promise<void> {
    await mkdir(dirname(dataDir), { recursive: true });
    if (!existsSync(`${dataDir}.loaded`) && !this.closed) {
      this.child = run('load', dataDir);
      const [code] = (await once(this.child, 'exit')) as [number | null];
      if (code !== 0) throw new Error('The demo shop could not be loaded.');
    }
    if (this.closed) throw new Error('The demo shop was closed before it was ready.');
    this.child = run('serve', dataDir, String(port));
    await untilReady(this.child);
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.child) await stop(this.child);
  }
}

function embedded(dataDir: string, port: number): Shop {
  const processes = new Embedded();
  const ready = processes.start(dataDir, port);
  ready.catch(() => undefined);
  const connection = `postgres://postgres:postgres@127.0.0.1:${port}/postgres?sslmode=disable`;
  return { connection, ready, close: () => processes.close() };
}

/** Starts the shop without waiting for it. */
export function startShop(options: { dataDir: string; port: number; server?: string }): Shop {
  return options.server ? onServer(options.server) : embedded(join(options.dataDir, 'shop'), options.port);
}

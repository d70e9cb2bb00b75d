/** The process of the demo shop: an embedded PostgreSQL behind a socket. Ends with its parent. */
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { loadShop } from './load-shop.ts';

/** Connections are queued on one session, see `lib/connectors/postgres-session.ts`. */
const MOST_CONNECTIONS = 50;

/** Waits until no other process has the database open: after a kill the former one takes a moment to end. */
function lock(file: string): DatabaseSync {
  const db = new DatabaseSync(file);
  db.exec('pragma busy_timeout = 20000; begin exclusive');
  return db;
}

/** Opens the database; one whose creation or loading was cut off is begun again. */
async function open(dataDir: string): Promise<PGlite> {
  const marker = `${dataDir}.loaded`;
  if (!existsSync(marker)) await rm(dataDir, { recursive: true, force: true });
  const db = await PGlite.create({ dataDir });
  await loadShop(db);
  await writeFile(marker, '');
  return db;
}

async function serve(dataDir: string, port: number): Promise<void> {
  const locked = lock(`${dataDir}.lock`);
  const db = await open(dataDir);
  const server = new PGLiteSocketServer({ db, port, host: '127.0.0.1', maxConnections: MOST_CONNECTIONS });
  await server.start();
  const end = async (): Promise<void> => {
    await server.stop();
    await db.close();
    locked.close();
    process.exit(0);
  };
  process.once('disconnect', () => void end());
  process.once('message', () => void end());
  // The parent may be gone already.
  if (process.connected) process.send?.({ ready: true });
  else await end();
}

// Signals of a terminal go to the parent, which then ends this process in order.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);

const [, , dataDir = '', port = '0'] = process.argv;
await serve(dataDir, Number(port));

/**
 * The processes of the demo shop, an embedded PostgreSQL: `load` creates and fills it once and ends, because it needs twice
 * the memory; `serve` answers on a socket. Both end with their parent.
 */
import { rm, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { loadShop } from './load-shop.ts';

/** Connections are queued on one session, see `lib/connectors/postgres-session.ts`. */
const MOST_CONNECTIONS = 50;

/** Waits until no other process has the database open: after a kill the former one takes a moment to end. */
function lock(dataDir: string): DatabaseSync {
  const db = new DatabaseSync(`${dataDir}.lock`);
  db.exec('pragma busy_timeout = 20000; begin exclusive');
  return db;
}

/** Begins again whatever an earlier attempt left; the marker says that it is complete. */
async function load(dataDir: string): Promise<void> {
  const locked = lock(dataDir);
  await rm(dataDir, { recursive: true, force: true });
  const db = await PGlite.create({ dataDir });
  await loadShop(db);
  await db.close();
  await writeFile(`${dataDir}.loaded`, '');
  locked.close();
  process.exit(0);
}

async function serve(dataDir: string, port: number): Promise<void> {
  const locked = lock(dataDir);
  const db = await PGlite.create({ dataDir });
  const server = new PGLiteSocketServer({ db, port, host: '127.0.0.1', maxConnections: MOST_CONNECTIONS });
  await server.start();
  const end = async (): Promise<void> => {
    await server.stop();
    await db.close();
    locked.close();
    process.exit(0);
  };
  process.removeAllListeners('disconnect');
  process.once('disconnect', () => void end());
  // The parent may be gone already.
  if (process.connected) process.send?.({ ready: true });
  else await end();
}

// Signals of a terminal go to the parent, which then ends this process in order.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
// Until it serves there is nothing to close in order: an unfinished load is begun again.
process.once('disconnect', () => process.exit(1));

const [, , task, dataDir = '', port = '0'] = process.argv;
await (task === 'load' ? load(dataDir) : serve(dataDir, Number(port)));

/** The process of the demo shop: an embedded PostgreSQL behind a socket. Ends with its parent. */
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { loadShop } from './load-shop.ts';

/** Connections are queued on one session, see `lib/connectors/postgres-session.ts`. */
const MOST_CONNECTIONS = 50;

async function serve(dataDir: string, port: number): Promise<void> {
  const db = await PGlite.create({ dataDir });
  await loadShop(db);
  const server = new PGLiteSocketServer({ db, port, host: '127.0.0.1', maxConnections: MOST_CONNECTIONS });
  await server.start();
  const end = async (): Promise<void> => {
    await server.stop();
    await db.close();
    process.exit(0);
  };
  process.once('disconnect', () => void end());
  process.once('message', () => void end());
  process.send?.({ ready: true });
}

// Signals of a terminal go to the parent, which then ends this process in order.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);

const [, , dataDir = '', port = '0'] = process.argv;
await serve(dataDir, Number(port));

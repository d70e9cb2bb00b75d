/** A throwaway PostgreSQL server for tests; an embedded one where no server is installed. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, chownSync, constants, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import pg from 'pg';

const run = promisify(execFile);

export interface PostgresServer {
  /** `server` is a real one; `embedded` is one session, without concurrency and without server-side timeouts. */
  kind: 'server' | 'embedded';
  connectionString: string;
  stop(): Promise<void>;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function versionsBelow(dir: string): string[] {
  try {
    return readdirSync(dir)
      .toSorted((one, other) => Number(other) - Number(one))
      .map((version) => join(dir, version, 'bin'));
  } catch {
    return [];
  }
}

/** The directory with `initdb` and `postgres`; undefined if PostgreSQL is not installed. */
export function postgresBinaries(): string | undefined {
  const places = [...versionsBelow('/usr/lib/postgresql'), ...(process.env['PATH'] ?? '').split(delimiter)];
  return places.find((place) => isExecutable(join(place, 'initdb')) && isExecutable(join(place, 'postgres')));
}

interface Account {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root: then it runs as its own user. */
async function account(): Promise<Account> {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'postgres'])).stdout)));
  return { uid: uid!, gid: gid! };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function untilAnswering(connectionString: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`postgres ended with code ${child.exitCode}`);
    if (await answers(connectionString)) return;
    await sleep(50);
  }
  throw new Error('postgres did not answer within ten seconds');
}

async function startServer(binaries: string): Promise<PostgresServer> {
  const as = await account();
  const dir = mkdtempSync(join(tmpdir(), 'quittance-pg-'));
  if (as.uid !== undefined) chownSync(dir, as.uid, as.gid!);
  const data = join(dir, 'data');
  await run(join(binaries, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], {
    ...as,
    cwd: dir,
  });
  const port = await freePort();
  const settings = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'shared_buffers=32MB', `unix_socket_directories=${dir}`];
  const child = spawn(
    join(binaries, 'postgres'),
    ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...settings.flatMap((one) => ['-c', one])],
    { ...as, cwd: dir, stdio: 'ignore' },
  );
  const connectionString = `postgres://postgres@127.0.0.1:${port}/postgres?sslmode=disable`;
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGQUIT');
      await ended;
    }
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    await untilAnswering(connectionString, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { kind: 'server', connectionString, stop };
}

async function startEmbedded(): Promise<PostgresServer> {
  console.warn(
    'SKIPPED: no PostgreSQL on this machine; running on the embedded one, without the tests of concurrency, locks and time-outs.',
  );
  const db = await PGlite.create();
  const port = await freePort();
  const server = new PGLiteSocketServer({ db, port, host: '127.0.0.1', maxConnections: 20 });
  await server.start();
  return {
    kind: 'embedded',
    connectionString: `postgres://postgres:postgres@127.0.0.1:${port}/postgres?sslmode=disable`,
    async stop() {
      await server.stop();
      await db.close();
    },
  };
}

/** Starts a server in a temporary directory, on a free port of this machine, without durability. */
export async function startPostgresServer(): Promise<PostgresServer> {
  const binaries = process.env['QUITTANCE_TEST_EMBEDDED'] ? undefined : postgresBinaries();
  return binaries ? startServer(binaries) : startEmbedded();
}

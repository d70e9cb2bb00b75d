/**
 * Transactions on a PostgreSQL server. Everything runs inside one, with unnamed statements and timeouts on both sides:
 * that is what an embedded PostgreSQL, which is one session behind a multiplexer, can do as well as a server.
 */
import pg from 'pg';
import type { PostgresSettings } from '../domain/config/postgres-settings.ts';
import { PermanentError } from '../domain/errors.ts';
import type { ConnectorPort } from './connector.ts';
import { isForeignKeyViolation, toPostgresFault } from './postgres-faults.ts';

/** Runs SQL with parameters; values come back as text or as the driver's plain types. */
export type Ask = <R extends object>(sql: string, values?: unknown[]) => Promise<{ rows: R[]; count: number }>;

export interface PostgresSession {
  /** Runs `work` in a transaction with one snapshot that changes nothing. */
  read<T>(work: (ask: Ask) => Promise<T>): Promise<T>;
  /** Runs `work` in a transaction that is committed when it resolves. */
  write<T>(work: (ask: Ask) => Promise<T>): Promise<T>;
  /** The connection string, also the key that seals cursors. */
  secret(): Promise<string>;
  close(): Promise<void>;
}

const LOCAL = /^(localhost$|127\.\d+\.\d+\.\d+$|\[?::1\]?$|\/)/;

/** TLS with a verified certificate, unless the server is on this machine or the connection string says otherwise. */
function tls(connection: string, ca: string | undefined): pg.PoolConfig {
  if (ca !== undefined) return { ssl: { ca } };
  if (!URL.canParse(connection)) return {};
  const url = new URL(connection);
  const host = url.searchParams.get('host') ?? url.hostname;
  return host === '' || LOCAL.test(host) || url.searchParams.has('sslmode') || url.searchParams.has('ssl') ? {} : { ssl: true };
}

function openPool(connectionString: string, ca: string | undefined, settings: PostgresSettings): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    ...tls(connectionString, ca),
    max: settings.pool,
    connectionTimeoutMillis: Math.min(settings.timeoutMs, 10_000),
    // The server cancels first, so that the connection stays usable; the client's own timer is for servers that cannot.
    query_timeout: settings.timeoutMs + 1_000,
    // A frozen Lambda function must not hold a connection it forgot.
    idleTimeoutMillis: 1_000,
    allowExitOnIdle: true,
    keepAlive: true,
  });
  // Without listeners the end of a connection, idle or in use, would end the process. What was in use fails by itself.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

async function run<T>(client: pg.PoolClient, begin: string, work: (ask: Ask) => Promise<T>): Promise<T> {
  let broken: boolean | Error = true;
  try {
    await client.query(begin);
    const result = await work(async <R extends object>(sql: string, values: unknown[] = []) => {
      const { rows, rowCount } = await client.query(sql, values);
      return { rows: rows as R[], count: rowCount ?? 0 };
    });
    await client.query('commit');
    broken = false;
    return result;
  } catch (error) {
    broken = await client.query('rollback').then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    client.release(broken);
  }
}

function beginning(mode: string, settings: PostgresSettings): string {
  const zone = settings.zone.replaceAll("'", '');
  // Compiling a statement that touches a handful of rows takes longer than running it.
  return `begin transaction ${mode}; set local timezone to '${zone}'; set local statement_timeout to ${settings.timeoutMs}; set local jit to off`;
}

/** A session that connects on first use and reads its credentials again after they were refused. */
export function openPostgresSession(settings: PostgresSettings, port: ConnectorPort): PostgresSession {
  let opening: Promise<{ pool: pg.Pool; connection: string }> | undefined;
  const open = async (): Promise<{ pool: pg.Pool; connection: string }> => {
    const connection = await port.secret(settings.secret);
    if (!connection.trim()) throw new PermanentError('The connection string is empty.', { code: 'system-credentials' });
    const ca = settings.caSecret === undefined ? undefined : await port.secret(settings.caSecret);
    return { pool: openPool(connection, ca, settings), connection };
  };
  const opened = (): Promise<{ pool: pg.Pool; connection: string }> =>
    (opening ??= open().catch((error: unknown) => {
      opening = undefined;
      throw error;
    }));
  const close = async (): Promise<void> => {
    const closing = opening;
    opening = undefined;
    await (await closing?.catch(() => undefined))?.pool.end();
  };
  const transaction = async <T>(mode: string, work: (ask: Ask) => Promise<T>): Promise<T> => {
    try {
      const { pool } = await opened();
      return await run(await pool.connect(), beginning(mode, settings), work);
    } catch (error) {
      const fault = toPostgresFault(error);
      if (fault.code === 'system-credentials') await close();
      // Lets a caller that can try again tell this apart.
      throw isForeignKeyViolation(error) ? Object.assign(fault, { foreignKey: true }) : fault;
    }
  };
  return {
    read: (work) => transaction('isolation level repeatable read read only', work),
    write: (work) => transaction('isolation level read committed', work),
    secret: async () => (await opened()).connection,
    close,
  };
}

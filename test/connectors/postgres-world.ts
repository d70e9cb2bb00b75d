/** A throwaway PostgreSQL with an empty schema for each test, and connectors on it. */
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Connector, Row, Subject } from '../../lib/connectors/connector.ts';
import { createPostgresConnector } from '../../lib/connectors/postgres-connector.ts';
import type { SystemDeclaration } from '../../lib/domain/configuration.ts';
import { startPostgresServer, type PostgresServer } from '../postgres-server.ts';
import { portWith } from './declarations.ts';

export const ADA: Subject = { identifiers: { email: ['ada@example.com'] } };
export const DAY = '2026-11-21';

export let server: PostgresServer;
export let db: pg.Client;
export const opened: Connector[] = [];

export function open(system: SystemDeclaration, now?: () => number): Connector {
  const connector = createPostgresConnector(system, portWith(server.connectionString, now));
  opened.push(connector);
  return connector;
}

export async function exported(connector: Connector, subject: Subject): Promise<{ rows: Record<string, Row[]>; pages: number[] }> {
  const rows: Record<string, Row[]> = {};
  const pages: number[] = [];
  await connector.export({
    subject,
    until: Infinity,
    write: async (dataset, page) => {
      (rows[dataset] ??= []).push(...page);
      pages.push(JSON.stringify(page).length);
    },
  });
  return { rows, pages };
}

beforeAll(async () => {
  server = await startPostgresServer();
  db = new pg.Client({ connectionString: server.connectionString });
  await db.connect();
});
beforeEach(() => db.query('drop schema public cascade; create schema public'));
afterEach(async () => {
  for (const connector of opened.splice(0)) await connector.close();
});
afterAll(async () => {
  await db?.end();
  await server?.stop();
});

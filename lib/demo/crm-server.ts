/** The demo CRM: a small JSON API behind a bearer token, with contacts for whom it misbehaves. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { CrmStore, type Sentinel } from './crm-store.ts';

const PAGE = 2;
/** Longer than the time-out which `quittance.config.ts` gives the CRM. */
export const SLOW_MS = 8_000;

interface Call {
  store: CrmStore;
  customerId: string;
  url: URL;
  sentinel: Sentinel | null;
}

interface Reply {
  status: number;
  body?: unknown;
}

const ROUTES: Record<string, (call: Call) => Reply> = {
  'GET /contacts/:id': ({ store, customerId }) => {
    const contacts = store.contacts(customerId);
    return contacts.length === 0 ? { status: 404, body: { error: 'no such contact' } } : { status: 200, body: { items: contacts } };
  },
  'GET /contacts/:id/activities': ({ store, customerId, url }) => {
    const items = store.activities(customerId, Number(url.searchParams.get('after') ?? 0), PAGE + 1);
    const page = items.slice(0, PAGE);
    return { status: 200, body: { items: page, next: items.length > PAGE ? String(page.at(-1)!.id) : null } };
  },
  'DELETE /contacts/:id': ({ store, customerId, sentinel }) => {
    const deleted = store.erase(customerId, sentinel === 'crm-half' ? 2 : 0);
    // The half-hearted one claims the whole.
    return { status: 200, body: { deleted: sentinel === 'crm-half' ? { contacts: 1, activities: deleted.activities + 2 } : deleted } };
  },
  'POST /contacts/:id/repair': ({ store, customerId }) => {
    store.repair(customerId);
    return { status: 204 };
  },
};

function route(request: IncomingMessage, url: URL): { run: (call: Call) => Reply; customerId: string } | undefined {
  const match = /^\/contacts\/([^/]+)(\/(?:activities|repair))?$/.exec(url.pathname);
  const run = match && ROUTES[`${request.method} /contacts/:id${match[2] ?? ''}`];
  return run ? { run, customerId: decodeURIComponent(match[1]!) } : undefined;
}

function send(response: ServerResponse, { status, body }: Reply, headers: Record<string, string> = {}): void {
  response.writeHead(status, { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** Misbehaves instead of answering; false if the call should be answered. */
function misbehave(sentinel: Sentinel | null, response: ServerResponse, calls: number): boolean {
  switch (sentinel) {
    case 'crm-down':
      send(response, { status: 503, body: { error: 'maintenance' } });
      return true;
    case 'crm-nonsense':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Please sign in</body></html>');
      return true;
    case 'crm-busy':
      if (calls % 2 === 0) return false;
      send(response, { status: 429, body: { error: 'slow down' } }, { 'retry-after': '1' });
      return true;
    default:
      return false;
  }
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  world: { store: CrmStore; token: string; calls: Map<string, number> },
): void {
  const url = new URL(request.url ?? '/', 'http://crm');
  request.resume();
  if (request.headers.authorization !== `Bearer ${world.token}`)
    return send(response, { status: 401, body: { error: 'token missing or wrong' } });
  const found = route(request, url);
  if (!found) return send(response, { status: 404, body: { error: 'no such resource' } });
  const { customerId, run } = found;
  const calls = (world.calls.get(customerId) ?? 0) + 1;
  world.calls.set(customerId, calls);
  const sentinel = url.pathname.endsWith('/repair') ? null : world.store.sentinel(customerId);
  if (misbehave(sentinel, response, calls)) return undefined;
  const reply = (): void => {
    if (!response.destroyed) send(response, run({ store: world.store, customerId, url, sentinel }));
  };
  if (sentinel !== 'crm-slow') return reply();
  const timer = setTimeout(reply, SLOW_MS);
  response.once('close', () => clearTimeout(timer));
  return undefined;
}

export interface Crm {
  url: string;
  close(): Promise<void>;
}

/** Starts the CRM on this machine; port 0 picks a free one. */
export async function startCrm(options: { file: string; port: number; token: string }): Promise<Crm> {
  const store = new CrmStore(options.file);
  const calls = new Map<string, number>();
  const server: Server = createServer((request, response) => answer(request, response, { store, token: options.token, calls }));
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      store.close();
    },
  };
}

/** Staff sign-in against the laptop's own provider: the same exchange, with a person to pick. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createOidcProvider } from '../../../lib/local/oidc/create-oidc-provider.ts';
import { createConsoleApp } from '../../../lib/web/console/console-app.ts';
import { createWorld, NOW } from './world.ts';

const SECRET = 'a local client secret, with : and + and %';
const world = createWorld();
const dir = mkdtempSync(join(tmpdir(), 'staff-'));
let answer: (request: Request) => Response | Promise<Response>;
const server = createServer(getRequestListener((request) => answer(request)));
let base: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = `${base}/_local/oidc`;
  const provider = createOidcProvider({
    issuer,
    dir,
    clients: [{ clientId: 'staff', clientSecret: SECRET, redirectUris: [`${base}/staff/callback`] }],
    users: [{ sub: 'ada', name: 'Ada Keller', email: 'ada@muster.example', roles: ['agent'] }],
    clock: { now: () => NOW, at: () => () => undefined },
  });
  const auth = { issuer, clientId: 'staff', clientSecret: SECRET, sessionSecret: 'x'.repeat(40), baseUrl: base };
  const app = createConsoleApp(world.port, auth);
  answer = (request) => (new URL(request.url).pathname.startsWith('/_local/oidc') ? provider(request) : app.fetch(request));
});

afterAll(async () => {
  await new Promise<void>((resolve) => void server.close(() => resolve()));
  rmSync(dir, { recursive: true });
});

const follow = (url: string, init: RequestInit = {}): Promise<Response> => fetch(url, { redirect: 'manual', ...init });
const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .find((line) => !line.includes('=;'))!
    .split(';')[0]!;
const target = (response: Response): string => new URL(response.headers.get('location')!, base).href;

it('lets the picked person in with their role', async () => {
  const start = await follow(target(await follow(`${base}/staff`)));
  const picked = await follow(target(start), { method: 'POST', body: new URLSearchParams({ user: 'ada' }) });
  const back = await follow(target(picked), { headers: { cookie: cookieOf(start) } });
  const board = await follow(target(back), { headers: { cookie: cookieOf(back) } });
  expect(board.status).toBe(200);
  expect(await board.text()).toContain('Ada Keller (agent)');
});

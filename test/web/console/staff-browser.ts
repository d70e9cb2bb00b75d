/** A browser for tests: keeps cookies, follows redirects inside the app and through the provider, sends forms as browsers do. */
import type { Hono } from 'hono';
import type { ConsoleAuth } from '../../../lib/web/console/auth.ts';
import { createConsoleApp } from '../../../lib/web/console/console-app.ts';
import type { Role } from '../../../lib/web/console/port.ts';
import { CLIENT, type TestProvider } from './oidc-provider.ts';
import { BASE, type World } from './world.ts';

export interface Page {
  status: number;
  /** Path and query it ended at. */
  path: string;
  html: string;
  headers: Headers;
}

export interface StaffBrowser {
  cookies: Map<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Page>;
  /** One request without following redirects. */
  raw(path: string, init?: RequestInit): Promise<Response>;
  /** Posts fields with the form token of a page opened before, from our own origin. */
  post(path: string, fields: Record<string, string | string[]>, headers?: Record<string, string>): Promise<Page>;
  signIn(roles: Role[], name?: string): Promise<Page>;
}

/** Settings of the staff pages against a provider. */
export function authFor(provider: TestProvider): ConsoleAuth {
  return {
    issuer: provider.issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    sessionSecret: 'a session secret of forty characters or so',
    baseUrl: BASE,
  };
}

/** The staff pages as their function serves them. */
export function mount(world: World, auth: ConsoleAuth, onFault?: (error: unknown) => void): Hono {
  return createConsoleApp(world.port, auth, onFault);
}

/** The form token of the last page. */
export function tokenIn(html: string): string {
  return /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

function remember(cookies: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') cookies.delete(name);
    else cookies.set(name, value);
  }
}

/** A browser on an app; `provider` is visited over real HTTP. With `now` the id_token is of that time. */
export function openBrowser(app: Hono, provider: TestProvider, now?: number): StaffBrowser {
  const cookies = new Map<string, string>();
  let token = '';

  const raw: StaffBrowser['raw'] = async (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await app.request(new URL(path, BASE).href, { redirect: 'manual', ...init, headers });
    remember(cookies, response);
    return response;
  };

  async function follow(response: Response, at: string): Promise<Page> {
    const location = response.headers.get('location');
    if (location === null) {
      const html = await response.text();
      token = tokenIn(html) || token;
      return { status: response.status, path: at, html, headers: response.headers };
    }
    const next = new URL(location, new URL(at, BASE));
    if (next.origin === provider.issuer) return follow(await fetch(next, { redirect: 'manual' }), next.href);
    return follow(await raw(next.pathname + next.search), next.pathname + next.search);
  }

  return {
    cookies,
    raw,
    get: async (path, headers = {}) => follow(await raw(path, { headers }), path),
    async post(path, fields, headers = { 'sec-fetch-site': 'same-origin' }) {
      const body = new URLSearchParams([['token', token]]);
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
      return follow(await raw(path, { method: 'POST', body, headers }), path);
    },
    async signIn(roles, name = 'Ada Keller') {
      const times = now === undefined ? {} : { iat: now / 1000, exp: now / 1000 + 300 };
      provider.claims = { roles, name, sub: `staff-${roles.join('-') || 'nobody'}`, ...times };
      return follow(await raw('/staff'), '/staff');
    },
  };
}

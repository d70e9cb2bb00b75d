/** Headers on every answer, posts from our own pages only, and nothing personal where it does not belong. */
import { describe, expect, it } from 'vitest';
import { get, openWorld, post, postAs } from './browse.ts';
import { ANSWERS } from './every-page.ts';

const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

describe('every answer', () => {
  it.each([
    '/',
    '/request/rights',
    '/status/guessed',
    '/verify',
    '/nowhere',
    '/api/openapi.json',
    '/.well-known/jwks.json',
    '/download/guessed',
  ])('has the security headers: %s', async (path) => {
    const { headers } = await get(openWorld().app, path);
    // The page that checks receipts reads the public keys and the log.
    expect(headers.get('content-security-policy')).toBe(path === '/verify' ? `${POLICY}; connect-src 'self'` : POLICY);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{7,}/);
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('is kept by nobody once it says who somebody is', async () => {
    const { app, port } = openWorld();
    const one = port.openCase({ rights: ['access'], person: { email: 'a@example.com', identifiers: {} }, lang: 'en', channel: 'web' });
    const personal = [
      await get(app, `/status/${one.statusToken}?new=1`),
      await get(app, `/status/${one.personToken}`),
      await get(app, '/verify-address/token'),
      await get(app, '/download/token'),
      await post(app, '/request/who', ANSWERS),
      await post(app, '/request/who', { ...ANSWERS, email: 'wrong' }),
      await post(app, '/verify', { jws: 'ey.ey.ey' }),
    ];
    for (const { headers } of personal) expect(headers.get('cache-control')).toBe('no-store');
  });

  it('may be kept by the browser until then, so that "back" works', async () => {
    const { app } = openWorld();
    const pages = [
      await get(app, '/request/rights'),
      await post(app, '/request/rights', { rights: 'access' }),
      await post(app, '/request/where', { rights: 'access', residence: 'DE' }),
    ];
    for (const { headers } of pages) expect(headers.get('cache-control')).toBe('private, no-cache');
  });

  it('is found by search engines only where people begin', async () => {
    const { app } = openWorld();
    expect((await get(app, '/')).headers.get('x-robots-tag')).toBe('all');
    expect((await get(app, '/status/guessed')).headers.get('x-robots-tag')).toBe('noindex');
  });

  it('names style and script by their content and lets them be kept for ever', async () => {
    const { app } = openWorld();
    const { html } = await get(app, '/');
    for (const path of [/href="(\/assets\/[0-9a-f]{12}\.css)"/.exec(html)![1]!, /src="(\/assets\/[0-9a-f]{12}\.js)"/.exec(html)![1]!]) {
      const file = await get(app, path);
      expect([file.status, file.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    }
  });
});

describe('a form post', () => {
  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sibling domain', { 'sec-fetch-site': 'same-site' }, 403],
    ['an older browser on another site', { origin: 'https://evil.example' }, 403],
    ['a sandboxed frame', { origin: 'null' }, 403],
    ['our page', { 'sec-fetch-site': 'same-origin' }, 200],
    ['our page in an older browser', { origin: 'https://privacy.muster.example' }, 200],
    ['no browser at all', {}, 200],
  ])('from %s', async (_name, headers: Record<string, string>, status) => {
    const response = await openWorld().app.request('/request/rights', {
      method: 'POST',
      body: new URLSearchParams({ rights: 'access' }),
      headers,
    });
    expect(response.status).toBe(status);
  });

  it('from another site cannot withdraw a request', async () => {
    const { app, port } = openWorld();
    const one = port.openCase({ rights: ['access'], person: { email: 'a@example.com', identifiers: {} }, lang: 'en', channel: 'web' });
    const page = await postAs(app, `/status/${one.statusToken}/withdraw`, { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(page.status).toBe(403);
    expect(one.events.map(({ type }) => type)).not.toContain('withdrawn');
  });
});

describe('links and addresses of pages', () => {
  it('hold nothing that was typed', async () => {
    const { app } = openWorld();
    const check = await post(app, '/request/for-someone-else', ANSWERS);
    const urls = [...check.html.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, url]) => url!);
    for (const typed of ['lindqvist', 'Lindqvist', 'K-4711', 'Orders']) expect(urls.join(' ')).not.toContain(typed);
  });
});

/** Staff sign-in over a real OpenID exchange: what is accepted, what is refused, and how long a session lasts. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createConsoleApp } from '../../../lib/web/console/console-app.ts';
import { startProvider, type TestProvider } from './oidc-provider.ts';
import { authFor, mount, openBrowser, type StaffBrowser } from './staff-browser.ts';
import { createWorld, type World } from './world.ts';

let provider: TestProvider;
let world: World;
let browser: StaffBrowser;

beforeAll(async () => {
  provider = await startProvider();
});

afterAll(() => provider.close());

beforeEach(() => {
  Object.assign(provider, { claims: {}, forge: false, broken: false });
  world = createWorld();
  // The provider's clock is the real one.
  world.now = Date.now();
  browser = openBrowser(mount(world, authFor(provider)), provider);
});

describe('signing in', () => {
  it('leads through the provider back to the page that was wanted', async () => {
    provider.claims = { roles: ['viewer'], name: 'Ada Keller' };
    const page = await browser.get('/staff/tasks?cursor=0');
    expect(page.status).toBe(200);
    expect(page.path).toBe('/staff/tasks?cursor=0');
    expect(page.html).toContain('Ada Keller (viewer)');
  });

  it('asks with a code challenge, a state and a nonce, never with the verifier', async () => {
    const response = await browser.raw('/staff/sign-in');
    const url = new URL(response.headers.get('location')!);
    expect(response.status).toBe(303);
    expect(url.origin).toBe(provider.issuer);
    expect(url.searchParams.get('code_challenge_method')).toBe('S256');
    expect(url.searchParams.get('state')).toMatch(/^[\w-]{43}$/);
    expect(url.searchParams.get('nonce')).toMatch(/^[\w-]{43}$/);
    expect(url.searchParams.has('code_verifier')).toBe(false);
  });

  it('fetches discovery once and the keys once for many sign-ins', async () => {
    const before = { ...provider.fetched };
    for (let round = 0; round < 3; round += 1) {
      browser.cookies.clear();
      await browser.signIn(['viewer']);
    }
    expect(provider.fetched).toEqual({ discovery: before.discovery + 1, keys: before.keys + 1 });
  });

  it('reads roles from a list or from words, and ignores those of other applications', async () => {
    provider.claims = { roles: 'agent reviewer billing', name: 'Bo' };
    expect((await browser.get('/staff')).html).toContain('Bo (agent and reviewer)');
    browser.cookies.clear();
    provider.claims = { roles: ['billing', 'admin'], name: 'Bo' };
    expect((await browser.get('/staff')).html).toContain('Bo (administrator)');
  });

  it('shows an account without a role that it has none', async () => {
    provider.claims = { name: 'Bo' };
    const page = await browser.get('/staff');
    expect(page.status).toBe(403);
    expect(page.html).toContain('Your account has no role here');
  });

  it.each([
    ['for another client', { aud: 'somebody-else' }],
    ['of another issuer', { iss: 'https://elsewhere.example' }],
    ['with another nonce', { nonce: 'replayed' }],
    ['that has expired', { exp: 1_700_000_000 }],
    ['without an expiry', { exp: undefined }],
    ['without a subject', { sub: undefined }],
    ['for two clients that names the other as authorised party', { aud: ['console', 'other'], azp: 'other' }],
    ['for two clients that names no authorised party', { aud: ['console', 'other'] }],
  ])('refuses an id_token %s', async (_, claims) => {
    provider.claims = { roles: ['admin'], ...claims };
    const page = await browser.get('/staff');
    expect(page.status).toBe(403);
    expect(page.html).toContain('could not be trusted');
    expect([...browser.cookies.keys()]).toEqual([]);
  });

  it('refuses an id_token signed by a key the issuer does not show', async () => {
    provider.forge = true;
    expect((await browser.get('/staff')).status).toBe(403);
  });

  it('says so when the provider answers nonsense or is not there', async () => {
    provider.broken = true;
    expect((await browser.get('/staff')).status).toBe(502);
    const away = openBrowser(mount(world, { ...authFor(provider), issuer: 'http://127.0.0.1:1' }), provider);
    const page = await away.get('/staff');
    expect(page.status).toBe(502);
    expect(page.html).toContain('cannot be reached');
  });

  it('says so when the provider signed nobody in', async () => {
    const start = await browser.raw('/staff/sign-in');
    const state = new URL(start.headers.get('location')!).searchParams.get('state')!;
    const page = await browser.get(`/staff/callback?error=access_denied&state=${state}`);
    expect(page.status).toBe(403);
    expect(page.html).toContain('did not sign you in');
  });

  it('refuses a provider whose discovery document names another issuer', async () => {
    const page = await openBrowser(mount(world, { ...authFor(provider), issuer: `${provider.issuer}/` }), provider).get('/staff');
    expect(page.status).toBe(502);
  });
});

describe('the way back from the provider', () => {
  async function callback(): Promise<string> {
    const start = await browser.raw('/staff/sign-in');
    const back = await fetch(start.headers.get('location')!, { redirect: 'manual' });
    const url = new URL(back.headers.get('location')!);
    return url.pathname + url.search;
  }

  it('works once: a replayed answer is refused', async () => {
    const path = await callback();
    expect((await browser.raw(path)).status).toBe(303);
    const again = await browser.get(path);
    expect(again.status).toBe(400);
    expect(again.html).toContain('used before');
  });

  it('is refused in another browser, with another state, from another issuer, after ten minutes', async () => {
    const path = await callback();
    const other = openBrowser(mount(world, authFor(provider)), provider);
    expect((await other.get(path)).status).toBe(400);
    expect((await browser.get(path.replace(/state=[^&]+/, 'state=guessed'))).status).toBe(400);
    expect((await browser.get(`${await callback()}&iss=https://elsewhere.example`)).status).toBe(400);
    const late = await callback();
    world.now += 11 * 60_000;
    expect((await browser.get(late)).status).toBe(400);
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/staffing',
    '/staff/../receipts',
    '/staff//evil.example/..//',
    '/staff\n',
  ])('never leads to %j', async (to) => {
    provider.claims = { roles: ['viewer'] };
    const page = await browser.get(`/staff/sign-in?to=${encodeURIComponent(to)}`);
    expect(page.path).toMatch(/^\/staff(\/|$)/);
  });
});

describe('a session', () => {
  it('lives in one cookie that scripts cannot read and other sites cannot send', async () => {
    provider.claims = { roles: ['viewer'] };
    const start = await browser.raw('/staff/sign-in');
    const back = await fetch(start.headers.get('location')!, { redirect: 'manual' });
    const response = await browser.raw(new URL(back.headers.get('location')!).href);
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith('quittance-staff='))!;
    expect(cookie).toMatch(/; Path=\//);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).not.toContain('Ada');
    expect([...browser.cookies.keys()]).toEqual(['quittance-staff']);
  });

  it('is bound to the host where there is https', async () => {
    const secure = mount(world, { ...authFor(provider), baseUrl: 'https://privacy.lindenhof.example' });
    const response = await secure.request('https://privacy.lindenhof.example/staff/sign-in');
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Host-quittance-staff-sign-in=.*; Path=\/; HttpOnly; Secure; SameSite=Lax/);
  });

  it('ends after an idle hour, is prolonged by use, and ends for good after eight hours', async () => {
    await browser.signIn(['viewer']);
    world.now += 59 * 60_000;
    expect((await browser.raw('/staff')).status).toBe(200);
    world.now += 59 * 60_000;
    expect((await browser.raw('/staff')).status).toBe(200);
    const saved = new Map(browser.cookies);
    world.now += 61 * 60_000;
    expect((await browser.raw('/staff')).status).toBe(303);
    world.now -= 61 * 60_000;
    for (const [name, value] of saved) browser.cookies.set(name, value);
    for (let hour = 2; hour < 8; hour += 0.9) {
      world.now += 0.9 * 3_600_000;
      await browser.raw('/staff');
    }
    expect((await browser.raw('/staff')).status).toBe(303);
  });

  it('tells a form sent after its end that nothing was done', async () => {
    const request = world.add({ dueOn: '2026-12-02' });
    await browser.signIn(['agent']);
    world.now += 2 * 3_600_000;
    const page = await browser.post(`/staff/requests/${request.id}/withdraw`, {});
    expect(page.status).toBe(401);
    expect(page.html).toContain('Nothing was changed');
    expect(world.calls).toEqual([]);
  });

  it('does not open with a cookie that was changed or sealed by another secret', async () => {
    await browser.signIn(['admin']);
    const sealed = browser.cookies.get('quittance-staff')!;
    browser.cookies.set('quittance-staff', `${sealed.slice(0, -2)}AA`);
    expect((await browser.raw('/staff')).status).toBe(303);
    const other = openBrowser(mount(world, { ...authFor(provider), sessionSecret: 'quite another secret of forty characters' }), provider);
    other.cookies.set('quittance-staff', sealed);
    expect((await other.raw('/staff')).status).toBe(303);
    other.cookies.clear();
    browser.cookies.set('quittance-staff-sign-in', sealed);
    expect((await browser.get('/staff/callback?code=x&state=y')).status).toBe(400);
  });

  it('ends by signing out, which points to the provider for the rest', async () => {
    await browser.signIn(['viewer']);
    const page = await browser.post('/staff/sign-out', {});
    expect(page.path).toBe('/staff/signed-out');
    expect(page.html).toContain(`${provider.issuer}/end?client_id=console`);
    expect(browser.cookies.has('quittance-staff')).toBe(false);
  });

  it('is not ended by another site', async () => {
    await browser.signIn(['viewer']);
    expect((await browser.post('/staff/sign-out', { token: 'guessed' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(browser.cookies.has('quittance-staff')).toBe(true);
  });

  it('cannot be set up with a secret that is too short', () => {
    expect(() => createConsoleApp(world.port, { ...authFor(provider), sessionSecret: 'short' })).toThrow('at least 32 characters');
  });
});

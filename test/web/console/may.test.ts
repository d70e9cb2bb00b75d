/** Who may do what: every role on every route, through the front door. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAY, ROUTES, type RouteName } from '../../../lib/web/console/may.ts';
import type { Request } from '../../../lib/domain/request.ts';
import type { Role } from '../../../lib/web/console/port.ts';
import { addDemoCases, type DemoCases } from './demo-cases.ts';
import { addLetter, addReply, mailOf } from './letter-cases.ts';
import { addBounced, addPost } from './post-cases.ts';
import { startProvider, type TestProvider } from './oidc-provider.ts';
import { authFor, mount, openBrowser, type StaffBrowser } from './staff-browser.ts';
import { createWorld, type World } from './world.ts';

const ROLES: Role[] = ['viewer', 'agent', 'reviewer', 'admin'];

let provider: TestProvider;
let world: World;
let cases: DemoCases & Record<'letter' | 'reply' | 'paper' | 'bounced', Request>;
const browsers = new Map<Role | 'none', StaffBrowser>();

beforeAll(async () => {
  provider = await startProvider();
  world = createWorld();
  world.now = Date.now();
  const added = { letter: addLetter(world, mailOf({})), reply: addReply(world), paper: addPost(world), bounced: addBounced(world) };
  cases = { ...addDemoCases(world), ...added };
  const app = mount(world, authFor(provider));
  for (const role of [...ROLES, 'none'] as const) {
    const browser = openBrowser(app, provider);
    await browser.signIn(role === 'none' ? [] : [role]);
    browsers.set(role, browser);
  }
});

afterAll(() => provider.close());

/** An address of the route, with a case for which it has something to show. */
function addressOf(name: RouteName): string {
  const of: Partial<Record<RouteName, keyof typeof cases>> = {
    letter: 'letter',
    'sort-letter': 'letter',
    'dismiss-letter': 'letter',
    mail: 'reply',
    'raw-mail': 'reply',
    paper: 'reply',
    'post-page': 'paper',
    posted: 'paper',
    'letter-file': 'paper',
    enclosure: 'paper',
    copy: 'paper',
    'failed-mail': 'bounced',
    'mend-mail': 'bounced',
    review: 'review',
    'decide-review': 'review',
    late: 'late',
    'choose-late': 'late',
    identity: 'waiting',
    'confirm-identity': 'waiting',
    'resume-page': 'parked',
    resume: 'parked',
    withdraw: 'closed',
    'correct-page': 'corrected',
    correct: 'corrected',
  };
  const request = cases[of[name] ?? 'failed'];
  const path = `/staff${ROUTES[name].path === '/' ? '' : ROUTES[name].path}`;
  return path
    .replace(':id', request.id)
    .replace(':taskId', request.tasks[0]?.taskId ?? 'task_none')
    .replace(':mail', request.mails[0]?.mail ?? 'none')
    .replace(':number', '0')
    .replace(':place', '0')
    .replace(':messageId', 'ses-1')
    .replace(':receiptId', request.receipts[1]?.receiptId ?? 'rcp_none');
}

const routes = Object.entries(ROUTES) as [RouteName, (typeof ROUTES)[RouteName]][];

describe.each(routes)('%s', (name, { method, act }) => {
  it.each(ROLES)(`is open to whoever may ${act}: %s`, async (role) => {
    const browser = browsers.get(role)!;
    const page = method === 'get' ? await browser.get(addressOf(name)) : await browser.post(addressOf(name), {});
    const allowed = (MAY[act] as readonly Role[]).includes(role);
    expect(page.status === 403).toBe(!allowed);
    if (!allowed) expect(page.html).toContain('You may not do this');
  });

  it('is closed to an account without a role and to nobody signed in', async () => {
    const visit = async (browser: StaffBrowser): Promise<number> =>
      (method === 'get'
        ? await browser.raw(addressOf(name))
        : await browser.raw(addressOf(name), { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } })
      ).status;
    expect(await visit(browsers.get('none')!)).toBe(403);
    expect(await visit(openBrowser(mount(world, authFor(provider)), provider))).toBe(method === 'get' ? 303 : 401);
  });
});

describe('the table', () => {
  it('gives each change to some role, and none to a viewer', () => {
    for (const [act, roles] of Object.entries(MAY)) {
      expect(roles.length, act).toBeGreaterThan(0);
      if (act !== 'read') expect(roles, act).not.toContain('viewer');
    }
  });

  it('lets no route change anything by GET, but for the record of who looked', async () => {
    const browser = openBrowser(mount(world, authFor(provider)), provider);
    await browser.signIn(ROLES);
    world.calls.length = 0;
    for (const [name, { method }] of routes) if (method === 'get') await browser.get(addressOf(name));
    expect([...new Set(world.calls.map(({ name }) => name))]).toEqual([
      'withheld',
      'mail',
      'letter',
      'letterFile',
      'copyLink',
      'mailFile',
      'aside',
    ]);
  });
});

describe('every form post', () => {
  const fields = { reason: 'Called back on the number in the contract' };

  async function identity(headers: Record<string, string>, token?: string): Promise<number> {
    const browser = browsers.get('agent')!;
    const request = world.add({ dueOn: '2026-12-18' });
    const path = `/staff/requests/${request.id}/identity`;
    if (token === undefined) return (await browser.post(path, fields, headers)).status;
    return (await browser.raw(path, { method: 'POST', headers, body: new URLSearchParams({ ...fields, token }) })).status;
  }

  it('is taken from our own page', async () => {
    expect(await identity({ 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await identity({ origin: 'http://127.0.0.1:4400' })).toBe(200);
  });

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
  ])('is refused from elsewhere: %j', async (headers) => {
    expect(await identity(headers)).toBe(403);
  });

  it('is refused without the token of its own session', async () => {
    expect(await identity({ 'sec-fetch-site': 'same-origin' }, '')).toBe(403);
    expect(await identity({ 'sec-fetch-site': 'same-origin' }, 'A'.repeat(43))).toBe(403);
    const reviewers = /value="([\w-]{43})"/.exec((await browsers.get('reviewer')!.get('/staff')).html)![1]!;
    expect(await identity({ 'sec-fetch-site': 'same-origin' }, reviewers)).toBe(403);
  });

  it('is refused when it is larger than a form', async () => {
    const browser = browsers.get('agent')!;
    const page = await browser.post(`/staff/requests/${cases.waiting.id}/identity`, { reason: 'x'.repeat(70_000) });
    expect(page.status).toBe(413);
  });

  it('is refused when it is no form', async () => {
    const browser = browsers.get('agent')!;
    const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'multipart/form-data; boundary=x' };
    const response = await browser.raw(`/staff/requests/${cases.waiting.id}/identity`, { method: 'POST', headers, body: 'nonsense' });
    expect(response.status).toBe(403);
  });
});

describe('every page', () => {
  it('is kept by no cache, framed by nobody, and runs no script but ours', async () => {
    const { headers } = await browsers.get('agent')!.get('/staff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('answers 404 in words where there is nothing', async () => {
    const browser = browsers.get('viewer')!;
    for (const path of [
      '/staff/nothing',
      '/staff/requests/req_1',
      '/staff/requests/req_01890000-0000-7000-8000-000000000000',
      `/staff/requests/${cases.failed.id}/tasks/task_1`,
    ]) {
      const page = await browser.get(path);
      expect(page.status, path).toBe(404);
      expect(page.html).toContain('Page not found');
    }
    expect((await browser.get('/staff/')).status).toBe(200);
  });

  it('shows a fault of ours as a page that gives nothing away', async () => {
    const broken = createWorld();
    broken.now = Date.now();
    broken.port.board = () => Promise.reject(new Error('table arn:aws:dynamodb of mara.winter@mail.example'));
    const faults: unknown[] = [];
    const page = await openBrowser(
      mount(broken, authFor(provider), (error) => faults.push(error)),
      provider,
    ).signIn(['viewer']);
    expect(page.status).toBe(500);
    expect(page.html).toContain('something went wrong');
    expect(page.html).not.toContain('arn:aws');
    expect(faults).toHaveLength(1);
  });
});

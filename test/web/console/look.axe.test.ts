/** The staff pages in a real browser: accessible light and dark, on a phone and a desk, and usable by keyboard without JavaScript. */
import { AxeBuilder } from '@axe-core/playwright';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import type { AddressInfo } from 'node:net';
import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createConsoleApp } from '../../../lib/web/console/console-app.ts';
import { serveAssets } from '../../../lib/web/ui/assets.ts';
import { type Browser, chromiumPath, contextFor, launch } from '../browser.ts';
import { addDemoCases } from './demo-cases.ts';
import { seats } from './desk-fixture.ts';
import { startProvider, type TestProvider } from './oidc-provider.ts';
import { authFor } from './staff-browser.ts';
import { EVERYBODY, everyStaffPage } from './staff-pages.ts';
import { createWorld, NOW, type World } from './world.ts';

const executable = chromiumPath();
if (executable === undefined) console.warn('SKIPPED: staff pages in a browser, because there is no Chromium (set CHROMIUM_PATH)');

const LOOKS: [string, BrowserContextOptions][] = [
  ['light, desk', { colorScheme: 'light', viewport: { width: 1280, height: 800 } }],
  ['dark, desk', { colorScheme: 'dark', viewport: { width: 1280, height: 800 } }],
  ['light, phone', { colorScheme: 'light', viewport: { width: 320, height: 640 } }],
  ['dark, phone', { colorScheme: 'dark', viewport: { width: 320, height: 640 } }],
];

/** Pages axe looks at in every look: one of each kind. The rest is made of the same parts, and only measured. */
const LOOKED_AT = new Set([
  'board',
  'board, wrong reference',
  'entry, errors',
  'entry, check',
  'tasks',
  'request, failed',
  'request, person shown',
  'task, errors',
  'task, check',
  'review',
  'late, errors',
  'refuse, errors',
  'refuse, check, too late',
  'post, errors',
  'failed mail, errors',
  'letter, errors',
  'mail',
  'set aside',
  'withdraw',
  'missing',
  'signed out',
]);

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe.skipIf(executable === undefined)('in a browser', () => {
  const seat = seats();
  let chromium: Browser;

  beforeAll(async () => {
    chromium = await launch(executable!);
  });
  afterAll(() => chromium.close());

  it.each(LOOKS)(
    'every page has no fault that axe sees and never scrolls sideways: %s',
    async (_, look) => {
      const seated = await seat(EVERYBODY);
      const pages = await everyStaffPage(seated);
      const assets = new Hono();
      serveAssets(assets);
      assets.route('/', createConsoleApp(seated.world.port, { ...authFor({ issuer: 'http://127.0.0.1:1' } as TestProvider) }));
      const extra = new Map([...pages.values()].map((html, index) => [`/page/${index}`, html]));
      const context = await contextFor(chromium, assets, { ...look, extra });
      const tab = await context.newPage();
      const faults: string[] = [];
      for (const [index, name] of [...pages.keys()].entries()) {
        await tab.goto(`/page/${index}`);
        const width = (await tab.evaluate('document.documentElement.scrollWidth')) as number;
        if (width > look.viewport!.width) faults.push(`${name}: ${width}px wide`);
        if (!LOOKED_AT.has(name)) continue;
        const { violations } = await new AxeBuilder({ page: tab }).withTags(TAGS).analyze();
        faults.push(...violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]!.html}`));
      }
      await context.close();
      expect(faults).toEqual([]);
    },
    180_000,
  );

  describe('over HTTP, by keyboard, with and without JavaScript', () => {
    let provider: TestProvider;
    let world: World;
    let server: ServerType;
    let base: string;

    beforeAll(async () => {
      provider = await startProvider();
      world = createWorld();
      const app = new Hono();
      server = serve({ fetch: (request) => app.fetch(request), port: 0, hostname: '127.0.0.1' });
      await new Promise<void>((resolve) => void server.once('listening', resolve));
      base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      serveAssets(app);
      app.route('/', createConsoleApp(world.port, { ...authFor(provider), baseUrl: base }));
    });
    afterAll(async () => {
      await new Promise<void>((resolve) => void server.close(() => resolve()));
      await provider.close();
    });

    it('an agent signs in, opens the task on top, and leaves a system out with a reason', async () => {
      const cases = addDemoCases(world);
      provider.claims = { roles: ['agent'], name: 'Ada Keller', iat: NOW / 1000, exp: NOW / 1000 + 300 };
      const context = await chromium.newContext({ javaScriptEnabled: false });
      const tab = await context.newPage();
      const complaints: string[] = [];
      tab.on('console', (message) => complaints.push(message.text()));
      await tab.goto(`${base}/staff/tasks`);
      await tab.getByRole('link', { name: 'A system failed: Customer care' }).first().press('Enter');
      await tab.getByRole('radio', { name: 'Leave this system out' }).press('Space');
      await tab.getByLabel('Reason').fill('Abgeschaltet im Mai.');
      await tab.getByRole('button', { name: 'Continue' }).press('Enter');
      await tab.getByText('Abgeschaltet im Mai.').waitFor();
      await tab.getByRole('button', { name: 'Confirm' }).press('Enter');
      await tab.getByRole('alert').getByText('The system is left out, with the reason you gave.').waitFor();
      expect(world.request(cases.failed.id).tasks).toEqual([]);
      await tab.getByRole('button', { name: 'Sign out' }).press('Enter');
      await tab.getByRole('heading', { name: 'You are signed out' }).waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    });

    it('where scripts run, files that no function would be called with are not sent, and what was typed stays', async () => {
      provider.claims = { roles: ['agent'], name: 'Ada Keller', iat: NOW / 1000, exp: NOW / 1000 + 300 };
      const context = await chromium.newContext();
      const tab = await context.newPage();
      await tab.goto(`${base}/staff/new`);
      await tab.getByRole('radio', { name: 'On paper' }).check();
      await tab.getByRole('checkbox', { name: 'Copy of data' }).check();
      await tab.getByLabel('E-mail address').fill('mara@mail.example');
      await tab.getByRole('button', { name: 'Continue' }).click();
      const scan = (bytes: number) => ({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(bytes) });
      const field = tab.locator('input[type=file]');
      await field.setInputFiles(scan(5_000_000));
      await tab.getByRole('button', { name: 'Enter the request' }).click();
      expect(await tab.evaluate('document.querySelector("input[type=file]").validationMessage')).toContain('more than 4 MB');
      expect(new URL(tab.url()).pathname).toBe('/staff/new');
      await field.setInputFiles(scan(5_000));
      await tab.getByRole('button', { name: 'Enter the request' }).click();
      await tab.getByRole('alert').getByText('The request is entered.').waitFor();
      await context.close();
    });

    it('the tab key reaches every act in the order it is read', async () => {
      const cases = addDemoCases(world);
      provider.claims = { roles: EVERYBODY, name: 'Ada Keller', iat: NOW / 1000, exp: NOW / 1000 + 300 };
      const context = await chromium.newContext();
      const tab = await context.newPage();
      await tab.goto(`${base}/staff/requests/${cases.late.id}`);
      const reached: string[] = [];
      for (let steps = 0; steps < 40; steps += 1) {
        await tab.keyboard.press('Tab');
        reached.push((await tab.evaluate('document.activeElement.textContent.trim()')) as string);
      }
      const wanted = [
        'Skip to main content',
        'Requests',
        'A system failed: Customer care',
        'Show personal details',
        'Choose for late systems',
        'Withdraw',
      ];
      const order = wanted.map((text) => reached.indexOf(text));
      expect(order).not.toContain(-1);
      expect(order).toEqual([...order].sort((a, b) => a - b));
      await context.close();
    });
  });
});

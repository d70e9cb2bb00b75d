/** The page that checks receipts in a real Chromium: the browser checks by itself, and the receipt never leaves it. */
import { serve } from '@hono/node-server';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SmallLog } from '../../receipts/verify-world.ts';
import { chromiumPath, contextFor, launch, type Browser } from '../browser.ts';
import { openWorld } from './browse.ts';
import { FakePort } from './fake-port.ts';
import { deletionPayload } from './payloads.ts';

const path = chromiumPath();
if (path === undefined) console.warn('SKIPPED: no browser checked a receipt, as there is no Chromium (set CHROMIUM_PATH)');

interface Visit {
  page: Page;
  port: FakePort;
  jws: string;
  proof: string;
  id: string;
  /** Everything the page asked the server, with what it sent along. */
  asked: string[];
  close(): Promise<void>;
}

describe.skipIf(path === undefined)('the page that checks receipts, in a browser', { timeout: 60_000 }, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch(path!);
  });

  afterAll(async () => browser.close());

  /** The page with a receipt of ours that is in the log, which has grown since. */
  async function visit(options: BrowserContextOptions = {}): Promise<Visit> {
    const { app, port } = openWorld();
    const payload = deletionPayload();
    const id = String(payload['id']);
    const issued = await port.issueLogged(payload, `rcp_${id}`);
    await port.log.addOthers(700);
    // What the gateway serves from the log's bucket.
    app.get('/log/2026/*', async (c) => {
      const bytes = await port.logFile(2026, c.req.path.slice('/log/2026/'.length));
      return bytes === undefined ? c.notFound() : c.body(Uint8Array.from(bytes));
    });
    app.routes.unshift(app.routes.pop()!);
    const context = await contextFor(browser, app, { locale: 'en-GB', ...options });
    const page = await context.newPage();
    await page.clock.setFixedTime(port.now());
    const asked: string[] = [];
    page.on('request', (request) =>
      asked.push(`${request.method()} ${new URL(request.url()).pathname} ${request.postData() ?? ''}`.trim()),
    );
    await page.goto('/verify');
    return { page, port, ...issued, id, asked, close: () => context.close() };
  }

  /** The verdict and the five lines as they are read. */
  async function answer(page: Page): Promise<string[]> {
    const status = page.getByRole('status');
    await status.locator('.banner-title, :scope:not(:empty):not(:has(*))').filter({ hasNotText: 'Checking' }).first().waitFor();
    const cells = await status.locator('td').allInnerTexts();
    return [await status.locator('.banner-title').innerText(), ...cells.map((text) => text.replaceAll(/\s+/g, ' ').trim())];
  }

  const check = async ({ page }: Visit): Promise<string[]> => {
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    return await answer(page);
  };

  const paste = async ({ page }: Visit, jws: string, proof?: string): Promise<void> => {
    await page.getByLabel('Receipt', { exact: true }).fill(jws);
    if (proof === undefined) return;
    if (!(await page.getByLabel('Log proof').isVisible())) await page.getByText('I want to paste a log proof too').click();
    await page.getByLabel('Log proof').fill(proof);
  };

  const GOOD = ['Genuine', 'Yes', 'Yes', 'Yes Entry 212 of 212.', 'Yes', 'Yes'];

  it('says so on five lines, and shows what was signed', async () => {
    const one = await visit();
    await paste(one, one.jws, one.proof);
    expect(await check(one)).toEqual(GOOD);
    expect(await one.page.getByRole('status').innerText()).toContain('We deleted');
    expect(await one.page.locator('#where').innerText()).toBe('Your browser checks it: what you paste or drop here stays on your device.');
    await one.close();
  });

  it('asks for keys, log and the number of the receipt, and sends nothing of what was pasted', async () => {
    const one = await visit();
    await paste(one, one.jws, one.proof);
    one.asked.length = 0;
    await check(one);
    expect(one.asked.every((line) => line.startsWith('GET '))).toBe(true);
    const places = new Set(one.asked.map((line) => line.replace(/^GET /, '').replace(/^\/log\/2026\/tile\/.*/, 'tile')));
    expect([...places].toSorted()).toEqual([
      '/.well-known/privacy-receipts.json',
      '/log/2026/checkpoint',
      `/receipts/${one.id}.json`,
      `/receipts/${one.id}.tlog-proof`,
      'tile',
    ]);
    await one.close();
  });

  it('finds the proof of a receipt that was pasted alone, wrapped as mail wraps', async () => {
    const one = await visit();
    await paste(one, one.jws.replaceAll(/(.{70})/g, '$1\n'));
    expect(await check(one)).toEqual(GOOD);
    await one.close();
  });

  it('takes both files, chosen or dropped', async () => {
    const one = await visit();
    const files = [
      { name: 'receipt.jws', mimeType: 'application/jose', buffer: Buffer.from(one.jws) },
      { name: 'receipt.tlog-proof', mimeType: 'text/plain', buffer: Buffer.from(one.proof) },
    ];
    await one.page.getByLabel('Or choose the files').setInputFiles(files);
    expect(await check(one)).toEqual(GOOD);
    const dropped = await visit();
    await dropped.page.evaluate(
      `(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([${JSON.stringify(dropped.jws)}], 'receipt.jws'));
        transfer.items.add(new File([${JSON.stringify(dropped.proof)}], 'receipt.tlog-proof'));
        document.querySelector('h1').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));
      })()`,
    );
    expect(await answer(dropped.page)).toEqual(GOOD);
    await one.close();
    await dropped.close();
  });

  it('says changed, unknown key, not in the log, history rewritten and superseded, one after the other', async () => {
    const one = await visit();
    await paste(one, `${one.jws.slice(0, -8)}AAAAAAAA`, one.proof);
    expect(await check(one)).toEqual([
      'Changed',
      'No The text is not the one that was signed.',
      'Not checked The check before it did not pass.',
      'Not checked The check before it did not pass.',
      'Not checked The check before it did not pass.',
      'Not checked The check before it did not pass.',
    ]);
    expect(await one.page.getByRole('status').innerText()).not.toContain('We deleted');
    await paste(one, await new FakePort().signed(deletionPayload()), one.proof);
    expect((await check(one)).slice(0, 3)).toEqual([
      'Unknown key',
      'Not checked The check before it did not pass.',
      'No Signed with a key that is not ours.',
    ]);
    await paste(one, one.jws, one.proof.replace('index 211', 'index 210'));
    expect((await check(one)).slice(0, 4)).toEqual([
      'Not in the log',
      'Yes',
      'Not checked The check before it did not pass.',
      'No It is not in the log.',
    ]);
    one.port.log = new SmallLog(one.port.log.signer);
    await one.port.log.addOthers(900, 'another history');
    await paste(one, one.jws, one.proof);
    expect((await check(one))[0]).toBe('History rewritten');
    await one.close();
    const two = await visit();
    const newer = '019a8f2c-3b7a-7c41-9d55-0f6a2e8b4c99';
    const view = two.port.receipts.get(`rcp_${two.id}`)!;
    two.port.receipts.set(`rcp_${two.id}`, { ...view, supersededBy: { id: `rcp_${newer}`, issuedAt: '2026-11-28T15:30:00.000Z' } });
    await paste(two, two.jws, two.proof);
    expect((await check(two))[0]).toBe('Superseded');
    expect(await two.page.getByRole('link', { name: 'Read the newer receipt' }).getAttribute('href')).toBe(`/receipts/${newer}`);
    two.port.receipts.clear();
    await two.page.clock.setFixedTime('2026-11-28T17:00:00Z');
    await paste(two, two.jws, '');
    expect((await check(two)).slice(0, 1)).toEqual(['Signed, but not proven']);
    await two.close();
  });

  it.each([
    ['no script', { javaScriptEnabled: false }, ''],
    ['no Ed25519', {}, "SubtleCrypto.prototype.importKey = () => Promise.reject(new Error('NotSupportedError'))"],
  ] as const)('leaves the form to the server where there is %s', async (_, options, before) => {
    const { app, port } = openWorld();
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    await new Promise((resolve) => server.once('listening', resolve));
    const context = await browser.newContext({ locale: 'en-GB', ...options });
    await context.addInitScript(before);
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as { port: number }).port}/verify`, { waitUntil: 'networkidle' });
    expect(await page.locator('#where').innerText()).toBe('What you give here is sent to us, checked, and not kept.');
    await page.getByLabel('Receipt', { exact: true }).fill(await port.signed(deletionPayload()));
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Genuine' }).waitFor();
    await context.close();
    server.close();
  });

  it('says when nothing was given, and when the keys cannot be read', async () => {
    const one = await visit();
    await one.page.getByRole('button', { name: 'Check', exact: true }).click();
    await one.page.getByRole('status').getByText('Paste the receipt, or choose its file').waitFor();
    await one.page.route('**/.well-known/**', (route) => route.abort());
    await paste(one, one.jws);
    await one.page.getByRole('button', { name: 'Check', exact: true }).click();
    await one.page.getByRole('status').getByText('It could not be checked just now. Try again in a moment.').waitFor();
    expect(await one.page.getByRole('button', { name: 'Check', exact: true }).isEnabled()).toBe(true);
    await one.close();
  });

  it.each([
    ['light on a desk', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
    ['dark on a narrow phone', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }],
  ] as const)('passes axe with its answer, and fits: %s', async (name, look) => {
    const one = await visit(look);
    await paste(one, one.jws, one.proof);
    await check(one);
    expect(await one.page.evaluate('document.activeElement.id')).toBe('answer');
    const { violations } = await new AxeBuilder({ page: one.page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
    expect(await one.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    const folder = process.env['LOOK'];
    if (folder !== undefined) await one.page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
    await one.close();
  });
});

/** The pages in a real Chromium: axe in light, dark and on a narrow screen, the form without JavaScript, the receipt on paper. */
import { serve } from '@hono/node-server';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, contextFor, launch, type Browser } from '../browser.ts';
import { openWorld } from './browse.ts';
import { everyPage } from './every-page.ts';

const path = chromiumPath();
if (path === undefined) console.warn('SKIPPED: the customer pages were not seen by a browser, as there is no Chromium (set CHROMIUM_PATH)');

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

const LOOKS = {
  'light on a desk': { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  'dark on a desk': { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  'light on a narrow phone': { viewport: { width: 320, height: 640 }, colorScheme: 'light' },
  'dark on a narrow phone': { viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
} as const;

describe.skipIf(path === undefined)('in a browser', () => {
  let browser: Browser;
  const pages = new Map<string, string>();

  beforeAll(async () => {
    browser = await launch(path!);
    for (const { name, html } of await everyPage()) pages.set(`/__/${name}`, html);
  });

  afterAll(async () => browser.close());

  it.each(Object.entries(LOOKS))('every page passes axe and fits: %s', { timeout: 180_000 }, async (_name, look) => {
    const context = await contextFor(browser, openWorld().app, { ...look, extra: pages });
    const page = await context.newPage();
    const faults: string[] = [];
    for (const name of pages.keys()) {
      await page.goto(name);
      const axe = new AxeBuilder({ page }).setLegacyMode();
      // In the dark only colours are new.
      const { violations } = await (look.colorScheme === 'dark' ? axe.withRules(COLOUR_RULES) : axe.withTags(STANDARDS)).analyze();
      faults.push(...violations.map(({ id, nodes }) => `${name} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`));
      const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      if (overflow !== 0) faults.push(`${name} is ${String(overflow)}px too wide`);
    }
    await context.close();
    expect(faults).toEqual([]);
  });

  it.each([true, false])(
    'the form works with the keyboard and the back button (JavaScript: %s)',
    { timeout: 60_000 },
    async (javaScriptEnabled) => {
      const { app, port } = openWorld();
      const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
      await new Promise((resolve) => server.once('listening', resolve));
      const address = server.address() as { port: number };
      const context = await browser.newContext({ javaScriptEnabled, locale: 'en-GB' });
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${address.port}/`);
      await page.getByRole('link', { name: 'Start' }).click();
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('alert').getByRole('link', { name: 'Choose at least one thing to ask for' }).waitFor();
      await page.getByLabel('Have my data deleted').focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('Enter');
      await page.getByLabel('Where do you live?').selectOption({ label: 'Germany' });
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByLabel('Email address').fill('anna@example.com');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Check your answers before you send' }).waitFor();
      await page.goBack();
      expect(await page.getByLabel('Email address').inputValue()).toBe('anna@example.com');
      await page.goBack();
      expect(await page.getByLabel('Where do you live?').inputValue()).toBe('DE');
      await page.goForward();
      await page.getByLabel('Email address').fill('anna@example.com');
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('button', { name: 'Send your request' }).click();
      await page.getByRole('heading', { level: 1, name: 'We have your request' }).waitFor();
      await page.getByLabel('Code of six digits').fill('483 920');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').getByText('the address is confirmed').waitFor();
      expect(port.submissions).toHaveLength(1);
      await context.close();
      server.close();
    },
  );

  it('a receipt prints on one page', async () => {
    const context = await contextFor(browser, openWorld().app, { extra: pages });
    const page = await context.newPage();
    await page.goto('/__/receipt');
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    await context.close();
  });

  it('large text still fits', async () => {
    const context = await contextFor(browser, openWorld().app, { viewport: { width: 640, height: 800 }, extra: pages });
    const page = await context.newPage();
    for (const name of ['/__/start', '/__/check', '/__/status-ready', '/__/receipt']) {
      await page.goto(name);
      await page.evaluate("document.documentElement.style.setProperty('font-size', '200%')");
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), name).toBe(0);
    }
    await context.close();
  });
});

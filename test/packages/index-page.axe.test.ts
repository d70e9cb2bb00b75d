/** index.html in a real browser: accessible in light and dark, no sideways scrolling on a phone, nothing loaded. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleContent } from './sample-content.ts';
import { filesOf } from './unpack.ts';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const there = existsSync(executablePath);
if (!there) console.warn(`SKIPPED: no Chromium at ${executablePath}`);

describe.skipIf(!there)('index.html in a browser', () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'package-'));
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function open(law: string, options: Parameters<Browser['newPage']>[0]): Promise<Page> {
    const wide = {
      'shop/customers': [[{ id: 1, name: 'Zoë', profile: { note: 'x'.repeat(300) } }]],
      'crm/messages': [[{ id: 1, body: 'Hello', other_name: 'B' }]],
    };
    const files = await filesOf(sampleContent({ request: { law }, rows: wide }));
    const path = join(folder, `${law}.html`);
    writeFileSync(path, files.get('index.html')!);
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(pathToFileURL(path).href);
    return page;
  }

  it.each([
    ['eu-gdpr', 'light'],
    ['us-ca-ccpa', 'dark'],
  ] as const)('has no accessibility fault that axe sees (%s, %s)', async (law, colorScheme) => {
    const page = await open(law, { colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
  });

  it('fits a width of 320 pixels, with tables scrolling on their own', async () => {
    const page = await open('eu-gdpr', { viewport: { width: 320, height: 640 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  });

  it('applies its own style under its own content policy', async () => {
    const page = await open('eu-gdpr', { colorScheme: 'dark' });
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(22, 24, 28)');
  });
});

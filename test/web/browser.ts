/** One Chromium for the tests that need eyes, or a loud word that there is none. */
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import type { Hono } from 'hono';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';

const ORIGIN = 'https://privacy.muster.example';

/** Where Chromium is; undefined if this machine has none. */
export function chromiumPath(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined;
  const found = spawnSync('sh', ['-c', 'command -v chromium || command -v chromium-browser || command -v google-chrome'], {
    encoding: 'utf8',
  });
  return found.stdout.trim() === '' ? undefined : found.stdout.trim();
}

/** Starts it without any network of its own. */
export async function launch(executablePath: string): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath, args });
}

/** A context whose requests the app answers in this process; `extra` adds pages rendered beforehand. */
export async function contextFor(
  browser: Browser,
  app: Hono,
  options: BrowserContextOptions & { extra?: Map<string, string> } = {},
): Promise<BrowserContext> {
  const { extra, ...rest } = options;
  const context = await browser.newContext({ baseURL: ORIGIN, ...rest });
  await context.route('**/*', async (route) => {
    const request = route.request();
    const path = request.url().slice(ORIGIN.length);
    const ready = extra?.get(path);
    if (ready !== undefined) return route.fulfill({ body: ready, contentType: 'text/html; charset=utf-8' });
    const body = request.postDataBuffer();
    const response = await app.request(path, {
      method: request.method(),
      headers: await request.allHeaders(),
      ...(body === null ? {} : { body: new Uint8Array(body) }),
    });
    return route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  });
  return context;
}

export type { Browser };

/** The visitor of the other tests notices what is wrong with a page: otherwise they could not fail. */
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launch } from '../../web/browser.ts';
import { absent, Visitor } from './stage.ts';

const BAD = `<html lang="en"><title>Bad</title><body style="background: #fff">
<h1>One</h1><h1>Two</h1><p style="color: #ccc">Pale</p><img src="data:,"><p style="width: 900px">Wide</p>
<style>.shown { display: block }</style><p class="shown" hidden>Hidden</p><script>throw new Error('broken')</script></body></html>`;

describe.skipIf(absent.includes('Chromium'))('a visitor', () => {
  let browser: Browser;
  let server: Server;

  beforeAll(async () => {
    server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(BAD)).listen(0, '127.0.0.1');
    [browser] = await Promise.all([launch(chromiumPath()!), once(server, 'listening')]);
  });
  afterAll(async () => {
    await browser?.close();
    await new Promise((resolve) => server.close(resolve));
  });

  it('notices missing headers, script errors, faults that axe sees, sideways scrolling and stray elements', async () => {
    const visitor = await Visitor.enter({ name: 'control', scripts: true }, await browser.newContext());
    await visitor.page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await visitor.look('bad');
    const found = (await visitor.findings()).join('\n');
    for (const fault of [
      'no Content-Security-Policy',
      'broken',
      'axe color-contrast',
      'axe image-alt',
      'px wide on a phone',
      'not exactly one h1',
      'something hidden is seen',
    ])
      expect(found).toContain(fault);
  });
});

/** The download pages: what counts as fetching a part, and what does not. */
import { expect, it } from 'vitest';
import { createDownloadApp } from '../../../lib/web/customer/download-app.ts';
import type { DownloadPort } from '../../../lib/web/customer/port.ts';
import { company } from '../../company.ts';

it('a program that asks for the head of a link fetches nothing, so that no deletion begins', async () => {
  const fetched: number[] = [];
  const port: DownloadPort = {
    configuration: company(),
    baseUrl: 'https://privacy.shop.example',
    now: () => 0,
    download: () => Promise.resolve({ ok: false, reason: 'unknown' }),
    presignPart(_, part) {
      fetched.push(part);
      return Promise.resolve({ ok: true, url: 'https://delivery.example/1' });
    },
  };
  const app = createDownloadApp(port);
  expect((await app.request('/download/token/1', { method: 'HEAD' })).status).toBe(405);
  expect(fetched).toEqual([]);
  expect((await app.request('/download/token/1')).headers.get('location')).toBe('https://delivery.example/1');
  expect(fetched).toEqual([1]);
});

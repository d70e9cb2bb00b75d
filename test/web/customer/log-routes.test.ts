/** The log as it is served: every file under its path, for anybody, and nothing else. */
import { describe, expect, it } from 'vitest';
import { createCustomerApp } from '../../../lib/web/customer/app.ts';
import { FakePort } from './fake-port.ts';

const port = new FakePort();
port.logFile = async (year, path) =>
  await Promise.resolve(
    year === 2026 && ['checkpoint', 'tile/0/000.p/3', 'tile/entries/000', 'statement/0'].includes(path) ? Buffer.from(path) : undefined,
  );
const app = createCustomerApp(port);
const get = async (path: string): Promise<Response> => await app.request(`${port.baseUrl}/log/${path}`);

describe('the log', () => {
  it.each([
    ['2026/checkpoint', 'text/plain; charset=utf-8', 'public, max-age=5'],
    ['2026/tile/0/000.p/3', 'application/octet-stream', 'public, max-age=31536000, immutable'],
    ['2026/tile/entries/000', 'application/octet-stream', 'public, max-age=31536000, immutable'],
    ['2026/statement/0', 'application/json', 'public, max-age=31536000, immutable'],
  ])('serves %s to anybody, from anywhere, for as long as it holds', async (path, type, caching) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(path.slice('2026/'.length));
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('cache-control')).toBe(caching);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('lists the places of its statements', async () => {
    port.statements = [0, 17, 300];
    expect(await (await get('2026/statement/')).text()).toBe('0\n17\n300\n');
    expect(await (await get('2026/statement/?after=17')).text()).toBe('300\n');
    expect((await get('2026/statement/?after=x')).status).toBe(404);
  });

  it.each([
    '2025/checkpoint',
    '2026/tile/0/001',
    '2026/tile/0/0',
    '2026/tile/0/../checkpoint',
    '2026/statement/01',
    '2026/other',
    '26/checkpoint',
    '2026/',
  ])('has nothing at %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
  });
});

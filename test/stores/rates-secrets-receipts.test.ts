/** The small stores: counters, secrets, receipts, the delivery bucket and its links. */
import { Readable } from 'node:stream';
import { PutParameterCommand } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { presignDownload } from '../../lib/stores/download.ts';
import { within } from '../../lib/stores/rates.ts';
import { openSecrets } from '../../lib/stores/secrets.ts';
import { BUCKETS, PARAMETER } from '../small-cloud.ts';
import { openWorlds, type TestWorld, type Worlds } from '../world.ts';

let worlds: Worlds;
let world: TestWorld;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open();
});

describe('a limit', () => {
  const limit = { bucket: 'hash', windowSeconds: 60, most: 3 };

  it('lets so many through in a window, also at once, and all again in the next', async () => {
    const at = Date.parse('2026-03-02T09:00:00Z');
    const results = await Promise.all(Array.from({ length: 5 }, () => within(world.requests.table, limit, at)));
    expect(results.filter(Boolean)).toHaveLength(3);
    expect(await within(world.requests.table, limit, at + 60_000)).toBe(true);
    expect(await within(world.requests.table, { ...limit, bucket: 'other' }, at)).toBe(true);
  });

  it('expires by itself', async () => {
    const at = Date.parse('2026-03-02T09:00:00Z');
    await within(world.requests.table, limit, at);
    const [item] = await world.requests.table.partition('RATE#hash');
    expect(Number(item!['expiresAt']) * 1000).toBeGreaterThan(at + 60_000);
  });
});

describe('a secret', () => {
  it('is read once in five minutes, so that a rotation arrives', async () => {
    const { ssm } = world.clients;
    const put = async (Value: string) =>
      await ssm.send(new PutParameterCommand({ Name: PARAMETER, Value, Type: 'SecureString', Overwrite: true }));
    const secret = openSecrets(ssm);
    const clock = vi.spyOn(Date, 'now');
    const start = Date.now();
    try {
      await put('old');
      expect(await secret(PARAMETER)).toBe('old');
      await put('new');
      expect(await secret(PARAMETER)).toBe('old');
      clock.mockReturnValue(start + 5 * 60_000 + 10_000);
      expect(await secret(PARAMETER)).toBe('new');
    } finally {
      clock.mockRestore();
    }
  });

  it('that does not exist is a fault each time', async () => {
    const secret = openSecrets(world.clients.ssm);
    await expect(secret('/none')).rejects.toMatchObject({ name: 'ParameterNotFound' });
    await expect(secret('/none')).rejects.toMatchObject({ name: 'ParameterNotFound' });
  });
});

describe('a receipt', () => {
  const part = { requestId: 'req_1', kind: 'request', fact: 'received', issuedAt: '2026-03-02T09:00:00Z' };
  const receipt = { ...part, id: 'rcp_1', jws: 'a.b.c', place: 1 };

  it('has its place alone: of two writers one stores, and the other is told', async () => {
    const other = { ...receipt, id: 'rcp_2', jws: 'd.e.f' };
    expect((await Promise.all([receipt, other].map((one) => world.receipts.append(one)))).toSorted()).toEqual([false, true]);
    const [stored] = await world.receipts.ofCase('req_1');
    expect(await world.receipts.get(stored!.id)).toEqual(stored);
    expect(await world.receipts.get(stored!.id === 'rcp_1' ? 'rcp_2' : 'rcp_1')).toBeUndefined();
  });

  it('is found in its case in the order of places, also behind the ninth, until it is erased', async () => {
    for (let place = 1; place <= 11; place += 1) await world.receipts.append({ ...receipt, id: `rcp_${place}`, jws: `${place}`, place });
    expect((await world.receipts.ofCase('req_1')).map(({ place }) => place)).toEqual(Array.from({ length: 11 }, (_, at) => at + 1));
    await world.receipts.erase({ ...receipt, place: 11 });
    await world.receipts.erase({ ...receipt, place: 11 });
    expect(await world.receipts.ofCase('req_1')).toHaveLength(10);
    expect(await world.receipts.get('rcp_11')).toBeUndefined();
  });
});

describe('the delivery bucket', () => {
  it('takes a stream of several parts and hands it out by a link, whole or from the middle', async () => {
    const bytes = Buffer.alloc(9 * 1024 * 1024, 'quittance ');
    await world.delivery.upload('req_1/1/Q-0000-0000.zip', Readable.from([bytes.subarray(0, 5_000_000), bytes.subarray(5_000_000)]));
    const url = await presignDownload({ s3: world.clients.s3, bucket: BUCKETS.delivery }, 'req_1/1/Q-0000-0000.zip', 'Q-0000-0000.zip');
    const whole = await fetch(url);
    expect(whole.headers.get('content-disposition')).toBe('attachment; filename="Q-0000-0000.zip"');
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    const rest = await fetch(url, { headers: { range: 'bytes=9437174-' } });
    expect(rest.status).toBe(206);
    expect(await rest.text()).toBe(bytes.subarray(9_437_174).toString());
    expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('900');
  });
});

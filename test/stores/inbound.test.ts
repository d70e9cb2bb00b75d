/** Received mails in their bucket, through the real client. */
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type InboundStore, openInbound } from '../../lib/stores/inbound.ts';
import { BUCKETS, type SmallCloud, startSmallCloud } from '../small-cloud.ts';

let cloud: SmallCloud;
let inbound: InboundStore;
beforeAll(async () => {
  cloud = await startSmallCloud();
});
afterAll(() => cloud.close());

const put = (id: string, Body: string | Uint8Array = id) =>
  cloud.clients().s3.send(new PutObjectCommand({ Bucket: BUCKETS.inbound, Key: `in/${id}`, Body }));

beforeEach(() => {
  inbound = openInbound({ s3: cloud.clients().s3, bucket: BUCKETS.inbound });
});

describe('a received mail', () => {
  it('is read byte for byte under its id, and is gone once it is removed, however often', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
    await put('mail-1', bytes);
    expect(await inbound.get('mail-1')).toEqual(bytes);
    await inbound.remove('mail-1');
    await inbound.remove('mail-1');
    expect(await inbound.get('mail-1')).toBeUndefined();
  });

  it('is listed with its time, in pages, and what SES left to try the bucket is no mail', async () => {
    const before = new Date(Date.now() - 60_000).toISOString();
    const ids = Array.from({ length: 1001 }, (_, at) => `m${String(at).padStart(4, '0')}`);
    for (let from = 0; from < ids.length; from += 50) await Promise.all(ids.slice(from, from + 50).map((id) => put(id)));
    await put('AMAZON_SES_SETUP_NOTIFICATION');
    const first = await inbound.list();
    expect(first.mails).toHaveLength(999);
    expect(first.next).toBe('m0998');
    const second = await inbound.list(first.next);
    expect(second).toEqual({ mails: ['m0999', 'm1000'].map((messageId) => ({ messageId, at: expect.any(String) as string })) });
    expect([...first.mails, ...second.mails].map(({ messageId }) => messageId)).toEqual(ids);
    expect(first.mails.every(({ at }) => at > before && at.endsWith('Z'))).toBe(true);
  });
});

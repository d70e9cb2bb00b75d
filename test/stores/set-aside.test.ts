/** Mails that were set aside, in their bucket, through the real client. */
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byHandSince, type InboundStore, openInbound } from '../../lib/stores/inbound.ts';
import { type AsideStore, openAside } from '../../lib/stores/set-aside.ts';
import { BUCKETS, type SmallCloud, startSmallCloud } from '../small-cloud.ts';

const RECEIVED = '2026-03-02T09:00:00.123Z';
const BYTES = Uint8Array.from({ length: 256 }, (_, at) => at);

let cloud: SmallCloud;
let inbound: InboundStore;
let aside: AsideStore;
beforeAll(async () => {
  cloud = await startSmallCloud();
  const place = { s3: cloud.clients().s3, bucket: BUCKETS.inbound };
  inbound = openInbound(place);
  aside = openAside(place);
});
afterAll(() => cloud.close());

describe('a mail that was set aside', () => {
  it('is found there byte for byte, with the time at which it was received and why it lies there, and waits for nobody', async () => {
    await inbound.setAside('one', BYTES, { receivedAt: RECEIVED, because: 'virus' });
    expect(await aside.get('one')).toEqual({ raw: BYTES, receivedAt: RECEIVED });
    const [mail, ...more] = (await aside.list()).mails;
    expect(mail).toEqual({ messageId: 'one', at: expect.any(String) as string, bytes: 256, because: 'virus' });
    expect(more).toEqual([]);
    expect((await inbound.list()).mails).toEqual([]);
    expect(await aside.get('two')).toBeUndefined();
  });

  it('lies there for no known reason if nothing that we know is written on it', async () => {
    const { s3 } = cloud.clients();
    const Metadata = { because: 'the person wrote so' };
    await s3.send(new PutObjectCommand({ Bucket: BUCKETS.inbound, Key: 'aside/odd', Body: BYTES, Metadata }));
    const odd = (await aside.list()).mails.find(({ messageId }) => messageId === 'odd');
    expect(odd).toEqual({ messageId: 'odd', at: expect.any(String) as string, bytes: 256 });
    await s3.send(new DeleteObjectCommand({ Bucket: BUCKETS.inbound, Key: 'aside/odd' }));
  });

  it('waits again once it is put back, under a name that tells since when its time runs', async () => {
    expect(await aside.putBack('one')).toBe(true);
    expect(await aside.putBack('one')).toBe(false);
    expect((await aside.list()).mails).toEqual([]);
    const [mail] = (await inbound.list()).mails;
    expect(byHandSince(mail!.messageId)).toBe(RECEIVED);
    expect(await inbound.get(mail!.messageId)).toEqual(BYTES);
    await inbound.remove(mail!.messageId);
  });

  it('is named like no mail that SES names', () => {
    expect(byHandSince('o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1')).toBeUndefined();
    expect(byHandSince('by-hand-1')).toBeUndefined();
  });

  it('is one of many: they are listed in pages', async () => {
    const ids = Array.from({ length: 53 }, (_, at) => `m${String(at).padStart(3, '0')}`);
    for (const id of ids) await inbound.setAside(id, BYTES.subarray(0, 1), { receivedAt: RECEIVED, because: 'spam' });
    const first = await aside.list();
    const second = await aside.list(first.next);
    expect([first.mails.length, second.mails.length, second.next]).toEqual([50, 3, undefined]);
    expect([...first.mails, ...second.mails].map(({ messageId }) => messageId)).toEqual(ids);
  });
});

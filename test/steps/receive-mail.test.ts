/** receive-mail: what the step makes of the event of SES, and what it leaves alone. */
import { describe, expect, it } from 'vitest';
import { newId } from '../../lib/domain/ids.ts';
import type { AsideFacts } from '../../lib/stores/inbound.ts';
import { receiveMail, type ReceivedMail, type Taken } from '../../lib/steps/receive-mail.ts';

const verdict = (status: string) => ({ status });

function record(messageId: string, { mail = {}, receipt = {} }: { mail?: object; receipt?: object } = {}) {
  return {
    eventSource: 'aws:ses',
    eventVersion: '1.0',
    ses: {
      mail: {
        timestamp: '2026-11-22T09:45:00.123Z',
        source: 'ines@example.org',
        messageId,
        destination: ['anybody@example.net'],
        headersTruncated: false,
        headers: [],
        commonHeaders: { subject: 'Auskunft' },
        ...mail,
      },
      receipt: {
        timestamp: '2026-11-22T09:45:01.000Z',
        processingTimeMillis: 877,
        recipients: ['privacy+token@requests.example.com'],
        spamVerdict: verdict('PASS'),
        virusVerdict: verdict('PASS'),
        spfVerdict: verdict('GRAY'),
        dkimVerdict: verdict('FAIL'),
        dmarcVerdict: verdict('PASS'),
        action: { type: 'Lambda', invocationType: 'Event', functionArn: 'arn' },
        ...receipt,
      },
    },
  };
}

function world(mails: Record<string, string>) {
  const taken: ReceivedMail[] = [];
  const stored = new Map(Object.entries(mails).map(([id, text]) => [id, new TextEncoder().encode(text)]));
  const aside: string[] = [];
  const removed: string[] = [];
  const inbound = {
    get: async (id: string) => stored.get(id),
    remove: async (id: string) => void removed.push(id),
    setAside: async (id: string, _raw: Uint8Array, { because }: AsideFacts) => void aside.push(`${id}: ${because}`),
    list: async () => ({ mails: [...stored.keys()].map((messageId, at) => ({ messageId, at: new Date(at * 20 * 60_000).toISOString() })) }),
  };
  const take = async (mail: ReceivedMail): Promise<Taken> => {
    taken.push(mail);
    return new TextDecoder().decode(mail.raw) === 'spam'
      ? { became: 'aside', because: 'spam' }
      : { became: 'request', requestId: newId('req') };
  };
  return { taken, aside, removed, inbound, take, now: () => 20 * 60_000 };
}

describe('a received mail', () => {
  it('is handed on with its envelope and what SES found', async () => {
    const here = world({ one: 'raw' });
    expect(await receiveMail({ Records: [record('one')] }, here)).toEqual({ taken: 1, aside: 0, gone: 0 });
    expect(here.taken).toEqual([
      {
        messageId: 'one',
        raw: new TextEncoder().encode('raw'),
        receivedAt: '2026-11-22T09:45:00.123Z',
        recipients: ['privacy+token@requests.example.com'],
        envelopeFrom: 'ines@example.org',
        verdicts: { spam: 'PASS', virus: 'PASS', spf: 'GRAY', dkim: 'FAIL', dmarc: 'PASS' },
      },
    ]);
  });

  it.each([{ source: '' }, { source: '<>' }, { source: undefined }])('has no sender where the envelope had none: %j', async (mail) => {
    const here = world({ one: 'raw' });
    await receiveMail({ Records: [record('one', { mail })] }, here);
    expect(here.taken[0]!.envelopeFrom).toBe('');
  });

  it.each([{ spamVerdict: verdict('DISABLED') }, { spamVerdict: {} }, { spamVerdict: undefined }])(
    'is not lost for a verdict in other words, which counts as not checked: %j',
    async (receipt) => {
      const here = world({ one: 'raw' });
      await receiveMail({ Records: [record('one', { receipt })] }, here);
      expect(here.taken[0]!.verdicts.spam).toBe('PROCESSING_FAILED');
    },
  );

  it('that is gone was taken in before: the event came twice', async () => {
    const here = world({ two: 'raw' });
    expect(await receiveMail({ Records: [record('one'), record('two')] }, here)).toEqual({ taken: 1, aside: 0, gone: 1 });
    expect(here.taken.map(({ messageId }) => messageId)).toEqual(['two']);
  });

  it('leaves its bucket once it is taken in, and lies aside if it is nothing of ours', async () => {
    const here = world({ one: 'raw', two: 'spam' });
    expect(await receiveMail({ Records: [record('one'), record('two')] }, here)).toEqual({ taken: 1, aside: 1, gone: 0 });
    expect([here.removed, here.aside]).toEqual([['one'], ['two: spam']]);
  });

  it('that nobody told of is taken in by the next hour, without a verdict or an envelope to answer to', async () => {
    const here = world({ left: 'raw', fresh: 'raw' });
    const hourly = { source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} };
    expect(await receiveMail(hourly, here)).toEqual({ taken: 1, aside: 0, gone: 0 });
    expect(here.taken).toMatchObject([{ messageId: 'left', receivedAt: '1970-01-01T00:00:00.000Z', envelopeFrom: '', recipients: [] }]);
    expect(new Set(Object.values(here.taken[0]!.verdicts))).toEqual(new Set(['PROCESSING_FAILED']));
  });

  it('that cannot be taken in keeps none of those beside it, and the call fails, which rings', async () => {
    const here = world({ a: 'raw', b: 'raw' });
    const take = async (mail: ReceivedMail): Promise<Taken> =>
      mail.messageId === 'a' ? await Promise.reject(new Error('no')) : { became: 'request', requestId: newId('req') };
    const hourly = { source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} };
    const later = { ...here, take, now: () => 60 * 60_000 };
    await expect(receiveMail(hourly, later)).rejects.toMatchObject({ name: 'TransientError', message: '1 mails could not be taken in' });
    expect(here.removed).toEqual(['b']);
  });

  it('that cannot be read from its bucket keeps none of those beside it either', async () => {
    const here = world({ a: 'raw', b: 'raw' });
    const get = async (id: string) => (id === 'a' ? await Promise.reject(new Error('no')) : await here.inbound.get(id));
    const hourly = { source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} };
    const later = { ...here, inbound: { ...here.inbound, get }, now: () => 60 * 60_000 };
    await expect(receiveMail(hourly, later)).rejects.toMatchObject({ name: 'TransientError' });
    expect(here.removed).toEqual(['b']);
  });

  it('fails with what takes it, so that the event comes again', async () => {
    const here = { ...world({ one: 'raw' }), take: () => Promise.reject(new Error('no')) };
    await expect(receiveMail({ Records: [record('one')] }, here)).rejects.toThrow('no');
  });

  it.each([{}, { Records: [{}] }, { Records: [record('')] }, { Records: [record('one', { mail: { timestamp: 'yesterday' } })] }])(
    'is not made out of an event of something else: %#',
    async (event) => {
      const here = world({ one: 'raw', '': 'raw' });
      await expect(receiveMail(event, here)).rejects.toMatchObject({ name: 'ZodError' });
      expect(here.taken).toEqual([]);
    },
  );
});

/** The local SES behind the front door: the mail contract, the files it keeps, the events it reports. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateTemplateCommand, SendEmailCommand, SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { virtualClock, type VirtualClock } from '../../../lib/local/clock.ts';
import type { BusEvent } from '../../../lib/local/contract.ts';
import { createSes, type SesService } from '../../../lib/local/ses/create-ses.ts';
import { mailContract, rawMail } from '../../contracts/mail.contract.ts';
import { serveFront, type ServedFront } from '../../contracts/serve-front.ts';

const demoDomain = 'quittance.example';
const start = Date.UTC(2026, 10, 21, 9, 30, 15);

mailContract('local SES', async () => {
  const front = await serveFront(({ dir, ...parts }) => [
    createSes({ ...parts, dir: join(dir, 'mail'), demoDomain, putEvents: async () => undefined }),
  ]);
  return { client: new SESClient(front.settings), domain: demoDomain, close: front.close };
});

describe('the local SES', () => {
  let front: ServedFront;
  let ses: SesService;
  let client: SESClient;
  let events: BusEvent[];
  let clock: VirtualClock;

  beforeEach(async () => {
    events = [];
    clock = virtualClock(start);
    const putEvents = async (put: readonly BusEvent[]) => void events.push(...put);
    front = await serveFront(({ dir, region }) => [(ses = createSes({ dir: join(dir, 'mail'), region, clock, demoDomain, putEvents }))], {
      clock,
    });
    client = new SESClient(front.settings);
  });
  afterEach(() => front.close());

  const send = (Data: Buffer, more: object = {}) => client.send(new SendRawEmailCommand({ RawMessage: { Data }, ...more }));

  it('keeps a mail byte for byte, but for the two headers that are its own', async () => {
    const raw = rawMail(demoDomain, {
      headers: ['Message-ID: <mine@x>', 'X-Long: one', '\ttwo', 'Date: Thu, 01 Jan 1970 00:00:00 +0000', 'X-Quittance-Mail: m1'],
      body: 'Gr\u00fc\u00dfe\r\n\r\n.',
    });
    const { MessageId } = await send(raw);
    const file = readdirSync(join(front.dir, 'mail')).find((name) => name.endsWith('.eml'));
    expect(file).toBe(`2026-11-21T09-30-15.000Z-${MessageId}.eml`);
    const expected = raw
      .toString()
      .replace('<mine@x>', `<${MessageId}@eu-central-1.amazonses.com>`)
      .replace('Thu, 01 Jan 1970 00:00:00', 'Sat, 21 Nov 2026 09:30:15');
    expect(readFileSync(join(front.dir, 'mail', file ?? ''), 'utf8')).toBe(expected);
  });

  it('adds its headers where the sender wrote none', async () => {
    const { MessageId } = await send(rawMail(demoDomain));
    const answer = await ses.pages(new Request(`http://127.0.0.1/_local/mail/${MessageId}/raw`));
    const text = await answer.text();
    expect(text).toContain(
      `\r\nMessage-ID: <${MessageId}@eu-central-1.amazonses.com>\r\nDate: Sat, 21 Nov 2026 09:30:15 +0000\r\n\r\nHello`,
    );
  });

  it('lists mails with their envelope, newest first', async () => {
    await send(rawMail(demoDomain));
    await clock.advanceBy(1000);
    await send(rawMail(demoDomain), { Destinations: ['hidden@example.org'] });
    expect(ses.inbox().map(({ recipients, subject }) => [recipients, subject])).toEqual([
      [['hidden@example.org'], 'Receipt'],
      [['person@example.org'], 'Receipt'],
    ]);
  });

  it('keeps blind copies out of the message', async () => {
    const Destination = { ToAddresses: ['person@example.org'], BccAddresses: ['blind@example.org'] };
    const Message = { Subject: { Data: 'Hi' }, Body: { Text: { Data: 'text' } } };
    const { MessageId } = await client.send(new SendEmailCommand({ Source: `office@${demoDomain}`, Destination, Message }));
    const raw = await (await ses.pages(new Request(`http://127.0.0.1/_local/mail/${MessageId}/raw`))).text();
    expect(raw).not.toContain('blind@example.org');
    expect(ses.inbox()[0]?.recipients).toContain('blind@example.org');
  });

  it('refuses an action it does not know, at once and by name', async () => {
    const create = client.send(new CreateTemplateCommand({ Template: { TemplateName: 'x', SubjectPart: 'x' } }));
    await expect(create).rejects.toThrow('CreateTemplate');
  });

  it('reports the fate of each recipient to the event bus', async () => {
    const Destinations = ['bounce@', 'complaint+2@', 'slow@', 'other@'].map((local) => `${local}${demoDomain}`);
    const { MessageId } = await send(rawMail(demoDomain, { headers: ['X-SES-MESSAGE-TAGS: kind=receipt'] }), {
      Destinations: [...Destinations, 'bounce@elsewhere.example'],
      ConfigurationSetName: 'mails',
    });
    expect(events).toEqual([]);
    await clock.advanceBy(5000);
    const facts = events.map(({ source, detailType, detail, resources }) => ({ source, detailType, detail, resources }));
    expect(facts.map(({ detailType }) => detailType)).toEqual([
      'Email Bounced',
      'Email Complaint Received',
      'Email Delivery Delayed',
      'Email Delivered',
    ]);
    expect(facts[0]).toMatchObject({
      source: 'aws.ses',
      resources: ['arn:aws:ses:eu-central-1:000000000000:configuration-set/mails'],
      detail: {
        eventType: 'Bounce',
        bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: `bounce@${demoDomain}`, status: '5.1.1' }] },
        mail: { messageId: MessageId, source: `office@${demoDomain}`, tags: { kind: ['receipt'], 'ses:configuration-set': ['mails'] } },
      },
    });
    expect(facts[3]?.detail).toMatchObject({
      delivery: { recipients: [`other@${demoDomain}`, 'bounce@elsewhere.example'], processingTimeMillis: 1000 },
    });
  });

  it('reports nothing of a mail without a configuration set, as in the cloud', async () => {
    await send(rawMail(demoDomain), { Destinations: [`bounce@${demoDomain}`] });
    await clock.advanceBy(60_000);
    expect(events).toEqual([]);
  });

  it('counts what was sent within a day', async () => {
    await send(rawMail(demoDomain));
    await clock.advanceBy(25 * 3_600_000);
    await send(rawMail(demoDomain), { Destinations: ['a@example.org', 'b@example.org'] });
    const quota = await ses.run({ operation: 'GetSendQuota', input: {}, principal: { name: 'operator', arn: '', kind: 'operator' } });
    expect(quota.SentLast24Hours).toBe(2);
  });

  it('names identity and configuration set for the policies', () => {
    const input = { RawMessage: { Data: rawMail(demoDomain).toString('base64') }, ConfigurationSetName: 'mails' };
    const needed = ses.permissions({ operation: 'SendRawEmail', input, principal: { name: 'operator', arn: '', kind: 'operator' } });
    expect(needed.map(({ resource }) => resource.split(':').at(-1))).toEqual([`identity/${demoDomain}`, 'configuration-set/mails']);
    expect(needed[0]?.context).toMatchObject({ 'ses:FromAddress': `office@${demoDomain}`, 'ses:Recipients': ['person@example.org'] });
  });
});

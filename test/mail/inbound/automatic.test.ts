/** Which mails machines wrote, and what bounces tell. */
import { describe, expect, it } from 'vitest';
import { readMail } from '../../../lib/mail/inbound/read-mail.ts';
import { BOUNCE, lines, mailOf, type Part, partsOf } from './sample-mails.ts';

async function read(raw: Uint8Array) {
  const answer = await readMail(raw);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.mail;
}

const STATUS: Part = {
  type: 'message/delivery-status',
  body: lines('Reporting-MTA: dns; mx.example.com', '', 'Final-Recipient: rfc822; x@example.com', 'Action: delayed'),
};

describe('a mail of a machine', () => {
  it.each<[string, string[], string]>([
    ['an answer while somebody is away', ['Auto-Submitted: auto-replied'], 'auto-reply'],
    ['a notice', ['Auto-Submitted: auto-generated; type=x'], 'auto-reply'],
    ['of Exchange', ['X-Auto-Response-Suppress: DR, OOF, AutoReply'], 'auto-reply'],
    ['of an old vacation program', ['Precedence: auto_reply'], 'auto-reply'],
    ['that takes no bounces', ['Return-Path: <>'], 'auto-reply'],
    ['to many', ['Precedence: bulk'], 'bulk'],
    ['of a list', ['List-Id: News <news.example.com>'], 'bulk'],
    ['one can unsubscribe from', ['List-Unsubscribe: <https://example.com/u>'], 'bulk'],
    ['of a list, answering', ['Precedence: list', 'Auto-Submitted: auto-replied'], 'auto-reply'],
    ['of a mail system', ['From: MAILER-DAEMON (Mail Delivery System)'], 'bounce'],
    ['of a mail system that names who was not reached', ['X-Failed-Recipients: x@example.com'], 'bounce'],
  ])('%s', async (_, headers, automatic) => {
    expect(await read(mailOf(headers, 'hi'))).toMatchObject({ automatic });
  });

  it.each<[string, string[]]>([
    ['that says it is none', ['Auto-Submitted: no', 'X-Auto-Response-Suppress: None']],
    ['with a return path', ['Return-Path: <anna@example.com>']],
    ['whose subject sounds like one', ['Subject: Automatic reply: Out of office']],
    ['urgent for its sender', ['Precedence: first-class', 'X-Priority: 1']],
    ['that names a mail system in its name', ['From: "Not the mailer-daemon-fan" <anna@example.com>']],
  ])('is not one %s', async (_, headers) => {
    expect((await read(mailOf(headers, 'hi'))).automatic).toBeUndefined();
  });
});

describe('a bounce', () => {
  it('tells whom it did not reach, why, and which mail', async () => {
    const mail = await read(BOUNCE);
    expect(mail).toMatchObject({
      automatic: 'bounce',
      bounced: { originalMessageId: '0100-ours@email.amazonses.com', action: 'failed', status: '5.1.1', recipient: 'anna@example.com' },
      fromFault: 'odd',
    });
  });

  it('has as its text what the mail system says, not what it returns', async () => {
    expect((await read(BOUNCE)).text).toBe('Your message could not be delivered.');
  });

  it('may return headers alone, or nothing', async () => {
    const failed = { ...STATUS, body: STATUS.body.replace('delayed', 'failed') };
    const returned = { type: 'text/rfc822-headers', body: lines('Subject: x', 'Message-ID:', ' <ours@example.com>') };
    expect(await read(partsOf('report; report-type=delivery-status', [failed, returned]))).toMatchObject({
      automatic: 'bounce',
      bounced: { originalMessageId: 'ours@example.com', recipient: 'x@example.com' },
    });
    expect((await read(partsOf('report', [failed]))).bounced).toEqual({ action: 'failed', recipient: 'x@example.com' });
  });

  it('of rubbish tells nothing and is one all the same', async () => {
    expect(await read(partsOf('report', [{ type: 'message/delivery-status', body: '\r\n\r\n:::\r\n\r\n' }]))).toMatchObject({
      automatic: 'bounce',
      bounced: {},
    });
  });
});

describe('a report', () => {
  it('of a mail that is only late is no bounce', async () => {
    expect(await read(partsOf('report; report-type=delivery-status', [STATUS]))).toMatchObject({
      automatic: 'report',
      bounced: { action: 'delayed' },
    });
  });

  it('of reading or abuse is no bounce', async () => {
    const read1 = { type: 'message/disposition-notification', body: 'Disposition: automatic-action/MDN-sent-automatically; displayed' };
    const mail = await read(partsOf('report; report-type=disposition-notification', [{ type: 'text/plain', body: 'read' }, read1]));
    expect([mail.automatic, mail.bounced]).toEqual(['report', undefined]);
  });
});

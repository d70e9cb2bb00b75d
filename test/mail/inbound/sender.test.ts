/** Who wrote a mail, read so that no two programs could read it differently. */
import { describe, expect, it } from 'vitest';
import { readMail } from '../../../lib/mail/inbound/read-mail.ts';
import { readMailbox } from '../../../lib/mail/inbound/sender.ts';
import { bytesOf, lines, mailOf } from './sample-mails.ts';

async function senderOf(raw: Uint8Array): Promise<unknown> {
  const read = await readMail(raw);
  if (!read.ok) return read.reason;
  return read.mail.from ?? read.mail.fromFault;
}

describe('one well-formed address is the sender', () => {
  it.each([
    ['anna@example.com', { address: 'anna@example.com' }],
    ['<anna@example.com>', { address: 'anna@example.com' }],
    ['Anna Berg <anna@example.com>', { address: 'anna@example.com', name: 'Anna Berg' }],
    ['"Berg, Anna (private)" <Anna@EXAMPLE.com>', { address: 'Anna@example.com', name: 'Berg, Anna (private)' }],
    ['"Anna \\"Ann\\" Berg" <anna@example.com>', { address: 'anna@example.com', name: 'Anna "Ann" Berg' }],
    ['=?utf-8?Q?M=C3=BCller,_J=C3=B6rg?= <jm@example.com>', { address: 'jm@example.com', name: 'Müller, Jörg' }],
    ['=?utf-8?B?0JDQvdC90LA=?= <anna@example.com>', { address: 'anna@example.com', name: 'Анна' }],
    ['anna@example.com <anna@example.com>', { address: 'anna@example.com' }],
    ['Anna <anna@bücher.example>', { address: 'anna@xn--bcher-kva.example', name: 'Anna' }],
    ['Anna <anna@BÜCHER.example>', { address: 'anna@xn--bcher-kva.example', name: 'Anna' }],
  ])('%s', (written, mailbox) => {
    expect(readMailbox(written)).toEqual(mailbox);
  });
});

describe('what could be read in two ways is no sender', () => {
  it.each([
    ['a comment', 'pete(his account)@silly.test(his host)'],
    ['a comment as a name', 'anna@example.com (Anna Berg)'],
    ['a comment in a name', 'Anna (private) <anna@example.com>'],
    ['a group', 'A group:Anna <anna@example.com>;'],
    ['a group of nobody', 'Undisclosed recipients:;'],
    ['another address as a name', 'ceo@shop.example <anna@example.com>'],
    ['two addresses in brackets', '<anna@example.com> <bert@example.com>'],
    ['something after the address', '<anna@example.com> bert'],
    ['brackets in brackets', 'Anna <<anna@example.com>>'],
    ['a route', 'Anna <@relay.example:anna@example.com>'],
    ['a quoted local part', '"anna berg"@example.com'],
    ['an address within quotes', '"anna@example.com"'],
    ['an address within an encoded word', '=?utf-8?Q?anna=40example.com?='],
    ['an open quote', '"Anna <anna@example.com>'],
    ['letters beyond ASCII before the @', 'jörg@example.com'],
    ['a full-width domain that turns into another', 'anna@ｅxample.com'],
    ['a soft hyphen in a domain', 'anna@exam\u00adple.com'],
    ['an ideographic full stop', 'anna@example。com'],
    ['an encoded domain', 'anna@ex%61mple.com'],
    ['an address of numbers', 'anna@[127.0.0.1]'],
    ['a domain without a dot', 'anna@localhost'],
    ['a comma in a bare name', 'Berg, Anna <anna@example.com>'],
    ['no address', 'Anna Berg'],
    ['an empty address', 'Anna Berg <>'],
    ['more than 2,000 characters', `${'a'.repeat(2000)} <anna@example.com>`],
  ])('%s', (_, written) => {
    expect(readMailbox(written)).toBe('odd');
  });
});

describe('a mail', () => {
  it('with two From headers has several senders, whichever comes first', async () => {
    expect(await senderOf(bytesOf('From: anna@example.com\nFrom: bert@example.com\n\nhi'))).toBe('several');
    expect(await senderOf(bytesOf('From: anna@example.com\nSubject: x\nfrom : anna@example.com\n\nhi'))).toBe('several');
  });

  it('with two addresses in From has several senders', async () => {
    expect(await senderOf(mailOf(['From: anna@example.com, "B, C" <bert@example.com>'], 'hi'))).toBe('several');
  });

  it('with a sender behind a bare CR has several senders', async () => {
    expect(await senderOf(bytesOf('From: anna@example.com\nSubject: x\rFrom: bert@example.com\n\nhi'))).toBe('several');
  });

  it('with a second sender after a line that is no header has several senders', async () => {
    expect(await senderOf(bytesOf('From: anna@example.com\nno header\n \nFrom: bert@example.com\n\nhi'))).toBe('several');
  });

  it.each([
    ['no From', 'Subject: x\n\nhi'],
    ['an empty From', 'From:\nSubject: x\n\nhi'],
    ['a From in the text only', 'Subject: x\n\nFrom: anna@example.com\n'],
    ['a From behind a no-break space', '\u00a0From: anna@example.com\n\nhi'],
    ['a From behind a byte order mark', '\ufeffFrom: anna@example.com\n\nhi'],
  ])('with %s has no sender', async (_, mail) => {
    expect(await senderOf(bytesOf(mail))).toBe('none');
  });

  it('may be folded anywhere', async () => {
    expect(await senderOf(bytesOf(lines('From: =?utf-8?Q?J=C3=B6rg?=', ' =?utf-8?Q?_M?=', '\t<jm@example.com>', '', 'hi')))).toEqual({
      address: 'jm@example.com',
      name: 'Jörg M',
    });
  });

  it('of an old program has its letters', async () => {
    const raw = Buffer.from('From: Jörg <j@example.com>\nSubject: Löschung =?iso-8859-1?Q?für_mich?=\n\nhi', 'latin1');
    expect(await senderOf(raw)).toEqual({ address: 'j@example.com', name: 'Jörg' });
    expect(await readMail(raw)).toMatchObject({ mail: { subject: 'Löschung für mich' } });
  });

  it('wants answers at the one address of Reply-To, or at none', async () => {
    const replyTo = async (...headers: string[]) => {
      const read = await readMail(mailOf(headers, 'hi'));
      return read.ok ? read.mail.replyTo : read.reason;
    };
    expect(await replyTo('Reply-To: Desk <desk@example.com>')).toBe('desk@example.com');
    expect(await replyTo('Reply-To: a@example.com, b@example.com')).toBeUndefined();
    expect(await replyTo('Reply-To: a@example.com', 'Reply-To: b@example.com')).toBeUndefined();
    expect(await replyTo()).toBeUndefined();
  });
});

/** When two mails are the same mail. */
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../lib/mail/inbound/fingerprint.ts';
import { bytesOf, mailOf } from './sample-mails.ts';

const MAIL = mailOf(['X-Mailer: x'], 'hello\r\nworld\r\n');
const text = Buffer.from(MAIL).toString();
const of = (mail: string): string => fingerprintOf(bytesOf(mail));

describe('a mail is the same', () => {
  it.each<[string, string]>([
    ['delivered again', text],
    [
      'with what servers write above it',
      `Return-Path: <anna@example.com>\r\nReceived: from a\r\n\tby b;\r\n Tue, 3 Feb 2026\r\nX-SES-Spam-Verdict: PASS\r\n${text}`,
    ],
    [
      'with what servers write below the headers',
      text.replace('\r\n\r\n', '\r\nAuthentication-Results: x; dmarc=pass\r\nARC-Seal: i=1;\r\n b=x\r\n\r\n'),
    ],
    ['signed again on the way', `DKIM-Signature: v=1; t=17;\r\n b=abc\r\n${text}`],
    ['with other line ends', text.replaceAll('\r\n', '\n')],
    ['without its last line end', text.trimEnd()],
    ['with empty lines after it', `${text}\r\n\r\n`],
  ])('%s', (_, mail) => {
    expect(of(mail)).toBe(of(text));
  });

  it('with a trace header as its only one', () => {
    expect(of('Received: x\n\nhello')).toBe(of('Received: y\n\nhello'));
  });
});

describe('a mail is another', () => {
  it.each<[string, string]>([
    ['with another word', text.replace('world', 'World')],
    ['with another subject', text.replace('My data', 'My Data')],
    ['with one more header', `X-Other: 1\r\n${text}`],
    ['with what looks like a trace header in its text', text.replace('hello', 'Received: x\r\nhello')],
    ['with a header that only begins like one', `Received-On: x\r\n${text}`],
    ['with two lines made one', text.replace('hello\r\nworld', 'helloworld')],
    ['whose headers end elsewhere', text.replace('\r\n\r\n', '\r\n')],
  ])('%s', (_, mail) => {
    expect(of(mail)).not.toBe(of(text));
  });
});

it('headers that are too large to read are taken as they are', () => {
  const large = `Received: x\n${'A: b\n'.repeat(100_000)}\nhello`;
  expect(of(large)).toBe(of(large));
  expect(of(large)).not.toBe(of(large.slice(12)));
});

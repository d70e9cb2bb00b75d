/** What is attached: named safely, told apart, never opened. */
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readMail } from '../../../lib/mail/inbound/read-mail.ts';
import { attachmentOf, mailOf, type Part, partsOf } from './sample-mails.ts';

async function attachmentsOf(...parts: Part[]) {
  const read = await readMail(partsOf('mixed', parts));
  if (!read.ok) throw new Error(read.reason);
  return read.mail.attachments;
}

describe('the kind of a file', () => {
  it.each<[string, string, string, string]>([
    ['paper', 'passport.pdf', 'application/pdf', '%PDF-1.7'],
    ['paper', 'passport.JPG', 'application/octet-stream', '\xff\xd8\xff'],
    ['paper', 'letter.docx', 'application/octet-stream', 'PK\x03\x04'],
    ['paper', 'scan', 'image/heic', ''],
    ['other', 'drawing.svg', 'image/svg+xml', '<svg onload="x()">'],
    ['other', 'page.html', 'text/html', '<script>'],
    ['calendar', 'invite.ics', 'application/octet-stream', 'BEGIN:VCALENDAR'],
    ['winmail', 'winmail.dat', 'application/octet-stream', '\x78\x9f\x3e\x22'],
    ['winmail', 'x', 'application/ms-tnef', ''],
    ['message', 'letter.eml', 'application/octet-stream', 'From: a@example.com'],
    ['archive', 'all.zip', 'application/zip', 'PK\x03\x04'],
    ['archive', 'passport.pdf', 'application/pdf', 'PK\x03\x04'],
    ['archive', 'disk.iso', 'application/octet-stream', ''],
    ['executable', 'passport.pdf.exe', 'application/pdf', ''],
    ['executable', 'passport.pdf', 'application/pdf', 'MZ\x90'],
    ['executable', 'letter.docm', 'application/msword', ''],
    ['executable', 'run', 'text/plain', '#!/bin/sh'],
    ['other', 'notes.txt', 'text/plain', 'hello'],
  ])('is %s for %s of type %s', async (kind, name, type, content) => {
    const bytes = Buffer.from(content, 'latin1');
    const [file] = await attachmentsOf(attachmentOf(name, type, bytes));
    expect(file).toMatchObject({ kind, type, bytes: bytes.length });
    expect(Buffer.compare(file!.content, bytes)).toBe(0);
  });
});

describe('the name of a file', () => {
  const nameOf = async (written: string) => (await attachmentsOf(attachmentOf(written, 'application/pdf', 'x')))[0]!.name;

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\\\Users\\\\me\\\\a.pdf', 'a.pdf'],
    ['..', 'attachment-1'],
    ['.htaccess', 'htaccess'],
    ['a:b*c?.pdf', 'a_b_c_.pdf'],
    ['=?utf-8?Q?Ausweis_M=C3=BCller.pdf?=', 'Ausweis Müller.pdf'],
    [`${'a'.repeat(300)}.pdf`, `${'a'.repeat(116)}.pdf`],
  ])('%s is %s', async (written, name) => {
    expect(await nameOf(written)).toBe(name);
  });

  it('is made up where there is none', async () => {
    expect((await attachmentsOf({ type: 'application/pdf', body: 'x' }))[0]).toMatchObject({
      name: 'attachment-1',
      type: 'application/pdf',
    });
  });
});

it('a calendar in an invitation is a file, and its words are not the text', async () => {
  const parts = [
    { type: 'text/plain', body: 'Come' },
    { type: 'text/calendar; method=REQUEST', body: 'BEGIN:VCALENDAR' },
  ];
  const read = await readMail(partsOf('alternative', parts));
  expect(read).toMatchObject({ mail: { text: 'Come', attachments: [{ kind: 'calendar', type: 'text/calendar' }] } });
});

it('an archive that would unpack to a thousand times its size is handed on as it is', async () => {
  const bomb = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), deflateRawSync(Buffer.alloc(100 * 2 ** 20))]);
  const [file] = await attachmentsOf(attachmentOf('bomb.zip', 'application/zip', bomb));
  expect(file).toMatchObject({ kind: 'archive', bytes: bomb.length });
  expect(Buffer.compare(file!.content, bomb)).toBe(0);
});

it('of more than 50 files the first are listed and the others counted', async () => {
  const parts = Array.from({ length: 60 }, (_, index) => attachmentOf(`${index}.pdf`, 'application/pdf', 'x'));
  const read = await readMail(partsOf('mixed', parts));
  expect(read).toMatchObject({ mail: { moreAttachments: 10 } });
  if (read.ok) expect(read.mail.attachments.map(({ name }) => name)).toEqual(Array.from({ length: 50 }, (_, index) => `${index}.pdf`));
});

it('signatures with two dashes, rules of dashes and old threads are no parts', async () => {
  const body = `hello\r\n${'-- \r\n--\r\n----------\r\n-----Original Message-----\r\n-- boundary conditions --\r\n'.repeat(100)}`;
  expect(await readMail(mailOf([], body))).toMatchObject({ ok: true });
  expect(await readMail(partsOf('mixed', [{ type: 'text/plain', body }]))).toMatchObject({ ok: true });
});

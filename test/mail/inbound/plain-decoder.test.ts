/** Parts that are not encoded, which the parser collects with a decoder of ours. */
import { expect, it } from 'vitest';
import { PlainDecoder } from '../../../lib/mail/inbound/plain-decoder.ts';
import { readMail } from '../../../lib/mail/inbound/read-mail.ts';
import { partsOf } from './sample-mails.ts';

it('gives back every line, whatever its length', async () => {
  const written = [0, 1, 65_534, 65_535, 65_536, 65_537, 200_000, 3, 0].map((length, index) => 'abcdefghi'[index]!.repeat(length));
  const decoder = new PlainDecoder();
  for (const line of written) decoder.update(Buffer.from(line));
  const whole = Buffer.from(await decoder.finalize()).toString();
  expect(whole === written.map((line) => `${line}\n`).join('')).toBe(true);
});

it('gives nothing for nothing', async () => {
  expect((await new PlainDecoder().finalize()).byteLength).toBe(0);
});

it('brings a large file of lines through the process that parses', async () => {
  const content = Array.from({ length: 30_000 }, (_, index) => `row ${index};${'x'.repeat(index % 80)}`).join('\n');
  const file = { type: 'text/csv', headers: ['Content-Disposition: attachment; filename=rows.csv'], body: content };
  const read = await readMail(partsOf('mixed', [file, { type: 'text/plain', body: 'see the rows' }]));
  expect(read).toMatchObject({ ok: true, mail: { text: 'see the rows', attachments: [{ name: 'rows.csv' }] } });
  if (read.ok) expect(Buffer.from(read.mail.attachments[0]!.content).toString().trimEnd() === content).toBe(true);
});

it('takes a tenth of the memory of the parser’s own', async () => {
  // With that, 200,000 lines take 300 MB.
  const raw = Buffer.from(`From: anna@example.com\nContent-Type: text/plain\n\n${'ab\n'.repeat(200_000)}`);
  expect(await readMail(raw, { megabytes: 128, milliseconds: 60_000 })).toMatchObject({ ok: true });
});

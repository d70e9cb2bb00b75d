/** What a mail may not do: take longer, take more, end the process. */
import { describe, expect, it } from 'vitest';
import { readMail } from '../../../lib/mail/inbound/read-mail.ts';
import { HOSTILE } from './hostile-mails.ts';

/** Far more than the limit of 5 s: the machine that tests may be busy, and a parser without a limit takes minutes. */
const GENEROUS_MS = 15_000;
const LONGEST_TEXT = 200_000;

describe('a hostile mail', () => {
  it.each(HOSTILE)('is read or refused within its limits: $name', { timeout: 60_000 }, async ({ make }) => {
    const raw = make();
    const started = performance.now();
    const read = await readMail(raw);
    expect(performance.now() - started).toBeLessThan(GENEROUS_MS);
    expect(read.ok ? read.mail.fingerprint : read.fingerprint).toMatch(/^[\w-]{43}$/);
    if (read.ok) expect(read.mail.text.length).toBeLessThanOrEqual(LONGEST_TEXT);
  });
});

const answerTo = async (name: string): Promise<string> => {
  const read = await readMail(HOSTILE.find((hostile) => hostile.name === name)!.make());
  return read.ok ? 'ok' : read.reason;
};

describe('is refused before it is parsed', () => {
  it.each([
    ['one byte more than 40 MB', 'too-large'],
    ['40 MB of empty lines', 'too-large'],
    ['100,000 parts', 'too-many-parts'],
    ['100,000 parts with a boundary of escapes', 'too-many-parts'],
    ['100,000 parts with a boundary in pieces', 'too-many-parts'],
  ])('%s: %s', async (name, reason) => {
    expect(await answerTo(name)).toBe(reason);
  });
});

describe('is refused by the parser', () => {
  it.each([
    ['a header of 10 MB', 'too-large'],
    ['From with 300,000 groups', 'too-large'],
    ['90 multiparts in each other', 'too-many-parts'],
  ])('%s: %s', async (name, reason) => {
    expect(await answerTo(name)).toBe(reason);
  });
});

describe('the process that parses', () => {
  const slow = HOSTILE.find(({ name }) => name === '700,000 flowed lines')!;

  it('is ended when its time is over', async () => {
    expect(await readMail(slow.make(), { milliseconds: 1 })).toMatchObject({ ok: false, reason: 'too-long' });
  });

  it('is ended when it takes too much memory, and nothing else ends with it', async () => {
    const read = await readMail(slow.make(), { megabytes: 24, milliseconds: 60_000 });
    expect(read).toMatchObject({ ok: false, reason: 'too-much-memory' });
    expect(await readMail(new TextEncoder().encode('From: a@example.com\n\nhello'))).toMatchObject({ ok: true });
  });

  it('leaves the bytes it was given as they were', async () => {
    const raw = new TextEncoder().encode('From: a@example.com\n\nhello');
    const before = raw.slice();
    await readMail(raw);
    expect(raw).toEqual(before);
  });
});

/** SMTP as another mail server speaks it: 250 stands for "stored", and nothing else does. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Envelope } from '../../../lib/local/ses/receiving/receipt-event.ts';
import { createSmtpListener, LARGEST_MAIL, type SmtpListener } from '../../../lib/local/ses/receiving/smtp-listener.ts';
import { VerdictsError } from '../../../lib/local/ses/receiving/verdicts.ts';
import { deliver, envelope, openSmtp, type SmtpClient } from './smtp-client.ts';

const MAIL = 'From: ines@example.org\r\nSubject: Access\r\n\r\nPlease.';

let listener: SmtpListener;
let client: SmtpClient;
/** What was stored, in order; `store` decides what becomes of the next one. */
let stored: { envelope: Envelope; mail: string }[];
let store: () => Promise<void>;

beforeEach(async () => {
  stored = [];
  store = async () => undefined;
  const receiver = {
    takes: (recipient: string) => recipient.toLowerCase().endsWith('@in.example'),
    async receive(given: Envelope, mail: Buffer) {
      await store();
      stored.push({ envelope: given, mail: mail.toString('latin1') });
      return `id-${stored.length}`;
    },
  };
  listener = createSmtpListener({ port: 0, receiver, region: 'eu-central-1' });
  await listener.start();
  client = await openSmtp(listener.port()!);
});
afterEach(async () => {
  client.drop();
  await listener.close();
});

describe('a mail', () => {
  it('is handed over byte for byte, with its envelope', async () => {
    expect(
      await deliver(client, `${MAIL}\r\n..one dot\r\n\x00\xff`, {
        from: 'a@example.org',
        to: ['privacy@in.example', 'Other+1@in.example'],
      }),
    ).toBe('250 OK id-1');
    expect(stored).toEqual([
      {
        mail: `${MAIL}\r\n.one dot\r\n\x00${Buffer.from('\xff').toString('latin1')}\r\n`,
        envelope: {
          from: 'a@example.org',
          recipients: ['privacy@in.example', 'Other+1@in.example'],
          client: { name: 'client.example', address: '127.0.0.1' },
        },
      },
    ]);
  });

  it('is answered with 250 only once it is stored', async () => {
    let finish: (() => void) | undefined;
    store = () => new Promise((resolve) => (finish = resolve));
    let answered = false;
    const answer = deliver(client, MAIL).then((reply) => ((answered = true), reply));
    await vi.waitFor(() => expect(finish).toBeDefined());
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([answered, stored.length]).toEqual([false, 0]);
    finish!();
    expect(await answer).toBe('250 OK id-1');
  });

  it('stays with its sender when it cannot be stored, who may send it again', async () => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    store = () => Promise.reject(new Error('The disk is full'));
    expect(await deliver(client, MAIL)).toBe('451 Requested action aborted: local error in processing');
    expect(String(write.mock.calls[0]![0])).toContain('its sender keeps it: Error: The disk is full');
    write.mockRestore();
    store = async () => undefined;
    expect(await deliver(client, MAIL)).toBe('250 OK id-1');
  });

  it('is refused for good when it asks for a verdict that does not exist', async () => {
    store = () => Promise.reject(new VerdictsError('no such verdict'));
    expect(await deliver(client, MAIL)).toBe('554 no such verdict');
  });

  it('may come from nobody, as reports about other mails do', async () => {
    expect(await deliver(client, MAIL, { from: '' })).toBe('250 OK id-1');
    expect(stored[0]!.envelope.from).toBe('');
  });

  it('is nothing while it is not whole: a connection that breaks off stores nothing', async () => {
    await envelope(client);
    expect(await client.say('DATA')).toMatch(/^354 /);
    client.write(`${MAIL}\r\n`);
    client.drop();
    const next = await openSmtp(listener.port()!);
    await listener.settled();
    expect(stored).toEqual([]);
    expect(await deliver(next, MAIL)).toBe('250 OK id-1');
    next.drop();
  });

  it('has many recipients, up to a hundred', async () => {
    const to = Array.from({ length: 100 }, (_, at) => `r${at}@in.example`);
    expect(await envelope(client, { to })).toBe('250 Accepted');
    expect(await client.say('RCPT TO:<one-more@in.example>')).toMatch(/^452 /);
    await client.say('DATA');
    client.write(MAIL);
    expect(await client.say('\r\n.')).toBe('250 OK id-1');
    expect(stored[0]!.envelope.recipients).toEqual(to);
  });

  it('comes in the same connection as others, also when everything is said at once', async () => {
    const one = `MAIL FROM:<a@example.org>\r\nRCPT TO:<privacy@in.example>\r\nDATA\r\n`;
    await client.say('EHLO client.example');
    client.write(`${one}${MAIL} 1\r\n.\r\n${one}${MAIL} 2\r\n.\r\n`);
    const replies: string[] = [];
    for (let heard = 0; heard < 8; heard += 1) replies.push((await client.reply()).slice(0, 3));
    expect(replies).toEqual(['250', '250', '354', '250', '250', '250', '354', '250']);
    expect(stored.map(({ mail }) => mail.trimEnd().at(-1))).toEqual(['1', '2']);
  });
});

describe('what a mail contains', () => {
  const ENDS = ['\n.\n', '\n.\r\n', '\r\n.\n', '\r\n.\r', '\r.\r', '\r.\r\n', '\n.\r'];

  it.each(ENDS)('is never another mail, though other servers may take %j for its end', async (end) => {
    const smuggled = `MAIL FROM:<boss@in.example>\r\nRCPT TO:<privacy@in.example>\r\nDATA\r\nSubject: smuggled`;
    expect(await deliver(client, `${MAIL}${end}${smuggled}\r\n\r\nDelete it.`)).toBe('250 OK id-1');
    expect(stored.map(({ envelope: { from } }) => from)).toEqual(['ines@example.org']);
    expect(stored[0]!.mail).toContain(smuggled);
    expect(await client.say('NOOP')).toBe('250 OK');
  });
});

describe('the size of a mail', () => {
  it('is announced, and one that says it is larger is refused before it is sent', async () => {
    expect(await client.say('EHLO client.example')).toContain(`SIZE ${LARGEST_MAIL}`);
    expect(await client.say(`MAIL FROM:<a@example.org> SIZE=${LARGEST_MAIL + 1}`)).toMatch(/^552 /);
  });

  it('is 40 MB at most, to the byte', async () => {
    const body = Buffer.alloc(LARGEST_MAIL - 2, 'x');
    expect(await deliver(client, body)).toBe('250 OK id-1');
    expect(stored[0]!.mail).toHaveLength(LARGEST_MAIL);
    expect(await deliver(client, Buffer.concat([body, Buffer.from('x')]))).toMatch(/^552 /);
    expect(stored).toHaveLength(1);
    expect(await deliver(client, MAIL)).toBe('250 OK id-2');
  });
});

describe('who may not', () => {
  it.each(['somebody@elsewhere.example', 'privacy@sub.in.example', 'privacy@in.example.org'])('write to %s is told 550', async (to) => {
    expect(await envelope(client, { to: [to] })).toBe('550 Mailbox unavailable');
    expect(await client.say('DATA')).toMatch(/^503 /);
  });

  it('sign in or ask for encryption: there is neither', async () => {
    const features = await client.say('EHLO client.example');
    expect(features).not.toMatch(/AUTH|STARTTLS|SMTPUTF8/);
    expect(await client.say('AUTH PLAIN AAAA')).toMatch(/^50/);
    expect(await client.say('STARTTLS')).toMatch(/^50/);
  });
});

describe('a client that asks for too much', () => {
  it('is one too many beyond twenty, and is told to come again', async () => {
    const clients = await Promise.all(Array.from({ length: 19 }, () => openSmtp(listener.port()!)));
    const refused = await openSmtp(listener.port()!);
    await expect(refused.say('EHLO client.example')).rejects.toThrow('The connection ended');
    for (const one of clients) one.drop();
    expect(await deliver(client, MAIL)).toBe('250 OK id-1');
  });

  it('says a line without end, and is cut off', async () => {
    client.write(`EHLO ${'a'.repeat(2 ** 21)}`);
    expect(await client.reply()).toMatch(/^421 /);
    const next = await openSmtp(listener.port()!);
    expect(await deliver(next, MAIL)).toBe('250 OK id-1');
    next.drop();
  });
});

it('listens on this machine only, and no more once it is closed', async () => {
  const port = listener.port()!;
  await listener.close();
  await expect(openSmtp(port)).rejects.toThrow('The connection ended');
});

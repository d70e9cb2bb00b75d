/** Mails that try to be lost, to be two, or to make us write to somebody: what holds whatever comes, and in whatever order. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RequestId } from '../../lib/domain/ids.ts';
import { replyAddress } from '../../lib/domain/reply-address.ts';
import type { Request } from '../../lib/domain/request.ts';
import { acknowledge } from '../../lib/steps/acknowledge.ts';
import { beginFromMail } from '../../lib/steps/begin-from-mail.ts';
import { closeWithdrawn } from '../../lib/steps/close-withdrawn.ts';
import { openMail, openMailFile } from '../../lib/steps/kept-mail.ts';
import { purgeRequest } from '../../lib/steps/purge-request.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { takeMail } from '../../lib/steps/take-mail.ts';
import { withdrawRequest } from '../../lib/steps/withdraw-request.ts';
import { company } from '../company.ts';
import { atEveryEffect, submit, untilAsked } from '../walk.ts';
import { DAY, HOUR, MINUTE, openWorlds, SECRET, type TestWorld, type Worlds } from '../world.ts';
import { COPY, letter, received } from './letters.ts';

const MAILBOX = 'privacy@requests.shop.example';

let worlds: Worlds;
let world: TestWorld;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open(company({ mailbox: MAILBOX }));
});

const CHASER =
  'More than a month ago I sent you a request under Art. 15 GDPR. I have still not received an answer. Please answer without further delay.';

async function take(mail: Parameters<typeof takeMail>[1]): Promise<Request> {
  const taken = await takeMail(world, mail);
  if (taken.became === 'aside') throw new TypeError('The mail was set aside');
  return (await world.requests.load(taken.requestId))!;
}

async function open(): Promise<Request> {
  const request = await submit(world);
  await untilAsked(world, request);
  return request;
}

const to = ({ id }: Request): string => replyAddress(SECRET, { id, mailbox: MAILBOX });
const caseOf = async (id: RequestId) => (await world.requests.loadCase(id))!;
const tasksOf = async ({ id }: Request) => (await caseOf(id)).tasks.filter(({ doneAt }) => doneAt === undefined).map(({ kind }) => kind);
const place = async ({ id }: Request) => ({ id, caseKey: await world.caseKeys.open(id) });

/** What the hourly call knows of a mail. */
const hourly = (raw: string) => ({ ...received(raw, { dmarc: 'PROCESSING_FAILED' }), recipients: [], envelopeFrom: '' });

describe('a mail that comes twice', () => {
  it('is not its own follow-up', async () => {
    const raw = letter(CHASER);
    const first = await take(received(raw));
    expect((await take(received(raw))).id).toBe(first.id);
    expect(await tasksOf(first)).toEqual(['sort']);
  });

  it('stays where it was put, whatever has become of that since', async () => {
    const request = await open();
    const raw = letter(CHASER);
    expect((await take(received(raw))).id).toBe(request.id);
    await withdrawRequest(world, request.id, 'person');
    expect((await take(received(raw))).id).toBe(request.id);
  });

  it('finds its request by the address it was written to when nobody knows the envelope any more', async () => {
    const request = await open();
    const raw = letter('Here is what you asked for.', { From: 'somebody@else.example', To: `Shop <${to(request)}>` });
    expect((await take(hourly(raw))).id).toBe(request.id);
    const copied = letter('Here is more.', { From: 'somebody@else.example', Cc: to(request) });
    expect((await take(received(copied))).id).toBe(request.id);
  });

  it('to two of our addresses, one of them forwarded with other headers, is one request with one answer', async () => {
    const raw = letter(COPY, { Cc: 'info@shop.example', Date: 'Mon, 2 Mar 2026 10:00:00 +0100' });
    const first = await take(received(raw));
    const forwarded = await take(received(`X-Forwarded-For: info@shop.example\r\nX-MS-Exchange-Id: 7\r\n${raw}`, { dmarc: 'FAIL' }));
    expect(forwarded.id).toBe(first.id);
    expect((await caseOf(first.id)).events.map(({ type }) => type)).toEqual(['received', 'mail-received']);
  });

  it('at the same time is one request, also as two copies that differ', async () => {
    const raw = letter('Riddles and nothing else.');
    const copies = [raw, raw, `X-Forwarded-For: a@shop.example\r\n${raw}`];
    const taken = await Promise.allSettled(copies.map(async (copy) => await takeMail(world.reopen(), received(copy))));
    const ids = taken.flatMap((one) => (one.status === 'fulfilled' && one.value.became !== 'aside' ? [one.value.requestId] : []));
    expect(new Set(ids).size).toBe(1);
    world.pass(HOUR);
    for (const copy of copies) expect((await take(received(copy))).id).toBe(ids[0]);
    expect(await world.mails(ids[0]!)).toHaveLength(1);
    expect(await tasksOf((await world.requests.load(ids[0]!))!)).toEqual(['sort']);
  });

  it('is two mails if they only share a Message-ID', async () => {
    const headers = { 'Message-ID': '<always-the-same@example.org>' };
    const first = await take(received(letter('Riddle one', headers)));
    const other = await take(received(letter('Riddle two', headers)));
    const stranger = await take(received(letter('Riddle one', { ...headers, From: 'other@example.org' })));
    expect(new Set([first.id, other.id, stranger.id]).size).toBe(3);
  });

  it('that lay aside until a person took it in is that request from then on', async () => {
    const raw = letter('I am away.', { 'Auto-Submitted': 'auto-replied' });
    expect(await takeMail(world, received(raw))).toEqual({ became: 'aside', because: 'automatic' });
    const request = await take({ ...hourly(raw), byHand: true });
    expect((await take(received(raw))).id).toBe(request.id);
    expect(await world.mails(request.id)).toEqual([]);
  });
});

describe('a call that dies at any effect, and leaves its mail to the next hour', () => {
  const subjects = async (subject: string) => (await world.tables.requests.partition(`SUBJ#${subject}`)).map(({ sk }) => sk as RequestId);

  it('loses no letter and makes no second request or answer of it', async () => {
    const raw = letter(CHASER);
    const effects = await atEveryEffect(world, {
      act: async (now) => await takeMail(now, received(raw)),
      async look(again) {
        again.pass(HOUR);
        world = again.reopen();
        const request = await take(hourly(raw));
        await sweep({}, world);
        expect(await subjects(request.subject)).toEqual([request.id]);
        expect((await caseOf(request.id)).request.mails).toHaveLength(1);
        expect(await tasksOf(request)).toEqual(['sort']);
        expect(new Set((await world.mails(request.id)).map(({ mailId }) => mailId)).size).toBeLessThanOrEqual(1);
      },
    });
    expect(effects).toBeGreaterThan(12);
  });

  it('leaves an answer where it belongs, to be read once', async () => {
    const request = await open();
    const raw = letter('Here is what you asked for.', { From: 'somebody@else.example', To: to(request) });
    await atEveryEffect(world, {
      act: async (now) => await takeMail(now, received(raw, { recipients: [to(request)] })),
      async look(again) {
        again.pass(HOUR);
        world = again.reopen();
        expect((await take(hourly(raw))).id).toBe(request.id);
        expect((await caseOf(request.id)).request.mails).toMatchObject([{ kind: 'reply', fromPerson: false, authenticated: false }]);
        expect((await tasksOf(request)).filter((kind) => kind === 'read-mail')).toHaveLength(1);
      },
    });
  });
});

describe('whoever claims to be somebody', () => {
  it('by a guessed address or a guessed mail begins a request of their own', async () => {
    const request = await open();
    const guessed = `${to(request).slice(0, 20)}0000${to(request).slice(24)}`;
    const mails = [
      received(letter('Riddle'), {
        recipients: [guessed, 'reply+@requests.shop.example', `reply+${'z'.repeat(500)}@requests.shop.example`],
      }),
      received(letter('Riddle', { 'In-Reply-To': `<${request.id}@eu-central-1.amazonses.com>`, References: '<mail> <acknowledgement>' })),
      received(letter(`About ${request.reference}`, { From: 'thief@example.org' }), { dmarc: 'PASS' }),
    ];
    for (const mail of mails) expect((await take(mail)).id).not.toBe(request.id);
    expect((await caseOf(request.id)).request.mails).toEqual([]);
  });

  it('with a list of senders is nobody, whoever vouches for it', async () => {
    const From = Array.from({ length: 300 }, (_, at) => `a${at}@example.org`).join(', ');
    const request = await take(received(letter(COPY, { From }), { dmarc: 'PASS', envelopeFrom: 'a7@example.org' }));
    expect(request).toMatchObject({ rights: [], letter: { authenticated: false } });
    expect((await world.mails(request.id)).map(({ recipients }) => recipients)).toEqual([['a7@example.org']]);
    const unanswerable = await take(received(letter(COPY, { From }), { envelopeFrom: '' }));
    expect(await tasksOf(unanswerable)).toEqual(['sort']);
    expect(await world.mails(unanswerable.id)).toEqual([]);
  });

  it('in a reply gets nothing, and is something to read', async () => {
    const request = await open();
    const before = (await world.mails(request.id)).length;
    const words = 'I confirm my identity. Withdraw my request and send everything to thief@example.org.';
    await take(received(letter(words, { From: 'thief@example.org' }), { recipients: [to(request)], dmarc: 'FAIL' }));
    world.pass(HOUR);
    await sweep({}, world);
    const { request: now } = await caseOf(request.id);
    expect(now).toMatchObject({ state: 'awaiting-verification', mails: [{ fromPerson: false, authenticated: false }] });
    expect(await world.mails(request.id)).toHaveLength(before);
    expect(await tasksOf(request)).toContain('read-mail');
  });
});

describe('a mail to a request whose data are about to go', () => {
  it('begins a request of its own rather than being purged unread', async () => {
    const request = await open();
    await withdrawRequest(world, request.id, 'person');
    await closeWithdrawn(world, await caseOf(request.id));
    world.pass(HOUR + MINUTE);
    const raw = letter('I changed my mind.', { From: 'somebody@else.example' });
    let came: Request | undefined;
    const { purgeObjects } = world;
    // It arrives while the purge is under way: what was there is gone, the key is not.
    const purging = {
      ...world,
      async purgeObjects(id: RequestId) {
        await purgeObjects(id);
        came ??= await take(received(raw, { recipients: [to(request)] }));
      },
    };
    await purgeRequest(purging, await caseOf(request.id));
    expect((await caseOf(request.id)).request.purgedAt).toBeDefined();
    expect(came!.id).not.toBe(request.id);
    expect((await openMail(world.vault, await place(came!), came!.letter!.mail))!.text).toContain('changed my mind');
  });
});

describe('a machine', () => {
  const DSN = (original: string) => `This is a delivery report.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; erika.mustermann@example.org
Action: failed
Status: 5.1.1

--b
Content-Type: message/rfc822

Message-ID: <${original}@eu-central-1.amazonses.com>
Subject: Your request

We received your letter. It asks for a copy of your data under Article 15 of the GDPR.
--b--`;
  const bounce = (original: string, words = '') =>
    letter(`--b\nContent-Type: text/plain\n\n${words}${DSN(original)}`, {
      From: 'Mail Delivery System <mailer-daemon@example.org>',
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
    });

  it('that reports a bounce leaves a task, and its report on file', async () => {
    const request = await open();
    const { messageId } = (await caseOf(request.id)).mails.find(({ kind }) => kind === 'acknowledgement')!;
    const raw = bounce(messageId!);
    expect((await take(received(raw, { envelopeFrom: '' }))).id).toBe(request.id);
    expect(await tasksOf(request)).toContain('mail-failed');
    const [mail] = (await caseOf(request.id)).request.mails;
    expect(Buffer.from((await openMailFile(world.vault, await place(request), { mail: mail!.mail }))!).toString()).toBe(raw);
  });

  it('that reports a bounce of a request that was purged leaves nothing but the report, aside', async () => {
    const request = await open();
    const { messageId } = (await caseOf(request.id)).mails.find(({ kind }) => kind === 'acknowledgement')!;
    await withdrawRequest(world, request.id, 'person');
    for (const hours of [1, 2]) {
      world.pass(hours * HOUR);
      await sweep({}, world);
    }
    expect((await caseOf(request.id)).request.purgedAt).toBeDefined();
    expect(await takeMail(world, received(bounce(messageId!), { envelopeFrom: '' }))).toEqual({ became: 'aside', because: 'automatic' });
  });

  it('that asks for something in a request it belongs to is read by a person', async () => {
    const request = await open();
    await take(received(letter(COPY, { 'Auto-Submitted': 'auto-generated' }), { recipients: [to(request)] }));
    expect(await tasksOf(request)).toContain('read-mail');
  });

  it('is not answered where a person begins a request with what it wrote', async () => {
    const request = await open();
    await take(received(letter(COPY, { Precedence: 'bulk' }), { recipients: [to(request)] }));
    const [mail] = (await caseOf(request.id)).request.mails;
    const begun = await beginFromMail(world, { requestId: request.id, mail: mail!.mail, by: 'anton' });
    world.pass(HOUR);
    await sweep({}, world);
    expect(await world.mails(begun.ok ? begun.requestId : request.id)).toEqual([]);
  });

  it('of our own is not written to, whatever it says and whoever vouches for it', async () => {
    for (const from of ['privacy@shop.example', 'Privacy@Requests.Shop.Example', 'reply+abc@requests.shop.example']) {
      const request = await take(received(letter(COPY, { From: from }), { dmarc: 'PASS', envelopeFrom: from }));
      expect(request).toMatchObject({ rights: [], letter: { mute: true } });
      expect(await world.mails(request.id)).toEqual([]);
    }
  });
});

describe('a flood', () => {
  it('of letters from one address is a few requests: a person reads the rest in the last of them', async () => {
    const texts = Array.from({ length: 14 }, (_, at) => `${COPY}\n\nNumber ${at}`);
    const ids: string[] = [];
    for (const text of texts) ids.push((await take(received(letter(text)))).id);
    expect(new Set(ids).size).toBe(11);
    const [last] = ids.slice(-1);
    const { request } = await caseOf(last as RequestId);
    expect(request).toMatchObject({ rights: [], state: 'received' });
    expect(request.mails.map(({ kind }) => kind)).toEqual(['letter', 'follow-up', 'follow-up', 'follow-up']);
    expect((await tasksOf(request)).toSorted()).toEqual(['read-mail', 'read-mail', 'read-mail', 'sort']);
    // Whom somebody vouches for is not held up by what others write in their name.
    expect(ids).not.toContain((await take(received(letter(COPY), { dmarc: 'PASS' }))).id);
    for (const id of new Set(ids)) if (id !== last) await acknowledge({ requestId: id as RequestId }, world);
    world.pass(DAY);
    await sweep({}, world);
    const answered = await Promise.all([...new Set(ids)].map(async (id) => (await caseOf(id as RequestId)).events));
    expect(answered.filter((events) => events.some(({ type }) => type === 'acknowledged'))).toHaveLength(answered.length);
    const tomorrow = await take(received(letter('Riddle again'), { receivedAt: new Date(world.now()).toISOString() }));
    expect(ids).not.toContain(tomorrow.id);
  });

  it('from an answering machine that does not say so, and whose domain vouches for it, ends', async () => {
    for (let round = 0; round < 14; round += 1) {
      await take(received(letter(`Thank you for your message, ticket ${round}.`), { dmarc: 'PASS' }));
    }
    const sent = new Set<string>();
    const items = await world.tables.requests.partition(`SUBJ#${(await take(received(letter('Last'), { dmarc: 'PASS' }))).subject}`);
    for (const { sk } of items) for (const { mailId } of await world.mails(sk as RequestId)) sent.add(mailId);
    expect(sent.size).toBeLessThanOrEqual(11);
  });
});

/** Mails that reach the mailbox: what becomes of each, who is answered and how often, and that none is lost. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bareId } from '../../lib/domain/ids.ts';
import { replyAddress } from '../../lib/domain/reply-address.ts';
import type { Request } from '../../lib/domain/request.ts';
import { CLAIM_LEASE_MS } from '../../lib/mail/post-office.ts';
import { beginFromMail } from '../../lib/steps/begin-from-mail.ts';
import { withdrawRequest } from '../../lib/steps/withdraw-request.ts';
import { acknowledge } from '../../lib/steps/acknowledge.ts';
import { confirmByLink } from '../../lib/steps/confirm-address.ts';
import { openMail } from '../../lib/steps/kept-mail.ts';
import { dismissLetter, sortLetter } from '../../lib/steps/sort-letter.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { takeMail } from '../../lib/steps/take-mail.ts';
import { verifyRequester } from '../../lib/steps/verify-requester.ts';
import { atEveryEffect, submit, untilAsked, verifyLink } from '../walk.ts';
import { DAY, HOUR, openWorlds, PERSON_EMAIL, SECRET, type TestWorld, type Worlds } from '../world.ts';
import { COPY, letter, received } from './letters.ts';

let worlds: Worlds;
let world: TestWorld;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open();
});

/** Takes a mail in, and what became of it. */
async function take(mail: Parameters<typeof takeMail>[1]): Promise<Request> {
  const taken = await takeMail(world, mail);
  if (taken.became === 'aside') throw new TypeError('The mail was set aside');
  return (await world.requests.load(taken.requestId))!;
}

const typesOf = async ({ id }: Request): Promise<string[]> => (await world.requests.loadCase(id))!.events.map(({ type }) => type);
const tasksOf = async ({ id }: Request) =>
  (await world.requests.loadCase(id))!.tasks.filter(({ doneAt }) => doneAt === undefined).map(({ kind }) => kind);
const kept = async ({ id }: Request, mail: string) => await openMail(world.vault, { id, caseKey: await world.caseKeys.open(id) }, mail);

describe('a letter that says what it wants', () => {
  it('is a request from its arrival, is answered once by one neutral mail, and goes on when that is confirmed', async () => {
    const request = await take(received(letter(COPY)));
    expect(request).toMatchObject({ rights: ['access'], channel: 'email', laws: ['eu-gdpr'], lang: 'en', state: 'received' });
    expect(request.letter).toMatchObject({ authenticated: false });
    expect([...world.machine.executions.keys()]).toEqual([`${bareId(request.id)}#1`]);
    await acknowledge({ requestId: request.id }, world);
    await verifyRequester({ requestId: request.id, taskToken: 'token' }, world);
    const [mail, ...more] = await world.mails(request.id);
    expect(more).toEqual([]);
    expect(mail!.recipients).toEqual([PERSON_EMAIL]);
    expect(mail!.parsed.text).toContain('asks for a copy of your data');
    expect(mail!.parsed.text).toContain(`/verify-address/${verifyLink(request.id)}`);
    expect(mail!.parsed.text).toContain('does not say whether we hold data about you');
    expect(mail!.parsed.attachments).toEqual([]);
    expect(mail!.parsed.inReplyTo).toMatch(/^<mail-\d+@example\.org>$/);
    expect(await typesOf(request)).toEqual(['received', 'mail-received', 'receipt-issued', 'acknowledged', 'verification-asked']);
    await confirmByLink(world, verifyLink(request.id));
    expect(world.machine.told).toEqual([{ token: 'token', output: { outcome: 'done' } }]);
  });

  it('brings the receipt with the answer where the domain vouches for the address', async () => {
    const request = await take(received(letter(COPY), { dmarc: 'PASS' }));
    await acknowledge({ requestId: request.id }, world);
    const [mail] = await world.mails(request.id);
    expect(mail!.parsed.attachments.map(({ filename }) => filename)).toContain('receipt.jws');
  });

  it('is kept as it came, with what was read and what decided it', async () => {
    const raw = letter(COPY);
    const request = await take(received(raw));
    const mail = (await kept(request, request.letter!.mail))!;
    expect(mail).toMatchObject({ subject: 'My data', textFrom: 'plain', understood: { rights: ['access'], law: 'eu-gdpr' } });
    expect(mail.text).toContain('Article 15');
  });

  it('twice is one request, whatever servers it passed', async () => {
    const raw = letter(COPY);
    const first = await take(received(raw));
    const again = await take(received(`Received: from relay.example by mx.example; Sun, 1 Mar 2026 10:00:00 +0000\r\n${raw}`));
    expect(again.id).toBe(first.id);
    expect(await typesOf(first)).toEqual(['received', 'mail-received']);
  });

  it('survives a crash at every effect, and is one request with one mail', async () => {
    const raw = letter('What I want to say about all this is hard to put into words.');
    const effects = await atEveryEffect(world, {
      act: async (now) => await takeMail(now, received(raw)),
      async look(again) {
        again.pass(CLAIM_LEASE_MS);
        world = again;
        const request = await take(received(raw));
        expect(await typesOf(request)).toEqual(['received', 'mail-received', 'acknowledged']);
        expect(await tasksOf(request)).toEqual(['sort']);
        expect(new Set((await world.mails(request.id)).map(({ mailId }) => mailId)).size).toBe(1);
      },
    });
    expect(effects).toBeGreaterThan(10);
  });
});

describe('a letter that a person has to read', () => {
  const RIDDLE = 'I have been a customer for years and I am not pleased with how you treat what is mine.';

  it('starts the clock, is on the list with the shortest time of all, and is answered neutrally', async () => {
    const request = await take(received(letter(RIDDLE)));
    expect(request).toMatchObject({ rights: [], state: 'received' });
    expect(request.dueOn).toBe(request.clock.leading.deadline.dueOn);
    expect(request.clock.others.every(({ deadline }) => deadline.dueOn >= request.dueOn)).toBe(true);
    expect(await tasksOf(request)).toEqual(['sort']);
    expect([...world.machine.executions.keys()]).toEqual([]);
    const [mail] = await world.mails(request.id);
    expect(mail!.parsed.text).toContain('A person at');
  });

  it('goes on as what it was found to be, with the time counted from its arrival', async () => {
    const request = await take(received(letter(RIDDLE)));
    world.pass(3 * DAY);
    expect(await sortLetter(world, { requestId: request.id, by: 'anton', rights: ['erasure'] })).toEqual({ ok: true });
    const sorted = (await world.requests.load(request.id))!;
    expect(sorted).toMatchObject({ rights: ['erasure'], receivedAt: request.receivedAt, laws: ['eu-gdpr'] });
    expect(await tasksOf(request)).toEqual([]);
    expect([...world.machine.executions.keys()]).toEqual([`${bareId(request.id)}#1`]);
    await acknowledge({ requestId: request.id }, world);
    await verifyRequester({ requestId: request.id, taskToken: 'token' }, world);
    expect((await world.requests.load(request.id))!.state).toBe('awaiting-verification');
    expect(await sortLetter(world, { requestId: request.id, by: 'anton', rights: ['access'] })).toEqual({
      ok: false,
      reason: 'wrong-state',
    });
  });

  it('that was confirmed before anybody read it waits for no second confirmation', async () => {
    const request = await take(received(letter(RIDDLE)));
    await confirmByLink(world, verifyLink(request.id));
    expect((await world.requests.load(request.id))!.state).toBe('received');
    await sortLetter(world, { requestId: request.id, by: 'anton', rights: ['access'] });
    await acknowledge({ requestId: request.id }, world);
    await verifyRequester({ requestId: request.id, taskToken: 'token' }, world);
    expect(world.machine.told).toEqual([{ token: 'token', output: { outcome: 'done' } }]);
    const subjects = (await world.mails(request.id)).map(({ parsed }) => parsed.subject);
    expect(subjects).toHaveLength(2);
    expect(subjects[1]).toContain('We received your request');
  });

  it('ends if it asks for nothing, and is kept as long as any other', async () => {
    const request = await take(received(letter(RIDDLE)));
    expect(await dismissLetter(world, { requestId: request.id, by: 'anton', reason: 'Praise' })).toEqual({ ok: true });
    expect((await world.requests.load(request.id))!.state).toBe('dismissed');
    expect(await tasksOf(request)).toEqual([]);
    world.pass(32 * DAY);
    await sweep({}, world);
    expect((await world.requests.load(request.id))!.purgedAt).toBeDefined();
  });

  it('is put on the list again by the sweep if a crash took it off', async () => {
    const request = await take(received(letter(RIDDLE)));
    await world.requests.table.remove({
      pk: `REQ#${request.id}`,
      sk: `TASK#${(await world.requests.loadCase(request.id))!.tasks[0]!.taskId}`,
    });
    world.pass(HOUR);
    await sweep({}, world);
    expect(await tasksOf(request)).toEqual(['sort']);
  });
});

describe('an address that nobody vouches for', () => {
  it('is written to once a day; the next mail answers everything that came meanwhile', async () => {
    const requests: Request[] = [];
    for (const text of ['Riddle one', 'Riddle two', 'Riddle three']) requests.push(await take(received(letter(text))));
    const mails = async () => (await Promise.all(requests.map(({ id }) => world.mails(id)))).map(({ length }) => length);
    expect(await mails()).toEqual([1, 0, 0]);
    world.pass(DAY);
    await sweep({}, world);
    expect((await mails()).reduce((sum, count) => sum + count)).toBe(2);
    const [second] = [...(await world.mails(requests[1]!.id)), ...(await world.mails(requests[2]!.id))];
    for (const { reference } of requests.slice(1)) expect(second!.parsed.text).toContain(reference);
    for (const request of requests) expect((await typesOf(request)).filter((type) => type === 'acknowledged')).toHaveLength(1);
  });

  it('is answered every time once its domain vouches for it', async () => {
    for (const text of ['Riddle one', 'Riddle two']) {
      const request = await take(received(letter(text), { dmarc: 'PASS' }));
      expect(await world.mails(request.id)).toHaveLength(1);
    }
  });
});

describe('a mail that belongs to a request', () => {
  async function open(): Promise<Request> {
    const request = await submit(world);
    await untilAsked(world, request);
    return request;
  }
  const to = ({ id }: Request) => replyAddress(SECRET, { id, mailbox: 'privacy@requests.shop.example' });

  it('finds it by its address, whoever writes, and somebody reads it', async () => {
    const request = await open();
    const mail = received(letter('Here is what you asked for.', { From: 'somebody@else.example' }), {
      recipients: [to(request).toUpperCase()],
    });
    expect((await take(mail)).id).toBe(request.id);
    expect(await tasksOf(request)).toContain('read-mail');
    const { mails } = (await world.requests.load(request.id))!;
    expect(mails).toMatchObject([{ kind: 'reply', fromPerson: false, authenticated: false }]);
    expect(await world.mails(request.id)).toHaveLength(2);
  });

  it('finds it by the mail it answers', async () => {
    const request = await open();
    const { messageId } = (await world.requests.loadCase(request.id))!.mails.find(({ kind }) => kind === 'acknowledgement')!;
    const answer = letter('Thank you', { 'In-Reply-To': `<${messageId}@eu-central-1.amazonses.com>` });
    expect((await take(received(answer))).id).toBe(request.id);
  });

  it('finds it by its reference from the address it came from, and from no other', async () => {
    const request = await open();
    const words = `About ${request.reference.toLowerCase()}: how far are you?`;
    expect((await take(received(letter(words)))).id).toBe(request.id);
    expect((await take(received(letter(words, { From: 'somebody@else.example' })))).id).not.toBe(request.id);
  });

  it('that only asks how things stand goes to the latest one of its address', async () => {
    const request = await open();
    const chaser = letter(
      'More than a month ago I sent you a request under Art. 15 GDPR. I have still not received an answer. Please answer without further delay.',
    );
    expect((await take(received(chaser))).id).toBe(request.id);
    expect((await world.requests.load(request.id))!.mails).toMatchObject([{ kind: 'follow-up' }]);
  });

  it('finds one that has ended too, until it is purged; what asks for something new begins a request from its arrival', async () => {
    const request = await open();
    await withdrawRequest(world, request.id, 'person');
    const mail = received(letter('And now delete my address, please.'), {
      recipients: [to(request)],
      receivedAt: '2026-03-02T10:00:00.000Z',
    });
    expect((await take(mail)).id).toBe(request.id);
    expect(await tasksOf(request)).toEqual(['read-mail']);
    const { mails } = (await world.requests.load(request.id))!;
    const beginning = { requestId: request.id, mail: mails[0]!.mail, by: 'anton' };
    const begun = await beginFromMail(world, beginning);
    expect(await beginFromMail(world, beginning)).toEqual(begun);
    const fresh = (await world.requests.load(begun.ok ? begun.requestId : request.id))!;
    expect(fresh).toMatchObject({ rights: [], state: 'received', receivedAt: '2026-03-02T10:00:00.000Z', subject: request.subject });
    expect(await tasksOf(fresh)).toEqual(['sort']);
    expect((await kept(fresh, mails[0]!.mail))!.text).toContain('delete my address');
  });

  it('begins a request although the act dies at any effect', async () => {
    const request = await open();
    await take(received(letter('And now delete my address, please.'), { recipients: [to(request)] }));
    const [mail] = (await world.requests.load(request.id))!.mails;
    const beginning = { requestId: request.id, mail: mail!.mail, by: 'anton' };
    await atEveryEffect(world, {
      act: async (now) => await beginFromMail(now, beginning),
      async look(again) {
        const begun = await beginFromMail(again, beginning);
        const record = (await again.requests.loadCase(begun.ok ? begun.requestId : request.id))!;
        expect(record.events.map(({ type }) => type)).toEqual(['received', 'mail-received']);
        expect(record.tasks.map(({ kind }) => kind)).toEqual(['sort']);
      },
    });
  });

  it('from an answering machine is on file, and nobody is bothered', async () => {
    const request = await open();
    await take(received(letter('I am away.', { 'Auto-Submitted': 'auto-replied' }), { recipients: [to(request)] }));
    expect((await world.requests.load(request.id))!.mails).toMatchObject([{ kind: 'auto-reply' }]);
    expect(await tasksOf(request)).not.toContain('read-mail');
  });
});

describe('what is no letter', () => {
  it.each([
    ['virus', 'a virus', letter(COPY), { virus: 'FAIL' as const }],
    ['spam', 'what SES calls spam', letter(COPY), { spam: 'FAIL' as const }],
    ['automatic', 'an advertisement', letter('Our new shoes are here!', { Precedence: 'bulk' }), {}],
    ['automatic', 'a machine that is away', letter('I am away.', { 'Auto-Submitted': 'auto-replied' }), {}],
  ])('is set aside as %s and answered by nobody: %s', async (because, _, raw, more) => {
    expect(await takeMail(world, received(raw, more))).toEqual({ became: 'aside', because });
    expect([...world.machine.executions.keys()]).toEqual([]);
  });

  it('but asks for something is read by a person, and nobody is answered before', async () => {
    const request = await take(received(letter(COPY, { Precedence: 'bulk' })));
    expect(request).toMatchObject({ rights: [], letter: { mute: true } });
    expect(await tasksOf(request)).toEqual(['sort']);
    expect(await world.mails(request.id)).toEqual([]);
    await sortLetter(world, { requestId: request.id, by: 'anton', rights: ['access'] });
    await acknowledge({ requestId: request.id }, world);
    expect(await world.mails(request.id)).toHaveLength(1);
  });

  it('and cannot be read is a request from its arrival all the same, for a person', async () => {
    const request = await take(received(letter(COPY, { From: `${PERSON_EMAIL}\r\nFrom: other@example.org` })));
    expect(request.rights).toEqual([]);
    expect(await tasksOf(request)).toEqual(['sort']);
  });
});

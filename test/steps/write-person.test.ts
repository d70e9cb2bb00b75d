/** write-person: what staff write goes out once, within the hour, by mail or on paper. */
import { describe, expect, it } from 'vitest';
import type { RequestId } from '../../lib/domain/ids.ts';
import { type MessageText } from '../../lib/domain/message-text.ts';
import { LANGUAGES } from '../../lib/domain/languages.ts';
import { nextLook } from '../../lib/steps/next-look.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { withdrawRequest } from '../../lib/steps/withdraw-request.ts';
import { spokenMessages, writePerson, type Writing } from '../../lib/steps/write-person.ts';
import { atEveryEffect, submit } from '../walk.ts';
import { DAY, HOUR } from '../world.ts';
import { caseOf, load, moveTo, planned, typesOf, world, worlds } from './question-world.ts';

const TEXT: MessageText = { subject: 'Your parcel', words: 'We found your parcel.\n\nIt is under way again.' };

const write = (requestId: RequestId, more: Partial<Writing> = {}) =>
  writePerson(world.reopen(), { requestId, by: 'anton', text: TEXT, ...more });
const sent = async (id: RequestId) => (await world.mails(id)).filter(({ parsed }) => parsed.subject!.startsWith('Your parcel'));

/** A letter of which nobody knows yet what it asks for. */
const unsorted = () =>
  submit(world, {
    rights: [],
    channel: 'email',
    letter: { mail: 'one', authenticated: true },
    person: { email: 'erika.mustermann@example.org', identifiers: {}, messageId: '<first@example.org>' },
  });

describe('a message', () => {
  it('is only written down; the sweep mails it once, with the reference, the status page and who reads an answer', async () => {
    const request = await planned();
    expect(await write(request.id)).toEqual({ ok: true, number: 1 });
    expect(await sent(request.id)).toEqual([]);
    await sweep({}, world);
    world.pass(HOUR);
    await sweep({}, world);
    const [mail, ...more] = await sent(request.id);
    expect(more).toEqual([]);
    expect(mail!.parsed.subject).toBe(`Your parcel: ${request.reference}`);
    expect(mail!.parsed.text).toMatch(/^We found your parcel\.\n\nIt is under way again\.\n\n/);
    expect(mail!.parsed.text).toMatch(/https:\/\/privacy\.shop\.example\/status\/[\w-]{43}\n/);
    expect(mail!.parsed.text).toContain(`Your reference is ${request.reference}.`);
    expect(mail!.parsed.text).toContain('If you reply to this mail, a person reads it.');
    const { messages, clock, state } = await load(request.id);
    expect(messages).toMatchObject([{ number: 1, by: 'anton', wroteAt: expect.any(String) as string }]);
    // Nothing waits for an answer.
    expect([clock.state, state]).toEqual(['running', 'in-progress']);
    const { events } = await caseOf(request.id);
    expect(events.find(({ type }) => type === 'wrote')).toMatchObject({ data: { number: 1, mailId: mail!.mailId } });
  });

  it('keeps its words under the key of the case, and out of the log', async () => {
    const request = await planned();
    await write(request.id);
    await sweep({}, world);
    const { events } = await caseOf(request.id);
    expect(JSON.stringify(events)).not.toMatch(/parcel/);
    expect(worlds.logged()).not.toMatch(/parcel/);
    expect(spokenMessages(await load(request.id), await world.caseKeys.open(request.id))).toMatchObject([{ number: 1, text: TEXT }]);
  });

  it('is one message for a form that is sent twice, and another one when it is written again after it went out', async () => {
    const request = await planned();
    expect(await write(request.id)).toEqual({ ok: true, number: 1 });
    expect(await write(request.id)).toEqual({ ok: true, number: 1 });
    expect(await write(request.id, { by: 'renate' })).toEqual({ ok: true, number: 2 });
    await sweep({}, world);
    expect(await write(request.id)).toEqual({ ok: true, number: 3 });
    await sweep({}, world);
    expect(await sent(request.id)).toHaveLength(3);
  });

  it('tells the slower of two who write at the same moment', async () => {
    const request = await planned();
    const results = await Promise.all([write(request.id), write(request.id, { by: 'rolf' })]);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'stale' });
    expect((await load(request.id)).messages).toHaveLength(1);
  });

  it.each<[string, MessageText, string]>([
    ['without a subject', { subject: ' ', words: 'Hello.' }, 'subject-missing'],
    ['with a subject of two lines', { subject: 'Hello\nBcc: you', words: 'Hello.' }, 'subject-long'],
    ['with an endless subject', { subject: 'x'.repeat(121), words: 'Hello.' }, 'subject-long'],
    ['without words', { subject: 'Hello', words: ' \n' }, 'words-missing'],
    ['without end', { subject: 'Hello', words: 'x'.repeat(8001) }, 'too-long'],
  ])('is not taken %s', async (_, text, reason) => {
    const request = await planned();
    expect(await write(request.id, { text })).toEqual({ ok: false, reason });
    expect((await load(request.id)).messages).toEqual([]);
  });

  it('is not written about a request that has ended, or that nobody knows', async () => {
    expect(await write('req_x')).toEqual({ ok: false, reason: 'unknown' });
    const request = await planned();
    await withdrawRequest(world, request.id, 'person');
    expect(await write(request.id)).toMatchObject({ ok: false, reason: 'wrong-state' });
  });

  it('goes out all the same where the request ended before the hour was over', async () => {
    const request = await planned();
    await write(request.id);
    await withdrawRequest(world, request.id, 'person');
    world.pass(DAY);
    await sweep({}, world);
    expect(await sent(request.id)).toHaveLength(1);
    expect((await typesOf(request.id)).filter((type) => type === 'wrote')).toHaveLength(1);
  });

  it('answers a letter that nobody has sorted yet, in the thread of its mail', async () => {
    const request = await unsorted();
    expect(await write(request.id)).toEqual({ ok: true, number: 1 });
    await sweep({}, world);
    const [mail] = await sent(request.id);
    expect(mail!.parsed.inReplyTo).toBe('<first@example.org>');
  });

  it('becomes a letter to print where the person has no e-mail address', async () => {
    const person = { name: 'Erika', address: ['Am Linden 1', '10117 Berlin'], identifiers: {} };
    const request = await submit(world, { channel: 'post', person });
    await write(request.id);
    await sweep({}, world);
    await sweep({}, world);
    expect(await world.mails(request.id)).toEqual([]);
    const { mails, tasks, request: now } = await caseOf(request.id);
    const letter = mails.find(({ kind }) => kind === 'message#1');
    expect(letter).toMatchObject({ paper: true });
    expect(tasks.filter(({ kind, code }) => kind === 'post' && code === letter!.mailId)).toHaveLength(1);
    expect(now.messages[0]!.wroteAt).toBeDefined();
  });

  it.each(LANGUAGES)('ends in the language of the person: %s', async (lang) => {
    const request = await submit(world, { lang });
    await write(request.id);
    await sweep({}, world);
    const [mail] = await sent(request.id);
    expect(mail!.parsed.text).toContain(request.reference);
    expect(mail!.parsed.text!.includes('a person reads it')).toBe(lang === 'en');
    expect(mail!.parsed.headers.find(({ key }) => key === 'content-language')?.value).toBe(lang);
  });
});

describe('the sweep', () => {
  it('looks at once while a message waits, also where the schedule was lost', async () => {
    const request = await planned();
    await write(request.id);
    expect(nextLook(await caseOf(request.id), world)).toBe(new Date(world.now()).toISOString());
    await sweep({}, world);
    expect(Date.parse(nextLook(await caseOf(request.id), world))).toBeGreaterThan(world.now() + HOUR);
  });

  it('finishes what a crash left of the writing: mailed once or not at all', async () => {
    const request = await planned();
    const effects = await atEveryEffect(world, {
      act: (to) => writePerson(to, { requestId: request.id, by: 'anton', text: TEXT }),
      look: async (again) => {
        again.pass(HOUR);
        moveTo(again.reopen());
        expect(await sweep({}, world)).toMatchObject({ failed: 0 });
        const { messages } = await load(request.id);
        expect(messages.every(({ wroteAt }) => wroteAt !== undefined)).toBe(true);
        expect(new Set((await sent(request.id)).map(({ mailId }) => mailId)).size).toBe(messages.length);
      },
    });
    expect(effects).toBeGreaterThan(2);
  });

  it('never loses a message wherever a crash cuts the mailing off, and never writes two', async () => {
    const request = await planned();
    await write(request.id);
    const effects = await atEveryEffect(world, {
      act: async (to) => {
        const { failed } = await sweep({}, to);
        if (failed > 0 && !to.fuse.blown) throw new Error('The sweep failed');
      },
      look: async (again) => {
        again.pass(HOUR);
        moveTo(again.reopen());
        expect(await sweep({}, world)).toMatchObject({ failed: 0 });
        expect((await typesOf(request.id)).filter((type) => type === 'wrote')).toHaveLength(1);
        // A crash between the post's acceptance and our mark is the only double.
        expect(new Set((await sent(request.id)).map(({ mailId }) => mailId)).size).toBe(1);
        expect((await load(request.id)).messages[0]!.wroteAt).toBeDefined();
      },
    });
    expect(effects).toBeGreaterThan(4);
  });
});

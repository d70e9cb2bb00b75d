/** ask-person: written by staff, mailed by the sweep, and what it does to the clock and says to the person. */
import { describe, expect, it } from 'vitest';
import type { Question } from '../../lib/domain/law/law.ts';
import { type Ask, askPerson } from '../../lib/steps/ask-person.ts';
import { openWords } from '../../lib/steps/question-words.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { withdrawRequest } from '../../lib/steps/withdraw-request.ts';
import { atEveryEffect, submit, untilPlanned } from '../walk.ts';
import { DAY, HOUR } from '../world.ts';
import {
  answer,
  ask,
  asked,
  CALIFORNIAN,
  caseOf,
  companyUnder,
  load,
  moveTo,
  planned,
  questionMails,
  TEXT,
  typesOf,
  world,
  worlds,
  uk,
  BRITISH,
  californian,
} from './question-world.ts';

describe('ask-person', () => {
  it('only writes the question down; the sweep mails it, and from that mail on it is asked', async () => {
    const request = await planned();
    expect(await ask(request.id, 'identity')).toEqual({ ok: true, number: 1 });
    expect(await questionMails(request.id)).toEqual([]);
    expect((await load(request.id)).clock.state).toBe('running');
    world.pass(HOUR);
    await sweep({}, world);
    await sweep({}, world);
    const [mail, ...more] = await questionMails(request.id);
    expect(more).toEqual([]);
    const { questions, clock } = await load(request.id);
    expect(questions).toMatchObject([{ number: 1, about: 'identity', by: 'renate', askedAt: new Date(world.now()).toISOString() }]);
    expect(clock).toMatchObject({ state: 'paused', paused: { about: 'identity', since: '2026-03-02' } });
    expect((await caseOf(request.id)).events.find(({ type }) => type === 'asked')).toMatchObject({ data: { mailId: mail!.mailId } });
  });

  it('keeps the words under the key of the case, and out of the log', async () => {
    const request = await asked({}, 'identity');
    const { events } = await caseOf(request.id);
    expect(JSON.stringify(events)).not.toMatch(/month|mailbox is shared/);
    expect(worlds.logged()).not.toMatch(/mailbox is shared/);
    const { sealed } = (await load(request.id)).questions[0]!;
    const caseKey = await world.caseKeys.open(request.id);
    expect(openWords(caseKey, sealed, { kind: 'question', number: 1 })).toEqual(TEXT.identity);
    // Bound to its place: the words of one question cannot be shown as those of another.
    expect(() => openWords(caseKey, sealed, { kind: 'question', number: 2 })).toThrow();
  });

  it('asks once for a form that is sent twice, one question of a kind at a time, and another kind beside it', async () => {
    const request = await planned();
    expect(await ask(request.id)).toEqual({ ok: true, number: 1 });
    expect(await ask(request.id)).toEqual({ ok: true, number: 1 });
    expect(await ask(request.id, 'clarification', { text: { words: 'Something else?' } })).toMatchObject({
      ok: false,
      reason: 'question-open',
    });
    expect(await ask(request.id, 'identity')).toEqual({ ok: true, number: 2 });
    await sweep({}, world);
    expect(await questionMails(request.id)).toHaveLength(2);
  });

  it('tells the slower of two who write at the same moment', async () => {
    const request = await planned();
    const results = await Promise.all([ask(request.id), ask(request.id, 'identity', { by: 'rolf' })]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'stale' });
    expect((await load(request.id)).questions).toHaveLength(1);
  });

  it.each<[string, Question, Ask['text'], string]>([
    ['a question without words', 'clarification', { words: ' \n ' }, 'words-missing'],
    ['a question without end', 'clarification', { words: 'x'.repeat(4001) }, 'too-long'],
    ['doubts without a reason', 'identity', { words: 'Who are you?' }, 'reason-needed'],
    ['a fee without a reason', 'fee', { words: 'Pay.', fee: { amount: '25.00', currency: 'EUR' } }, 'reason-needed'],
    ['a fee without an amount', 'fee', { words: 'Pay.', reason: 'Excessive' }, 'fee-missing'],
    ['a fee of nothing', 'fee', { words: 'Pay.', reason: 'Excessive', fee: { amount: '0', currency: 'EUR' } }, 'fee-missing'],
    ['a fee in no currency', 'fee', { words: 'Pay.', reason: 'Excessive', fee: { amount: '25', currency: 'euros' } }, 'fee-missing'],
  ])('refuses %s', async (_what, about, text, reason) => {
    const request = await planned();
    expect(await ask(request.id, about, { text })).toEqual({ ok: false, reason });
    expect((await load(request.id)).questions).toEqual([]);
  });

  it('asks nobody before the address is confirmed, nobody who has gone, and no proof for an opt-out', async () => {
    expect(await ask('req_x')).toEqual({ ok: false, reason: 'unknown' });
    const request = await submit(world);
    expect(await ask(request.id)).toMatchObject({ ok: false, reason: 'wrong-state' });
    const optOut = await submit(world, { rights: ['opt-out-of-sale'], ...CALIFORNIAN });
    await untilPlanned(world, optOut);
    expect(await ask(optOut.id, 'identity')).toMatchObject({ ok: false });
    await withdrawRequest(world, request.id, 'person');
    expect(await ask(request.id)).toMatchObject({ ok: false, reason: 'wrong-state' });
  });

  it('asks for a fee only where every law of the request knows one', async () => {
    await companyUnder({ laws: ['eu-gdpr', 'us-va'] });
    const both = await planned({ residence: 'US-VA' });
    expect((await load(both.id)).laws).toEqual(['eu-gdpr', 'us-va']);
    expect(await ask(both.id, 'fee')).toMatchObject({ ok: false, reason: 'law-knows-no-fee' });
    expect(await ask((await planned()).id, 'fee')).toEqual({ ok: true, number: 1 });
  });

  it('is finished by the sweep wherever a crash cuts it off: asked once or not at all', async () => {
    const request = await planned();
    let sent = 0;
    const effects = await atEveryEffect(world, {
      act: (to) => askPerson(to, { requestId: request.id, by: 'renate', about: 'identity', text: TEXT.identity }),
      look: async (again) => {
        again.pass(HOUR);
        moveTo(again.reopen());
        expect(await sweep({}, world)).toMatchObject({ failed: 0 });
        const { questions } = await load(request.id);
        const mails = await questionMails(request.id);
        expect(mails.length - sent).toBe(questions.length);
        sent = mails.length;
        expect(questions.every(({ askedAt }) => askedAt !== undefined)).toBe(true);
      },
    });
    expect(effects).toBeGreaterThan(2);
  });

  it('is mailed once or twice and asked once wherever a crash cuts the sweep off', async () => {
    const request = await planned();
    await ask(request.id);
    const effects = await atEveryEffect(world, {
      act: async (to) => {
        const { failed } = await sweep({}, to);
        if (failed > 0 && !to.fuse.blown) throw new Error('The sweep failed');
      },
      look: async (again) => {
        again.pass(HOUR);
        moveTo(again.reopen());
        expect(await sweep({}, world)).toMatchObject({ failed: 0 });
        expect((await typesOf(request.id)).filter((type) => type === 'asked')).toHaveLength(1);
        // A crash between the post's acceptance and our mark is the only double.
        const mails = await questionMails(request.id);
        expect(new Set(mails.map(({ mailId }) => mailId)).size).toBe(1);
        expect((await load(request.id)).questions[0]!.askedAt).toBeDefined();
      },
    });
    expect(effects).toBeGreaterThan(4);
  });

  it('mails nothing any more about a request that ended before the mail', async () => {
    const request = await planned();
    await ask(request.id);
    await withdrawRequest(world, request.id, 'person');
    world.pass(HOUR);
    await sweep({}, world);
    expect(await questionMails(request.id)).toEqual([]);
    expect((await load(request.id)).questions[0]!.askedAt).toBeUndefined();
  });
});

describe('the clock', () => {
  it('stands still under the GDPR while identity is in doubt, and runs again with the answer', async () => {
    const request = await planned();
    expect((await load(request.id)).dueOn).toBe('2026-04-02');
    world.goTo('2026-03-05T10:00:00Z');
    await ask(request.id, 'identity');
    await sweep({}, world);
    expect((await load(request.id)).clock).toMatchObject({ state: 'paused', paused: { since: '2026-03-05', daysLeft: 29 } });
    world.goTo('2026-03-12T10:00:00Z');
    expect(await answer(request.id)).toEqual({ ok: true });
    // Seven days from 5 to 11 March do not count.
    expect(await load(request.id)).toMatchObject({ clock: { state: 'running' }, dueOn: '2026-04-09' });
  });

  it('does not stand still for a question about the request where the company leaves its policy off', async () => {
    const request = await asked();
    expect(await load(request.id)).toMatchObject({ clock: { state: 'running' }, dueOn: '2026-04-02' });
  });

  it('leaves out the days of a clarification in the UK, both ends included, for access alone', async () => {
    await uk();
    const request = await planned({ ...BRITISH, rights: ['access', 'erasure'] });
    await ask(request.id);
    await sweep({}, world);
    const { clock } = await load(request.id);
    expect(clock).toMatchObject({ state: 'running', leading: { right: 'erasure' }, dueOn: '2026-04-02' });
    expect(clock.others).toMatchObject([{ right: 'access', deadline: { paused: { about: 'clarification' } } }]);
    world.pass(4 * DAY);
    await answer(request.id);
    const access = (await load(request.id)).clock.others.find(({ right }) => right === 'access');
    // 2 to 6 March; 2 April and five days is Easter Tuesday.
    expect(access!.deadline).toMatchObject({ dueOn: '2026-04-07' });
  });

  it('begins anew in the UK when the person has shown who they are', async () => {
    await uk();
    const request = await asked(BRITISH, 'identity');
    world.goTo('2026-03-10T10:00:00Z');
    await answer(request.id);
    expect(await load(request.id)).toMatchObject({ clock: { state: 'running' }, dueOn: '2026-04-10' });
  });

  it.each<Question>(['identity', 'clarification'])('runs on in California whatever is asked: %s', async (about) => {
    await californian();
    const request = await asked(CALIFORNIAN, about);
    expect(await load(request.id)).toMatchObject({ clock: { state: 'running' }, dueOn: '2026-04-16' });
    expect((await questionMails(request.id))[0]!.parsed.text).toContain(
      'This question does not change the date: we answer by 16 April 2026 at the latest.',
    );
  });

  it('begins in Switzerland after the days to think a fee over', async () => {
    await companyUnder({ laws: ['ch-fadp'] });
    const request = await planned({ residence: 'CH' });
    const before = (await load(request.id)).dueOn;
    await ask(request.id, 'fee');
    await sweep({}, world);
    const { clock, dueOn } = await load(request.id);
    expect([before, clock.state, dueOn]).toEqual(['2026-04-01', 'running', '2026-04-11']);
    expect((await questionMails(request.id))[0]!.parsed.text).toMatch(/time to think about it.* We answer by 11 April 2026/s);
  });

  it('counts an answer from the day on which it came, not from the day of the record', async () => {
    const request = await planned();
    world.goTo('2026-03-05T10:00:00Z');
    await ask(request.id, 'identity');
    await sweep({}, world);
    world.goTo('2026-03-20T10:00:00Z');
    const recorded = { by: 'anton', words: 'In May.', reason: 'Called back.' };
    expect(await answer(request.id, { ...recorded, on: '2026-03-21' })).toEqual({ ok: false, reason: 'in-future' });
    expect(await answer(request.id, { ...recorded, on: '2026-03-04' })).toEqual({
      ok: false,
      reason: 'contradictory',
      event: { type: 'identity_confirmed', on: '2026-03-04' },
    });
    expect(await answer(request.id, { ...recorded, on: '2026-03-12' })).toEqual({ ok: true });
    expect(await load(request.id)).toMatchObject({ clock: { state: 'running' }, dueOn: '2026-04-09' });
    expect((await caseOf(request.id)).events.find(({ type }) => type === 'answered')).toMatchObject({ data: { on: '2026-03-12' } });
  });
});

describe('what the person reads', () => {
  it('is the question in the words of staff, where to answer, and what it does to the time', async () => {
    const request = await asked({}, 'identity');
    const [mail] = await questionMails(request.id);
    expect(mail!.parsed.subject).toBe(`Please help us to be sure that it is you: ${request.reference}`);
    const { text } = mail!.parsed;
    expect(text).toContain('In which month did you open the account?');
    expect(text).toMatch(/Answer the question\nhttps:\/\/privacy\.shop\.example\/status\/[\w-]{43}\n/);
    expect(text).toContain('Until you answer, the time for our answer does not run.');
    // Doubts are for the record.
    expect(text).not.toContain('shared');
    expect(text).not.toContain('erika');
  });

  it('is what each law says where they differ, and in German for who reads German', async () => {
    const request = await planned({ lang: 'de', residence: 'US-CA' });
    await ask(request.id, 'identity');
    await sweep({}, world);
    const mail = (await world.mails(request.id)).at(-1)!;
    expect(mail.parsed.subject).toBe(`Bitte helfen Sie uns, sicher zu sein, dass Sie es sind: ${request.reference}`);
    expect(mail.parsed.text).toContain('- GDPR: Bis Sie antworten, läuft die Frist für unsere Antwort nicht.');
    expect(mail.parsed.text).toContain('- CCPA: Die Frage ändert nichts am Datum: Wir antworten spätestens am 16. April 2026.');
  });

  it('names the rights where one law lets one wait and another not', async () => {
    await uk();
    const request = await asked({ ...BRITISH, rights: ['access', 'erasure'] });
    const { text } = (await questionMails(request.id))[0]!.parsed;
    expect(text).toContain('- a copy of your data (UK GDPR): Until you answer, the time for our answer does not run.');
    expect(text).toContain(
      '- the deletion of your data (UK GDPR): This question does not change the date: we answer by 2 April 2026 at the latest.',
    );
  });

  it('is, for a fee, its amount and reason, and that nobody has to pay', async () => {
    const request = await asked({}, 'fee');
    const { text } = (await questionMails(request.id))[0]!.parsed;
    expect(text).toContain('The fee is €25.00. The reason: It is the ninth request in nine days.');
    expect(text).toContain('you can withdraw the request, and then you owe us nothing');
  });
});

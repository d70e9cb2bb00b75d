/** Answers to letters, and what staff do with them: whatever is cut off is finished, and no mail says or opens too much. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RequestId } from '../../lib/domain/ids.ts';
import type { Request } from '../../lib/domain/request.ts';
import { CLAIM_LEASE_MS } from '../../lib/mail/post-office.ts';
import { openPerson } from '../../lib/steps/casework.ts';
import { completeTask } from '../../lib/steps/complete-task.ts';
import { printInstead, sendCorrected } from '../../lib/steps/failed-mail.ts';
import { giveAddress } from '../../lib/steps/give-address.ts';
import { openMailFile } from '../../lib/steps/kept-mail.ts';
import { mailEvents } from '../../lib/steps/mail-events.ts';
import { dismissLetter, sortLetter } from '../../lib/steps/sort-letter.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { takeMail } from '../../lib/steps/take-mail.ts';
import { tendLetter } from '../../lib/steps/tend-letter.ts';
import { waitId } from '../../lib/steps/waiting.ts';
import { attachmentOf, partsOf } from '../mail/inbound/sample-mails.ts';
import { atEveryEffect, crashes, submit, untilAsked, verifyLink } from '../walk.ts';
import { DAY, HOUR, MINUTE, openWorlds, PERSON_EMAIL, SimulatedCrash, type TestWorld, type Worlds } from '../world.ts';
import { letter, received } from './letters.ts';

let worlds: Worlds;
let world: TestWorld;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open();
});

const NEW_ADDRESS = 'erika.m@example.org';

async function take(text: string): Promise<Request> {
  const taken = await takeMail(world, received(letter(text)));
  if (taken.became === 'aside') throw new TypeError('The mail was set aside');
  return (await world.requests.load(taken.requestId))!;
}

const caseOf = async (id: RequestId) => (await world.requests.loadCase(id))!;
const openKinds = async ({ id }: Request) => (await caseOf(id)).request.tasks.map(({ kind }) => kind);
const acknowledgedBy = async ({ id }: Request) =>
  (await caseOf(id)).events.flatMap((event) => (event.type === 'acknowledged' ? [event.data.mailId] : []));

/** What a mail said, whoever's case it belongs to. */
async function wordsOf(mailId: string, requests: Request[]): Promise<string> {
  const all = await Promise.all(requests.map(async ({ id }) => await world.mails(id)));
  return all.flat().find((mail) => mail.mailId === mailId)!.parsed.text!;
}

/** A mail came back: the task of it. */
async function bounce(request: Request, mailId: string) {
  await mailEvents({ 'detail-type': 'Email Bounced', detail: { mail: { tags: { request: [request.id], mail: [mailId] } } } }, world);
  return { requestId: request.id, taskId: waitId(request, 'mail-failed', `bounce#${mailId}`), by: 'anton' };
}

/** Two letters, of which the second waits; a day later one mail answers it together with a third. */
async function merged(): Promise<Request[]> {
  const letters = [];
  for (const text of ['Riddle one', 'Riddle two', 'Riddle three']) letters.push(await take(text));
  world.pass(DAY);
  await sweep({}, world);
  return letters;
}

describe('a letter that waits for the next mail to its address', () => {
  it('counts as told only by a mail that names it, also where an earlier mail to the address was cut off', async () => {
    const { append } = world.requests;
    world.requests.append = async (id, event) =>
      event.type === 'acknowledged' ? await Promise.reject(new SimulatedCrash()) : await append(id, event);
    const first = await take('Riddle one');
    world.requests.append = append;
    const second = await take('Riddle two');
    expect(await acknowledgedBy(first)).toEqual([]);
    world.pass(DAY);
    // The first one asks first; what went out yesterday says nothing of the second.
    await tendLetter(world, await caseOf(first.id));
    await sweep({}, world);
    for (const request of [first, second]) {
      const [mailId, ...more] = await acknowledgedBy(request);
      expect(more).toEqual([]);
      expect(await wordsOf(mailId!, [first, second])).toContain(request.reference);
    }
  });

  it('keeps nothing else of its request waiting', async () => {
    await take('Riddle one');
    const second = await take('Riddle two');
    expect(second.deferredUntil).toBe('2026-03-03T00:00:00.000Z');
    expect(Date.parse((await caseOf(second.id)).sweepAt!)).toBeLessThan(world.now() + HOUR);
    world.pass(HOUR);
    await sweep({}, world);
    expect((await caseOf(second.id)).sweepAt).toBe('2026-03-03T00:00:00.000Z');
  });

  it('shares no mail with one that goes to an address which staff found', async () => {
    await take('Riddle one');
    const letters = [await take('Riddle two'), await take('Riddle three')];
    await giveAddress(world, { requestId: letters[0]!.id, by: 'anton', address: { email: NEW_ADDRESS } });
    world.pass(DAY);
    await tendLetter(world, await caseOf(letters[1]!.id));
    await sweep({}, world);
    for (const request of letters) {
      const [mail] = await world.mails(request.id);
      expect(mail!.recipients).toEqual([request === letters[0] ? NEW_ADDRESS : PERSON_EMAIL]);
      for (const other of letters) expect(mail!.parsed.text!.includes(verifyLink(other.id))).toBe(other === request);
    }
  });
});

describe('a mail that answers several letters', () => {
  it('goes to no other address and on no paper, because its links confirm them all', async () => {
    const [, ...waited] = await merged();
    const [mailId] = await acknowledgedBy(waited[0]!);
    expect(await acknowledgedBy(waited[1]!)).toEqual([mailId]);
    const cases = await Promise.all(waited.map(async ({ id }) => await caseOf(id)));
    const { request: leader } = cases.find(({ mails }) => mails.some((mail) => mail.mailId === mailId))!;
    const mending = await bounce(leader, mailId!);
    const answer = { ok: false, reason: 'not-for-this-task' };
    expect(await sendCorrected(world, { ...mending, email: NEW_ADDRESS })).toEqual(answer);
    expect(await printInstead(world, mending)).toEqual(answer);
    expect(await completeTask(world, { ...mending, outcome: 'done', reason: 'by phone' })).toEqual({ ok: true });
  });
});

describe('an answer that SES does not take', () => {
  it('keeps no letter from being taken in: the sweep sends it', async () => {
    const { send } = world.postOffice;
    world.postOffice.send = async () => await Promise.reject(new Error('MessageRejected'));
    const request = await take('A riddle');
    expect(await openKinds(request)).toEqual(['sort']);
    world.postOffice.send = send;
    world.pass(HOUR);
    await sweep({}, world);
    expect(await world.mails(request.id)).toHaveLength(1);
  });
});

describe('a letter that asks for nothing', () => {
  it('is closed wherever the act was cut off, or is still on the list', async () => {
    const request = await take('A riddle');
    const effects = await atEveryEffect(world, {
      act: async (now) => await dismissLetter(now, { requestId: request.id, by: 'anton', reason: 'Praise' }),
      async look(again) {
        world = again.reopen();
        world.pass(HOUR);
        expect(await sweep({}, world)).toMatchObject({ failed: 0 });
        const { request: now } = await caseOf(request.id);
        expect(now.state === 'dismissed' ? [] : ['sort']).toEqual(now.tasks.map(({ kind }) => kind));
      },
    });
    expect(effects).toBeGreaterThan(3);
  });

  it('is decided once: whoever is slower is told, whatever they chose', async () => {
    const request = await take('A riddle');
    const { id: requestId } = request;
    const results = await Promise.all([
      sortLetter(world, { requestId, by: 'anton', rights: ['access'] }),
      sortLetter(world.reopen(), { requestId, by: 'renate', rights: ['erasure'] }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('a bounce', () => {
  async function bounced() {
    const request = await submit(world);
    await untilAsked(world, request);
    const { mailId } = (await caseOf(request.id)).mails.find(({ kind }) => kind === 'acknowledgement')!;
    return { request, mending: await bounce(request, mailId) };
  }

  it('is settled by the next run wherever a correction was cut off: its task is open or its mail is out, never both', async () => {
    const { request, mending } = await bounced();
    const effects = await atEveryEffect(world, {
      act: async (now) => await sendCorrected(now, { ...mending, email: NEW_ADDRESS }),
      async look(again) {
        world = again.reopen();
        world.pass(HOUR);
        expect(await sweep({}, world)).toMatchObject({ failed: 0 });
        const sent = (await world.mails(request.id)).some(({ recipients }) => recipients.includes(NEW_ADDRESS));
        const { tasks, events } = await caseOf(request.id);
        const task = tasks.find(({ kind }) => kind === 'mail-failed')!;
        expect(task.doneAt === undefined).toBe(!sent);
        if (sent) expect(task.doneBy).toBe('anton');
        if (sent) expect(events.filter(({ type }) => type === 'task-done')).toHaveLength(1);
      },
    });
    expect(effects).toBeGreaterThan(4);
  });

  it('is settled by the next run wherever the letter was to be printed instead', async () => {
    const { request, mending } = await bounced();
    await atEveryEffect(world, {
      act: async (now) => await printInstead(now, mending),
      async look(again) {
        world = again.reopen();
        world.pass(HOUR);
        await sweep({}, world);
        const kinds = (await openKinds(request)).filter((kind) => kind !== 'verify');
        expect([['mail-failed'], ['post']]).toContainEqual(kinds);
      },
    });
  });

  it('mended by two people at once goes to the address of whoever was slower', async () => {
    const { request } = await bounced();
    const give = async (on: TestWorld, email: string) =>
      await giveAddress(on, { requestId: request.id, by: email, address: { email, name: email } });
    await Promise.all([give(world, 'one@example.org'), give(world.reopen(), 'two@example.org')]);
    const { request: now, events } = await caseOf(request.id);
    const given = events.flatMap((event) => (event.type === 'address-given' ? [event.data.by] : []));
    expect(given.toSorted()).toEqual(['one@example.org', 'two@example.org']);
    expect(openPerson(now, await world.caseKeys.open(request.id)).email).toBe(given.at(-1));
  });

  it('survives a crash of the report: told again, it is one task', async () => {
    const { request } = await bounced();
    world.fuse.blowAt(1, 'after');
    expect(await crashes(world, async () => await bounce(request, 'other-mail'))).toBe(true);
    world.pass(MINUTE + CLAIM_LEASE_MS);
    await bounce(request, 'other-mail');
    expect((await openKinds(request)).filter((kind) => kind === 'mail-failed')).toHaveLength(2);
  });
});

describe('a letter that is nothing but its attachment', () => {
  it('keeps it until somebody has read it, however long that takes', async () => {
    const raw = partsOf('mixed', [
      { type: 'text/plain', body: 'See attached.' },
      attachmentOf('letter.pdf', 'application/pdf', '%PDF-1.7'),
    ]);
    const taken = await takeMail(world, received(Buffer.from(raw).toString()));
    const id = taken.became === 'request' ? taken.requestId : undefined;
    const request = (await world.requests.load(id!))!;
    world.pass(40 * DAY);
    await sweep({}, world);
    const paper = async () =>
      await openMailFile(
        world.vault,
        { id: request.id, caseKey: await world.caseKeys.open(request.id) },
        { mail: request.letter!.mail, paper: 0 },
      );
    expect(await paper()).toBeDefined();
    await sortLetter(world, { requestId: request.id, by: 'anton', rights: ['access'] });
    world.pass(HOUR);
    await sweep({}, world);
    expect(await paper()).toBeUndefined();
  });
});

/** Somebody who asked by post and has no mailbox: every letter is printed and posted, and counts as sent on the day it was posted. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RequestId } from '../../lib/domain/ids.ts';
import type { Person } from '../../lib/domain/person.ts';
import type { Request } from '../../lib/domain/request.ts';
import type { Right } from '../../lib/domain/rights.ts';
import { makeToken, readToken } from '../../lib/domain/tokens.ts';
import { awaitFetch } from '../../lib/steps/await-fetch.ts';
import { confirmIdentity } from '../../lib/steps/confirm-address.ts';
import { openDownload, presignPart } from '../../lib/steps/fetch-package.ts';
import { giveAddress } from '../../lib/steps/give-address.ts';
import { nextLook } from '../../lib/steps/next-look.ts';
import { printLetter, readEnclosure, readPaperLetter } from '../../lib/steps/post-letter.ts';
import { recordPosted } from '../../lib/steps/record-posted.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { unsentMails } from '../../lib/steps/unsent-mails.ts';
import { withdrawRequest } from '../../lib/steps/withdraw-request.ts';
import type { CaseRecord } from '../../lib/stores/request-store.ts';
import { lacks, lettersOf } from '../receipts/print/pdf-tools.ts';
import { atEveryEffect, persevere, submit, untilAsked, untilItWaits } from '../walk.ts';
import { DAY, HOUR, openWorlds, SECRET, type TestWorld, type Worlds } from '../world.ts';

let worlds: Worlds;
let world: TestWorld;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open();
});

const ERIKA: Person = { name: 'Erika Mustermann', address: ['Heidestraße 17', '51147 Köln'], identifiers: { customerId: '42' } };
const caseOf = async (id: RequestId): Promise<CaseRecord> => (await world.requests.loadCase(id))!;

const received = async (rights: Right[], person: Person = ERIKA): Promise<Request> =>
  await submit(world, { rights, person, channel: 'post', lang: 'de' });

/** Letters that wait for somebody, by what they are about. */
async function toPost(id: RequestId): Promise<Map<string, { taskId: CaseRecord['tasks'][number]['taskId']; mailId: string }>> {
  const { tasks, mails } = await caseOf(id);
  const open = tasks.filter(({ kind, doneAt }) => kind === 'post' && doneAt === undefined);
  return new Map(open.map(({ taskId, code }) => [mails.find(({ mailId }) => mailId === code)!.kind, { taskId, mailId: code! }]));
}

const post = async (id: RequestId, kind: string, on = new Date(world.now()).toISOString().slice(0, 10)) =>
  await recordPosted(world, { requestId: id, taskId: (await toPost(id)).get(kind)!.taskId, on, by: 'anton' });

/** Acknowledged on paper, confirmed by staff, and answered: the copy waits to be posted. */
async function answered(rights: Right[], person = ERIKA): Promise<Request> {
  const request = await received(rights, person);
  await untilAsked(world, request);
  await confirmIdentity(world, (await caseOf(request.id)).request, { method: 'staff', by: 'anton', reason: 'called back' });
  await untilItWaits(world, request);
  return (await caseOf(request.id)).request;
}

describe('a life on paper', () => {
  it('is acknowledged, confirmed, answered and ended without a single mail', async () => {
    const { id } = await answered(['access']);
    expect([...(await toPost(id)).keys()].toSorted()).toEqual(['acknowledgement', 'fulfilment#export#1']);
    expect(await world.mails(id)).toEqual([]);
    expect((await caseOf(id)).request).toMatchObject({
      state: 'answered',
      channel: 'post',
      tasks: [{ kind: 'post' }, { kind: 'post' }],
    });
    world.pass(DAY);
    expect(await post(id, 'acknowledgement', '2026-03-02')).toEqual({ ok: true });
    expect(await post(id, 'fulfilment#export#1')).toEqual({ ok: true });
    const { mails, request, events } = await caseOf(id);
    expect(mails.map(({ kind, sentAt }) => [kind, sentAt])).toEqual(
      expect.arrayContaining([
        ['acknowledgement', '2026-03-02'],
        ['fulfilment#export#1', '2026-03-03'],
      ]),
    );
    expect(request.tasks).toEqual([]);
    expect(events.filter(({ type }) => type === 'posted').map(({ data }) => data)).toMatchObject([
      { by: 'anton', on: '2026-03-02' },
      { by: 'anton', on: '2026-03-03' },
    ]);
  });

  it.skipIf(lacks('pdftotext'))(
    'has letters that say they are letters, with the address of the envelope and the receipt to put in',
    async () => {
      const { id, reference } = await answered(['access']);
      const { mailId } = (await toPost(id)).get('fulfilment#export#1')!;
      const record = await caseOf(id);
      const letter = (await readPaperLetter(world, record, mailId))!;
      expect(letter).toMatchObject({ to: ['Erika Mustermann', 'Heidestraße 17', '51147 Köln'], enclosures: ['receipt.pdf'] });
      const words = lettersOf((await printLetter(world, record, mailId))!);
      for (const said of [
        'ErikaMustermannHeidestraße1751147Köln',
        'EinegedruckteKopieIhrerDatenliegtbei',
        'EinegedruckteQuittungliegtbei',
        '2.März2026',
        reference,
      ])
        expect(words).toContain(said);
      expect(words).not.toContain('E-Mail');
      const receipt = (await readEnclosure(world, record, { mailId, place: 0 }))!;
      expect(Buffer.from(receipt.content).subarray(0, 5).toString()).toBe('%PDF-');
      expect(await readEnclosure(world, record, { mailId, place: 1 })).toBeUndefined();
    },
  );
});

describe('the answer to print', () => {
  it('opens by the link of its letter while that is to be posted, for nothing else, and printing it is no download of the person', async () => {
    const { id } = await answered(['access', 'erasure']);
    const letters = await toPost(id);
    const { mailId } = letters.get('fulfilment#export#1')!;
    const { copyUrl } = (await readPaperLetter(world, await caseOf(id), mailId))!;
    const token = copyUrl!.split('/').at(-1)!;
    expect(readToken(SECRET, 'download', { token })).toBeUndefined();
    expect(await openDownload(world, token)).toMatchObject({ ok: true, parts: [{ number: 1 }] });
    expect(await presignPart(world, { token, part: 1 })).toMatchObject({ ok: true });
    expect((await caseOf(id)).request).toMatchObject({ state: 'ready' });
    expect((await caseOf(id)).events.some(({ type }) => type === 'package-fetched')).toBe(false);
    expect(await readPaperLetter(world, await caseOf(id), letters.get('acknowledgement')!.mailId)).not.toHaveProperty('copyUrl');
    for (const scope of ['', letters.get('acknowledgement')!.mailId.slice(1)])
      expect(await openDownload(world, makeToken(SECRET, 'print', { id, scope }))).toEqual({ ok: false, reason: 'unknown' });
    await post(id, 'fulfilment#export#1');
    expect(await openDownload(world, token)).toEqual({ ok: false, reason: 'unknown' });
    // The person's own link goes on.
    expect(await openDownload(world, makeToken(SECRET, 'download', { id }))).toMatchObject({ ok: true });
  });

  it('once posted, ends the wait of a deletion', async () => {
    const { id } = await answered(['access', 'erasure']);
    expect(world.machine.told.filter(({ token }) => token === 'fetch-token')).toEqual([]);
    await post(id, 'fulfilment#export#1');
    expect((await caseOf(id)).request).toMatchObject({ state: 'in-progress', fetchEnded: 'fetched' });
    expect(world.machine.told.filter(({ token }) => token === 'fetch-token')).toHaveLength(1);
    await untilItWaits(world, (await caseOf(id)).request);
    expect([...(await toPost(id)).keys()]).toContain('deletion#erase#1');
  });

  it('posted before the execution waits, ends the wait as it begins', async () => {
    const { id } = await answered(['access', 'erasure']);
    await post(id, 'fulfilment#export#1');
    world.machine.told.length = 0;
    await persevere(world, 'await-fetch', () => awaitFetch({ requestId: id, taskToken: 'later-token' }, world));
    expect(world.machine.told.map(({ token }) => token)).toEqual(['later-token']);
  });
});

describe('posted on', () => {
  it.each([
    ['tomorrow', '2026-03-03', 'in-future'],
    ['the day before it was written', '2026-03-01', 'before-written'],
  ])('%s is refused', async (_, on, reason) => {
    const request = await received(['access']);
    await untilAsked(world, request);
    expect(await post(request.id, 'acknowledgement', on)).toEqual({ ok: false, reason });
    expect((await toPost(request.id)).has('acknowledgement')).toBe(true);
  });

  it('twice is once, and another day is told', async () => {
    const request = await received(['access']);
    await untilAsked(world, request);
    const { taskId } = (await toPost(request.id)).get('acknowledgement')!;
    const input = { requestId: request.id, taskId, on: '2026-03-02', by: 'anton' };
    expect(await Promise.all([recordPosted(world, input), recordPosted(world.reopen(), input)])).toEqual([{ ok: true }, { ok: true }]);
    world.pass(DAY);
    expect(await recordPosted(world, { ...input, on: '2026-03-03' })).toEqual({ ok: false, reason: 'already-done' });
    const verification = (await caseOf(request.id)).tasks.find(({ kind }) => kind === 'verify')!;
    expect(await recordPosted(world, { ...input, taskId: verification.taskId })).toEqual({ ok: false, reason: 'unknown' });
  });

  it('is finished by the sweep wherever it was cut off, or not begun', async () => {
    const { id } = await answered(['access', 'erasure']);
    const { taskId } = (await toPost(id)).get('fulfilment#export#1')!;
    const effects = await atEveryEffect(world, {
      act: async (again) => await recordPosted(again, { requestId: id, taskId, on: '2026-03-02', by: 'anton' }),
      look: async (again) => {
        again.pass(HOUR);
        world = again.reopen();
        expect(await sweep({}, world)).toMatchObject({ failed: 0 });
        const record = await caseOf(id);
        const begun = record.events.some(({ type }) => type === 'posted');
        expect(record.request.fetchEnded).toBe(begun ? 'fetched' : undefined);
        expect((await toPost(id)).has('fulfilment#export#1')).toBe(!begun);
        expect(record.mails.find(({ kind }) => kind === 'fulfilment#export#1')!.sentAt).toBe(begun ? '2026-03-02' : undefined);
        expect(world.machine.told.filter(({ token }) => token === 'fetch-token').length > 0).toBe(begun);
      },
    });
    expect(effects).toBeGreaterThan(4);
  });
});

describe('a letter that waits', () => {
  it('is nothing the sweep has to send, and outlives a withdrawal with its request until it was posted', async () => {
    const request = await received(['access']);
    const { id } = request;
    await untilAsked(world, request);
    expect(unsentMails(await caseOf(id))).toEqual([]);
    await withdrawRequest(world, id, 'person');
    await sweep({}, world);
    expect([...(await toPost(id)).keys()]).toContain('closure');
    expect(Date.parse(nextLook(await caseOf(id), world)) - world.now()).toBeGreaterThan(20 * DAY);
    world.pass(10 * DAY);
    await sweep({}, world);
    expect(await world.caseKeys.exists(id)).toBe(true);
    for (const kind of (await toPost(id)).keys()) expect(await post(id, kind)).toEqual({ ok: true });
    world.pass(HOUR);
    await sweep({}, world);
    expect(await world.caseKeys.exists(id)).toBe(false);
  });

  it('that nobody posted in time is purged, and can still be said to have been posted', async () => {
    const { id } = await answered(['access']);
    world.pass(60 * DAY);
    await sweep({}, world);
    const record = await caseOf(id);
    expect(record.request.purgedAt).toBeDefined();
    expect(await readPaperLetter(world, record, record.mails[0]!.mailId)).toBeUndefined();
    expect(await post(id, 'fulfilment#export#1', '2026-03-04')).toEqual({ ok: true });
  });

  it('without an address gets one from staff, which nobody else sees', async () => {
    const request = await received(['access'], { name: 'Erika Mustermann', identifiers: {} });
    await untilAsked(world, request);
    const { mailId } = (await toPost(request.id)).get('acknowledgement')!;
    expect((await readPaperLetter(world, await caseOf(request.id), mailId))!.to).toEqual([]);
    const address = { address: ['Postlagernd', '50667 Köln'] };
    expect(await giveAddress(world, { requestId: request.id, by: 'anton', address })).toBe(true);
    expect((await readPaperLetter(world, await caseOf(request.id), mailId))!.to).toEqual(['Erika Mustermann', 'Postlagernd', '50667 Köln']);
    expect(JSON.stringify(await world.tables.requests.partition(`REQ#${request.id}`))).not.toContain('Postlagernd');
  });
});

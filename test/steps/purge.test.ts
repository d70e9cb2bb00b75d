/** The end of a request: purge after the window, erasure after the record-keeping time, and when to look next. */
import { describe, expect, it } from 'vitest';
import { readPayload } from '../../lib/receipts/payload.ts';
import { payloadOf } from '../../lib/receipts/payload-of.ts';
import { openDownload } from '../../lib/steps/fetch-package.ts';
import { nextLook } from '../../lib/steps/next-look.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { withdrawRequest } from '../../lib/steps/withdraw-request.ts';
import { makeToken } from '../../lib/domain/tokens.ts';
import { keys } from '../../lib/stores/keys.ts';
import { atEveryEffect, submit, walk } from '../walk.ts';
import { DAY, HOUR, MINUTE, SECRET, type TestWorld } from '../world.ts';
import { caseOf, jumpTo, load, objectsOf, sweepAt, typesOf, world, moveTo } from './sweep-world.ts';

describe('the purge', () => {
  it('takes key, exports, package and mails when the window has ended, and says from when they cannot come back', async () => {
    const request = await walk(world);
    const other = await walk(world);
    expect(await objectsOf(request.id)).toBeGreaterThan(4);
    world.goTo('2026-04-01T21:59:00Z');
    await sweep({}, world);
    expect((await load(request.id)).purgedAt).toBeUndefined();
    world.goTo('2026-04-01T22:00:00Z');
    await sweep({}, world);
    expect(await load(request.id)).toMatchObject({
      state: 'answered',
      purgedAt: '2026-04-01T22:00:00.000Z',
      irrecoverableFrom: '2026-04-08T22:00:00.000Z',
    });
    expect(await objectsOf(request.id)).toBe(0);
    expect(await objectsOf(other.id)).toBe(0);
    expect(await world.caseKeys.exists(request.id)).toBe(false);
    expect(await openDownload(world, makeToken(SECRET, 'download', { id: request.id }))).toEqual({ ok: false, reason: 'ended' });
    const payloads = (await world.receipts.ofCase(request.id)).map(({ jws }) => readPayload(payloadOf(jws)));
    expect(payloads.map(({ kind }) => kind)).toEqual(['request', 'fulfilment', 'closure']);
    const { purgedAt, irrecoverableFrom } = await load(request.id);
    expect(payloads.at(-1)).toMatchObject({
      status: 'dpv:RequestFulfilled',
      closure: { reason: 'purged', at: purgedAt, purgedAt, irrecoverableFrom },
      // The salt is gone with the key.
      subject: payloads[0]!.subject,
    });
    // Nobody knows the address any more.
    expect(await world.mails(request.id)).toHaveLength(3);
  });

  it('of a withdrawn request comes once no step can still be writing, of an open one never', async () => {
    const [withdrawn, open] = [await submit(world), await submit(world)];
    await withdrawRequest(world, withdrawn.id, 'person');
    // A package may take its fifteen minutes; what it wrote after the purge would lie there for ever.
    world.pass(20 * MINUTE);
    await sweep({}, world);
    expect((await load(withdrawn.id)).purgedAt).toBeUndefined();
    world.pass(40 * MINUTE);
    await sweep({}, world);
    expect((await load(withdrawn.id)).purgedAt).toBeDefined();
    world.pass(400 * DAY);
    await sweep({}, world);
    expect((await load(open.id)).purgedAt).toBeUndefined();
    expect(await world.caseKeys.exists(open.id)).toBe(true);
  });

  it('is finished wherever a crash cuts it off', async () => {
    const request = await walk(world);
    world.goTo('2026-04-02T00:00:00Z');
    const look = async (again: TestWorld): Promise<void> => {
      moveTo(again.reopen());
      world.pass(HOUR);
      expect(await sweep({}, world)).toMatchObject({ failed: 0 });
      expect((await load(request.id)).purgedAt).toBeDefined();
      expect(await world.caseKeys.exists(request.id)).toBe(false);
      expect(await objectsOf(request.id)).toBe(0);
      expect((await typesOf(request.id)).filter((type) => type === 'purged')).toHaveLength(1);
      const { receipts, purgedAt } = await load(request.id);
      expect(receipts.map(({ kind }) => kind)).toEqual(['request', 'fulfilment', 'closure']);
      const chain = await world.receipts.ofCase(request.id);
      expect(chain.map(({ id }) => id)).toEqual(receipts.map(({ receiptId }) => receiptId));
      // Nothing is said to be gone before it is.
      expect(chain.at(-1)!.issuedAt >= purgedAt!).toBe(true);
    };
    expect(await atEveryEffect(world, { act: (to) => sweep({}, to), look })).toBeGreaterThanOrEqual(3);
  });
});

describe('the record', () => {
  it('stays for the time of the law, and then everything about the request is gone', async () => {
    const request = await walk(world);
    await jumpTo('2029-03-02T08:00:00Z');
    expect((await load(request.id)).state).toBe('answered');
    const { receipts } = await load(request.id);
    await jumpTo('2029-03-02T11:00:00Z');
    for (const pk of [keys.request(request.id), `REF#${request.reference}`, `SUBJ#${request.subject}`])
      expect(await world.tables.requests.partition(pk)).toEqual([]);
    for (const { receiptId } of receipts) expect(await world.receipts.get(receiptId)).toBeUndefined();
    expect(await world.tables.caseKeys.partition(`CASE#${request.id}`)).toEqual([]);
    expect(await sweep({}, world)).toEqual({ looked: 0, failed: 0, overdue: 0 });
  });

  it('is erased to the end wherever a crash cuts the erasure off, and never comes back to life', { timeout: 90_000 }, async () => {
    const request = await walk(world);
    await jumpTo('2029-03-02T08:00:00Z');
    world.goTo('2029-03-03T00:00:00Z');
    const look = async (again: TestWorld): Promise<void> => {
      moveTo(again.reopen());
      const running = world.machine.executions.size;
      world.pass(HOUR);
      expect(await sweep({}, world)).toMatchObject({ failed: 0 });
      expect(await world.tables.requests.partition(keys.request(request.id))).toEqual([]);
      expect(world.machine.executions.size).toBe(running);
    };
    expect(await atEveryEffect(world, { act: (to) => sweep({}, to), look })).toBeGreaterThan(20);
  });

  it('is erased also by two sweeps at once, whatever one of them writes after the other', async () => {
    const request = await walk(world);
    await jumpTo('2029-03-02T08:00:00Z');
    world.goTo('2029-03-03T00:00:00Z');
    const { requests } = world;
    const slow = {
      ...world,
      requests: {
        ...requests,
        async project(summary: typeof request) {
          await sweep({}, world);
          await requests.project(summary);
        },
      },
    };
    expect(await sweep({}, slow)).toMatchObject({ looked: 1, failed: 0 });
    expect(await world.tables.requests.partition(keys.request(request.id))).toEqual([]);
  });
});

describe('the next look', () => {
  it('comes in two minutes after intake, then at the next date, and every hour from the last day on', async () => {
    const request = await submit(world);
    expect(await sweepAt(request.id)).toBe('2026-03-02T09:02:00.000Z');
    world.pass(HOUR);
    await sweep({}, world);
    // Halfway to the end of the silence.
    expect(await sweepAt(request.id)).toBe('2026-03-15T04:00:00.000Z');
    world.goTo('2026-03-25T12:00:00Z');
    expect(nextLook(await caseOf(request.id), world)).toBe('2026-03-25T23:00:00.000Z');
    world.goTo('2026-03-31T22:00:00Z');
    expect(nextLook(await caseOf(request.id), world)).toBe('2026-03-31T23:00:00.000Z');
  });

  it('comes at the purge and then at the end of the record', async () => {
    const request = await walk(world);
    expect(nextLook(await caseOf(request.id), world)).toBe('2026-04-01T22:00:00.000Z');
    world.goTo('2026-04-02T00:00:00Z');
    await sweep({}, world);
    expect(await sweepAt(request.id)).toMatch(/^2029-03-02T/);
  });
});

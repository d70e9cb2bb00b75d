/** intake: nothing is lost and nothing doubled, whatever fails in between. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readReference } from '../../lib/domain/reference.ts';
import type { RequestId } from '../../lib/domain/ids.ts';
import { openPerson } from '../../lib/steps/casework.ts';
import { promise, takeIn } from '../../lib/steps/intake.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { crashes, submission, submit } from '../walk.ts';
import { HOUR, openWorlds, PERSON_EMAIL, type TestWorld, type Worlds } from '../world.ts';

let worlds: Worlds;
let world: TestWorld;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open();
});

const events = async (id: RequestId) => (await world.requests.loadCase(id))!.events;

describe('taking in', () => {
  it('promises a date, starts the execution, and can be found by its reference', async () => {
    const request = await submit(world);
    expect(request).toMatchObject({ state: 'received', law: 'eu-gdpr', dueOn: '2026-04-02', receivedAt: '2026-03-02T09:00:00.000Z' });
    expect(readReference(request.reference)).toBe(request.reference);
    expect(await world.machine.state(request.id)).toBe('running');
    expect(await world.tables.requests.get({ pk: `REF#${request.reference}`, sk: 'CLAIM' })).toMatchObject({ requestId: request.id });
    expect(promise(world.configuration, { rights: ['access'], residence: 'US-CA', receivedAt: request.receivedAt })).toMatchObject({
      // The company is in the Union, which protects everybody, and its date comes first.
      laws: ['eu-gdpr', 'us-ca-ccpa'],
      clock: { dueOn: '2026-04-02', leading: { law: 'eu-gdpr' }, others: [{ law: 'us-ca-ccpa', deadline: { dueOn: '2026-04-16' } }] },
    });
  });

  it('keeps the person sealed: no item of any table says who it is', async () => {
    const person = {
      email: PERSON_EMAIL,
      name: 'Erika Mustermann',
      identifiers: { customerId: 'C-42' },
      note: 'about my parcel',
      onBehalfOf: { name: 'Hans', relation: 'father' },
    };
    const request = await submit(world, { person });
    const items = await Promise.all(
      Object.entries(world.tables).map(async ([, table]) => [
        ...(await table.partition(`REQ#${request.id}`)),
        ...(await table.partition(`REF#${request.reference}`)),
        ...(await table.partition(`CASE#${request.id}`)),
      ]),
    );
    const stored = JSON.stringify(items) + JSON.stringify(world.machine.told);
    for (const secret of ['mustermann', 'Erika', 'C-42', 'parcel', 'Hans'])
      expect(stored.toLowerCase()).not.toContain(secret.toLowerCase());
    expect(openPerson(request, await world.caseKeys.open(request.id))).toEqual(person);
  });

  it('knows one person by any spelling of the address', async () => {
    const [one, other] = [
      await submit(world),
      await submit(world, { person: { email: ` ${PERSON_EMAIL.toUpperCase()}`, identifiers: {} } }),
    ];
    expect(one.subject).toBe(other.subject);
    expect(one.id).not.toBe(other.id);
  });
});

describe('the same key', () => {
  it('with the same body is the same request, also days later and in another order of members', async () => {
    const intake = submission({ person: { email: PERSON_EMAIL, identifiers: { a: '1', b: '2' } } });
    const first = await takeIn(world, intake);
    world.pass(30 * HOUR);
    const again = await takeIn(world, { ...intake, person: { identifiers: { b: '2', a: '1' }, email: PERSON_EMAIL } });
    expect(again).toEqual(first);
    expect(first.ok && (await events(first.request.id))).toHaveLength(1);
  });

  it.each([
    ['another right', { rights: ['erasure' as const] }],
    ['another person', { person: { email: 'other@example.org', identifiers: {} } }],
    ['another residence', { residence: 'US-CA' }],
    ['another brand', { brand: 'kiosk' }],
  ])('with %s is refused', async (_, more) => {
    const intake = submission();
    await takeIn(world, intake);
    expect(await takeIn(world, { ...intake, ...more })).toEqual({ ok: false, reason: 'key-reused' });
  });

  it('sent ten times at once is one request with one event and one execution', async () => {
    const intake = submission();
    const results = await Promise.all(Array.from({ length: 10 }, () => takeIn(world.reopen(), intake)));
    const ids = new Set(results.map((result) => result.ok && result.request.id));
    expect(ids.size).toBe(1);
    const [id] = [...ids] as RequestId[];
    expect(await events(id!)).toHaveLength(1);
    expect(world.machine.executions.size).toBe(1);
    expect(new Set(results.map((result) => result.ok && result.request.reference)).size).toBe(1);
  });

  it('does not start a request again that has gone on or ended', async () => {
    const intake = submission();
    const taken = await takeIn(world, intake);
    const { id } = (taken as { request: { id: RequestId } }).request;
    await world.requests.append(id, { key: 'closed', type: 'closed', at: '2026-03-03T00:00:00.000Z', data: { outcome: 'answered' } });
    world.machine.executions.clear();
    expect((await takeIn(world, intake)).ok).toBe(true);
    expect(world.machine.executions.size).toBe(0);
  });
});

describe('after a crash at any effect', () => {
  /** key, case key, reference, first event, summary, execution */
  const EFFECTS = [1, 2, 3, 4, 5, 6];

  it.each(EFFECTS)('number %i the same submission leads to the same single request', async (n) => {
    const intake = submission();
    world.fuse.blowAt(n, 'after');
    expect(await crashes(world, () => takeIn(world, intake))).toBe(true);
    world.pass(HOUR);
    const taken = await takeIn(world.reopen(), intake);
    const request = (taken as { request: { id: RequestId; receivedAt: string; dueOn: string } }).request;
    expect(request).toMatchObject({ receivedAt: '2026-03-02T09:00:00.000Z', dueOn: '2026-04-02' });
    expect(await events(request.id)).toHaveLength(1);
    expect(world.machine.executions.size).toBe(1);
    openPerson((await world.requests.load(request.id))!, await world.caseKeys.open(request.id));
  });

  it.each([4, 5])('number %i the sweep starts what nobody sends again', async (n) => {
    world.fuse.blowAt(n, 'after');
    await crashes(world, () => takeIn(world, submission()));
    expect(world.machine.executions.size).toBe(0);
    world.pass(HOUR);
    expect(await sweep({}, world.reopen())).toMatchObject({ looked: 1, failed: 0 });
    expect([...world.machine.executions.values()]).toEqual(['running']);
    expect((await world.requests.openRequests({ limit: 5 })).items).toHaveLength(1);
  });

  it('answers as taken in when only the start failed, and the sweep starts it', async () => {
    const start = world.machine.start;
    world.machine.start = async () => {
      throw Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
    };
    const taken = await takeIn(world, submission());
    expect(taken.ok).toBe(true);
    world.machine.start = start;
    world.pass(HOUR);
    await sweep({}, world);
    expect(world.machine.executions.size).toBe(1);
  });
});

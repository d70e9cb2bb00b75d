/** Requests as lists of events: gapless, each once, and a summary that never goes back. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId, type RequestId, type TaskId } from '../../lib/domain/ids.ts';
import type { NewEvent } from '../../lib/domain/request-events.ts';
import { INDEX } from '../../lib/stores/indexes.ts';
import { keys, SWEEP_SHARDS, sweepShard } from '../../lib/stores/keys.ts';
import { AT, receivedData } from '../domain/request-sample.ts';
import { openWorlds, type TestWorld, type Worlds } from '../world.ts';

let worlds: Worlds;
let world: TestWorld;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open();
});

const received = (at = AT) => ({ key: 'received', type: 'received' as const, at, data: receivedData() });
const looked = (key: string): NewEvent => ({ key, type: 'looked', at: AT, data: { by: 'anton', at: 'person' } });

async function begun(): Promise<RequestId> {
  const id = newId('req');
  await world.requests.begin(id, received(), AT);
  return id;
}

describe('begin', () => {
  it('writes the first event once: a second beginning gets the first back', async () => {
    const id = newId('req');
    const first = await world.requests.begin(id, received(), AT);
    const second = await world.requests.begin(id, received('2027-01-01T00:00:00.000Z'), '2027');
    expect(second).toEqual(first);
    expect((await world.requests.loadCase(id))!.sweepAt).toBe(AT);
  });

  it('puts the request where the sweep finds it even if nothing else is written', async () => {
    world.fuse.blowAt(1, 'after');
    const id = newId('req');
    await world.requests.begin(id, received(), AT).catch(() => undefined);
    world.fuse.mend();
    const shard = Number(sweepShard(id).split('#')[1]);
    expect((await world.requests.dueForSweep(shard, AT)).items).toEqual([id]);
  });
});

describe('append', () => {
  it('leaves no gap and loses nothing when forty append at once', async () => {
    const id = await begun();
    const results = await Promise.all(Array.from({ length: 40 }, (_, who) => world.requests.append(id, looked(`look#${who}`))));
    expect(results.every(({ existed }) => !existed)).toBe(true);
    const { events, request } = (await world.requests.loadCase(id))!;
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 41 }, (_, place) => place + 1));
    expect(new Set(events.map(({ key }) => key)).size).toBe(41);
    expect(request.seq).toBe(41);
  });

  it('writes an event of one key once, also when it comes forty times at once', async () => {
    const id = await begun();
    const results = await Promise.all(Array.from({ length: 40 }, () => world.requests.append(id, looked('the same'))));
    expect(results.filter(({ existed }) => !existed)).toHaveLength(1);
    expect(new Set(results.map(({ event }) => event.seq))).toEqual(new Set([2]));
    expect((await world.requests.loadCase(id))!.events).toHaveLength(2);
  });

  it('refuses an event of a request that never began', async () => {
    await expect(world.requests.append(newId('req'), looked('x'))).rejects.toThrow(TypeError);
  });

  it('reads hundreds of events in order, beyond the megabyte of one answer', async () => {
    const id = await begun();
    const { table } = world.requests;
    const filling = 'x'.repeat(3000);
    const put = (seq: number) => table.put({ ...keys.event(id, seq), ...looked(`look#${seq}`), requestId: id, seq, filling });
    for (let from = 2; from <= 500; from += 100) await Promise.all(Array.from({ length: 100 }, (_, place) => put(from + place)));
    expect((await world.requests.load(id))!.seq).toBe(501);
  });
});

describe('the summary', () => {
  const summary = async (id: RequestId) => (await world.requests.table.get(keys.summary(id)))!;

  it('follows the events and never goes back', async () => {
    const id = await begun();
    const early = (await world.requests.load(id))!;
    await world.requests.append(id, { key: 'verified', type: 'verified', at: AT, data: { method: 'link' } });
    await world.requests.project(early);
    expect(await summary(id)).toMatchObject({ seq: 2, state: 'in-progress' });
  });

  it('is not written for an event that changes nothing a list shows', async () => {
    const id = await begun();
    await world.requests.append(id, looked('1'));
    expect((await summary(id))['seq']).toBe(1);
    await world.requests.append(id, { key: 'verified', type: 'verified', at: AT, data: { method: 'link' } });
    expect(await summary(id)).toMatchObject({ seq: 3, state: 'in-progress' });
  });

  it('is mended by the next append of the same event', async () => {
    const id = await begun();
    world.fuse.blowAt(2, 'before');
    await world.requests.append(id, looked('1')).catch(() => undefined);
    world.fuse.mend();
    expect((await summary(id))['seq']).toBe(1);
    await world.requests.append(id, looked('1'));
    expect((await summary(id))['seq']).toBe(2);
  });

  it('lists open requests by due date and drops closed ones', async () => {
    const [one, other] = [await begun(), await begun()];
    const ids = async () => (await world.requests.openRequests({ limit: 10 })).items;
    expect((await ids()).toSorted()).toEqual([one, other].toSorted());
    await world.requests.append(one, { key: 'closed', type: 'closed', at: AT, data: { outcome: 'withdrawn' } });
    expect(await ids()).toEqual([other]);
  });

  it('holds nothing about the person', async () => {
    const id = await begun();
    expect(Object.keys(await summary(id)).toSorted()).toEqual(['dueOn', 'list', 'listKey', 'pk', 'reference', 'seq', 'sk', 'state']);
  });
});

describe('the sweep index', () => {
  it('spreads requests over its shards', () => {
    const shards = new Set(Array.from({ length: 300 }, () => sweepShard(newId('req'))));
    expect(shards.size).toBe(SWEEP_SHARDS);
  });

  it('moves a request', async () => {
    const id = await begun();
    const shard = Number(sweepShard(id).split('#')[1]);
    await world.requests.scheduleSweep(id, '2030');
    expect((await world.requests.dueForSweep(shard, '2029')).items).toEqual([]);
    expect((await world.requests.dueForSweep(shard, '2031')).items).toEqual([id]);
  });

  it('leaves a request where somebody moved it meanwhile', async () => {
    const id = await begun();
    await world.requests.scheduleSweep(id, '2030');
    await world.requests.scheduleSweep(id, '2031');
    await world.requests.scheduleSweep(id, '2040', '2030');
    expect((await world.requests.loadCase(id))!.sweepAt).toBe('2031');
    await world.requests.scheduleSweep(id, '2040', '2031');
    expect((await world.requests.loadCase(id))!.sweepAt).toBe('2040');
  });

  it('does not bring back what was erased', async () => {
    const id = newId('req');
    await world.requests.scheduleSweep(id, AT);
    await world.requests.countExecution(id, 1);
    await world.requests.countExecution(id, 2);
    await world.requests.closeTask(id, newId('task'), AT);
    expect(await world.requests.table.partition(keys.request(id))).toEqual([]);
  });
});

describe('a case', () => {
  it('counts its executions from one', async () => {
    const id = await begun();
    expect((await world.requests.loadCase(id))!.executions).toBe(1);
    expect(await world.requests.countExecution(id, 1)).toBe(2);
    expect((await world.requests.loadCase(id))!.executions).toBe(2);
    expect(await world.requests.countExecution(id, 2)).toBe(3);
    expect((await world.requests.loadCase(id))!.executions).toBe(3);
  });

  it('counts one more for two that find the same execution ended', async () => {
    const id = await begun();
    expect(await world.requests.countExecution(id, 1)).toBe(2);
    expect(await world.requests.countExecution(id, 1)).toBe(2);
    expect((await world.requests.loadCase(id))!.executions).toBe(2);
  });

  it('lists open staff tasks and takes closed ones off', async () => {
    const id = await begun();
    const taskId: TaskId = newId('task');
    const { hash, range } = INDEX.lists;
    await world.requests.table.put({ ...keys.task(id, taskId), taskId, kind: 'act', [hash]: 'tasks', [range]: `2026-04-02#${id}` });
    expect((await world.requests.openTasks({ limit: 5 })).items).toEqual([{ requestId: id, taskId }]);
    expect((await world.requests.loadCase(id))!.request.tasks).toHaveLength(1);
    await world.requests.closeTask(id, taskId, AT);
    expect((await world.requests.openTasks({ limit: 5 })).items).toEqual([]);
    expect((await world.requests.loadCase(id))!.request.tasks).toEqual([]);
  });

  it('is gone for everybody once its erasure has begun', async () => {
    const id = await begun();
    await world.requests.append(id, looked('1'));
    await world.requests.beginErasing(id);
    expect(await world.requests.load(id)).toBeUndefined();
    expect(await world.requests.loadCase(id)).toBeUndefined();
    await expect(world.requests.append(id, looked('2'))).rejects.toThrow(TypeError);
  });
});

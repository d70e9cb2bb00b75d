/** find, export, erase, verify, start-later, hand-to-person, record-wave: what each system did, and nothing more than that. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Row } from '../../lib/connectors/connector.ts';
import { PermanentError, TransientError } from '../../lib/domain/errors.ts';
import type { RequestId } from '../../lib/domain/ids.ts';
import type { Request } from '../../lib/domain/request.ts';
import type { Action, Right } from '../../lib/domain/rights.ts';
import { completeTask } from '../../lib/steps/complete-task.ts';
import { erase } from '../../lib/steps/erase.ts';
import { exportData } from '../../lib/steps/export.ts';
import { find } from '../../lib/steps/find.ts';
import { handToPerson } from '../../lib/steps/hand-to-person.ts';
import { recordWave } from '../../lib/steps/record-wave.ts';
import { receiveCallback, startLater } from '../../lib/steps/start-later.ts';
import { verify } from '../../lib/steps/verify.ts';
import { withdrawRequest } from '../../lib/steps/withdraw-request.ts';
import { systemFrom } from '../../lib/stores/case-items.ts';
import { keys } from '../../lib/stores/keys.ts';
import { persevere, runBranch, type Scope, submit, untilPlanned } from '../walk.ts';
import { openWorlds, PERSON_EMAIL, type TestWorld, type Worlds } from '../world.ts';

let worlds: Worlds;
let world: TestWorld;
let request: Request;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open();
});

async function planned(rights: Right[] = ['access']): Promise<RequestId> {
  request = await submit(world, { rights });
  await untilPlanned(world, request);
  return request.id;
}

const scopeOf = (system: string, pass: Action = 'export'): Scope => ({ requestId: request.id, system, pass, round: 1 });
const itemOf = async (scope: Scope) => systemFrom((await world.requests.table.get(keys.system(scope.requestId, scope)))!);
const pagesOf = async () => (await world.requests.loadCase(request.id))!.pages;

async function rowsIn(system: string): Promise<Row[]> {
  const item = await itemOf(scopeOf(system));
  const key = await world.caseKeys.open(request.id);
  const counted = (await pagesOf()).filter((page) => page.system === system && page.number <= (item.pages ?? 0));
  const texts = await Promise.all(counted.map(async (page) => (await world.vault.get(page.key, key))!.toString()));
  return texts.flatMap((text) => text.split('\n').map((line) => JSON.parse(line) as Row));
}

describe('find', () => {
  it('asks with what the person gave, and later systems with what earlier ones taught', async () => {
    await planned();
    expect(await find(scopeOf('shop'), world)).toEqual({ found: 4, later: false });
    await find(scopeOf('crm'), world);
    const subject = (name: string) => world.systems[name]!.calls[0]!.subject.identifiers;
    expect(subject('shop')).toEqual({ email: [PERSON_EMAIL] });
    expect(subject('crm')).toEqual({ email: [PERSON_EMAIL], customerId: ['42'] });
  });

  it('keeps learnt identifiers sealed', async () => {
    await planned();
    world.systems['shop']!.reveals = { customerId: ['C-424242'] };
    await find(scopeOf('shop'), world);
    expect(JSON.stringify(await itemOf(scopeOf('shop')))).not.toContain('424242');
  });

  it('is not found, and done, where a system holds nothing', async () => {
    await planned();
    world.systems['crm']!.rows = {};
    await find(scopeOf('shop'), world);
    expect(await find(scopeOf('crm'), world)).toMatchObject({ found: 0 });
    expect((await itemOf(scopeOf('crm'))).outcome).toMatchObject({ outcome: 'not-found', found: 0 });
  });

  it('still answers for all that was found once a crash left half of it erased', async () => {
    await planned(['erasure']);
    const scope = scopeOf('shop', 'erase');
    await find(scope, world);
    world.systems['shop']!.rows['customers'] = [];
    expect(await find(scope, world)).toMatchObject({ found: 4 });
  });
});

describe('export', () => {
  it('brings every row once, however many calls it takes and wherever each is repeated', async () => {
    await planned();
    const { rows } = world.systems['shop']!;
    world.systems['shop']!.pagesPerCall = 1;
    await find(scopeOf('shop'), world);
    let cursor = '';
    let calls = 0;
    do {
      const from = cursor;
      ({ cursor } = await exportData({ ...scopeOf('shop'), cursor: from }, world));
      // The machine repeats a call whose answer it did not get.
      expect(await exportData({ ...scopeOf('shop'), cursor: from }, world.reopen())).toEqual({ cursor });
      calls += 1;
    } while (cursor !== '');
    expect(calls).toBe(3);
    expect(await rowsIn('shop')).toEqual(Object.values(rows).flat());
    expect((await itemOf(scopeOf('shop'))).outcome).toMatchObject({ outcome: 'exported', found: 4 });
    expect((await itemOf(scopeOf('shop'))).datasets).toEqual([
      { dataset: 'customers', found: 1, exported: 1 },
      { dataset: 'orders', found: 3, exported: 3 },
      { dataset: 'messages', found: 0, exported: 0 },
    ]);
  });

  it.each(['before', 'after'] as const)('brings every row once when it dies %s every effect', async (when) => {
    await planned();
    world.systems['shop']!.pagesPerCall = 2;
    world.fuse.blowAtEach(when);
    await runBranch(world, scopeOf('shop'));
    world.fuse.mend();
    expect(await rowsIn('shop')).toEqual(Object.values(world.systems['shop']!.rows).flat());
    expect((await itemOf(scopeOf('shop'))).pages).toBe(3);
  });

  it('begun again from the start counts only what the last attempt wrote', async () => {
    await planned();
    await find(scopeOf('shop'), world);
    await exportData({ ...scopeOf('shop'), cursor: '' }, world);
    world.systems['shop']!.rows['orders'] = [{ id: 1 }];
    await exportData({ ...scopeOf('shop'), cursor: '' }, world);
    expect(await rowsIn('shop')).toHaveLength(2);
    expect((await itemOf(scopeOf('shop'))).datasets).toContainEqual({ dataset: 'orders', found: 3, exported: 1 });
  });

  it('refuses a place it never reached', async () => {
    await planned();
    await find(scopeOf('shop'), world);
    await expect(exportData({ ...scopeOf('shop'), cursor: 'invented' }, world)).rejects.toMatchObject({ name: 'BugError' });
  });

  it('leaves nothing readable in the vault', async () => {
    await planned();
    await runBranch(world, scopeOf('shop'));
    const [page] = await pagesOf();
    expect(page!.key).not.toMatch(/mustermann/i);
    const other = await world.caseKeys.create((await submit(world)).id);
    await expect(world.vault.get(page!.key, other)).rejects.toThrow();
  });
});

describe('erase and verify', () => {
  it('count as deleted only what the system says is gone, and name what law keeps', async () => {
    await planned(['erasure']);
    await runBranch(world, scopeOf('shop', 'erase'));
    const { outcome } = await itemOf(scopeOf('shop', 'erase'));
    expect(outcome).toMatchObject({ outcome: 'retained', found: 4, verifiedAt: expect.any(String) as string });
    expect(outcome!.datasets).toEqual([
      { dataset: 'customers', found: 1, erased: 1 },
      { dataset: 'orders', found: 3, erased: 0, kept: { count: 3, until: '2034-12-31' } },
      { dataset: 'messages', found: 0, erased: 0 },
    ]);
  });

  it('never call a system deleted that still holds rows although it answered well', async () => {
    await planned(['erasure']);
    world.systems['crm']!.forgets.add('contacts');
    await runBranch(world, scopeOf('shop', 'erase'));
    await runBranch(world, scopeOf('crm', 'erase'));
    const item = await itemOf(scopeOf('crm', 'erase'));
    expect(item).toMatchObject({ phase: 'verify', lastError: 'StillHoldsData' });
    expect(item.outcome).toBeUndefined();
    expect((await world.requests.openTasks({ limit: 5 })).items).toHaveLength(1);
  });

  it('are repeated after a system died half way', async () => {
    await planned(['erasure']);
    const { shop } = world.systems;
    shop!.kept = {};
    const scope = scopeOf('shop', 'erase');
    await find(scope, world);
    world.fuse.blowAt(3, 'before');
    await erase(scope, world).catch(() => undefined);
    world.fuse.mend();
    expect(await verify(scope, world)).toEqual({ left: 3 });
    await persevere(world, 'again', () => erase(scope, world));
    expect(await verify(scope, world)).toEqual({ left: 0 });
    expect((await itemOf(scope)).outcome).toMatchObject({ outcome: 'deleted', found: 4 });
  });

  it('touch nothing of a request that was withdrawn while its execution was still running', async () => {
    const id = await planned(['erasure']);
    await find(scopeOf('shop', 'erase'), world);
    await withdrawRequest(world, id, 'person');
    await expect(erase(scopeOf('shop', 'erase'), world)).rejects.toMatchObject({ name: 'PermanentError' });
    expect(world.systems['shop']!.rows['customers']).toHaveLength(1);
    await handToPerson(
      { ...scopeOf('shop', 'erase'), kind: 'system-failed', scope: 'shop#0', error: 'PermanentError', taskToken: 't' },
      world,
    );
    expect((await world.requests.openTasks({ limit: 5 })).items).toEqual([]);
  });
});

describe('a system that answers later', () => {
  const links: string[] = [];

  beforeEach(() => {
    links.length = 0;
    world.systems['crm']!.later = {
      phases: ['export', 'erase'],
      start: async (_, { callbackUrl }) => await world.fuse.effect('ask', async () => void links.push(callbackUrl)),
      finish: async (_, { body, write }) => {
        if (!Array.isArray(body)) throw new PermanentError('Nonsense', { code: 'system-nonsense', system: 'crm' });
        await write('contacts', body as Row[]);
        return { exported: { contacts: body.length } };
      },
    };
  });

  const linkOf = (place: number): string => links[place]!.replace('https://privacy.shop.example/callbacks/', '');

  async function askedLater(token = 'later-1'): Promise<Scope> {
    const scope = scopeOf('crm');
    expect(await find(scope, world)).toMatchObject({ later: true });
    await startLater({ ...scope, taskToken: token }, world);
    return scope;
  }

  it('is asked with a link of its own, and its answer lets the execution go on', async () => {
    await planned();
    const scope = await askedLater();
    expect(links[0]).not.toMatch(/mustermann|crm/);
    expect(await receiveCallback(world, linkOf(0), [{ id: 7 }])).toBe(true);
    expect(world.machine.told).toContainEqual({ token: 'later-1', output: { outcome: 'done' } });
    expect((await itemOf(scope)).outcome).toMatchObject({ outcome: 'exported' });
    expect(await rowsIn('crm')).toEqual([{ id: 7 }]);
  });

  it('takes an answer once; the second changes nothing', async () => {
    await planned();
    await askedLater();
    await receiveCallback(world, linkOf(0), [{ id: 7 }]);
    expect(await receiveCallback(world, linkOf(0), [{ id: 8 }, { id: 9 }])).toBe(true);
    expect(await rowsIn('crm')).toEqual([{ id: 7 }]);
  });

  it('that was asked again by a repeated call keeps what it answered meanwhile', async () => {
    await planned();
    const scope = await askedLater();
    await receiveCallback(world, linkOf(0), [{ id: 7 }]);
    await startLater({ ...scope, taskToken: 'later-2' }, world);
    expect(links).toHaveLength(1);
    expect(world.machine.told.at(-1)).toEqual({ token: 'later-2', output: { outcome: 'done' } });
    expect(await itemOf(scope)).toMatchObject({ phase: 'done', outcome: { outcome: 'exported' } });
  });

  it('that answers while it is asked again by a repeated call keeps what it answered', async () => {
    await planned();
    const scope = await askedLater();
    const secret = async (): Promise<Uint8Array> => {
      await receiveCallback(world, linkOf(0), [{ id: 7 }]);
      return await world.secret();
    };
    await startLater({ ...scope, taskToken: 'later-2' }, { ...world, secret });
    expect(await itemOf(scope)).toMatchObject({ phase: 'done', outcome: { outcome: 'exported' } });
    expect(await rowsIn('crm')).toEqual([{ id: 7 }]);
  });

  it('is really asked again when a person has it tried again', async () => {
    await planned();
    await askedLater();
    await receiveCallback(world, linkOf(0), [{ id: 7 }]);
    await askedLater('later-2');
    expect(links).toHaveLength(2);
    expect(world.machine.told.map(({ token }) => token)).not.toContain('later-2');
  });

  it('is not let in by any other link, nor after the request has ended', async () => {
    const id = await planned();
    await askedLater();
    const [token, uuid] = linkOf(0).split('.') as [string, string];
    for (const wrong of ['', token, `${token}.`, `${token}.${uuid.replace(/.$/, '0')}x`, `${token.slice(0, -2)}AA.${uuid}`, `x.${uuid}`]) {
      expect(await receiveCallback(world, wrong, [])).toBe(false);
    }
    await withdrawRequest(world, id, 'person');
    expect(await receiveCallback(world, linkOf(0), [{ id: 7 }])).toBe(false);
  });

  it('that answers nonsense leaves the wait open', async () => {
    await planned();
    await askedLater();
    await expect(receiveCallback(world, linkOf(0), { error: 'x' })).rejects.toMatchObject({ name: 'PermanentError' });
    expect(world.machine.told.map(({ token }) => token)).not.toContain('later-1');
    expect(await receiveCallback(world, linkOf(0), [{ id: 7 }])).toBe(true);
  });

  it('that does not do so is a bug, not a wait', async () => {
    await planned();
    await expect(startLater({ ...scopeOf('shop'), taskToken: 't' }, world)).rejects.toMatchObject({ name: 'BugError' });
  });
});

describe('hand-to-person', () => {
  const handed = (error = 'PermanentError') => ({
    ...scopeOf('shop'),
    kind: 'system-failed' as const,
    scope: 'shop#0',
    error,
    taskToken: 'hand-1',
  });

  it('opens one task, says why by the name of the error, and waits', async () => {
    await planned();
    await find(scopeOf('shop'), world);
    await handToPerson(handed(), world);
    await handToPerson({ ...handed(), taskToken: 'hand-2' }, world);
    const { request: now } = (await world.requests.loadCase(request.id))!;
    expect(now.tasks.filter(({ kind }) => kind === 'system-failed')).toEqual([
      expect.objectContaining({ system: 'shop', pass: 'export', code: 'PermanentError' }),
    ]);
    expect((await itemOf(scopeOf('shop'))).lastError).toBe('PermanentError');
    const { taskId } = now.tasks.find(({ kind }) => kind === 'system-failed')!;
    await completeTask(world, { requestId: request.id, taskId, outcome: 'retry', by: 'anton' });
    expect(world.machine.told.at(-1)).toEqual({ token: 'hand-2', output: { outcome: 'retry' } });
  });

  it('takes failures of every kind without ever calling the system done', async () => {
    for (const failure of [new PermanentError('x', { code: 'system-rejected' }), new TypeError(`secret of ${PERSON_EMAIL}`)]) {
      world = await worlds.open();
      await planned();
      world.systems['shop']!.fails.find = [failure];
      await runBranch(world, scopeOf('shop'));
      expect((await world.requests.openTasks({ limit: 5 })).items).toHaveLength(1);
      expect(await recordWave({ requestId: request.id, pass: 'export', round: 1, wave: 1 }, world)).toMatchObject({ systems: ['crm'] });
      expect((await world.requests.load(request.id))!.outcomes).toEqual([
        expect.objectContaining({ system: 'shop', outcome: 'outstanding' }),
      ]);
      expect(JSON.stringify(await world.requests.table.partition(keys.request(request.id)))).not.toContain(PERSON_EMAIL);
    }
  });

  it('is spared failures that pass', async () => {
    await planned();
    world.systems['shop']!.fails.find = [
      new TransientError('x', { code: 'system-timeout' }),
      new TransientError('x', { code: 'system-throttled' }),
    ];
    await runBranch(world, scopeOf('shop'));
    expect((await itemOf(scopeOf('shop'))).outcome).toMatchObject({ outcome: 'exported' });
    expect((await world.requests.openTasks({ limit: 5 })).items).toEqual([]);
  });
});

describe('record-wave', () => {
  it('names what each system did in one event, once', async () => {
    const id = await planned();
    await runBranch(world, scopeOf('shop'));
    const first = await recordWave({ requestId: id, pass: 'export', round: 1, wave: 1 }, world);
    expect(first).toEqual({ systems: ['crm'], wave: 2, review: false, hold: false });
    expect(await recordWave({ requestId: id, pass: 'export', round: 1, wave: 1 }, world.reopen())).toEqual(first);
    const { events } = (await world.requests.loadCase(id))!;
    expect(events.filter(({ type }) => type === 'wave-done')).toHaveLength(1);
  });

  it('calls a system outstanding that began again and has not ended, whatever it answered before', async () => {
    const id = await planned(['erasure']);
    world.systems['shop']!.kept = {};
    await runBranch(world, scopeOf('shop', 'erase'));
    world.systems['shop']!.rows['messages'] = [{ id: 9 }];
    await find(scopeOf('shop', 'erase'), world);
    await recordWave({ requestId: id, pass: 'erase', round: 1, wave: 1 }, world);
    expect((await world.requests.load(id))!.outcomes).toEqual([expect.objectContaining({ outcome: 'outstanding' })]);
  });

  it('asks for a review exactly when a column about others was exported', async () => {
    const id = await planned();
    world.systems['shop']!.rows['messages'] = [{ id: 1, customer_id: 42, text: 'Hi', about_whom: 'Hans' }];
    await runBranch(world, scopeOf('shop'));
    expect(await recordWave({ requestId: id, pass: 'export', round: 1, wave: 1 }, world)).toMatchObject({ review: true });
  });

  it('writes branch items beside the events, never events, from the branches', async () => {
    const id = await planned();
    const before = (await world.requests.load(id))!.seq;
    await Promise.all(['shop', 'crm'].map((system) => runBranch(world, scopeOf(system))));
    expect((await world.requests.load(id))!.seq).toBe(before);
  });
});

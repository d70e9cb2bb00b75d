/** sweep: what nobody else will look at is started, repaired, reminded of, answered in part, purged and erased in time. */
import { describe, expect, it } from 'vitest';
import type { Request } from '../../lib/domain/request.ts';
import { acknowledge } from '../../lib/steps/acknowledge.ts';
import { chooseLate } from '../../lib/steps/choose-late.ts';
import { completeTask } from '../../lib/steps/complete-task.ts';
import { confirmByLink } from '../../lib/steps/confirm-address.ts';
import { milestones } from '../../lib/steps/milestones.ts';
import { handToPerson } from '../../lib/steps/hand-to-person.ts';
import { recordWave } from '../../lib/steps/record-wave.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { withdrawRequest } from '../../lib/steps/withdraw-request.ts';
import { keys } from '../../lib/stores/keys.ts';
import { company } from '../company.ts';
import {
  atEveryEffect,
  crashes,
  endSilence,
  handOut,
  handToken,
  runBranch,
  runWaves,
  submit,
  untilAsked,
  untilPlanned,
  verifyLink,
} from '../walk.ts';
import { DAY, HOUR, MINUTE, type TestWorld } from '../world.ts';
import { caseOf, failing, hourlyUntil, jumpTo, load, mailsToPerson, toldTo, typesOf, world, worlds, moveTo } from './sweep-world.ts';

describe('executions', () => {
  it('that never began are started, that ended early are started anew, that run are left alone', async () => {
    const request = await submit(world);
    world.machine.executions.clear();
    world.pass(HOUR);
    await sweep({}, world);
    expect([...world.machine.executions.values()]).toEqual(['running']);
    world.machine.end(request.id);
    await world.requests.scheduleSweep(request.id, new Date(world.now()).toISOString());
    await sweep({}, world);
    await sweep({}, world);
    expect([...world.machine.executions.values()]).toEqual(['ended', 'running']);
    expect((await caseOf(request.id)).executions).toBe(2);
  });

  it('of a withdrawn request are stopped', async () => {
    const request = await submit(world);
    world.fuse.blowAt(5, 'before');
    expect(await crashes(world, () => withdrawRequest(world, request.id, 'person'))).toBe(true);
    expect(await world.machine.state(request.id)).toBe('running');
    world.pass(HOUR);
    await sweep({}, world);
    expect(await world.machine.state(request.id)).toBe('ended');
  });

  it('are started again after a crash between counting and starting', async () => {
    const request = await submit(world);
    world.machine.end(request.id);
    world.pass(DAY);
    const look = async (again: TestWorld): Promise<void> => {
      again.pass(HOUR);
      await sweep({}, again.reopen());
      const record = (await again.requests.loadCase(request.id))!;
      expect(await again.machine.state(request.id, record.executions)).toBe('running');
      expect(record.executions).toBe(2);
    };
    expect(await atEveryEffect(world, { act: (to) => sweep({}, to), look })).toBeGreaterThan(1);
  });
});

describe('one request', () => {
  it('that fails does not keep the others waiting, and is looked at again the next time', async () => {
    const requests = [await submit(world), await submit(world), await submit(world)];
    const [broken] = requests as [Request];
    const state = world.machine.state;
    world.machine.state = async (id, attempt) => {
      if (id === broken.id) throw new TypeError('secret of erika.mustermann@example.org');
      return await state(id, attempt);
    };
    world.pass(HOUR);
    expect(await sweep({}, world)).toMatchObject({ looked: 3, failed: 1 });
    expect(await sweep({}, world)).toMatchObject({ looked: 1, failed: 1 });
    expect(worlds.logged()).not.toContain('erika.mustermann');
    world.machine.state = state;
    expect(await sweep({}, world)).toMatchObject({ looked: 1, failed: 0 });
  });

  it('with a mail that nobody takes is started, reminded and purged all the same', async () => {
    const request = await submit(world);
    await world.requests.table.put({
      ...keys.mail(request.id, 'poison'),
      mailId: 'poison',
      kind: 'x',
      claimedAt: '2026-03-02T09:00:00.000Z',
    });
    await world.vault.put(`${request.id}/mail/poison.json`, Buffer.from('no mail at all'), await world.caseKeys.open(request.id));
    world.machine.executions.clear();
    world.pass(HOUR);
    expect(await sweep({}, world)).toMatchObject({ failed: 1 });
    expect([...world.machine.executions.values()]).toEqual(['running']);
    await withdrawRequest(world, request.id, 'person');
    world.pass(HOUR);
    await sweep({}, world);
    expect((await load(request.id)).purgedAt).toBeDefined();
  });

  it('costs nothing while nothing is due', async () => {
    await submit(world);
    expect(await sweep({}, world)).toMatchObject({ looked: 0 });
    world.pass(HOUR);
    expect(await sweep({}, world)).toMatchObject({ looked: 1 });
    expect(await sweep({}, world)).toMatchObject({ looked: 0 });
  });

  it('is looked at only when one of its dates comes: on a handful of days of the month it has', async () => {
    const request = await submit(world);
    await untilPlanned(world, request);
    world.pass(HOUR);
    await sweep({}, world);
    const looks: string[] = [];
    for (let hour = 1; world.now() < Date.parse('2026-03-31T20:00:00Z'); hour += 1) {
      world.pass(HOUR);
      const { looked } = await sweep({}, world);
      if (looked > 0) looks.push(new Date(world.now()).toISOString().slice(0, 13));
    }
    // Ten days before, five working days before, three days before: midnight in Berlin.
    expect(looks).toEqual(['2026-03-22T23', '2026-03-25T23', '2026-03-29T22']);
  });

  it('is counted as overdue every hour once it is, and not before', async () => {
    await failing();
    await jumpTo('2026-04-02T21:59:00Z');
    expect(await sweep({}, world)).toMatchObject({ overdue: 0 });
    world.goTo('2026-04-02T23:00:00Z');
    for (let hour = 0; hour < 3; hour += 1) {
      expect(await sweep({}, world)).toMatchObject({ overdue: 1 });
      world.pass(HOUR);
    }
  });
});

describe('results and mails', () => {
  it('that were recorded and not taken are sent again, once', async () => {
    const request = await submit(world);
    await untilAsked(world, request);
    const tell = world.machine.tell;
    world.machine.tell = async () => {
      throw Object.assign(new Error('x'), { name: 'ThrottlingException' });
    };
    await confirmByLink(world, verifyLink(request.id)).catch(() => undefined);
    world.machine.tell = tell;
    world.pass(HOUR);
    await sweep({}, world);
    await sweep({}, world);
    expect(toldTo('verify-token')).toHaveLength(1);
  });

  it('that were claimed and not marked are sent again after five minutes, not before', async () => {
    const request = await submit(world);
    world.fuse.blowAt(5, 'after');
    expect(await crashes(world, () => acknowledge({ requestId: request.id }, world))).toBe(true);
    const before = (await world.mails(request.id)).length;
    world.pass(4 * MINUTE);
    await sweep({}, world);
    expect(await world.mails(request.id)).toHaveLength(before);
    world.pass(HOUR);
    await sweep({}, world);
    await sweep({}, world);
    expect(await world.mails(request.id)).toHaveLength(before + 1);
  });
});

describe('silence', () => {
  it('is reminded of once, halfway, and then denied with remedies', async () => {
    const request = await submit(world);
    await untilAsked(world, request);
    const half = new Date(milestones(request, world.configuration).remindAt).toISOString();
    await hourlyUntil(new Date(Date.parse(half) - HOUR).toISOString(), request.id);
    expect(await world.mails(request.id)).toHaveLength(2);
    await hourlyUntil('2026-03-27T23:00:00Z', request.id);
    const mails = await mailsToPerson(request.id);
    expect(mails).toHaveLength(3);
    expect(mails[2]!.parsed.subject).toMatch(/^Reminder/);
    const reminded = (await caseOf(request.id)).events.filter((event) => event.type === 'reminded' && event.data.what === 'verification');
    expect(reminded).toHaveLength(1);
    // The machine's own timeout ends the wait.
    expect(await endSilence(world, request)).toMatchObject({ pass: 'none', round: 1 });
    await handOut(world, request.id, { pass: 'none', round: 1 });
    const denial = (await world.mails(request.id)).at(-1)!;
    expect(denial.parsed.text).toMatch(/What you can do[\s\S]*Complain to the authority: Berliner/);
    expect(await load(request.id)).toMatchObject({ state: 'denied' });
  });

  it('is reminded of once wherever a crash cuts the reminder off', async () => {
    const request = await submit(world);
    await untilAsked(world, request);
    world.goTo('2026-03-20T00:00:00Z');
    const look = async (again: TestWorld): Promise<void> => {
      again.pass(HOUR);
      await sweep({}, again.reopen());
      const record = (await again.requests.loadCase(request.id))!;
      expect(record.mails.filter(({ kind }) => kind.startsWith('verification'))).toHaveLength(2);
      expect(record.mails.every(({ sentAt }) => sentAt !== undefined)).toBe(true);
      expect(record.events.filter(({ type }) => type === 'reminded')).toHaveLength(1);
      expect(record.request.verificationRound).toBe(2);
    };
    expect(await atEveryEffect(world, { act: (to) => sweep({}, to), look })).toBeGreaterThan(4);
  });

  it('is not reminded of once the address is confirmed', async () => {
    const request = await submit(world);
    await untilPlanned(world, request);
    await hourlyUntil('2026-03-27T00:00:00Z', request.id);
    expect(await mailsToPerson(request.id)).toHaveLength(2);
  });
});

describe('late systems', () => {
  it('are put before a person five working days before the date, once', async () => {
    const request = await failing();
    const chooseAt = new Date(milestones(request, world.configuration).chooseAt).toISOString();
    expect(chooseAt).toBe('2026-03-25T23:00:00.000Z');
    await jumpTo('2026-03-25T22:00:00Z');
    expect(await typesOf(request.id)).not.toContain('choice-asked');
    await jumpTo('2026-03-28T00:00:00Z');
    const { request: now, events } = await caseOf(request.id);
    expect(events.filter(({ type }) => type === 'choice-asked')).toMatchObject([{ data: { systems: ['crm'] } }]);
    expect(now.tasks.map(({ kind }) => kind).toSorted()).toEqual(['late-choice', 'system-failed']);
  });

  it('are put before a person also when a crash falls between the event and the task', async () => {
    const request = await failing();
    world.goTo('2026-03-26T06:00:00Z');
    const look = async (again: TestWorld): Promise<void> => {
      again.pass(HOUR);
      await sweep({}, again.reopen());
      const { request: now } = (await again.requests.loadCase(request.id))!;
      expect(now.tasks.filter(({ kind }) => kind === 'late-choice')).toHaveLength(1);
    };
    expect(await atEveryEffect(world, { act: (to) => sweep({}, to), look })).toBeGreaterThan(2);
  });

  it('no longer hold up a copy one day before the date: it goes out as interim, naming them, and the request stays open', async () => {
    const request = await failing();
    await jumpTo('2026-03-31T21:00:00Z');
    const token = handToken({ system: 'crm', pass: 'export', round: 1 });
    expect(toldTo(token)).toEqual([]);
    await jumpTo('2026-03-31T22:00:00Z');
    expect(toldTo(token)).toEqual([{ token, output: { outcome: 'outstanding' } }]);
    await recordWave({ requestId: request.id, pass: 'export', round: 1, wave: 2 }, world);
    expect(await handOut(world, request.id, { pass: 'export', round: 1 })).toMatchObject({
      next: 'stage',
      pass: 'export',
      round: 2,
      systems: ['crm'],
    });
    expect(await load(request.id)).toMatchObject({ state: 'ready' });
    expect((await load(request.id)).closedAt).toBeUndefined();
    expect((await load(request.id)).receipts.at(-1)).toMatchObject({ kind: 'fulfilment', interim: true });
    expect((await world.mails(request.id)).at(-1)!.parsed.subject).toMatch(/first part/);
  });

  it('that fail when the day of the choice is past are put before a person with the next sweep', async () => {
    const request = await submit(world);
    const stage = await untilPlanned(world, request);
    await jumpTo('2026-03-27T12:00:00Z');
    world.systems['crm']!.fails.find = [new TypeError('down')];
    await runWaves(world, request.id, stage);
    await hourlyUntil('2026-03-27T13:00:00Z', request.id);
    expect((await caseOf(request.id)).request.tasks.map(({ kind }) => kind).toSorted()).toEqual(['late-choice', 'system-failed']);
  });

  it('that fail only in the last day are noticed within the hour, not a day later', async () => {
    const request = await submit(world);
    const stage = await untilPlanned(world, request);
    await jumpTo('2026-03-31T22:30:00Z');
    world.systems['crm']!.fails.find = [new TypeError('down')];
    await runWaves(world, request.id, stage);
    await hourlyUntil('2026-04-01T00:00:00Z', request.id);
    const token = handToken({ system: 'crm', pass: 'export', round: 1 });
    expect(toldTo(token)).toEqual([{ token, output: { outcome: 'outstanding' } }]);
  });

  it('hold up a deletion, because half of one must not look like a whole one', async () => {
    const request = await failing(['erasure']);
    await jumpTo('2026-04-02T21:00:00Z');
    expect(toldTo(handToken({ system: 'crm', pass: 'erase', round: 1 }))).toEqual([]);
    expect(await typesOf(request.id)).toContain('choice-asked');
    expect(await load(request.id)).toMatchObject({ state: 'in-progress', deliveries: [] });
  });

  it('do what the policy says where it says otherwise', async () => {
    moveTo(await worlds.open(company({ policies: { interimWhenLate: { export: false, erase: true } } })));
    await failing();
    await failing(['erasure']);
    await jumpTo('2026-04-01T12:00:00Z');
    expect(toldTo(handToken({ system: 'crm', pass: 'export', round: 1 }))).toEqual([]);
    expect(toldTo(handToken({ system: 'crm', pass: 'erase', round: 1 }))).toHaveLength(1);
  });

  it('are asked about again before the new date after an extension, and then answered in part', async () => {
    const request = await failing();
    await jumpTo('2026-03-26T06:00:00Z');
    await chooseLate(world, { requestId: request.id, choice: 'extend', by: 'anton', ground: 'complexity', reason: 'Many systems.' });
    await jumpTo('2026-03-26T07:00:00Z');
    expect(await load(request.id)).toMatchObject({ extended: true, dueOn: '2026-06-02' });
    await jumpTo('2026-04-10T06:00:00Z');
    expect((await caseOf(request.id)).request.tasks.map(({ kind }) => kind)).toEqual(['system-failed']);
    await jumpTo('2026-05-30T06:00:00Z');
    expect((await typesOf(request.id)).filter((type) => type === 'choice-asked')).toHaveLength(2);
    expect(toldTo(handToken({ system: 'crm', pass: 'export', round: 1 }))).toEqual([]);
    await jumpTo('2026-06-01T12:00:00Z');
    expect(toldTo(handToken({ system: 'crm', pass: 'export', round: 1 }))).toHaveLength(1);
  });

  it('are not extended by a notice that would be late: the date stays, and somebody must choose anew', async () => {
    const request = await failing();
    await jumpTo('2026-03-26T06:00:00Z');
    await chooseLate(world, { requestId: request.id, choice: 'extend', by: 'anton', ground: 'complexity', reason: 'Many systems.' });
    // Nothing swept for weeks: the month in which the person must be told is over.
    await jumpTo('2026-04-10T06:00:00Z');
    expect(await load(request.id)).toMatchObject({ extended: false, dueOn: request.dueOn });
    expect((await caseOf(request.id)).mails.map(({ kind }) => kind)).not.toContain('extension');
    expect((await caseOf(request.id)).request.tasks).toContainEqual(
      expect.objectContaining({ kind: 'late-choice', code: 'extension-too-late' }),
    );
  });

  it('stay extended when somebody then chooses an answer in part', async () => {
    const request = await failing();
    await jumpTo('2026-03-26T06:00:00Z');
    const choice = { requestId: request.id, by: 'anton', ground: 'complexity', reason: 'Many systems.' };
    await chooseLate(world, { ...choice, choice: 'extend' });
    await chooseLate(world, { ...choice, choice: 'interim' });
    await jumpTo('2026-03-26T07:00:00Z');
    expect(await load(request.id)).toMatchObject({ extended: true });
  });

  it('leave no choice on the lists once the request is answered', async () => {
    const request = await failing();
    await jumpTo('2026-03-27T06:00:00Z');
    const scope = { requestId: request.id, system: 'crm', pass: 'export' as const, round: 1 };
    const again = { ...scope, kind: 'system-failed' as const, scope: 'crm#0', error: 'x', taskToken: 'again' };
    await handToPerson(again, world);
    const task = (await caseOf(request.id)).request.tasks.find(({ kind }) => kind === 'system-failed')!;
    await completeTask(world, { requestId: request.id, taskId: task.taskId, outcome: 'retry', by: 'anton' });
    await runBranch(world, scope);
    await recordWave({ requestId: request.id, pass: 'export', round: 1, wave: 2 }, world);
    await handOut(world, request.id, { pass: 'export', round: 1 });
    expect(await load(request.id)).toMatchObject({ state: 'answered' });
    expect((await world.requests.openTasks({ limit: 5 })).items).toEqual([]);
  });
});

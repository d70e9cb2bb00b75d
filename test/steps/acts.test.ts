/** What staff and the person do: each act once, the slower of two told so, and finished by the sweep after a crash. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RequestId, TaskId } from '../../lib/domain/ids.ts';
import type { OpenTask, Request } from '../../lib/domain/request.ts';
import { makeToken } from '../../lib/domain/tokens.ts';
import { chooseLate } from '../../lib/steps/choose-late.ts';
import { completeTask } from '../../lib/steps/complete-task.ts';
import { handToPerson } from '../../lib/steps/hand-to-person.ts';
import { mailEvents } from '../../lib/steps/mail-events.ts';
import { parkRequest } from '../../lib/steps/park-request.ts';
import { reissueLink } from '../../lib/steps/reissue-link.ts';
import { resumeRequest } from '../../lib/steps/resume-request.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { withdrawRequest } from '../../lib/steps/withdraw-request.ts';
import { systemFrom } from '../../lib/stores/case-items.ts';
import { keys } from '../../lib/stores/keys.ts';
import { atEveryEffect, crashes, handOut, handToken, runWaves, submit, untilAsked, untilPlanned, walk } from '../walk.ts';
import { HOUR, openWorlds, SECRET, type TestWorld, type Worlds } from '../world.ts';

let worlds: Worlds;
let world: TestWorld;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open();
});

const load = async (id: RequestId): Promise<Request> => (await world.requests.load(id))!;
const caseOf = async (id: RequestId) => (await world.requests.loadCase(id))!;
const tasksOf = async (id: RequestId): Promise<OpenTask[]> => (await caseOf(id)).request.tasks;
const listed = async (): Promise<number> => (await world.requests.openTasks({ limit: 20 })).items.length;
const toldOnly = (token: string) => world.machine.told.filter((one) => one.token === token);

/** A request whose CRM failed and waits for a person. */
async function failing(): Promise<{ request: Request; task: OpenTask }> {
  const request = await submit(world);
  const stage = await untilPlanned(world, request);
  world.systems['crm']!.fails.find = [new TypeError('down')];
  await runWaves(world, request.id, stage);
  return { request, task: (await tasksOf(request.id)).find(({ kind }) => kind === 'system-failed')! };
}

/** Lets an act die after each of its effects; an hour later the sweep has come by, and `look` sees what is left. */
async function everywhere(act: (to: TestWorld) => Promise<unknown>, look: () => Promise<void>): Promise<void> {
  const effects = await atEveryEffect(world, {
    act,
    look: async (again) => {
      again.pass(HOUR);
      world = again.reopen();
      expect(await sweep({}, world)).toMatchObject({ failed: 0 });
      await look();
    },
  });
  expect(effects).toBeGreaterThan(3);
}

const crmItem = async (requestId: RequestId) =>
  systemFrom((await world.requests.table.get(keys.system(requestId, { pass: 'export', round: 1, system: 'crm' })))!);
const CRM_TOKEN = handToken({ system: 'crm', pass: 'export', round: 1 });

const complete = (
  request: Request,
  task: OpenTask,
  more: { outcome?: 'retry' | 'skip' | 'outstanding' | 'done' | 'refused'; reason?: string; by?: string } = {},
) => completeTask(world.reopen(), { requestId: request.id, taskId: task.taskId, outcome: 'retry', by: 'anton', ...more });

describe('complete-task', () => {
  it('tells the waiting branch, records who and why, and takes the task off the list', async () => {
    const { request, task } = await failing();
    expect(await complete(request, task, { outcome: 'skip', reason: 'The CRM was switched off last year.' })).toEqual({ ok: true });
    expect(toldOnly(CRM_TOKEN)).toEqual([{ token: CRM_TOKEN, output: { outcome: 'skip' } }]);
    expect((await caseOf(request.id)).events.at(-1)).toMatchObject({ type: 'task-done', data: { by: 'anton', outcome: 'skip' } });
    expect(await crmItem(request.id)).toMatchObject({
      phase: 'done',
      outcome: { outcome: 'skipped', reason: 'The CRM was switched off last year.' },
    });
    expect(await listed()).toBe(0);
  });

  it('never calls a failed system done, and skips or refuses only with a reason', async () => {
    const { request, task } = await failing();
    expect(await complete(request, task, { outcome: 'done' })).toEqual({ ok: false, reason: 'not-for-this-task' });
    expect(await complete(request, task, { outcome: 'refused', reason: 'x' })).toEqual({ ok: false, reason: 'not-for-this-task' });
    expect(await complete(request, task, { outcome: 'skip' })).toEqual({ ok: false, reason: 'reason-needed' });
    expect(await complete(request, { ...task, taskId: 'task_x' })).toEqual({ ok: false, reason: 'unknown' });
    expect(toldOnly(CRM_TOKEN)).toEqual([]);
  });

  it('counts the first of two who decide differently, in the item, the event and the result alike', async () => {
    for (let round = 0; round < 2; round += 1) {
      world = await worlds.open();
      const { request, task } = await failing();
      const decisions = await Promise.all([
        complete(request, task, { outcome: 'skip', reason: 'gone' }),
        complete(request, task, { outcome: 'outstanding', by: 'ada' }),
      ]);
      expect(decisions.filter(({ ok }) => ok)).toHaveLength(1);
      const outcome = decisions[0]!.ok ? 'skip' : 'outstanding';
      expect(toldOnly(CRM_TOKEN)).toEqual([{ token: CRM_TOKEN, output: { outcome } }]);
      expect((await crmItem(request.id)).outcome!.outcome).toBe(outcome === 'skip' ? 'skipped' : 'outstanding');
      expect((await caseOf(request.id)).events.filter(({ type }) => type === 'task-done')).toMatchObject([{ data: { outcome } }]);
      expect(await complete(request, task)).toEqual({ ok: false, reason: 'already-done' });
    }
  });

  it('is finished by the sweep wherever a crash cuts it off', async () => {
    const { request, task } = await failing();
    const act = (to: TestWorld) =>
      completeTask(to, { requestId: request.id, taskId: task.taskId, outcome: 'skip', by: 'anton', reason: 'gone' });
    await everywhere(act, async () => {
      const open = await listed();
      const decided = {
        told: toldOnly(CRM_TOKEN).length,
        outcome:
          (await world.requests.table.get(keys.system(request.id, { pass: 'export', round: 1, system: 'crm' })))?.['outcome'] !== undefined,
      };
      expect(decided).toEqual(open === 1 ? { told: 0, outcome: false } : { told: 1, outcome: true });
      expect((await caseOf(request.id)).events.filter(({ type }) => type === 'task-done')).toHaveLength(1 - open);
    });
  });

  it('records a refusal of work by hand with its reason, and the receipt is a denial', async () => {
    const request = await submit(world, { rights: ['rectification'] });
    await untilPlanned(world, request);
    const hand = {
      requestId: request.id,
      system: '',
      pass: 'act' as const,
      round: 1,
      kind: 'act' as const,
      scope: 'act',
      error: '',
      taskToken: 'act-token',
    };
    await handToPerson(hand, world);
    const task = (await tasksOf(request.id)).find(({ kind }) => kind === 'act');
    expect(await complete(request, task!, { outcome: 'refused', reason: 'The address on file is the right one.' })).toEqual({ ok: true });
    await handOut(world, request.id, { pass: 'act', round: 1 });
    expect(await load(request.id)).toMatchObject({ state: 'denied', grounds: [{ text: 'The address on file is the right one.' }] });
    // Nothing else was asked: it is not "a part" that was refused.
    expect((await world.mails(request.id)).at(-1)!.parsed.text).toContain(
      'We did not do what you asked: to correct your data. The address on file is the right one (GDPR Art. 16).\n\nWhat you can do',
    );
  });
});

const ART_12 = 'GDPR Art. 12(3)';

describe('a complaint', () => {
  it('is not done before somebody wrote what came of it, which the person reads', async () => {
    const request = await submit(world, { rights: ['complaint'] });
    expect(await untilPlanned(world, request)).toMatchObject({ pass: 'at-once' });
    const hand = { system: '', pass: 'at-once', round: 1, kind: 'act', scope: 'act', error: '', taskToken: 'act-token' } as const;
    await handToPerson({ requestId: request.id, ...hand }, world);
    const task = (await tasksOf(request.id)).find(({ kind }) => kind === 'act');
    expect(await complete(request, task!, { outcome: 'done' })).toEqual({ ok: false, reason: 'reason-needed' });
    expect(await complete(request, task!, { outcome: 'done', reason: 'We have changed how we answer' })).toEqual({ ok: true });
    await handOut(world, request.id, { pass: 'at-once', round: 1 });
    expect((await world.mails(request.id)).at(-1)!.parsed.text).toContain('to look into your complaint. We have changed how we answer.');
    expect(await load(request.id)).toMatchObject({ state: 'answered' });
  });
});

describe('choose-late', () => {
  const choose = (request: Request, more: Partial<Parameters<typeof chooseLate>[1]> = {}) =>
    chooseLate(world, { requestId: request.id, choice: 'interim', by: 'anton', ...more });

  it('is possible only while a system is late', async () => {
    const request = await submit(world);
    await untilPlanned(world, request);
    expect(await choose(request)).toEqual({ ok: false, reason: 'no-late-system', article: 'GDPR Art. 12(3)-(4)' });
    expect(await chooseLate(world, { requestId: 'req_x', choice: 'interim', by: 'anton' })).toEqual({ ok: false, reason: 'unknown' });
  });

  it('"interim" frees the request from the late system, which stays open', async () => {
    const { request } = await failing();
    expect(await choose(request)).toEqual({ ok: true });
    expect(toldOnly(CRM_TOKEN)).toEqual([{ token: CRM_TOKEN, output: { outcome: 'outstanding' } }]);
    expect((await crmItem(request.id)).outcome).toMatchObject({ outcome: 'outstanding', expectedOn: '2026-04-01' });
  });

  it('"refuse in part" needs a reason, which the person reads', async () => {
    const { request } = await failing();
    expect(await choose(request, { choice: 'refuse-part' })).toEqual({ ok: false, reason: 'reason-needed' });
    expect(await choose(request, { choice: 'refuse-part', reason: 'It holds nothing of yours.' })).toEqual({ ok: true });
    expect((await crmItem(request.id)).outcome).toMatchObject({ outcome: 'skipped', reason: 'It holds nothing of yours.' });
  });

  it('"extend" needs a ground the law knows; the notice goes out, and only then the date moves, once', async () => {
    const { request } = await failing();
    const extension = { choice: 'extend' as const, ground: 'complexity', reason: 'There are many systems.' };
    expect(await choose(request, { ...extension, ground: 'holidays' })).toEqual({ ok: false, reason: 'ground-unknown', article: ART_12 });
    expect(await choose(request, extension)).toEqual({ ok: true });
    world.pass(HOUR);
    await sweep({}, world);
    await sweep({}, world);
    expect(await load(request.id)).toMatchObject({ extended: true, dueOn: '2026-06-02' });
    const notices = (await world.mails(request.id)).filter(({ parsed }) => parsed.subject!.includes('2 June 2026'));
    expect(notices).toHaveLength(1);
    expect(notices[0]!.parsed.text).toContain('There are many systems.');
    expect(await choose(request, extension)).toEqual({ ok: false, reason: 'already-extended', article: ART_12 });
  });

  it('"extend" is too late once the person could not be told in time', async () => {
    const { request } = await failing();
    world.goTo('2026-04-02T22:00:00Z');
    const late = { choice: 'extend' as const, ground: 'complexity', reason: 'x' };
    expect(await choose(request, late)).toEqual({ ok: false, reason: 'too-late', article: ART_12 });
  });

  it.each([{ choice: 'interim' as const }, { choice: 'extend' as const, ground: 'complexity', reason: 'Many systems.' }])(
    '"$choice" is finished by the sweep wherever a crash cuts it off',
    async (choice) => {
      const { request } = await failing();
      await everywhere(
        (to) => chooseLate(to, { requestId: request.id, by: 'anton', ...choice }),
        async () => {
          const made = (await caseOf(request.id)).events.some(({ type }) => type === 'choice-made');
          if (choice.choice === 'interim') expect(toldOnly(CRM_TOKEN)).toHaveLength(made ? 1 : 0);
          else expect((await load(request.id)).extended).toBe(made);
        },
      );
    },
  );
});

describe('park-request and resume-request', () => {
  const park = async (request: Request, taskToken = 'park-token') =>
    parkRequest({ requestId: request.id, step: 'deliver', error: 'BugError', taskToken }, world);

  it('stop the request where it is and let it go on there, as often as needed', async () => {
    const request = await submit(world);
    await untilAsked(world, request);
    for (let times = 1; times <= 2; times += 1) {
      await park(request, `park-${times}`);
      await park(request, `park-${times}-again`);
      expect((await load(request.id)).parked).toMatchObject({ step: 'deliver', error: 'BugError' });
      expect(await resumeRequest(world, { requestId: request.id, by: 'anton' })).toEqual({ ok: true });
      expect(toldOnly(`park-${times}-again`)).toEqual([{ token: `park-${times}-again`, output: { outcome: 'retry' } }]);
      expect((await load(request.id)).parked).toBeUndefined();
    }
    expect(await resumeRequest(world, { requestId: request.id, by: 'anton' })).toEqual({ ok: false, reason: 'not-parked' });
    expect(await resumeRequest(world, { requestId: 'req_x', by: 'anton' })).toEqual({ ok: false, reason: 'unknown' });
  });

  it('are finished by the sweep or by another click wherever a crash cuts the resumption off', async () => {
    const request = await submit(world);
    await untilAsked(world, request);
    await park(request);
    await everywhere(
      (to) => resumeRequest(to, { requestId: request.id, by: 'anton' }),
      async () => {
        await resumeRequest(world, { requestId: request.id, by: 'anton' });
        expect(toldOnly('park-token')).toHaveLength(1);
        expect((await load(request.id)).parked).toBeUndefined();
      },
    );
  });

  it('leave a withdrawn request alone', async () => {
    const request = await submit(world);
    await withdrawRequest(world, request.id, 'person');
    await park(request);
    expect(await listed()).toBe(0);
    expect((await load(request.id)).parked).toBeUndefined();
  });
});

describe('withdraw-request', () => {
  it('ends the request, its execution and its tasks, and is repeatable', async () => {
    const { request } = await failing();
    expect(await withdrawRequest(world, request.id, 'person')).toEqual({ ok: true });
    expect(await withdrawRequest(world, request.id, 'person')).toEqual({ ok: true });
    expect(await load(request.id)).toMatchObject({ state: 'withdrawn' });
    expect((await caseOf(request.id)).events.filter(({ type }) => type === 'withdrawn')).toHaveLength(1);
    expect(await world.machine.state(request.id)).toBe('ended');
    expect(await listed()).toBe(0);
  });

  it('does not pretend to end what was already answered', async () => {
    const request = await walk(world);
    expect(await withdrawRequest(world, request.id, 'person')).toEqual({ ok: false, reason: 'wrong-state' });
    expect(await withdrawRequest(world, 'req_x', 'person')).toEqual({ ok: false, reason: 'unknown' });
    expect((await load(request.id)).state).toBe('answered');
  });

  it('is finished by the sweep wherever a crash cuts it off', async () => {
    const { request } = await failing();
    await everywhere(
      (to) => withdrawRequest(to, request.id, 'person'),
      async () => {
        const { closedAt } = await load(request.id);
        expect(await world.machine.state(request.id)).toBe(closedAt === undefined ? 'running' : 'ended');
        expect(await listed()).toBe(closedAt === undefined ? 1 : 0);
      },
    );
  });
});

describe('reissue-link', () => {
  it('mails the link again, five times a day at most, while there is something to download', async () => {
    const request = await walk(world);
    const results: boolean[] = [];
    for (let times = 0; times < 7; times += 1) results.push(await reissueLink(world, request.id));
    expect(results).toEqual([true, true, true, true, true, false, false]);
    const mails = (await world.mails(request.id)).filter(({ parsed }) => parsed.subject!.startsWith('You can download your data until'));
    expect(mails).toHaveLength(5);
    expect(mails[0]!.parsed.text).toContain(makeToken(SECRET, 'download', { id: request.id }));
    expect(await reissueLink(world, (await submit(world)).id)).toBe(false);
    expect(await reissueLink(world, 'req_x')).toBe(false);
  });

  it('clicked twice at once is no error, and cut off by a crash it is sent by the sweep', async () => {
    const request = await walk(world);
    expect(await Promise.all([reissueLink(world, request.id), reissueLink(world.reopen(), request.id)])).toEqual([true, true]);
    const before = (await world.mails(request.id)).length;
    world.fuse.blowAt(5, 'before');
    expect(await crashes(world, () => reissueLink(world, request.id))).toBe(true);
    world.pass(HOUR);
    await sweep({}, world.reopen());
    expect(await world.mails(request.id)).toHaveLength(before + 1);
  });
});

describe('mail-events', () => {
  const report = (request: Request, mailId: string, type = 'Email Bounced') => ({
    'detail-type': type,
    detail: {
      mail: { tags: { request: [request.id], mail: [mailId] } },
      bounce: { bouncedRecipients: [{ emailAddress: 'erika@example.org' }] },
    },
  });

  it('turn a bounce into one task, however often it is reported, also after the task was done', async () => {
    const request = await submit(world);
    await untilAsked(world, request);
    for (let times = 0; times < 2; times += 1) expect(await mailEvents(report(request, 'm1'), world)).toEqual({ recorded: true });
    const task = (await tasksOf(request.id)).find(({ kind }) => kind === 'mail-failed');
    expect(await listed()).toBe(1);
    expect(await completeTask(world, { requestId: request.id, taskId: task!.taskId as TaskId, outcome: 'done', by: 'anton' })).toEqual({
      ok: true,
    });
    await mailEvents(report(request, 'm1'), world);
    expect(await listed()).toBe(0);
    expect(JSON.stringify((await caseOf(request.id)).events)).not.toContain('erika@example.org');
  });

  it('tell complaints from bounces and ignore what is not ours', async () => {
    const request = await submit(world);
    await mailEvents(report(request, 'm1', 'Email Complaint Received'), world);
    expect((await caseOf(request.id)).events.at(-1)).toMatchObject({ type: 'mail-bounced', data: { kind: 'complaint' } });
    for (const event of [undefined, {}, { 'detail-type': 'x', detail: {} }, report({ ...request, id: 'req_x' }, 'm')]) {
      expect(await mailEvents(event, world)).toEqual({ recorded: false });
    }
  });
});

/** execution-events: what ended too early goes on at once, without running away, and without a second execution beside it. */
import { describe, expect, it } from 'vitest';
import type { Request } from '../../lib/domain/request.ts';
import { bareId } from '../../lib/domain/ids.ts';
import { executionEvents } from '../../lib/steps/execution-events.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { withdrawRequest } from '../../lib/steps/withdraw-request.ts';
import { company } from '../company.ts';
import { atEveryEffect, handOut, runWaves, submit, untilPlanned, walk } from '../walk.ts';
import { DAY, HOUR, MINUTE, type TestWorld } from '../world.ts';
import { caseOf, moveTo, sweepAt, world, worlds } from './sweep-world.ts';

interface Ended {
  attempt?: number;
  status?: string;
  ranMs?: number;
}

/** What EventBridge delivers. */
function change({ id }: Pick<Request, 'id'>, { attempt = 1, status = 'FAILED', ranMs = DAY }: Ended = {}): unknown {
  const name = attempt === 1 ? bareId(id) : `${bareId(id)}-${attempt}`;
  const stopDate = world.now();
  return {
    source: 'aws.states',
    'detail-type': 'Step Functions Execution Status Change',
    detail: { name, status, startDate: stopDate - ranMs, stopDate, executionArn: 'arn', stateMachineArn: 'arn' },
  };
}

const running = () => [...world.machine.executions.values()];

describe('an execution that ended too early', () => {
  it.each(['FAILED', 'TIMED_OUT', 'ABORTED'])('as %s is started anew at once, once, however often that is reported', async (status) => {
    const request = await submit(world);
    world.machine.end(request.id);
    expect(await executionEvents(change(request, { status }), world)).toEqual({ looked: true });
    expect(await executionEvents(change(request, { status }), world.reopen())).toEqual({ looked: true });
    expect(running()).toEqual(['ended', 'running']);
    expect((await caseOf(request.id)).executions).toBe(2);
  });

  it('is started anew once when the sweep finds it at the same moment', async () => {
    const request = await submit(world);
    world.machine.end(request.id);
    world.pass(HOUR);
    await Promise.all([
      executionEvents(change(request), world),
      sweep({}, world.reopen()),
      executionEvents(change(request), world.reopen()),
    ]);
    expect(running()).toEqual(['ended', 'running']);
  });

  it('has the next sweep see to whatever else its end left undone', async () => {
    const request = await submit(world);
    await untilPlanned(world, request);
    world.pass(HOUR);
    await sweep({}, world);
    expect((await sweepAt(request.id))! > new Date(world.now() + DAY).toISOString()).toBe(true);
    world.machine.end(request.id);
    await executionEvents(change(request), world);
    expect(await sweep({}, world)).toMatchObject({ looked: 1 });
  });

  it('and fails again at once waits for the sweep: a fault that ends every execution starts no more than one an hour', async () => {
    const request = await submit(world);
    world.machine.end(request.id);
    await executionEvents(change(request, { ranMs: MINUTE }), world);
    world.machine.end(request.id, 2);
    await executionEvents(change(request, { attempt: 2, ranMs: MINUTE }), world);
    expect(running()).toEqual(['ended', 'ended']);
    await sweep({}, world);
    expect(running()).toEqual(['ended', 'ended', 'running']);
  });

  it('is started anew wherever a crash cuts that off', async () => {
    const request = await submit(world);
    await untilPlanned(world, request);
    world.machine.end(request.id);
    const look = async (again: TestWorld): Promise<void> => {
      again.pass(HOUR);
      await sweep({}, again.reopen());
      const { executions } = (await again.requests.loadCase(request.id))!;
      expect(executions).toBe(2);
      expect(await again.machine.state(request.id, executions)).toBe('running');
    };
    expect(await atEveryEffect(world, { act: (to) => executionEvents(change(request), to), look })).toBe(3);
  });

  it('is found by the sweep within thirty days when the report of it is lost', async () => {
    moveTo(await worlds.open(company({ laws: ['us-ca-ccpa'] })));
    const request = await submit(world, { residence: 'US-CA' });
    await untilPlanned(world, request);
    world.pass(HOUR);
    await sweep({}, world);
    // Its first date is five weeks away.
    const look = new Date(world.now() + 30 * DAY).toISOString();
    expect(await sweepAt(request.id)).toBe(look);
    world.machine.end(request.id);
    world.goTo(look);
    await sweep({}, world);
    expect(running()).toEqual(['ended', 'running']);
  });
});

describe('nothing is started', () => {
  it('for a request that is over', async () => {
    const [withdrawn, answered] = [await submit(world), await walk(world)];
    await withdrawRequest(world, withdrawn.id, 'person');
    world.machine.end(answered.id);
    for (const request of [withdrawn, answered]) expect(await executionEvents(change(request), world)).toEqual({ looked: false });
    expect(running()).toEqual(['ended', 'ended']);
  });

  it.each([{}, { detail: {} }, { detail: { name: 'not-ours', status: 'FAILED', startDate: 1, stopDate: 2 } }])(
    'for an event that is none: %j',
    async (event) => {
      expect(await executionEvents(event, world)).toEqual({ looked: false });
    },
  );

  it('for a request nobody knows', async () => {
    expect(await executionEvents(change({ id: 'req_01890a5d-ac96-774b-bcce-b302099a8057' }), world)).toEqual({ looked: false });
  });
});

describe('an execution that ended after the last answer', () => {
  it('and before the end of the request leaves the end to the sweep', async () => {
    const request = await submit(world);
    const stage = await untilPlanned(world, request);
    await runWaves(world, request.id, stage);
    const append = world.requests.append;
    world.requests.append = async (id, event) => {
      if (event.type === 'closed') throw new TypeError('down');
      return await append(id, event);
    };
    await handOut(world, request.id, { pass: 'export', round: 1 }).catch(() => undefined);
    world.requests.append = append;
    expect((await caseOf(request.id)).request).toMatchObject({ state: 'ready' });
    world.machine.end(request.id);
    await executionEvents(change(request), world);
    world.pass(HOUR);
    expect(await sweep({}, world.reopen())).toMatchObject({ failed: 0 });
    expect((await caseOf(request.id)).request).toMatchObject({ state: 'answered' });
  });
});

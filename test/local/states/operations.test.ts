/** The API beside running states: starting, listing, stopping, redriving, histories, refusals. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Json, StateDefinition } from '../../../lib/local/states/definition.ts';
import { settle } from './virtual-clock.ts';
import type { Script } from './world.ts';
import { awaitCallback, invoke, machineArn, machineOf, named, StatesWorld } from './world.ts';

let world: StatesWorld;
afterEach(() => world.close());

function open(states: Record<string, StateDefinition>, functions: Record<string, Script> = {}): void {
  world = new StatesWorld({ m: machineOf(states) }, functions);
}

const sleep: Record<string, StateDefinition> = { Sleep: { Type: 'Wait', Seconds: 10, End: true } };

describe('StartExecution', () => {
  it('gives the running execution again for the same name and input', async () => {
    open(sleep);
    expect(await world.start('m', { a: 1 }, 'one')).toBe(await world.start('m', { a: 1 }, 'one'));
    await expect(world.start('m', { a: 2 }, 'one')).rejects.toMatchObject({ code: 'ExecutionAlreadyExists' });
    await world.clock.pass(10_000);
    await expect(world.start('m', { a: 1 }, 'one')).rejects.toMatchObject({ code: 'ExecutionAlreadyExists' });
  });

  it.each([
    [{ stateMachineArn: machineArn('other') }, 'StateMachineDoesNotExist'],
    [{ stateMachineArn: 'nonsense' }, 'InvalidArn'],
    [{ stateMachineArn: machineArn('m'), name: 'a b' }, 'InvalidName'],
    [{ stateMachineArn: machineArn('m'), name: 'x'.repeat(81) }, 'InvalidName'],
    [{ stateMachineArn: machineArn('m'), input: '{' }, 'InvalidExecutionInput'],
    [{ stateMachineArn: machineArn('m'), input: JSON.stringify('x'.repeat(300_000)) }, 'ValidationException'],
  ])('refuses %o with %s', async (input, code) => {
    open(sleep);
    await expect(world.call('StartExecution', input)).rejects.toMatchObject({ code });
  });
});

describe('reading', () => {
  it('describes and lists executions, newest first, by status, in pages', async () => {
    open(sleep);
    for (const name of ['a', 'b', 'c']) await world.start('m', {}, name);
    await world.clock.pass(10_000);
    await world.start('m', {}, 'd');
    const stateMachineArn = machineArn('m');
    const first = await world.call('ListExecutions', { stateMachineArn, maxResults: 3 });
    const second = await world.call('ListExecutions', { stateMachineArn, maxResults: 3, nextToken: first['nextToken'] });
    const names = [first, second].flatMap(({ executions }) => (executions as { name: string }[]).map(({ name }) => name));
    expect(names).toEqual(['d', 'c', 'b', 'a']);
    const running = await world.call('ListExecutions', { stateMachineArn, statusFilter: 'RUNNING' });
    expect(running['executions']).toHaveLength(1);
  });

  it('pages a history forwards and backwards, with or without its data', async () => {
    open({ P: { Type: 'Pass', Output: 1, End: true } });
    const { arn } = await world.finish('m');
    const executionArn = arn;
    const page = await world.call('GetExecutionHistory', { executionArn, maxResults: 2 });
    const rest = await world.call('GetExecutionHistory', { executionArn, maxResults: 2, nextToken: page['nextToken'] });
    const ids = [page, rest].flatMap(({ events }) => (events as { id: number }[]).map(({ id }) => id));
    expect(ids).toEqual([1, 2, 3, 4]);
    const reversed = await world.call('GetExecutionHistory', { executionArn, reverseOrder: true, includeExecutionData: false });
    const [last] = reversed['events'] as { type: string; executionSucceededEventDetails: unknown }[];
    expect(last).toMatchObject({ type: 'ExecutionSucceeded', executionSucceededEventDetails: { outputDetails: { truncated: false } } });
    expect(JSON.stringify(reversed)).not.toContain('"output":');
  });

  it('describes the machines of the template', async () => {
    open(sleep);
    const described = await world.call('DescribeStateMachine', { stateMachineArn: machineArn('m') });
    expect(JSON.parse(described['definition'] as string)).toEqual(machineOf(sleep));
    expect((await world.call('ListStateMachines', {}))['stateMachines']).toHaveLength(1);
  });

  it('names the machine of a token, so that a grant on that machine suffices', async () => {
    let token = '';
    open({ Ask: awaitCallback('ask', { End: true }) }, { ask: (payload) => (token = (payload as { token: string }).token) });
    await world.start('m');
    await settle();
    const principal = { name: 'f', arn: 'a', kind: 'role' as const };
    const permissions = world.service.permissions({ operation: 'SendTaskSuccess', input: { taskToken: token }, principal });
    expect(permissions).toEqual([{ action: 'states:SendTaskSuccess', resource: machineArn('m') }]);
  });

  it('answers 501 for an operation it does not know', async () => {
    open(sleep);
    await expect(world.call('TestState', {})).rejects.toMatchObject({ status: 501 });
  });
});

describe('StopExecution', () => {
  it('aborts a waiting execution for good', async () => {
    open(sleep);
    const arn = await world.start('m');
    await settle();
    await world.call('StopExecution', { executionArn: arn, error: 'Enough', cause: 'asked' });
    await world.clock.pass(20_000);
    expect(await world.describe(arn)).toMatchObject({ status: 'ABORTED', error: 'Enough', cause: 'asked' });
    expect(await world.types(arn)).toEqual(['ExecutionStarted', 'WaitStateEntered', 'WaitStateAborted', 'ExecutionAborted']);
  });

  it('ignores what a task answers afterwards', async () => {
    let answer: (value: Json) => void = () => {};
    open({ Call: invoke('slow', { End: true }) }, { slow: () => new Promise((resolve) => (answer = resolve)) });
    const arn = await world.start('m');
    await settle();
    await world.call('StopExecution', { executionArn: arn });
    answer('late');
    await settle();
    expect(await world.describe(arn)).toMatchObject({ status: 'ABORTED' });
  });

  it('knows only executions that exist', async () => {
    open(sleep);
    await expect(world.call('StopExecution', { executionArn: 'x' })).rejects.toMatchObject({ code: 'ExecutionDoesNotExist' });
  });
});

describe('RedriveExecution', () => {
  it('goes on at the failed state with the variables it had', async () => {
    let broken = true;
    const call: Script = (payload) => {
      if (broken) throw named('Down');
      return payload;
    };
    open(
      { First: { Type: 'Pass', Assign: { kept: 'k' }, Next: 'Call' }, Call: invoke('call', { Output: '{% $kept %}', End: true }) },
      { call },
    );
    const { arn, error } = await world.finish('m');
    expect(error).toBe('Down');
    expect(await world.describe(arn)).toMatchObject({ redriveStatus: 'REDRIVABLE', redriveCount: 0 });
    broken = false;
    await world.call('RedriveExecution', { executionArn: arn });
    expect(await world.outcome(arn)).toMatchObject({ status: 'SUCCEEDED', output: 'k' });
    expect((await world.types(arn)).slice(-6)).toEqual([
      'ExecutionRedriven',
      'TaskScheduled',
      'TaskStarted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
    expect(await world.describe(arn)).toMatchObject({ redriveStatus: 'NOT_REDRIVABLE', redriveCount: 1 });
  });

  it('runs only the items again that had not ended well, also after a restart', async () => {
    let broken = true;
    const calls: Json[] = [];
    const call: Script = (item) => {
      calls.push(item);
      if (item === 2 && broken) throw named('Down');
      return item;
    };
    const ItemProcessor = { StartAt: 'Each', States: { Each: invoke('call', { End: true }) } };
    open({ All: { Type: 'Map', MaxConcurrency: 1, ItemProcessor, End: true } }, { call });
    const { arn } = await world.finish('m', [1, 2, 3]);
    broken = false;
    await world.restart();
    await world.call('RedriveExecution', { executionArn: arn });
    expect((await world.outcome(arn)).output).toEqual([1, 2, 3]);
    expect(calls).toEqual([1, 2, 2, 3]);
  });

  it('keeps the branches of a Parallel that had ended well, and the pause of the others', async () => {
    let broken = true;
    const calls: string[] = [];
    const call =
      (name: string): Script =>
      async () => {
        calls.push(name);
        if (name === 'bad') await settle();
        if (name === 'bad' && broken) throw named('Down');
        return name;
      };
    const branch = (name: string) => ({ StartAt: name, States: { [name]: invoke(name, { End: true }) } });
    const sleeper = { StartAt: 'Rest', States: { Rest: { Type: 'Wait' as const, Seconds: 60, End: true } } };
    const Branches = [branch('good'), branch('bad'), sleeper];
    open({ Both: { Type: 'Parallel', Branches, End: true } }, { good: call('good'), bad: call('bad') });
    const { arn } = await world.finish('m', 0);
    broken = false;
    await world.call('RedriveExecution', { executionArn: arn });
    expect((await world.outcome(arn)).output).toEqual(['good', 'bad', 0]);
    expect(calls).toEqual(['good', 'bad', 'bad']);
  });

  it('refuses what was started a year ago, however lately it was stopped', async () => {
    open({ Sleep: { Type: 'Wait', Seconds: 99_999_999, End: true } });
    const executionArn = await world.start('m');
    await world.clock.pass(365 * 86_400_000);
    expect(await world.describe(executionArn)).toMatchObject({
      status: 'TIMED_OUT',
      redriveStatus: 'NOT_REDRIVABLE',
      redriveStatusReason: 'Execution has exceeded the max execution time',
    });
  });

  it('refuses what runs, what ended well, and what ended more than 14 days ago', async () => {
    open({ Sleep: { Type: 'Wait', Seconds: 5, Next: 'End' }, End: { Type: 'Succeed' } });
    const executionArn = await world.start('m');
    await expect(world.call('RedriveExecution', { executionArn })).rejects.toMatchObject({ code: 'ExecutionNotRedrivable' });
    await world.clock.pass(5000);
    await expect(world.call('RedriveExecution', { executionArn })).rejects.toMatchObject({ code: 'ExecutionNotRedrivable' });
    const stopped = await world.start('m');
    await world.call('StopExecution', { executionArn: stopped });
    await world.clock.pass(14 * 86_400_000 + 1);
    await expect(world.call('RedriveExecution', { executionArn: stopped })).rejects.toMatchObject({ code: 'ExecutionNotRedrivable' });
  });
});

describe('time limits of executions', () => {
  it('times out at the TimeoutSeconds of the machine, and after a year at the latest', async () => {
    const quick = { ...machineOf(sleep), TimeoutSeconds: 3 };
    const endless = machineOf({ Sleep: { Type: 'Wait', Seconds: 99_999_999, End: true } });
    world = new StatesWorld({ quick, endless });
    const [one, other] = [await world.start('quick'), await world.start('endless')];
    await world.clock.pass(3000);
    expect(await world.describe(one)).toMatchObject({ status: 'TIMED_OUT', error: 'States.Timeout' });
    await world.clock.pass(365 * 86_400_000);
    expect(await world.describe(other)).toMatchObject({ status: 'TIMED_OUT' });
  });
});

describe('a definition', () => {
  it('stays that of its start while an execution runs', async () => {
    open({ Sleep: { Type: 'Wait', Seconds: 5, Next: 'End' }, End: { Type: 'Succeed', Output: 'old' } });
    const arn = await world.start('m');
    await settle();
    await world.restart({ m: machineOf({ End: { Type: 'Succeed', Output: 'new' } }) });
    expect((await world.outcome(arn)).output).toBe('old');
    expect((await world.finish('m')).output).toBe('new');
  });
});

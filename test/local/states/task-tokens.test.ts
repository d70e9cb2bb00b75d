/** Callbacks by task token, heartbeats, long waits, and child executions. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Json } from '../../../lib/local/states/definition.ts';
import { settle } from './virtual-clock.ts';
import { awaitCallback, invoke, machineOf, named, StatesWorld } from './world.ts';

const DAY = 86_400_000;
let world: StatesWorld;
let tokens: string[] = [];
afterEach(() => world.close());

const ask = (payload: Json): Json => {
  tokens.push((payload as { token: string }).token);
  return null;
};

function open(states: Parameters<typeof machineOf>[0]): void {
  tokens = [];
  world = new StatesWorld({ m: machineOf(states) }, { ask });
}

describe('a task that waits for its token', () => {
  it('ends with the output that SendTaskSuccess brings, once', async () => {
    open({ Ask: awaitCallback('ask', { End: true }) });
    const arn = await world.start('m');
    await settle();
    const [taskToken] = tokens;
    await world.call('SendTaskSuccess', { taskToken, output: '{"yes":true}' });
    expect((await world.outcome(arn)).output).toEqual({ yes: true });
    await expect(world.call('SendTaskSuccess', { taskToken, output: '{}' })).rejects.toMatchObject({ code: 'TaskTimedOut' });
    expect(await world.types(arn)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('takes a callback that comes before the invocation has ended', async () => {
    open({ Ask: awaitCallback('eager', { End: true }) });
    world.functions['eager'] = async (payload) => {
      await world.call('SendTaskSuccess', { taskToken: (payload as { token: string }).token, output: '1' });
      return 'ignored';
    };
    expect((await world.finish('m')).output).toBe(1);
  });

  it('fails with the error that SendTaskFailure brings', async () => {
    open({ Ask: awaitCallback('ask', { Catch: [{ ErrorEquals: ['No'], Next: 'End' }], End: true }), End: { Type: 'Succeed' } });
    const arn = await world.start('m');
    await settle();
    await world.call('SendTaskFailure', { taskToken: tokens[0], error: 'No', cause: 'refused' });
    expect((await world.outcome(arn)).output).toEqual({ Error: 'No', Cause: 'refused' });
  });

  it('fails when the function that should pass the token on fails', async () => {
    open({ Ask: awaitCallback('broken', { End: true }) });
    world.functions['broken'] = () => {
      throw named('Broken');
    };
    expect(await world.finish('m')).toMatchObject({ error: 'Broken' });
  });

  it('stays alive while heartbeats come, and times out when they stop', async () => {
    open({ Ask: awaitCallback('ask', { HeartbeatSeconds: 60, TimeoutSeconds: 1000, End: true }) });
    const arn = await world.start('m');
    for (let beat = 0; beat < 3; beat += 1) {
      await world.clock.pass(59_000);
      await world.call('SendTaskHeartbeat', { taskToken: tokens[0] });
    }
    await world.clock.pass(59_999);
    expect((await world.describe(arn))['status']).toBe('RUNNING');
    await world.clock.pass(1);
    expect(await world.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  it.each(['States.HeartbeatTimeout', 'States.Timeout', 'States.ALL'])(
    'catches a lost heartbeat as %s, which is reported as a timeout',
    async (name) => {
      const Catch = [{ ErrorEquals: [name], Next: 'End' }];
      open({ Ask: awaitCallback('ask', { HeartbeatSeconds: 60, Catch, End: true }), End: { Type: 'Succeed' } });
      expect((await world.finish('m')).output).toEqual({ Error: 'States.Timeout', Cause: '' });
    },
  );

  it('does not take a timeout for a lost heartbeat', async () => {
    const Catch = [{ ErrorEquals: ['States.HeartbeatTimeout'], Next: 'End' }];
    open({ Ask: awaitCallback('ask', { TimeoutSeconds: 60, Catch, End: true }), End: { Type: 'Succeed' } });
    expect(await world.finish('m')).toMatchObject({ error: 'States.Timeout' });
  });

  it('waits 20 days for the token, then 45 days more, on absolute deadlines', async () => {
    const Catch = [{ ErrorEquals: ['States.Timeout'], Next: 'Rest' }];
    open({
      Ask: awaitCallback('ask', { TimeoutSeconds: 20 * 86_400, Catch, End: true }),
      Rest: { Type: 'Wait', Seconds: 45 * 86_400, Next: 'End' },
      End: { Type: 'Succeed', Output: '{% $now() %}' },
    });
    const arn = await world.start('m');
    await world.clock.pass(20 * DAY - 1);
    expect(await world.types(arn)).not.toContain('TaskTimedOut');
    await world.restart();
    await world.clock.pass(1);
    await world.restart();
    await world.clock.pass(45 * DAY - 1);
    expect((await world.describe(arn))['status']).toBe('RUNNING');
    await world.clock.pass(1);
    expect((await world.outcome(arn)).output).toBe('2026-03-07T00:00:00.000Z');
  });

  it.each([
    ['SendTaskSuccess', { taskToken: 'garbage', output: '{}' }, 'InvalidToken'],
    ['SendTaskHeartbeat', { taskToken: 'garbage' }, 'InvalidToken'],
    ['SendTaskSuccess', { output: '{}' }, 'ValidationException'],
  ])('%s refuses %o', async (operation, input, code) => {
    open({ Ask: awaitCallback('ask', { End: true }) });
    await expect(world.call(operation, input)).rejects.toMatchObject({ code });
  });

  it('refuses an output that is no JSON and keeps waiting', async () => {
    open({ Ask: awaitCallback('ask', { End: true }) });
    const arn = await world.start('m');
    await settle();
    await expect(world.call('SendTaskSuccess', { taskToken: tokens[0], output: '{' })).rejects.toMatchObject({ code: 'InvalidOutput' });
    expect((await world.describe(arn))['status']).toBe('RUNNING');
  });
});

describe('a task that starts another execution', () => {
  const start = (pattern: string) => ({
    Type: 'Task' as const,
    Resource: `arn:aws:states:::states:startExecution${pattern}`,
    Arguments: { StateMachineArn: 'arn:aws:states:eu-central-1:000000000000:stateMachine:child', Name: 'c', Input: { n: 1 } },
    End: true,
  });

  function openPair(pattern: string, child: Parameters<typeof machineOf>[0]): void {
    world = new StatesWorld({ m: machineOf({ Start: start(pattern) }), child: machineOf(child) }, { ask });
  }

  it('goes on at once', async () => {
    openPair('', { Sleep: { Type: 'Wait', Seconds: 9999, End: true } });
    expect((await world.finish('m')).output).toMatchObject({ ExecutionArn: expect.stringMatching(/:execution:child:c$/) as string });
  });

  it('waits for the end with .sync:2 and gets the parsed output', async () => {
    openPair('.sync:2', {
      Sleep: { Type: 'Wait', Seconds: 5, Next: 'End' },
      End: { Type: 'Succeed', Output: '{% $states.input.n + 1 %}' },
    });
    expect((await world.finish('m')).output).toMatchObject({ Status: 'SUCCEEDED', Output: 2 });
  });

  it('takes the end of a child that ended before the answer to its start came', async () => {
    const definitions = { m: machineOf({ Start: start('.sync:2') }), child: machineOf({ End: { Type: 'Succeed', Output: 1 } }) };
    const awsCall = async ({
      operation,
      input,
    }: {
      operation: string;
      input: Record<string, unknown>;
    }): Promise<Record<string, unknown>> => {
      const answer = await world.call(operation, input);
      await settle();
      return answer;
    };
    world = new StatesWorld(definitions, {}, { awsCall });
    expect((await world.finish('m')).output).toMatchObject({ Status: 'SUCCEEDED', Output: 1, RedriveStatus: 'NOT_REDRIVABLE' });
  });

  it('fails when the child fails', async () => {
    openPair('.sync:2', { Stop: { Type: 'Fail', Error: 'Child' } });
    expect(await world.finish('m')).toMatchObject({ error: 'States.TaskFailed', cause: expect.stringContaining('"Child"') as string });
  });

  it('reports the refusals of the service by its name', async () => {
    const missing = start('');
    missing.Arguments.StateMachineArn += 'x';
    world = new StatesWorld({ m: machineOf({ Start: missing }) });
    expect(await world.finish('m')).toMatchObject({ error: 'StepFunctions.StateMachineDoesNotExistException' });
  });
});

describe('memory', () => {
  it('keeps one timer for any number of waiting executions', async () => {
    open({ Ask: awaitCallback('ask', { TimeoutSeconds: 1000, End: true }) });
    for (let index = 0; index < 50; index += 1) await world.start('m');
    await settle();
    expect(tokens).toHaveLength(50);
    expect(world.clock.armed).toBe(1);
  });

  it('runs many executions that all wait for the same moment', async () => {
    open({ Sleep: { Type: 'Wait', Seconds: 60, Next: 'Call' }, Call: invoke('echo', { End: true }) });
    world.functions['echo'] = (payload) => payload;
    const arns = await Promise.all(Array.from({ length: 1200 }, (_, n) => world.start('m', n)));
    await world.clock.pass(60_000);
    await settle(40);
    const outputs = await Promise.all(arns.map(async (arn) => (await world.describe(arn))['output']));
    expect(outputs).toEqual(arns.map((_, n) => String(n)));
  });
});

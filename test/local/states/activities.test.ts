/** Activities: tasks that workers ask for, hand over, and lose. */
import {
  ActivityDoesNotExist,
  CreateActivityCommand,
  DeleteActivityCommand,
  DescribeActivityCommand,
  DescribeExecutionCommand,
  GetActivityTaskCommand,
  InvalidArn,
  InvalidName,
  ListActivitiesCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { createStatesService } from '../../../lib/local/states/create-states-service.ts';
import type { StateDefinition } from '../../../lib/local/states/definition.ts';
import type { ServedFront } from '../../contracts/serve-front.ts';
import { region, serveFront } from '../../contracts/serve-front.ts';
import { settle } from './virtual-clock.ts';
import { machineArn, machineOf, REGION, ROLE, StatesWorld } from './world.ts';

const activityArn = `arn:aws:states:${REGION}:000000000000:activity:dig`;

type Answer = Record<string, unknown>;

function dig(rest: Partial<StateDefinition> = {}): StateDefinition {
  return { Type: 'Task', Resource: activityArn, End: true, ...rest };
}

describe('a task of an activity', () => {
  let world: StatesWorld;
  afterEach(() => world.close());

  async function open(states: Parameters<typeof machineOf>[0]): Promise<void> {
    world = new StatesWorld({ m: machineOf(states) });
    await world.call('CreateActivity', { name: 'dig' });
  }

  const poll = (workerName?: string): Promise<Answer> => world.call('GetActivityTask', { activityArn, workerName });

  /** What has answered by now. */
  function answersOf(polls: Promise<Answer>[]): Answer[] {
    const answers: Answer[] = [];
    for (const each of polls) void each.then((answer) => answers.push(answer));
    return answers;
  }

  it('is scheduled, started by the worker that takes it, and ends with its output', async () => {
    await open({ Dig: dig({ Arguments: { deep: '{% $states.input * 2 %}' }, TimeoutSeconds: 60, HeartbeatSeconds: 10 }) });
    const arn = await world.start('m', 2);
    const { taskToken, input } = await poll('mole');
    expect(input).toBe('{"deep":4}');
    await world.call('SendTaskSuccess', { taskToken, output: '"dug"' });
    expect((await world.outcome(arn)).output).toBe('dug');
    const events = (await world.history(arn)).slice(2, 5);
    expect(events.map(({ id: _, previousEventId: __, timestamp: ___, ...event }) => event)).toEqual([
      {
        type: 'ActivityScheduled',
        activityScheduledEventDetails: {
          resource: activityArn,
          input: '{"deep":4}',
          inputDetails: { truncated: false },
          timeoutInSeconds: 60,
          heartbeatInSeconds: 10,
        },
      },
      { type: 'ActivityStarted', activityStartedEventDetails: { workerName: 'mole' } },
      { type: 'ActivitySucceeded', activitySucceededEventDetails: { output: '"dug"', outputDetails: { truncated: false } } },
    ]);
  });

  it('goes to exactly one of the workers that wait; the others leave empty-handed after a minute', async () => {
    await open({ Dig: dig() });
    const answers = answersOf(Array.from({ length: 5 }, () => poll()));
    await world.clock.pass(30_000);
    await Promise.all([1, 2, 3].map((n) => world.start('m', n)));
    await settle(20);
    expect(answers.map(({ input }) => input).toSorted()).toEqual(['1', '2', '3']);
    expect(new Set(answers.map(({ taskToken }) => taskToken)).size).toBe(3);
    await world.clock.pass(29_999);
    expect(answers).toHaveLength(3);
    await world.clock.pass(1);
    expect(answers.slice(3)).toEqual([{}, {}]);
  });

  it('goes to workers that come later, those of older executions first', async () => {
    await open({ Dig: dig() });
    for (const n of [1, 2]) await world.start('m', n);
    expect([(await poll())['input'], (await poll())['input']]).toEqual(['1', '2']);
  });

  it('survives a restart, before a worker has it and after', async () => {
    await open({ Dig: dig() });
    const arn = await world.start('m', 1);
    await settle();
    await world.restart();
    const { taskToken } = await poll();
    await world.restart();
    await world.call('SendTaskSuccess', { taskToken, output: '2' });
    expect((await world.outcome(arn)).output).toBe(2);
  });

  it('begins to count its time when a worker takes it', async () => {
    const Catch = [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }];
    await open({ Dig: dig({ TimeoutSeconds: 60, Catch }), Late: { Type: 'Succeed', Output: 'late' } });
    const arn = await world.start('m');
    await world.clock.pass(3_600_000);
    const { taskToken } = await poll();
    await world.clock.pass(59_999);
    expect((await world.describe(arn))['status']).toBe('RUNNING');
    await world.clock.pass(1);
    expect((await world.outcome(arn)).output).toBe('late');
    expect(await world.types(arn)).toContain('ActivityTimedOut');
    await expect(world.call('SendTaskSuccess', { taskToken, output: '1' })).rejects.toMatchObject({ code: 'TaskTimedOut' });
  });

  it('lives while its worker sends heartbeats', async () => {
    await open({ Dig: dig({ HeartbeatSeconds: 10 }) });
    const arn = await world.start('m');
    const { taskToken } = await poll();
    await world.clock.pass(9_999);
    await world.call('SendTaskHeartbeat', { taskToken });
    await world.clock.pass(9_999);
    expect((await world.describe(arn))['status']).toBe('RUNNING');
    await world.clock.pass(1);
    expect(await world.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  it('is offered again by Retry, under another token', async () => {
    await open({ Dig: dig({ Retry: [{ ErrorEquals: ['Rock'], IntervalSeconds: 5, MaxAttempts: 1 }] }) });
    const arn = await world.start('m');
    const first = await poll();
    await world.call('SendTaskFailure', { taskToken: first['taskToken'], error: 'Rock', cause: 'hard' });
    const answers = answersOf([poll()]);
    await world.clock.pass(5_000);
    const taskToken = answers[0]?.['taskToken'];
    await expect(world.call('SendTaskHeartbeat', { taskToken: first['taskToken'] })).rejects.toMatchObject({ code: 'TaskTimedOut' });
    await world.call('SendTaskFailure', { taskToken, error: 'Rock', cause: 'hard' });
    expect(await world.outcome(arn)).toMatchObject({ status: 'FAILED', error: 'Rock', cause: 'hard' });
    expect((await world.types(arn)).filter((type) => type === 'ActivityFailed')).toHaveLength(2);
  });

  it('reaches workers from a distributed Map too', async () => {
    const ItemProcessor = { ProcessorConfig: { Mode: 'DISTRIBUTED' as const }, StartAt: 'Dig', States: { Dig: dig() } };
    await open({ All: { Type: 'Map', Items: [1, 2], ItemProcessor, End: true } });
    const polls = [poll(), poll()];
    const arn = await world.start('m');
    for (const { taskToken, input } of await Promise.all(polls)) {
      await world.call('SendTaskSuccess', { taskToken, output: `${input as string}0` });
    }
    expect((await world.outcome(arn)).output).toEqual([10, 20]);
  });

  it('is not handed out once its execution was stopped', async () => {
    await open({ Dig: dig() });
    const executionArn = await world.start('m');
    await settle();
    await world.call('StopExecution', { executionArn });
    const answers = answersOf([poll()]);
    await world.clock.pass(60_000);
    expect(answers).toEqual([{}]);
  });

  it('ends the execution when the activity does not exist, whatever would catch it', async () => {
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }];
    await open({ Dig: dig({ Catch }), Caught: { Type: 'Succeed' } });
    await world.call('DeleteActivity', { activityArn });
    expect(await world.finish('m')).toMatchObject({
      error: 'States.Runtime',
      cause: `An error occurred while executing the state 'Dig' (entered at the event id #2). The activity ${activityArn} does not exist.`,
    });
  });

  it('keeps no worker waiting when the service closes', async () => {
    await open({ Dig: dig() });
    const waiting = poll();
    await settle();
    await world.restart();
    expect(await waiting).toEqual({});
    expect(world.clock.armed).toBe(0);
  });

  it.each([
    ['CreateActivity', { name: 'dig' }, activityArn],
    ['GetActivityTask', { activityArn }, activityArn],
    ['ListActivities', {}, '*'],
  ])('needs states:%s for %j', async (operation, input, resource) => {
    await open({ Dig: dig() });
    const principal = { name: 'w', arn: ROLE, kind: 'role' as const };
    expect(world.service.permissions({ operation, input, principal })).toEqual([{ action: `states:${operation}`, resource }]);
  });
});

describe('the SDK', () => {
  let front: ServedFront;
  let client: SFNClient;
  beforeEach(async () => {
    front = await serveFront(({ dir, clock }) => {
      const service = createStatesService({
        file: join(dir, 'states.db'),
        clock,
        region,
        machines: [{ arn: machineArn('m'), name: 'm', definition: machineOf({ Dig: dig() }), roleArn: ROLE }],
        awsCall: async () => ({}),
        invokerAs: () => ({ invoke: async () => ({ ok: true, payload: null }) }),
      });
      service.start();
      return [service];
    });
    client = new SFNClient(front.settings);
    await client.send(new CreateActivityCommand({ name: 'dig' }));
  });
  afterEach(async () => {
    client.destroy();
    await front.close();
  });

  it('waits for a task and does it', async () => {
    const polled = client.send(new GetActivityTaskCommand({ activityArn, workerName: 'mole' }));
    const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn: machineArn('m'), input: '{"a":1}' }));
    const { taskToken, input } = await polled;
    expect(input).toBe('{"a":1}');
    await client.send(new SendTaskSuccessCommand({ taskToken, output: '2' }));
    await expect
      .poll(() => client.send(new DescribeExecutionCommand({ executionArn })))
      .toMatchObject({ status: 'SUCCEEDED', output: '2' });
  });

  it('creates an activity once, lists and describes it', async () => {
    const { creationDate } = await client.send(new DescribeActivityCommand({ activityArn }));
    expect(await client.send(new CreateActivityCommand({ name: 'dig' }))).toMatchObject({ activityArn, creationDate });
    await client.send(new CreateActivityCommand({ name: 'fill' }));
    const { activities = [], nextToken } = await client.send(new ListActivitiesCommand({ maxResults: 1 }));
    expect(activities).toEqual([{ activityArn, name: 'dig', creationDate }]);
    const rest = await client.send(new ListActivitiesCommand({ maxResults: 5, nextToken }));
    expect(rest.activities?.map(({ name }) => name)).toEqual(['fill']);
  });

  it('deletes an activity, also one that is gone, and throws the exceptions of Step Functions by class', async () => {
    for (let time = 0; time < 2; time += 1) await client.send(new DeleteActivityCommand({ activityArn }));
    await expect(client.send(new DescribeActivityCommand({ activityArn }))).rejects.toBeInstanceOf(ActivityDoesNotExist);
    await expect(client.send(new GetActivityTaskCommand({ activityArn }))).rejects.toThrow(`Activity Does Not Exist: '${activityArn}'`);
    await expect(client.send(new GetActivityTaskCommand({ activityArn: 'x' }))).rejects.toBeInstanceOf(InvalidArn);
    await expect(client.send(new CreateActivityCommand({ name: 'dig up$' }))).rejects.toBeInstanceOf(InvalidName);
  });
});

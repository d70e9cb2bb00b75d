/** Limits of the cloud: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
import { afterEach, describe, expect, it } from 'vitest';
import type { Json, StateDefinition } from '../../../lib/local/states/definition.ts';
import { settle } from './virtual-clock.ts';
import type { Script } from './world.ts';
import { awaitCallback, invoke, machineArn, machineOf, StatesWorld } from './world.ts';

/** 256 KiB as JSON text: two bytes are the quotation marks. */
const LARGEST = 'x'.repeat(256 * 1024 - 2);
const TOO_LARGE = `${LARGEST}x`;

/** As many bytes too many in half as many characters. */
const TOO_MANY_BYTES = 'é'.repeat(128 * 1024);

let world: StatesWorld;
afterEach(() => world.close());

function open(states: Record<string, StateDefinition>, functions: Record<string, Script> = {}): void {
  world = new StatesWorld({ m: machineOf(states) }, functions);
}

const pass: StateDefinition = { Type: 'Pass', End: true };

/** https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html: States.DataLimitExceeded */
describe('256 KiB', () => {
  const flow = { StartAt: 'In', States: { In: pass } };
  const twice = '{% $states.input & $states.input %}';

  it.each<[string, Record<string, StateDefinition>]>([
    ['an output', { P: { ...pass, Output: twice } }],
    ['variables', { P: { ...pass, Assign: { a: twice }, Output: 0 } }],
    ['variables together', { P: { ...pass, Assign: { a: '{% $states.input %}', b: '{% $states.input %}' }, Output: 0 } }],
    ['arguments of a task', { P: invoke('echo', { Arguments: { FunctionName: 'echo', Payload: twice }, Output: 0, End: true }) }],
    ['arguments of a Parallel', { P: { Type: 'Parallel', Arguments: twice, Branches: [flow], Output: 0, End: true } }],
    ['an item of a Map', { P: { Type: 'Map', Items: [1], ItemSelector: twice, ItemProcessor: flow, Output: 0, End: true } }],
    ['all outputs of a Map', { P: { Type: 'Map', Items: [1, 2], ItemSelector: '{% $states.input %}', ItemProcessor: flow, End: true } }],
  ])('is the most for %s', async (_, states) => {
    open(states, { echo: (payload) => payload });
    expect(await world.finish('m', 'x'.repeat(200_000))).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  });

  it('is allowed to the byte, from the input to the output', async () => {
    open({ P: pass });
    expect((await world.finish('m', LARGEST)).output).toBe(LARGEST);
  });

  it.each([
    ['a byte', TOO_LARGE],
    ['bytes, not characters', TOO_MANY_BYTES],
  ])('is the most for the result of a task, by %s', async (_, result) => {
    open(
      { Call: invoke('big', { Resource: 'arn:aws:lambda:eu-central-1:000000000000:function:big', Output: 0, End: true }) },
      { big: () => result },
    );
    expect(await world.finish('m')).toMatchObject({ error: 'States.DataLimitExceeded' });
  });

  it('can be caught', async () => {
    const Catch = [{ ErrorEquals: ['States.ALL'], Output: 'caught', Next: 'End' }];
    open({ Call: invoke('big', { Catch, End: true }), End: { Type: 'Succeed' } }, { big: () => TOO_LARGE });
    expect((await world.finish('m')).output).toBe('caught');
  });

  /** https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html */
  it('is the most for the input of an execution', async () => {
    open({ P: pass });
    for (const input of [TOO_LARGE, TOO_MANY_BYTES])
      await expect(world.start('m', input)).rejects.toMatchObject({ code: 'ValidationException' });
  });
});

/** https://docs.aws.amazon.com/step-functions/latest/dg/bp-history-limit.html */
describe('25,000 events', () => {
  async function run(rounds: number): Promise<Record<string, unknown>> {
    open({
      Count: { Type: 'Pass', Assign: { n: '{% $exists($n) ? $n + 1 : 1 %}' }, Next: 'More' },
      More: { Type: 'Choice', Choices: [{ Condition: `{% $n < ${rounds} %}`, Next: 'Count' }], Default: 'End' },
      End: { Type: 'Succeed' },
    });
    const arn = await world.start('m');
    for (let turn = 0; turn < 400 && (await world.describe(arn))['status'] === 'RUNNING'; turn += 1) await settle();
    expect(await world.history(arn)).toHaveLength(25_000);
    return world.describe(arn);
  }

  it('are enough if the last of them is the success of the execution', async () => {
    expect(await run(6249)).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('end an execution that needs one more, and it cannot be redriven', async () => {
    expect(await run(6250)).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      redriveStatusReason: 'Execution history event limit exceeded',
    });
  });
});

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html */
describe('the name of an execution', () => {
  const sleep: StateDefinition = { Type: 'Wait', Seconds: 10, End: true };

  it('has at most 80 characters, of any script', async () => {
    open({ sleep });
    expect(await world.start('m', {}, 'ñ'.repeat(80))).toContain('ññ');
    for (const name of ['x'.repeat(81), '']) await expect(world.start('m', {}, name)).rejects.toMatchObject({ code: 'InvalidName' });
  });

  it.each([...' \t<>{}[]?*"#%\\^|~`$&,;:/\u0000\u001f\u007f\u009f'])('has no %j', async (character) => {
    open({ sleep });
    await expect(world.start('m', {}, `a${character}b`)).rejects.toMatchObject({ code: 'InvalidName' });
  });

  it('is free again 90 days after the end of its execution', async () => {
    open({ sleep });
    const arn = await world.start('m', {}, 'once');
    await world.clock.pass(10_000 + 89 * 86_400_000);
    await expect(world.start('m', {}, 'once')).rejects.toMatchObject({ code: 'ExecutionAlreadyExists' });
    await world.clock.pass(2 * 86_400_000);
    expect(await world.start('m', {}, 'once')).toBe(arn);
  });
});

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskSuccess.html */
describe('a callback', () => {
  async function token(): Promise<string> {
    let found = '';
    const ask: Script = (payload) => (found = (payload as { token: string }).token);
    open({ Ask: awaitCallback('ask', { End: true }) }, { ask });
    await world.start('m', {}, 'e');
    await settle();
    return found;
  }

  const answer = (taskToken: string, output: Json): Promise<unknown> =>
    world.call('SendTaskSuccess', { taskToken, output: JSON.stringify(output) });

  it('brings at most 256 KiB, and the task waits on after one that brings more', async () => {
    const taskToken = await token();
    await expect(answer(taskToken, TOO_LARGE)).rejects.toMatchObject({ code: 'ValidationException' });
    await answer(taskToken, LARGEST);
  });

  it.each([
    ['error', 257],
    ['cause', 32_769],
  ])('has no %s of %i bytes', async (member, bytes) => {
    const taskToken = await token();
    const failure = { taskToken, [member]: 'x'.repeat(bytes) };
    await expect(world.call('SendTaskFailure', failure)).rejects.toMatchObject({ code: 'ValidationException' });
    await world.call('SendTaskFailure', { taskToken, [member]: 'x'.repeat(bytes - 1) });
  });

  it('is too late for a task that has ended, and when its execution is forgotten', async () => {
    const taskToken = await token();
    await answer(taskToken, 1);
    await expect(answer(taskToken, 1)).rejects.toMatchObject({ code: 'TaskTimedOut' });
    await world.clock.pass(91 * 86_400_000);
    await world.restart();
    await expect(answer(taskToken, 1)).rejects.toMatchObject({ code: 'TaskTimedOut' });
    await expect(world.describe(`${machineArn('m').replace('stateMachine', 'execution')}:e`)).rejects.toMatchObject({
      code: 'ExecutionDoesNotExist',
    });
  });
});

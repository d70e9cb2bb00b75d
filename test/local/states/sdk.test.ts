/** The service behind the front door, spoken to by the SDK as the product does. */
import { join } from 'node:path';
import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  InvalidToken,
  ListExecutionsCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStatesService } from '../../../lib/local/states/create-states-service.ts';
import type { ServedFront } from '../../contracts/serve-front.ts';
import { region, serveFront } from '../../contracts/serve-front.ts';
import { awaitCallback, machineArn, machineOf, ROLE } from './world.ts';

let front: ServedFront;
let client: SFNClient;
let token: Promise<string>;

beforeEach(async () => {
  const handedOut = Promise.withResolvers<string>();
  token = handedOut.promise;
  const definition = machineOf({ Ask: awaitCallback('ask', { End: true }) });
  front = await serveFront(({ dir, clock }) => {
    const service = createStatesService({
      file: join(dir, 'states.db'),
      clock,
      region,
      machines: [{ arn: machineArn('m'), name: 'm', definition, roleArn: ROLE }],
      awsCall: async () => ({}),
      invokerAs: () => ({
        async invoke(_name, payload) {
          handedOut.resolve((payload as { token: string }).token);
          return { ok: true, payload: null };
        },
      }),
    });
    service.start();
    return [service];
  });
  client = new SFNClient(front.settings);
});

afterEach(async () => {
  client.destroy();
  await front.close();
});

const start = (input: unknown = {}, name = 'one') =>
  client.send(new StartExecutionCommand({ stateMachineArn: machineArn('m'), name, input: JSON.stringify(input) }));

async function ended(executionArn: string | undefined): Promise<string | undefined> {
  for (;;) {
    const { status, output } = await client.send(new DescribeExecutionCommand({ executionArn }));
    if (status !== 'RUNNING') return output;
  }
}

describe('the SDK', () => {
  it('starts, answers the token, and reads the result and its history', async () => {
    const { executionArn, startDate } = await start({ a: 1 });
    expect(startDate).toBeInstanceOf(Date);
    await client.send(new SendTaskSuccessCommand({ taskToken: await token, output: '{"yes":true}' }));
    expect(await ended(executionArn)).toBe('{"yes":true}');
    const { events = [] } = await client.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
    expect(events[1]).toMatchObject({ type: 'TaskStateEntered', stateEnteredEventDetails: { name: 'Ask', input: '{"a":1}' } });
    expect(events.at(-1)).toMatchObject({ type: 'ExecutionSucceeded', executionSucceededEventDetails: { output: '{"yes":true}' } });
    expect(events.every(({ timestamp }) => timestamp instanceof Date)).toBe(true);
  });

  it('throws the exceptions of Step Functions by class', async () => {
    const { executionArn } = await start();
    await expect(start({ other: true })).rejects.toBeInstanceOf(ExecutionAlreadyExists);
    const missing = new DescribeExecutionCommand({ executionArn: `${executionArn}x` });
    await expect(client.send(missing)).rejects.toBeInstanceOf(ExecutionDoesNotExist);
    await expect(client.send(new SendTaskSuccessCommand({ taskToken: 'x', output: '1' }))).rejects.toBeInstanceOf(InvalidToken);
    const taskToken = await token;
    await client.send(new StopExecutionCommand({ executionArn }));
    await expect(client.send(new SendTaskSuccessCommand({ taskToken, output: '1' }))).rejects.toBeInstanceOf(TaskTimedOut);
  });

  it('lists executions', async () => {
    await start({}, 'one');
    await start({}, 'two');
    const { executions = [] } = await client.send(new ListExecutionsCommand({ stateMachineArn: machineArn('m') }));
    expect(executions.map(({ name }) => name)).toEqual(['two', 'one']);
  });
});

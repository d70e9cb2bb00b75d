/** The service as the small AWS uses it: machines of a template, calls as roles, status events, coming to rest. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AwsContext, BusEvent, InvokeResult, Resource } from '../../../lib/local/contract.ts';
import { AwsError } from '../../../lib/local/contract.ts';
import { createStates } from '../../../lib/local/states/create-states.ts';
import type { StatesService } from '../../../lib/local/states/create-states-service.ts';
import type { StateDefinition } from '../../../lib/local/states/definition.ts';
import { VirtualClock } from './virtual-clock.ts';
import { invoke, machineArn, machineOf, REGION } from './world.ts';

const ROLE = 'arn:aws:iam::000000000000:role/of-the-machine';
const principal = { name: 'operator', arn: 'operator', kind: 'operator' as const };

let dataDir: string;
let service: StatesService;
let events: BusEvent[];
let calls: unknown[];
let answer: (call: { service: string; operation: string }) => Record<string, unknown>;
let function_: (role: string, name: string) => InvokeResult;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'states-'));
  events = [];
  calls = [];
  answer = () => ({});
  function_ = () => ({ ok: true, payload: 'fine' });
});

afterEach(async () => {
  await service.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function machine(states: Record<string, StateDefinition>, properties: Record<string, unknown> = {}): Resource {
  const arn = machineArn('m');
  const DefinitionString = JSON.stringify(machineOf(states));
  return {
    logicalId: 'Machine',
    type: 'AWS::StepFunctions::StateMachine',
    ref: arn,
    arn,
    properties: { DefinitionString, RoleArn: ROLE, ...properties },
  };
}

function open(states: Record<string, StateDefinition>): void {
  const context: Pick<AwsContext, 'resources' | 'dataDir' | 'clock' | 'region' | 'invokerAs' | 'awsCall' | 'putEvents'> = {
    resources: [machine(states)],
    dataDir,
    clock: new VirtualClock(),
    region: REGION,
    invokerAs: (role) => ({ invoke: async (name) => function_(role, name) }),
    awsCall: async (call) => {
      calls.push(call);
      return answer(call);
    },
    putEvents: async (given) => void events.push(...given),
  };
  service = createStates(context);
  service.start();
}

async function run(input: unknown = {}): Promise<Record<string, unknown>> {
  const start = { stateMachineArn: machineArn('m'), input: JSON.stringify(input) };
  const { executionArn } = await service.run({ operation: 'StartExecution', input: start, principal });
  await service.settled();
  await new Promise(setImmediate);
  await service.settled();
  return service.run({ operation: 'DescribeExecution', input: { executionArn }, principal });
}

describe('the Step Functions of the small AWS', () => {
  it('invokes functions as the role of the machine', async () => {
    const roles: string[] = [];
    function_ = (role) => {
      roles.push(role);
      return { ok: false, error: { errorType: 'Lambda.AWSLambdaException', errorMessage: 'not authorized' } };
    };
    open({ Call: invoke('f', { End: true }) });
    expect(await run()).toMatchObject({ status: 'FAILED', error: 'Lambda.AWSLambdaException' });
    expect(roles).toEqual([ROLE]);
  });

  it('names an invoker that breaks down Lambda.Unknown', async () => {
    function_ = () => {
      throw new Error('broken pipe');
    };
    open({ Call: invoke('f', { End: true }) });
    expect(await run()).toMatchObject({ error: 'Lambda.Unknown' });
  });

  it('calls services as the role of the machine, with the service and operation that its front knows', async () => {
    answer = () => ({ Item: { n: { N: '1' } } });
    const Arguments = { TableName: 't', Key: { id: { S: '{% $states.input.id %}' } } };
    open({
      Get: { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:getItem', Arguments, Output: '{% $states.result.Item.n.N %}', End: true },
    });
    expect((await run({ id: 'x' }))['output']).toBe('"1"');
    expect(calls).toEqual([
      { service: 'dynamodb', operation: 'GetItem', input: { TableName: 't', Key: { id: { S: 'x' } } }, roleArn: ROLE },
    ]);
  });

  it.each([
    ['arn:aws:states:::dynamodb:putItem', 'ConditionalCheckFailedException', 'DynamoDB.ConditionalCheckFailedException'],
    ['arn:aws:states:::aws-sdk:dynamodb:putItem', 'ConditionalCheckFailedException', 'DynamoDb.ConditionalCheckFailedException'],
    ['arn:aws:states:::aws-sdk:s3:getObject', 'NoSuchKey', 'S3.NoSuchKeyException'],
    ['arn:aws:states:::aws-sdk:sfn:startExecution', 'ExecutionAlreadyExists', 'Sfn.ExecutionAlreadyExistsException'],
  ])('reports a refusal of %s as its integration does', async (Resource, code, error) => {
    answer = () => {
      throw new AwsError(code, 'no');
    };
    open({ Put: { Type: 'Task', Resource, Arguments: {}, End: true } });
    expect(await run()).toMatchObject({ status: 'FAILED', error });
  });

  it('speaks to its own kind in small letters and JSON texts', async () => {
    const Arguments = { TaskToken: 'tok', Output: { done: true } };
    open({ Send: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:sfn:sendTaskSuccess', Arguments, End: true } });
    await run();
    const input = { taskToken: 'tok', output: '{"done":true}' };
    expect(calls).toEqual([{ service: 'states', operation: 'SendTaskSuccess', input, roleArn: ROLE }]);
  });

  it('tells the bus how executions start and end', async () => {
    open({ Stop: { Type: 'Fail', Error: 'Why' } });
    const { executionArn } = await run({ a: 1 });
    expect(events.map(({ detail }) => detail['status'])).toEqual(['RUNNING', 'FAILED']);
    expect(events[1]).toMatchObject({
      source: 'aws.states',
      detailType: 'Step Functions Execution Status Change',
      resources: [executionArn],
      detail: { executionArn, error: 'Why', input: '{"a":1}', output: null },
    });
  });

  it.each([
    [{ StateMachineType: 'EXPRESS' }, 'type EXPRESS'],
    [{ DefinitionString: undefined }, 'Machine.Properties.DefinitionString: neither it nor Definition is there'],
  ])('refuses a machine with %o', (properties, fault) => {
    open({ P: { Type: 'Pass', End: true } });
    const resources = [machine({ P: { Type: 'Pass', End: true } }, properties)];
    const rest = { dataDir, clock: new VirtualClock(), region: REGION, invokerAs: () => ({ invoke: async () => function_('', '') }) };
    expect(() => createStates({ ...rest, resources, awsCall: async () => ({}), putEvents: async () => {} })).toThrow(fault);
  });
});

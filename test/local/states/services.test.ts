/** Tasks that call services: how requests, answers and errors look to the machine. */
import { afterEach, describe, expect, it } from 'vitest';
import { AwsError } from '../../../lib/local/contract.ts';
import { machineOf, StatesWorld } from './world.ts';

let world: StatesWorld;
afterEach(() => world.close());

type Answer = (call: { operation: string; input: Record<string, unknown> }) => Promise<Record<string, unknown>>;

function open(resource: string, awsCall: Answer): void {
  const Resource = `arn:aws:states:::${resource}`;
  const Arguments = { Input: null, Name: '{% $states.input %}' };
  world = new StatesWorld({ m: machineOf({ Call: { Type: 'Task', Resource, Arguments, End: true } }) }, {}, { awsCall });
}

/** Names recorded on AWS; those of refusals without an exception of their own in the service's API model. */
describe('the error of a service', () => {
  it.each([
    ['dynamodb:putItem', 'ResourceNotFoundException', 'DynamoDB.ResourceNotFoundException'],
    ['dynamodb:putItem', 'ValidationException', 'DynamoDB.AmazonDynamoDBException'],
    ['aws-sdk:dynamodb:putItem', 'ValidationException', 'DynamoDb.DynamoDbException'],
    ['aws-sdk:s3:getObject', 'NoSuchKey', 'S3.NoSuchKeyException'],
    ['aws-sdk:secretsmanager:createSecret', 'AccessDeniedException', 'SecretsManager.SecretsManagerException'],
    ['aws-sdk:sfn:sendTaskSuccess', 'InvalidToken', 'Sfn.InvalidTokenException'],
    ['states:startExecution', 'StateMachineDoesNotExist', 'StepFunctions.StateMachineDoesNotExistException'],
    ['sns:publish', 'InvalidParameter', 'SNS.InvalidParameterException'],
  ])('of %s that answers %s is %s', async (resource, code, error) => {
    open(resource, () => Promise.reject(new AwsError(code, 'refused')));
    expect(await world.finish('m', 'n')).toMatchObject({ error, cause: 'refused' });
  });

  it('is SdkClientException when the call never got an answer', async () => {
    open('sqs:sendMessage', () => Promise.reject(new TypeError('fetch failed')));
    expect(await world.finish('m', 'n')).toMatchObject({ error: 'SQS.SdkClientException' });
  });
});

describe('the answer of a service', () => {
  it('that took none of the events fails the optimised integration, and only that', async () => {
    const refused: Answer = async () => ({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'MalformedDetail' }] });
    open('events:putEvents', refused);
    expect(await world.finish('m', 'n')).toMatchObject({
      error: 'EventBridge.FailedEntry',
      cause: expect.stringContaining('MalformedDetail') as string,
    });
    await world.close();
    open('aws-sdk:eventbridge:putEvents', refused);
    expect(await world.finish('m', 'n')).toMatchObject({ status: 'SUCCEEDED', output: { FailedEntryCount: 1 } });
  });
});

describe('the request to start an execution', () => {
  it('has no input when that is null', async () => {
    let seen: unknown;
    open('states:startExecution', async ({ input }) => {
      seen = input;
      return {};
    });
    await world.finish('m', 'n');
    expect(seen).toEqual({ name: 'n' });
  });
});

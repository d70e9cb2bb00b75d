/** Every operation that the SDK can send and the small AWS does not know is refused by name; none hangs, none succeeds in silence. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as dynamodb from '@aws-sdk/client-dynamodb';
import * as kms from '@aws-sdk/client-kms';
import * as s3 from '@aws-sdk/client-s3';
import * as ses from '@aws-sdk/client-ses';
import * as sfn from '@aws-sdk/client-sfn';
import * as ssm from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Alive, startLife, writeLifeStack } from './data-directory/life.ts';
import { signedFetch } from './signed-fetch.ts';

const root = mkdtempSync(join(tmpdir(), 'unknown-'));
let alive: Alive;
beforeAll(async () => {
  writeLifeStack(join(root, 'cdk.out'));
  alive = await startLife(join(root, 'cdk.out'), join(root, 'data'));
});
afterAll(async () => {
  await alive.close();
  rmSync(root, { recursive: true });
});

interface Client {
  send(command: object): Promise<unknown>;
}
type Sdk = Record<string, new (input: object) => object>;

/** What each service knows; the rest of the SDK must be refused. */
const known: Record<string, readonly string[]> = {
  dynamodb: [
    'BatchGetItem',
    'BatchWriteItem',
    'DeleteItem',
    'DescribeTable',
    'GetItem',
    'ListTables',
    'PutItem',
    'Query',
    'Scan',
    'UpdateItem',
  ],
  kms: [
    'Decrypt',
    'DescribeKey',
    'Encrypt',
    'GenerateDataKey',
    'GenerateDataKeyWithoutPlaintext',
    'GenerateMac',
    'GetPublicKey',
    'Sign',
    'Verify',
    'VerifyMac',
  ],
  s3: [
    ...[
      'AbortMultipartUpload',
      'CompleteMultipartUpload',
      'CopyObject',
      'CreateMultipartUpload',
      'DeleteObject',
      'DeleteObjects',
      'GetObject',
    ],
    ...['HeadBucket', 'HeadObject', 'ListObjectsV2', 'ListParts', 'PutObject', 'UploadPart'],
  ],
  ses: ['DescribeActiveReceiptRuleSet', 'GetAccountSendingEnabled', 'GetSendQuota', 'ListIdentities', 'SendEmail', 'SendRawEmail'],
  ssm: ['DeleteParameter', 'GetParameter', 'GetParameters', 'GetParametersByPath', 'PutParameter'],
  states: [
    ...['DescribeExecution', 'DescribeStateMachine', 'GetExecutionHistory', 'ListExecutions', 'ListStateMachines', 'RedriveExecution'],
    ...['CreateActivity', 'DeleteActivity', 'DescribeActivity', 'GetActivityTask', 'ListActivities'],
    ...['SendTaskFailure', 'SendTaskHeartbeat', 'SendTaskSuccess', 'StartExecution', 'StopExecution'],
  ],
};

/** The SDK sends these to hosts of their own, which no endpoint setting changes. */
const elsewhere = ['CreateSession', 'ListDirectoryBuckets', 'WriteGetObjectResponse', 'StartSyncExecution', 'TestState'];

/** Members that stand in the path of a request; without them the SDK sends nothing. */
const inPath = { Bucket: 'shop-vault', Key: 'k', CopySource: 'shop-vault/k', UploadId: 'u', PartNumber: 1 };

const makers: Record<string, [Sdk, (settings: object) => Client]> = {
  dynamodb: [dynamodb as unknown as Sdk, (settings) => new dynamodb.DynamoDBClient(settings) as unknown as Client],
  kms: [kms as unknown as Sdk, (settings) => new kms.KMSClient(settings) as unknown as Client],
  s3: [s3 as unknown as Sdk, (settings) => new s3.S3Client(settings) as unknown as Client],
  ses: [ses as unknown as Sdk, (settings) => new ses.SESClient(settings) as unknown as Client],
  ssm: [ssm as unknown as Sdk, (settings) => new ssm.SSMClient(settings) as unknown as Client],
  states: [sfn as unknown as Sdk, (settings) => new sfn.SFNClient(settings) as unknown as Client],
};

const settings = () => ({
  endpoint: alive.aws.awsUrl,
  region: 'eu-central-1',
  credentials: alive.aws.operator,
  maxAttempts: 1,
  requestHandler: { requestTimeout: 5000 },
});

/** The names of a client's commands that the service does not know. */
function unknownTo(service: string, sdk: Sdk): string[] {
  const names = Object.keys(sdk).filter((name) => name.endsWith('Command') && name !== '$Command');
  const operations = names.map((name) => name.slice(0, -'Command'.length));
  return operations.filter((name) => !known[service]!.includes(name) && !elsewhere.includes(name));
}

describe.each(Object.keys(makers))('%s', (service) => {
  it('refuses every operation it does not know, by name', async () => {
    const [sdk, make] = makers[service]!;
    const client = make(settings());
    const operations = unknownTo(service, sdk);
    const answers = await Promise.all(
      operations.map(async (operation) => {
        const input = service === 's3' ? inPath : {};
        return [operation, await client.send(new sdk[`${operation}Command`]!(input)).then(() => 'succeeded', refusalOf)];
      }),
    );
    const wanted = operations.map((operation) => [operation, `501 NotImplemented ${service}: ${operation} is not known to the small AWS`]);
    expect(operations.length).toBeGreaterThan(10);
    expect(answers).toEqual(wanted);
  });
});

function refusalOf(error: Error & { $metadata?: { httpStatusCode?: number } }): string {
  return `${error.$metadata?.httpStatusCode} ${error.name} ${error.message}`;
}

describe('the endpoint', () => {
  it.each([
    ['sns', {}, 'sns: POST is not known'],
    ['sqs', { headers: { 'x-amz-target': 'AmazonSQS.SendMessage' } }, 'sqs: AmazonSQS.SendMessage is not known'],
    ['events', { headers: { 'x-amz-target': 'AWSEvents.PutRule' } }, 'events: PutRule is not known'],
    ['kms', {}, 'kms: a call without an operation is not known'],
    ['dynamodb', { headers: { 'x-amz-target': 'DynamoDB_20120810.Nonsense' } }, 'dynamodb: Nonsense is not known'],
    ['ses', { body: 'Version=2010-12-01' }, 'ses: a call without an operation is not known'],
    ['lambda', { path: '/2015-03-31/functions' }, 'lambda: POST /2015-03-31/functions is not known'],
    ['lambda', { path: '/2021-11-15/functions/x/response-streaming-invocations' }, 'response-streaming-invocations is not known'],
  ])('refuses what is sent to %s with %j', async (service, request, message) => {
    const answer = await signedFetch(alive.aws, { service, ...request });
    expect([answer.status, await answer.text()]).toEqual([501, expect.stringContaining(`${message} to the small AWS`)]);
  });
});

/** Every row of the table of implied calls, with and without the grant it asks for. */
import { DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type VirtualClock, virtualClock } from '../../../lib/local/clock.ts';
import { IMPLIED_CALLS, type Implication } from '../../../lib/local/iam/implied-calls.ts';
import { ordersTable, permissionFor, roleFor, workspace } from '../fixture.ts';
import { type AccessWorld, openAccessWorld, roleWith } from './access-world.ts';

const keyArn = { 'Fn::GetAtt': ['Key', 'Arn'] };
const bucketArn = { 'Fn::GetAtt': ['Files', 'Arn'] };
const anyObject = { 'Fn::Join': ['', [bucketArn, '/*']] };
const allow = (Action: string | string[], Resource: unknown = '*') => ({ Action, Resource });
const Bucket = 'shop-files';

const resources = {
  Key: { Type: 'AWS::KMS::Key', Properties: {} },
  Files: {
    Type: 'AWS::S3::Bucket',
    Properties: {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: keyArn } },
        ],
      },
    },
  },
  Orders: {
    ...ordersTable,
    Properties: { ...ordersTable.Properties, SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: keyArn } },
  },
};

/** What a row's call needs by itself, and the call. */
interface Row {
  own: object[];
  call(settings: ReturnType<AccessWorld['as']>, world: AccessWorld): Promise<unknown>;
}

const objects = [allow(['s3:GetObject', 's3:PutObject'], anyObject)];
const upload = { Bucket, Key: 'upload' };

async function operatorsUpload(world: AccessWorld): Promise<{ UploadId: string; ETag: string }> {
  const s3 = new S3Client(world.asOperator());
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand(upload));
  const { ETag } = await s3.send(new UploadPartCommand({ ...upload, UploadId, PartNumber: 1, Body: 'x' }));
  return { UploadId: UploadId!, ETag: ETag! };
}

const rows: Partial<Record<Implication, Row>> = {
  'read-object': { own: objects, call: (settings) => new S3Client(settings).send(new GetObjectCommand({ Bucket, Key: 'there' })) },
  'read-checksum': {
    own: objects,
    call: (settings) => new S3Client(settings).send(new HeadObjectCommand({ Bucket, Key: 'there', ChecksumMode: 'ENABLED' })),
  },
  'read-missing-object': {
    own: objects,
    call: async (settings) => {
      const missing = new S3Client(settings).send(new GetObjectCommand({ Bucket, Key: 'absent' }));
      await missing.catch((error: Error) => {
        if (error.name !== 'NoSuchKey') throw error;
      });
    },
  },
  'write-object': {
    own: objects,
    call: (settings) => new S3Client(settings).send(new PutObjectCommand({ Bucket, Key: 'new', Body: 'x' })),
  },
  'begin-upload': { own: objects, call: (settings) => new S3Client(settings).send(new CreateMultipartUploadCommand(upload)) },
  'upload-part': {
    own: objects,
    call: async (settings, world) => {
      const { UploadId } = await operatorsUpload(world);
      await new S3Client(settings).send(new UploadPartCommand({ ...upload, UploadId, PartNumber: 2, Body: 'y' }));
    },
  },
  'end-upload': {
    own: objects,
    call: async (settings, world) => {
      const { UploadId, ETag } = await operatorsUpload(world);
      const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
      await new S3Client(settings).send(new CompleteMultipartUploadCommand({ ...upload, UploadId, MultipartUpload }));
    },
  },
  'use-table': {
    own: [allow(['dynamodb:PutItem', 'dynamodb:Query'])],
    call: async (settings) => {
      const client = new DynamoDBClient(settings);
      await client.send(new PutItemCommand({ TableName: 'Shop-Orders', Item: { pk: { S: 'a' }, sk: { S: 'b' } } }));
      const ExpressionAttributeValues = { ':d': { S: 'x' } };
      await client.send(
        new QueryCommand({ TableName: 'Shop-Orders', IndexName: 'due', KeyConditionExpression: 'dueOn = :d', ExpressionAttributeValues }),
      );
    },
  },
  'read-parameter': {
    own: [allow('ssm:GetParameter')],
    call: (settings) => new SSMClient(settings).send(new GetParameterCommand({ Name: '/secret', WithDecryption: true })),
  },
  'write-parameter': {
    own: [allow('ssm:PutParameter')],
    call: (settings, { aws }) => {
      const KeyId = aws.resources.find(({ logicalId }) => logicalId === 'Key')!.arn;
      return new SSMClient(settings).send(
        new PutParameterCommand({ Name: '/own', Value: 'x', Type: 'SecureString', KeyId, Overwrite: true }),
      );
    },
  },
};

const named = (row: string) => row.replaceAll('-', '');
const called = Object.entries(rows) as [Implication, Row][];

describe('a call that implies others', () => {
  let world: AccessWorld;
  beforeAll(async () => {
    const functions = called.flatMap(([name, { own }]) => {
      const calls: readonly string[] = IMPLIED_CALLS[name].calls;
      const lacking = calls.map(
        (one) =>
          [
            `lacks${named(name)}${calls.indexOf(one)}`,
            roleWith(...own, ...calls.filter((other) => other !== one).map((action) => allow(action))),
          ] as const,
      );
      return [[`has${named(name)}`, roleWith(...own, ...calls.map((action) => allow(action)))] as const, ...lacking];
    });
    world = await openAccessWorld({ functions: Object.fromEntries(functions), resources });
    const KeyId = world.aws.resources.find(({ logicalId }) => logicalId === 'Key')!.arn;
    await new S3Client(world.asOperator()).send(new PutObjectCommand({ Bucket, Key: 'there', Body: 'x' }));
    await new SSMClient(world.asOperator()).send(new PutParameterCommand({ Name: '/secret', Value: 'x', Type: 'SecureString', KeyId }));
  });
  afterAll(() => world?.close());

  it.each(called)('%s works with every grant', async (name, { call }) => {
    await call(world.as(`has${named(name)}`), world);
  });

  it.each(called.flatMap(([name, row]) => IMPLIED_CALLS[name].calls.map((action, place) => [name, action, place, row] as const)))(
    '%s fails without %s',
    async (name, action, place, { call }) => {
      const refused = {
        name: expect.stringContaining('AccessDenied'),
        ...(name === 'read-checksum' ? {} : { message: expect.stringContaining(action) }),
      };
      // The answer to HEAD has no body to say anything in.
      const status = { $metadata: { httpStatusCode: 403 } };
      await expect(call(world.as(`lacks${named(name)}${place}`), world)).rejects.toMatchObject(name === 'read-checksum' ? status : refused);
    },
  );
});

const MINUTE = 60_000;
const encrypted = { KmsMasterKeyId: keyArn };
const failing = { source: 'export const handler = async () => { throw new Error("no"); };' };

/** Lets an event fail for good and says what lies in the destination's file and what was undeliverable. */
async function failInto(destination: object, statements: object[]): Promise<{ delivered: boolean; undeliverable: string }> {
  const clock: VirtualClock = virtualClock(Date.parse('2031-05-06T07:08:09Z'));
  const place = workspace({
    functions: { Worker: { ...failing, allow: statements } },
    resources: {
      Key: resources.Key,
      Dead: destination,
      Allowed: permissionFor('events.amazonaws.com', 'Worker'),
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: { ScheduleExpression: 'rate(1 hour)', Targets: [{ Id: 'T', Arn: { 'Fn::GetAtt': ['Worker', 'Arn'] } }] },
      },
      Config: {
        Type: 'AWS::Lambda::EventInvokeConfig',
        Properties: {
          FunctionName: { Ref: 'Worker' },
          MaximumRetryAttempts: 0,
          DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Dead', 'Arn'] } } },
        },
      },
    },
  });
  try {
    const aws = await place.start({ clock });
    clock.settled = aws.settled;
    await clock.advanceBy(61 * MINUTE);
    const file = (name: string) => join(place.dataDir, 'dead-letters', `${name}.jsonl`);
    const lost = file('undeliverable');
    return { delivered: existsSync(file('Shop-Dead')), undeliverable: existsSync(lost) ? readFileSync(lost, 'utf8') : '' };
  } finally {
    await place.remove();
  }
}

describe.each([
  ['send-message', 'AWS::SQS::Queue', 'sqs:SendMessage'],
  ['publish-message', 'AWS::SNS::Topic', 'sns:Publish'],
] as const)('%s to an encrypted destination', (name, type, own) => {
  const destination = { Type: type, Properties: encrypted };
  const { calls } = IMPLIED_CALLS[name];

  it('works with every grant', async () => {
    expect(await failInto(destination, [allow(own), allow([...calls])])).toEqual({ delivered: true, undeliverable: '' });
  });

  it.each(calls)('fails without %s', async (missing) => {
    const { delivered, undeliverable } = await failInto(destination, [
      allow(own),
      ...calls.filter((one) => one !== missing).map((one) => allow(one)),
    ]);
    expect(delivered).toBe(false);
    expect(undeliverable).toContain(`Shop-Worker is not authorized to perform: ${missing}`);
  });
});

describe('the log of a function', () => {
  const talking = { source: 'export const handler = async () => console.log("a line")' };
  const logged = async (statements: object[]): Promise<boolean> => {
    const role = roleFor('lambda.amazonaws.com');
    const policy = { PolicyName: 'logs', Roles: [{ Ref: 'LonelyRole' }], PolicyDocument: { Statement: statements } };
    const place = workspace({
      functions: { Talker: { ...talking, properties: { Role: { 'Fn::GetAtt': ['LonelyRole', 'Arn'] } } } },
      resources: { LonelyRole: role, Policy: { Type: 'AWS::IAM::Policy', Properties: policy } },
    });
    try {
      const aws = await place.start();
      expect(await aws.invoker.invoke('Shop-Talker', {})).toMatchObject({ ok: true });
      await aws.close();
      const file = join(place.dataDir, 'logs', 'Shop-Talker.log');
      return existsSync(file) && readFileSync(file, 'utf8').includes('a line');
    } finally {
      await place.remove();
    }
  };
  const grants = IMPLIED_CALLS['write-function-log'].calls.map((Action) => ({ Effect: 'Allow', Action, Resource: '*' }));

  it('is written with both grants', async () => {
    expect(await logged(grants)).toBe(true);
  });

  it.each(grants)('is lost without one of them, while the function runs: $Action', async (missing) => {
    expect(await logged(grants.filter((grant) => grant !== missing))).toBe(false);
  });
});

describe('a deployment', () => {
  const start = async (stack: Record<string, unknown>): Promise<void> => {
    const world = await openAccessWorld({ resources: stack });
    await world.close();
  };
  const machine = (actions: readonly string[]) => ({
    Role: roleFor('states.amazonaws.com', {
      Policies: [{ PolicyName: 'log', PolicyDocument: { Statement: { Effect: 'Allow', Action: actions, Resource: '*' } } }],
    }),
    Machine: {
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: {
        RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
        DefinitionString: JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'End', States: { End: { Type: 'Succeed' } } }),
        LoggingConfiguration: { Level: 'ALL' },
      },
    },
  });

  it('of a machine with a log works with every grant', async () => {
    await start(machine(IMPLIED_CALLS['log-machine'].calls));
  });

  it.each(IMPLIED_CALLS['log-machine'].calls)('of a machine with a log fails without %s', async (missing) => {
    const rest = IMPLIED_CALLS['log-machine'].calls.filter((one) => one !== missing);
    await expect(start(machine(rest))).rejects.toThrow(
      `Machine: User: arn:aws:sts::000000000000:assumed-role/Shop-Role/states is not authorized to perform: ${missing}`,
    );
  });

  const encryptedLog = (actions: readonly string[]) => ({
    Key: {
      Type: 'AWS::KMS::Key',
      Properties: {
        KeyPolicy: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: 'logs.eu-central-1.amazonaws.com' },
              Action: actions,
              Resource: '*',
              Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:eu-central-1:000000000000:log-group:*' } },
            },
          ],
        },
      },
    },
    Log: { Type: 'AWS::Logs::LogGroup', Properties: { KmsKeyId: keyArn } },
  });

  it('of a log under a key works with every grant of its key', async () => {
    await start(encryptedLog(IMPLIED_CALLS['encrypt-log'].calls));
  });

  it.each(IMPLIED_CALLS['encrypt-log'].calls)('of a log under a key fails without %s', async (missing) => {
    const rest = IMPLIED_CALLS['encrypt-log'].calls.filter((one) => one !== missing);
    await expect(start(encryptedLog(rest))).rejects.toThrow(
      `Log: User: logs.eu-central-1.amazonaws.com is not authorized to perform: ${missing}`,
    );
  });
});

it('covers every row of the table', () => {
  // The one of received mail: test/local/ses/receiving.test.ts.
  const elsewhere: Implication[] = ['store-mail', 'send-message', 'publish-message', 'write-function-log', 'log-machine', 'encrypt-log'];
  expect([...Object.keys(rows), ...elsewhere].toSorted()).toEqual(Object.keys(IMPLIED_CALLS).toSorted());
});

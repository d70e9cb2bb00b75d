/** A data directory with a life in it: something of every kind that the small AWS keeps, and a look at whether all of it is still there. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { DecryptCommand, EncryptCommand, GetPublicKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import { ListExecutionsCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { localSecrets } from '../../../bin/commands/local-secrets.ts';
import { localPages, smallCloud, type SmallCloud } from '../../../bin/commands/small-cloud.ts';
import { openDataDirectory } from '../../../lib/local/data-directory/open-data-directory.ts';
import { shiftedClock } from '../../../lib/local/shifted-clock.ts';
import { type SmallAws, startSmallAws } from '../../../lib/local/small-aws.ts';
import { ordersTable, roleFor, writeStack } from '../fixture.ts';
import { signedFetch } from '../signed-fetch.ts';
import { waitingInvocations } from '../waiting-invocations.ts';

const machine = (state: object): object => ({
  Type: 'AWS::StepFunctions::StateMachine',
  Properties: {
    RoleArn: { 'Fn::GetAtt': ['MachineRole', 'Arn'] },
    DefinitionString: JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'Only', States: { Only: { ...state, End: true } } }),
  },
});

const key = (KeySpec: string, KeyUsage: string): object => ({ Type: 'AWS::KMS::Key', Properties: { KeySpec, KeyUsage } });

/** A stack that uses every service. */
export function writeLifeStack(directory: string): void {
  writeStack(directory, {
    functions: { Failing: { source: "export const handler = async () => { throw new Error('not today'); };" } },
    resources: {
      Orders: ordersTable,
      Vault: { Type: 'AWS::S3::Bucket' },
      Signing: key('ECC_NIST_P256', 'SIGN_VERIFY'),
      Sealing: key('SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT'),
      Mode: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/shop/mode', Type: 'String', Value: 'demo' } },
      MachineRole: roleFor('states.amazonaws.com'),
      Quick: machine({ Type: 'Pass' }),
      Slow: machine({ Type: 'Wait', Seconds: 31_536_000 }),
      Hourly: { Type: 'AWS::Events::Rule', Properties: { ScheduleExpression: 'rate(1 day)', Targets: [] } },
    },
  });
}

export interface Alive {
  aws: SmallAws;
  cloud: SmallCloud;
  close(): Promise<void>;
}

/** Starts on a data directory as `quittance local` does, but for the demo's processes. */
export async function startLife(templateDir: string, dataDir: string): Promise<Alive> {
  const directory = openDataDirectory(dataDir);
  try {
    const secrets = localSecrets(dataDir);
    const clock = shiftedClock(join(dataDir, 'clock.json'));
    clock.advanceBy(0);
    let cloud: SmallCloud | undefined;
    const aws = await startSmallAws({
      templateDir,
      dataDir,
      directory,
      port: 0,
      clock,
      services: (context) => (cloud = smallCloud(context, 'example.com')).all,
      local: (context) => localPages(context, { ses: () => cloud!.ses, clock, clientSecret: secrets.client }),
    });
    const close = async (): Promise<void> => {
      await aws.close();
      directory.close();
    };
    return { aws, cloud: cloud!, close };
  } catch (error) {
    directory.close();
    throw error;
  }
}

const TableName = 'Shop-Orders';
const Bucket = 'shop-vault';
const refOf = (aws: SmallAws, logicalId: string): string => aws.resources.find((resource) => resource.logicalId === logicalId)!.ref;
const settingsOf = ({ awsUrl, operator }: SmallAws) => ({
  endpoint: awsUrl,
  region: 'eu-central-1',
  credentials: operator,
  maxAttempts: 1,
});

/** The text that the symmetric key encrypts; its ciphertext is kept in the table, as a wrapped case key is. */
const CASE_KEY = 'the key of a case';

/** One request done, one waiting, and what belongs to them. */
export async function live({ aws }: Alive, dataDir: string): Promise<void> {
  const settings = settingsOf(aws);
  const sealed = await new KMSClient(settings).send(new EncryptCommand({ KeyId: refOf(aws, 'Sealing'), Plaintext: Buffer.from(CASE_KEY) }));
  for (let id = 0; id < 40; id += 1) {
    // A case key, wrapped.
    const Item = { pk: { S: `REQ#${id}` }, sk: { S: 'EVT#1' }, dueOn: { S: '2031-01-01' }, wrapped: { B: sealed.CiphertextBlob! } };
    await new DynamoDBClient(settings).send(new PutItemCommand({ TableName, Item }));
  }
  await liveOn(aws, 'first');
  await new S3Client(settings).send(new PutObjectCommand({ Bucket, Key: 'answer', Body: 'everything we hold '.repeat(500) }));
  await new SSMClient(settings).send(new PutParameterCommand({ Name: '/shop/crm', Type: 'SecureString', Value: 'password' }));
  const Data = Buffer.from(`From: shop@example.com\nSubject: Your answer\n\n${'Please fetch it. '.repeat(20)}`);
  await new SESClient(settings).send(
    new SendRawEmailCommand({ Source: 'shop@example.com', Destinations: ['mara@example.com'], RawMessage: { Data } }),
  );
  await fetch(`${aws.url}/_local/clock`, { method: 'POST', body: new URLSearchParams({ by: 'P1D' }) });
  await invokeLater(aws);
  beDemo(dataDir);
  await aws.settled();
}

/** Another request done and another one waiting. */
export async function liveOn(aws: SmallAws, name: string): Promise<void> {
  const settings = settingsOf(aws);
  for (const flow of ['Quick', 'Slow']) {
    await new SFNClient(settings).send(new StartExecutionCommand({ stateMachineArn: refOf(aws, flow), name }));
  }
  for (const sk of ['a', 'b', 'c']) {
    await new DynamoDBClient(settings).send(
      new PutItemCommand({ TableName, Item: { pk: { S: `REQ#${name}` }, sk: { S: sk }, dueOn: { S: '2030-01-01' } } }),
    );
  }
  await new S3Client(settings).send(new PutObjectCommand({ Bucket, Key: name, Body: name }));
}

/** An invocation that fails, and so waits for its next attempt. */
async function invokeLater(aws: SmallAws): Promise<void> {
  await signedFetch(aws, {
    service: 'lambda',
    path: '/2015-03-31/functions/Shop-Failing/invocations',
    headers: { 'x-amz-invocation-type': 'Event' },
    body: '{}',
  });
}

/** The demo's files as far as they matter here: the shop's database is PostgreSQL's own affair. */
function beDemo(dataDir: string): void {
  mkdirSync(join(dataDir, 'demo/shop/base'), { recursive: true });
  writeFileSync(join(dataDir, 'demo/demo.json'), '{"shopPort": 1, "crmPort": 2, "crmToken": "t"}');
  writeFileSync(join(dataDir, 'demo/shop/PG_VERSION'), '17\n');
  writeFileSync(join(dataDir, 'demo/shop/base/1'), 'rows '.repeat(100));
  writeFileSync(join(dataDir, 'demo/shop.loaded'), '');
  const crm = new DatabaseSync(join(dataDir, 'demo/crm.sqlite'));
  crm.exec(`PRAGMA journal_mode = WAL; CREATE TABLE person (name TEXT); INSERT INTO person VALUES ('Mara')`);
  crm.close();
}

/** What a person would miss. Equal before and after a restart that lost nothing. */
export async function inventory({ aws, cloud }: Alive, dataDir: string): Promise<Record<string, unknown>> {
  const settings = settingsOf(aws);
  const kms = new KMSClient(settings);
  const statuses = async (name: string) =>
    (await new SFNClient(settings).send(new ListExecutionsCommand({ stateMachineArn: refOf(aws, name) }))).executions?.map(
      ({ status }) => status,
    );
  const items = await new DynamoDBClient(settings).send(
    new QueryCommand({
      TableName,
      IndexName: 'due',
      KeyConditionExpression: 'dueOn = :d',
      ExpressionAttributeValues: { ':d': { S: '2031-01-01' } },
    }),
  );
  const later = await new DynamoDBClient(settings).send(
    new QueryCommand({
      TableName,
      IndexName: 'due',
      KeyConditionExpression: 'dueOn = :d',
      ExpressionAttributeValues: { ':d': { S: '2030-01-01' } },
    }),
  );
  const opened = await kms.send(new DecryptCommand({ CiphertextBlob: items.Items?.[0]?.['wrapped']?.B ?? new Uint8Array(1) }));
  const object = await new S3Client(settings).send(new GetObjectCommand({ Bucket, Key: 'answer' }));
  const crm = await new SSMClient(settings).send(new GetParameterCommand({ Name: '/shop/crm', WithDecryption: true }));
  return {
    executions: [await statuses('Quick'), await statuses('Slow')],
    items: [items.Count, later.Count],
    objects: (await new S3Client(settings).send(new ListObjectsV2Command({ Bucket }))).Contents?.map(({ Key }) => Key),
    caseKey: Buffer.from(opened.Plaintext ?? []).toString(),
    publicKey: hash((await kms.send(new GetPublicKeyCommand({ KeyId: refOf(aws, 'Signing') }))).PublicKey),
    object: hash(await object.Body?.transformToByteArray()),
    parameter: crm.Parameter?.Value,
    mails: await Promise.all(cloud.ses.inbox().map(async ({ id }) => hash(await bytesAt(`${aws.url}/_local/mail/${id}/raw`)))),
    signIn: hash(await bytesAt(`${aws.url}/_local/oidc/jwks`)),
    operator: aws.operator.accessKeyId,
    files: fileHashes(dataDir),
  };
}

/** Of what is read back only when its time comes: the waiting invocation, the secrets, the clock, the demo. */
function fileHashes(dataDir: string): Record<string, string> {
  const files = ['secrets.json', 'clock.json', 'demo/demo.json', 'demo/shop/PG_VERSION', 'demo/shop/base/1'];
  const hashes = files.map((file) => [file, hash(readFileSync(join(dataDir, file)))]);
  return Object.fromEntries([...hashes, ['async', waitingInvocations(dataDir).join()]]) as Record<string, string>;
}

async function bytesAt(url: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}

function hash(bytes: Uint8Array | undefined): string {
  return createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');
}

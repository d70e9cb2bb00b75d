/** The AWS endpoint with real SDK clients: grants, signatures, protocols, what it does not know. */
import {
  BatchWriteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { ListIdentitiesCommand, SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AwsError, type AwsContext, type OperationService } from '../../lib/local/contract.ts';
import type { SmallAws } from '../../lib/local/small-aws.ts';
import { ordersTable, workspace, type Workspace } from './fixture.ts';

const require = `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(import.meta.url)});`;

/** Puts an order with the SDK, as any handler would. */
const source = `${require}
const { DynamoDBClient, PutItemCommand, QueryCommand } = require('@aws-sdk/client-dynamodb');
const client = new DynamoDBClient({});
export const handler = async ({ pk, index }) => {
  if (index) return (await client.send(new QueryCommand({ TableName: process.env.TABLE, IndexName: 'due', KeyConditionExpression: 'dueOn = :d', ExpressionAttributeValues: { ':d': { S: 'x' } } }))).Count;
  await client.send(new PutItemCommand({ TableName: process.env.TABLE, Item: { pk: { S: pk }, sk: { S: 'a' } } }));
  return 'stored';
};`;

const ordersArn = { 'Fn::GetAtt': ['Orders', 'Arn'] };
const common = { source, properties: { Timeout: 20, MemorySize: 256 }, variables: { TABLE: { Ref: 'Orders' } } };
const leadingKeys = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['REQ#*'] } };

const stack = {
  functions: {
    Writer: { ...common, allow: [{ Action: ['dynamodb:PutItem', 'dynamodb:DeleteItem'], Resource: ordersArn }] },
    Reader: { ...common, allow: [{ Action: 'dynamodb:Get*', Resource: ordersArn }] },
    Scoped: { ...common, allow: [{ Action: 'dynamodb:*', Resource: ordersArn, Condition: leadingKeys }] },
    Denied: {
      ...common,
      allow: [
        { NotAction: 'iam:*', Resource: '*' },
        { Effect: 'Deny', Action: 'dynamodb:Put*', Resource: '*' },
      ],
    },
  },
  resources: { Orders: ordersTable },
};

/** A service in the Query protocol, to see the protocol itself. */
const mails: OperationService = {
  style: 'operation',
  name: 'ses',
  protocol: 'query',
  operations: new Set(['SendRawEmail']),
  permissions: () => [{ action: 'ses:SendRawEmail', resource: '*' }],
  async run({ input }) {
    const to = input['Destinations'] as string[] | undefined;
    if (!to) throw new AwsError('MessageRejected', 'nobody to send to <here>');
    return { MessageId: `${to.join('+')} & more` };
  },
};

describe('the AWS endpoint', () => {
  let place: Workspace;
  let aws: SmallAws;
  let context: AwsContext;
  let dynamodb: DynamoDBClient;
  const settings = () => ({ endpoint: aws.awsUrl, region: 'eu-central-1', credentials: aws.operator, maxAttempts: 1 });
  const invoke = (name: string, payload: unknown) => aws.invoker.invoke(`Shop-${name}`, payload);

  beforeAll(async () => {
    place = workspace(stack);
    aws = await place.start({
      services: (given) => {
        context = given;
        return [mails];
      },
    });
    dynamodb = new DynamoDBClient(settings());
  });
  afterAll(() => place.remove());

  it('lets a function do what its role allows, and remembers the grant', async () => {
    expect(await invoke('Writer', { pk: 'REQ#1' })).toEqual({ ok: true, payload: 'stored' });
    const { Item } = await dynamodb.send(new GetItemCommand({ TableName: 'Shop-Orders', Key: { pk: { S: 'REQ#1' }, sk: { S: 'a' } } }));
    expect(Item).toEqual({ pk: { S: 'REQ#1' }, sk: { S: 'a' } });
    expect(aws.usedGrants()).toContainEqual(expect.objectContaining({ policy: 'WriterPolicy', action: 'dynamodb:PutItem' }));
    expect(aws.unusedGrants()).toContainEqual(expect.objectContaining({ policy: 'WriterPolicy', action: 'dynamodb:DeleteItem' }));
    expect(aws.unusedGrants().some(({ action }) => action.startsWith('logs:'))).toBe(false);
  });

  it('denies what the role does not allow, naming function, action and resource', async () => {
    const result = await invoke('Reader', { pk: 'REQ#1' });
    expect(result).toMatchObject({ ok: false, error: { errorType: 'AccessDeniedException' } });
    const { errorMessage } = (result as { error: { errorMessage: string } }).error;
    expect(errorMessage).toContain('assumed-role/Shop-ReaderRole/Shop-Reader is not authorized to perform: dynamodb:PutItem');
    expect(errorMessage).toContain(
      'on resource: arn:aws:dynamodb:eu-central-1:000000000000:table/Shop-Orders because no identity-based policy',
    );
  });

  it('asks for the index itself when a query goes through it', async () => {
    const result = await invoke('Scoped', { index: true });
    expect(result).toMatchObject({ error: { errorMessage: expect.stringContaining('table/Shop-Orders/index/due') } });
  });

  it('honours an explicit deny', async () => {
    expect(await invoke('Denied', { pk: 'x' })).toMatchObject({
      error: { errorMessage: expect.stringContaining('with an explicit deny') },
    });
  });

  it('evaluates the condition on leading keys', async () => {
    expect(await invoke('Scoped', { pk: 'REQ#7' })).toMatchObject({ ok: true });
    expect(await invoke('Scoped', { pk: 'KEY#7' })).toMatchObject({ ok: false, error: { errorType: 'AccessDeniedException' } });
  });

  it('refuses a wrong secret and an unknown key', async () => {
    const list = new GetItemCommand({ TableName: 'Shop-Orders', Key: { pk: { S: 'a' }, sk: { S: 'b' } } });
    const wrong = new DynamoDBClient({ ...settings(), credentials: { ...aws.operator, secretAccessKey: 'guessed' } });
    await expect(wrong.send(list)).rejects.toMatchObject({ name: 'InvalidSignatureException' });
    const unknown = new DynamoDBClient({ ...settings(), credentials: { accessKeyId: 'AKIAUNKNOWN', secretAccessKey: 'x' } });
    await expect(unknown.send(list)).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
    expect((await fetch(aws.awsUrl)).status).toBe(501);
  });

  it('answers 501 naming an operation or a service it does not know', async () => {
    const transact = dynamodb.send(new TransactWriteItemsCommand({ TransactItems: [] }));
    await expect(transact).rejects.toMatchObject({
      message: 'dynamodb: TransactWriteItems is not known to the small AWS',
      $metadata: { httpStatusCode: 501 },
    });
    const parameter = new SSMClient(settings()).send(new GetParameterCommand({ Name: '/a' }));
    await expect(parameter).rejects.toMatchObject({ message: expect.stringContaining('ssm: AmazonSSM.GetParameter is not known') });
    const identities = new SESClient(settings()).send(new ListIdentitiesCommand({}));
    await expect(identities).rejects.toMatchObject({ message: expect.stringContaining('ses: ListIdentities is not known') });
  });

  it('speaks the Query protocol: lists in, XML out, errors by code', async () => {
    const ses = new SESClient(settings());
    const RawMessage = { Data: Buffer.from('Subject: x\n\nbody') };
    const sent = await ses.send(new SendRawEmailCommand({ Destinations: ['a@example.com', 'b@example.com'], RawMessage }));
    expect(sent.MessageId).toBe('a@example.com+b@example.com & more');
    await expect(ses.send(new SendRawEmailCommand({ RawMessage }))).rejects.toMatchObject({
      name: 'MessageRejected',
      message: 'nobody to send to <here>',
    });
  });

  it('refuses an empty key of an index, in every way to write it', async () => {
    const TableName = 'Shop-Orders';
    const Key = { pk: { S: 'e' }, sk: { S: 'e' } };
    const Item = { ...Key, dueOn: { S: '' } };
    const refused = { name: 'ValidationException', message: expect.stringContaining('IndexName: due, IndexKey: dueOn') };
    await expect(dynamodb.send(new PutItemCommand({ TableName, Item }))).rejects.toMatchObject(refused);
    await expect(
      dynamodb.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: [{ PutRequest: { Item } }] } })),
    ).rejects.toMatchObject(refused);
    const update = {
      TableName,
      Key,
      UpdateExpression: 'SET a = :a, #d = if_not_exists(#d, :d)',
      ExpressionAttributeNames: { '#d': 'dueOn' },
    };
    const values = { ':a': { S: '' }, ':d': { S: '' } };
    await expect(dynamodb.send(new UpdateItemCommand({ ...update, ExpressionAttributeValues: values }))).rejects.toMatchObject(refused);
    await dynamodb.send(new UpdateItemCommand({ ...update, ExpressionAttributeValues: { ...values, ':d': { S: '2031-01-01' } } }));
    const query = {
      TableName,
      IndexName: 'due',
      KeyConditionExpression: 'dueOn = :d',
      ExpressionAttributeValues: { ':d': { S: '2031-01-01' } },
    };
    expect((await dynamodb.send(new QueryCommand(query))).Count).toBe(1);
  });

  it("lets one service call another as a role, with the role's grants", async () => {
    const call = {
      service: 'dynamodb',
      operation: 'PutItem',
      input: { TableName: 'Shop-Orders', Item: { pk: { S: 'viaRole' }, sk: { S: 'a' } } },
    };
    const roleArn = 'arn:aws:iam::000000000000:role/Shop-';
    await context.awsCall({ ...call, roleArn: `${roleArn}WriterRole` });
    await expect(context.awsCall({ ...call, roleArn: `${roleArn}ReaderRole` })).rejects.toMatchObject({ code: 'AccessDeniedException' });
    await expect(context.awsCall({ ...call, operation: 'putItm', roleArn })).rejects.toMatchObject({ status: 501 });
    const worker = aws.resources.find(({ logicalId }) => logicalId === 'Reader')!.arn;
    const refused = { code: 'AccessDeniedException', message: expect.stringContaining('lambda:InvokeFunction') };
    await expect(context.invokerAs(`${roleArn}WriterRole`).invoke(worker, {})).rejects.toMatchObject(refused);
  });
});

/** Policies of resources beside those of roles: who decides, and what is refused when it is read. */
import { describe, expect, it } from 'vitest';
import type { Principal, Resource } from '../../../lib/local/contract.ts';
import { createAuthorizer } from '../../../lib/local/iam/authorizer.ts';
import { rolePrincipal } from '../../../lib/local/iam/principals.ts';

const resource = (
  logicalId: string,
  type: string,
  { arn = `arn:${logicalId}`, ...properties }: Record<string, unknown> & { arn?: string },
): Resource => ({
  logicalId,
  type,
  ref: logicalId,
  arn,
  properties,
});

const roleArn = 'arn:aws:iam::000000000000:role/R';
const root = 'arn:aws:iam::000000000000:root';
const statement = (Action: string, more: object = {}) => ({ Effect: 'Allow', Action, Resource: '*', ...more });
const role = (...Statement: object[]) =>
  resource('R', 'AWS::IAM::Role', {
    arn: roleArn,
    AssumeRolePolicyDocument: {
      Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    },
    Policies: [{ PolicyName: 'own', PolicyDocument: { Statement } }],
  });
const bucket = resource('B', 'AWS::S3::Bucket', { arn: 'arn:aws:s3:::b' });
const bucketPolicy = (...Statement: object[]) => resource('BP', 'AWS::S3::BucketPolicy', { Bucket: 'B', PolicyDocument: { Statement } });
const keyArn = 'arn:aws:kms:eu-central-1:000000000000:key/k';
const key = (...Statement: object[]) => resource('K', 'AWS::KMS::Key', { arn: keyArn, KeyPolicy: { Statement } });

const caller = rolePrincipal(roleArn, 'f');
const service = (name: string): Principal => ({ name, arn: name, kind: 'service' });
const ask = (resources: Resource[], action: string, on: string, { as = caller, context = {} }: { as?: Principal; context?: object } = {}) =>
  createAuthorizer(resources, 'eu-central-1').refusal(as, [{ action, resource: on, context: { ...context } }])?.message;

const object = 'arn:aws:s3:::b/k';
const read = 's3:GetObject';

describe('a bucket policy', () => {
  it('allows a role it names what the role itself is not allowed', () => {
    const allowing = bucketPolicy(statement(read, { Principal: { AWS: roleArn } }));
    expect(ask([role(), bucket], read, object)).toContain('because no identity-based policy allows the s3:GetObject action');
    expect(ask([role(), bucket, allowing], read, object)).toBeUndefined();
  });

  it("leaves it to the role's own policies when it names the account", () => {
    const delegating = bucketPolicy(statement(read, { Principal: { AWS: root } }));
    expect(ask([role(), bucket, delegating], read, object)).toContain('no identity-based policy');
    expect(ask([role(statement(read)), bucket, delegating], read, object)).toBeUndefined();
  });

  it.each(['*', { AWS: '*' }, { AWS: root }, { AWS: roleArn }])('denies whom %j covers, whatever the role is allowed', (Principal) => {
    const denying = bucketPolicy(statement(read, { Effect: 'Deny', Principal }));
    expect(ask([role(statement('s3:*')), bucket, denying], read, object)).toContain('with an explicit deny in a resource-based policy');
    expect(ask([role(statement('s3:*')), bucket, denying], 's3:PutObject', object)).toBeUndefined();
  });

  it('that asks for TLS, or a version of it, lets calls through that stand for encrypted ones', () => {
    const deny = (Condition: object) => statement('s3:*', { Effect: 'Deny', Principal: { AWS: '*' }, Condition });
    const strict = bucketPolicy(deny({ Bool: { 'aws:SecureTransport': 'false' } }), deny({ NumericLessThan: { 's3:TlsVersion': 1.2 } }));
    expect(ask([role(statement(read)), bucket, strict], read, object)).toBeUndefined();
    expect(ask([role(statement(read)), bucket, strict], read, object, { context: { 's3:TlsVersion': '1.1' } })).toContain('explicit deny');
  });
});

describe('a key policy', () => {
  const use = statement('kms:Decrypt');

  it('must allow the use, whatever the role is allowed', () => {
    expect(ask([role(use), key()], 'kms:Decrypt', keyArn)).toContain('because no resource-based policy allows the kms:Decrypt action');
    const other = key(statement('kms:Decrypt', { Principal: { AWS: 'arn:aws:iam::000000000000:role/Other' } }));
    expect(ask([role(use), other], 'kms:Decrypt', keyArn)).toContain('no resource-based policy');
  });

  it("leaves it to the role's own policies when it names the account", () => {
    const delegating = key(statement('kms:*', { Principal: { AWS: root } }));
    expect(ask([role(use), delegating], 'kms:Decrypt', keyArn)).toBeUndefined();
    expect(ask([role(), delegating], 'kms:Decrypt', keyArn)).toContain('no identity-based policy');
  });

  it('that the template does not write is the one AWS gives every key', () => {
    const plain = resource('K', 'AWS::KMS::Key', { arn: keyArn });
    expect(ask([role(use), plain], 'kms:Decrypt', keyArn)).toBeUndefined();
    expect(ask([role(), plain], 'kms:Decrypt', keyArn)).toContain('no identity-based policy');
  });

  it('allows everybody through one service, and nobody directly', () => {
    const Condition = {
      StringEquals: { 'kms:CallerAccount': '000000000000', 'kms:ViaService': 'dynamodb.eu-central-1.amazonaws.com' },
    };
    const throughDynamodb = key(statement('kms:Decrypt', { Principal: { AWS: '*' }, Condition }));
    const context = { 'kms:ViaService': 'dynamodb.eu-central-1.amazonaws.com' };
    expect(ask([role(), throughDynamodb], 'kms:Decrypt', keyArn, { context })).toBeUndefined();
    expect(ask([role(), throughDynamodb], 'kms:Decrypt', keyArn)).toContain('not authorized to perform: kms:Decrypt');
  });

  it('keeps destruction to one role, also from whoever may do everything', () => {
    const Condition = { ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::000000000000:role/break-glass' } };
    const guarded = key(
      statement('kms:*', { Principal: { AWS: root } }),
      statement('kms:ScheduleKeyDeletion', { Effect: 'Deny', Principal: { AWS: '*' }, Condition }),
    );
    expect(ask([role(statement('kms:*')), guarded], 'kms:ScheduleKeyDeletion', keyArn)).toContain(
      'explicit deny in a resource-based policy',
    );
    expect(ask([role(statement('kms:*')), guarded], 'kms:DisableKey', keyArn)).toBeUndefined();
  });
});

describe('the permissions of a function', () => {
  const arn = 'arn:aws:lambda:eu-central-1:000000000000:function:F';
  const lambda = resource('F', 'AWS::Lambda::Function', { arn, Role: roleArn });
  const permission = (properties: Record<string, unknown>) =>
    resource('P', 'AWS::Lambda::Permission', {
      Action: 'lambda:InvokeFunction',
      FunctionName: arn,
      Principal: 'events.amazonaws.com',
      ...properties,
    });
  const invoke = (properties: Record<string, unknown>, more: { as?: Principal; context?: object; on?: string } = {}) =>
    ask([role(), lambda, permission(properties)], 'lambda:InvokeFunction', more.on ?? arn, {
      as: service('events.amazonaws.com'),
      ...more,
    });

  it('let in the service they name, and no other', () => {
    expect(invoke({})).toBeUndefined();
    expect(invoke({}, { as: service('s3.amazonaws.com') })).toContain(
      's3.amazonaws.com is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:eu-central-1:000000000000:function:F because no resource-based policy',
    );
  });

  it('hold for their source only', () => {
    const SourceArn = 'arn:aws:events:eu-central-1:000000000000:rule/Hourly*';
    const from = (rule: string) => ({ context: { 'aws:SourceArn': `arn:aws:events:eu-central-1:000000000000:rule/${rule}` } });
    expect(invoke({ SourceArn }, from('HourlySweep'))).toBeUndefined();
    expect(invoke({ SourceArn }, from('Daily'))).toContain('not authorized');
    expect(invoke({ SourceArn })).toContain('not authorized');
    expect(invoke({ SourceAccount: '111111111111' }, { context: { 'aws:SourceAccount': '000000000000' } })).toContain('not authorized');
  });

  it('hold for the version they name only', () => {
    expect(invoke({}, { on: `${arn}:7` })).toContain('not authorized');
    expect(invoke({ FunctionName: `${arn}:7` }, { on: `${arn}:7` })).toBeUndefined();
  });

  it('let in a role of the account by its ARN', () => {
    expect(invoke({ Principal: roleArn }, { as: caller })).toBeUndefined();
  });
});

describe('queues and topics', () => {
  const queueArn = 'arn:aws:sqs:eu-central-1:000000000000:Q';
  const queue = { ...resource('Q', 'AWS::SQS::Queue', { arn: queueArn }), ref: 'https://sqs/Q' };
  const topicArn = 'arn:aws:sns:eu-central-1:000000000000:T';
  const topic = { ...resource('T', 'AWS::SNS::Topic', { arn: topicArn }), ref: topicArn };

  it('are sent to by the services their policies name', () => {
    const policy = resource('QP', 'AWS::SQS::QueuePolicy', {
      Queues: ['https://sqs/Q'],
      PolicyDocument: { Statement: [statement('sqs:SendMessage', { Principal: { Service: 'events.amazonaws.com' } })] },
    });
    expect(ask([queue], 'sqs:SendMessage', queueArn, { as: service('events.amazonaws.com') })).toContain('not authorized');
    expect(ask([queue, policy], 'sqs:SendMessage', queueArn, { as: service('events.amazonaws.com') })).toBeUndefined();
  });

  it('lose the policy that AWS gives a topic as soon as they have one of their own', () => {
    const deny = statement('sns:Publish', { Effect: 'Deny', Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } });
    const policy = resource('TP', 'AWS::SNS::TopicPolicy', { Topics: [topicArn], PolicyDocument: { Statement: [deny] } });
    const alarm = { as: service('cloudwatch.amazonaws.com'), context: { 'aws:SourceOwner': '000000000000' } };
    expect(ask([topic], 'sns:Publish', topicArn, alarm)).toBeUndefined();
    expect(ask([topic, policy], 'sns:Publish', topicArn, alarm)).toContain('not authorized to perform: sns:Publish');
  });
});

describe('a denial', () => {
  const denied = (action: string, code?: string) =>
    createAuthorizer([role()], 'eu-central-1').refusal(caller, [{ action, resource: 'arn:x' }], code);
  const who = 'arn:aws:sts::000000000000:assumed-role/R/f';
  const why = (action: string) => `because no identity-based policy allows the ${action} action`;

  it.each([
    [
      'dynamodb:GetItem',
      undefined,
      400,
      `User: ${who} is not authorized to perform: dynamodb:GetItem on resource: arn:x ${why('dynamodb:GetItem')}`,
    ],
    [
      'lambda:InvokeFunction',
      undefined,
      403,
      `User: ${who} is not authorized to perform: lambda:InvokeFunction on resource: arn:x ${why('lambda:InvokeFunction')}`,
    ],
    [
      's3:GetObject',
      'AccessDenied',
      403,
      `User: ${who} is not authorized to perform: s3:GetObject on resource: "arn:x" ${why('s3:GetObject')}`,
    ],
    ['ses:SendRawEmail', 'AccessDenied', 403, `User \`${who}' is not authorized to perform \`ses:SendRawEmail' on resource \`arn:x'`],
  ])('of %s is worded as its service words it', (action, code, status, message) => {
    expect(denied(action, code)).toMatchObject({ code: code ?? 'AccessDeniedException', status, message });
  });
});

describe('what cannot be judged', () => {
  it.each([
    ['a principal of another kind', bucketPolicy(statement(read, { Principal: { Federated: 'x' } })), 'a Federated principal'],
    ['NotPrincipal', bucketPolicy(statement(read, { NotPrincipal: { AWS: roleArn } })), 'element NotPrincipal'],
    ['a statement for nobody', bucketPolicy(statement(read)), 'a resource policy without Principal'],
    [
      'an unknown condition key',
      bucketPolicy(statement(read, { Principal: '*', Condition: { StringEquals: { 'aws:SourceVpce': 'v' } } })),
      'condition key aws:SourceVpce',
    ],
    [
      'an unknown operator',
      bucketPolicy(statement(read, { Principal: '*', Condition: { DateLessThan: { 'aws:SourceArn': 'v' } } })),
      'operator DateLessThan',
    ],
    ['a role without trust', resource('X', 'AWS::IAM::Role', {}), 'who may assume the role'],
    ['a permission with an unknown property', resource('P', 'AWS::Lambda::Permission', { EventSourceToken: 't' }), 'EventSourceToken'],
    ['a policy of an event bus', resource('EP', 'AWS::Events::EventBusPolicy', {}), 'AWS::Events::EventBusPolicy'],
    ['a policy of a table', resource('D', 'AWS::DynamoDB::Table', { ResourcePolicy: {} }), 'AWS::DynamoDB::Table'],
  ])('stops the start: %s', (_, faulty, message) => {
    expect(() => createAuthorizer([bucket, faulty], 'eu-central-1')).toThrow(message);
  });
});

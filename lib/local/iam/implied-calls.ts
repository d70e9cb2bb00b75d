/** Calls that AWS makes in the caller's name when something is encrypted, logged or absent: the table, and nothing outside of it. */
import { ACCOUNT, type Permission, type Resource } from '../contract.ts';

export interface ImpliedCall {
  /** What is done. */
  by: string;
  /** Under what condition it implies more. */
  when: string;
  calls: readonly string[];
  /** The page of AWS's documentation that says so. */
  page: string;
}

const docs = 'https://docs.aws.amazon.com';
const s3Keys = `${docs}/AmazonS3/latest/userguide/UsingKMSEncryption.html`;
const s3Parts = `${docs}/AmazonS3/latest/userguide/mpuoverview.html`;
const parameters = `${docs}/kms/latest/developerguide/services-parameter-store.html`;
const underKey = 'the object is under a KMS key of the account';

export const IMPLIED_CALLS = {
  'read-object': { by: 's3:GetObject', when: underKey, calls: ['kms:Decrypt'], page: s3Keys },
  'read-checksum': {
    by: 's3:GetObject (HeadObject)',
    when: `${underKey} and its checksum is asked for`,
    calls: ['kms:Decrypt'],
    page: `${docs}/AmazonS3/latest/API/API_HeadObject.html`,
  },
  'read-missing-object': {
    by: 's3:GetObject',
    when: 'the object does not exist and the answer is to be 404',
    calls: ['s3:ListBucket'],
    page: `${docs}/AmazonS3/latest/API/API_GetObject.html`,
  },
  'write-object': { by: 's3:PutObject', when: underKey, calls: ['kms:GenerateDataKey'], page: s3Keys },
  'store-mail': {
    by: 'ses: putting a received mail into a bucket',
    when: underKey,
    calls: ['kms:GenerateDataKey', 'kms:Decrypt'],
    page: `${docs}/ses/latest/dg/receiving-email-permissions.html`,
  },
  'begin-upload': { by: 's3:PutObject (CreateMultipartUpload)', when: underKey, calls: ['kms:GenerateDataKey'], page: s3Parts },
  'upload-part': { by: 's3:PutObject (UploadPart)', when: underKey, calls: ['kms:GenerateDataKey', 'kms:Decrypt'], page: s3Parts },
  'end-upload': { by: 's3:PutObject (CompleteMultipartUpload)', when: underKey, calls: ['kms:Decrypt'], page: s3Parts },
  'use-table': {
    by: 'dynamodb:GetItem, PutItem, Query and every other operation on items',
    when: 'the table is under a KMS key of the account',
    calls: ['kms:Decrypt'],
    page: `${docs}/kms/latest/developerguide/services-dynamodb.html`,
  },
  'read-parameter': {
    by: 'ssm:GetParameter, GetParameters, GetParametersByPath',
    when: 'a SecureString under a KMS key of the account is decrypted',
    calls: ['kms:Decrypt'],
    page: parameters,
  },
  'write-parameter': {
    by: 'ssm:PutParameter',
    when: 'a SecureString is put under a KMS key of the account',
    calls: ['kms:Encrypt'],
    page: parameters,
  },
  'send-message': {
    by: 'sqs:SendMessage',
    when: 'the queue is under a KMS key of the account',
    calls: ['kms:GenerateDataKey', 'kms:Decrypt'],
    page: `${docs}/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html`,
  },
  'publish-message': {
    by: 'sns:Publish',
    when: 'the topic is under a KMS key of the account',
    calls: ['kms:GenerateDataKey', 'kms:Decrypt'],
    page: `${docs}/sns/latest/dg/sns-key-management.html`,
  },
  'write-function-log': {
    by: 'lambda: running a function, as its role',
    when: 'the function writes to its log',
    calls: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    page: `${docs}/lambda/latest/dg/monitoring-cloudwatchlogs.html`,
  },
  'log-machine': {
    by: 'states:CreateStateMachine, as the role of the machine',
    when: 'the machine has a log',
    calls: [
      'logs:CreateLogDelivery',
      'logs:DeleteLogDelivery',
      'logs:DescribeLogGroups',
      'logs:DescribeResourcePolicies',
      'logs:GetLogDelivery',
      'logs:ListLogDeliveries',
      'logs:PutResourcePolicy',
      'logs:UpdateLogDelivery',
    ],
    page: `${docs}/step-functions/latest/dg/cw-logs.html`,
  },
  'encrypt-log': {
    by: 'logs:CreateLogGroup, as logs.<region>.amazonaws.com',
    when: 'the log group is under a KMS key of the account',
    calls: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:GenerateDataKey', 'kms:DescribeKey'],
    page: `${docs}/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html`,
  },
} as const satisfies Record<string, ImpliedCall>;

export type Implication = keyof typeof IMPLIED_CALLS;

export interface KeyUse {
  /** ARN of the key, its id, or an alias. */
  key: string;
  region: string;
  /** The service that calls in the caller's name, as `kms:ViaService` says it: `s3`. */
  via: string;
  encryptionContext?: Record<string, string>;
}

/** What an implication needs of a key. */
export function impliedUse(implication: Implication, { key, region, via, encryptionContext = {} }: KeyUse): Permission[] {
  const bound = Object.entries(encryptionContext).map(([name, value]) => [`kms:EncryptionContext:${name}`, value] as const);
  const context = { 'kms:ViaService': `${via}.${region}.amazonaws.com`, ...Object.fromEntries(bound) };
  return IMPLIED_CALLS[implication].calls.map((action) => ({ action, resource: keyArn(key, region), context }));
}

function keyArn(key: string, region: string): string {
  if (key.startsWith('arn:')) return key;
  return `arn:aws:kms:${region}:${ACCOUNT}:${key.startsWith('alias/') ? key : `key/${key}`}`;
}

const destinations = {
  sqs: { action: 'sqs:SendMessage', implies: 'send-message', bound: 'aws:sqs:arn' },
  sns: { action: 'sns:Publish', implies: 'publish-message', bound: 'aws:sns:topicArn' },
} as const;

/** What sending to a queue or a topic needs, given its ARN. */
export function sendPermissions(arn: string, { resources, region }: { resources: readonly Resource[]; region: string }): Permission[] {
  const via = arn.startsWith('arn:aws:sqs:') ? 'sqs' : 'sns';
  const { action, implies, bound } = destinations[via];
  const key = resources.find((resource) => resource.arn === arn)?.properties['KmsMasterKeyId'];
  const uses = isOwnKey(key) ? impliedUse(implies, { key, region, via, encryptionContext: { [bound]: arn } }) : [];
  return [{ action, resource: arn }, ...uses];
}

/** A key the account may decide about; those that AWS manages are open to whoever may use the service. */
export function isOwnKey(key: unknown): key is string {
  return typeof key === 'string' && key !== '' && !key.includes('alias/aws/');
}

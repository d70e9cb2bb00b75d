/** Turns the words of `functions.ts` into least-privilege statements. */
import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Grant } from './functions.ts';
import { ASIDE_PREFIX, INBOUND_PREFIX, type Storage } from './storage.ts';

/** What grants are about: the storage and the names that are not constructs. */
export interface Granted {
  storage: Storage;
  /** ARN of the machine, built from its name: a construct here would close a circle. */
  machineArn: string;
  executionsArn: string;
  /** Path prefix of the deployment's parameters in SSM, e.g. `/quittance`. */
  parameters: string;
  /** Full names of the parameters with the connected systems' credentials. */
  connectorSecrets: readonly string[];
  /** The address all mails come from. */
  mailFrom: string;
  /** SES identity the product sends from. */
  mailIdentityArn: string;
  configurationSetArn: string;
}

type Statements = (granted: Granted) => PolicyStatement[];
type Conditions = Record<string, Record<string, string>>;

const allow = (actions: string[], resources: string[], conditions: Conditions = {}): PolicyStatement =>
  new PolicyStatement({ actions, resources, conditions });

/** Where things lie in the vault, below the request's id. */
const EXPORTS = '*/export/*';
const MAILS = '*/mail/*';
/** What came, and never what was sent. */
const SCANS = ['*/mail/in/*', '*/mail/papers/*'];

/** Only for a case's own data key: the request's id is bound to the wrapped key. */
const OF_A_CASE: Conditions = { StringLike: { 'kms:EncryptionContext:requestId': 'req_*' } };

/**
 * Use of the data key through S3 and for this bucket only: "Amazon S3 uses the bucket ARN as the encryption context"
 * of a bucket key. Tables need nothing here: the key's own policy lets DynamoDB use it (`storage.ts`).
 */
function throughS3(storage: Storage, bucket: Bucket, actions: string[]): PolicyStatement {
  const { region } = Stack.of(storage.dataKey);
  return allow(actions, [storage.dataKey.keyArn], {
    StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com`, 'kms:EncryptionContext:aws:s3:arn': bucket.bucketArn },
  });
}

const ofTable =
  (table: 'requests' | 'caseKeys' | 'receipts', ...operations: string[]): Statements =>
  ({ storage }) => [
    allow(
      operations.map((operation) => `dynamodb:${operation}`),
      [storage[table].tableArn],
    ),
  ];

const ofIndex =
  (index: string, table: 'requests' | 'receipts' = 'requests'): Statements =>
  ({ storage }) => [allow(['dynamodb:Query'], [`${storage[table].tableArn}/index/${index}`])];

const ofReceiptKey =
  (...actions: string[]): Statements =>
  ({ storage }) => [allow(actions, [storage.receiptKey.keyArn])];

function secrets({ storage }: Granted, names: readonly string[]): PolicyStatement[] {
  const arnOf = (name: string): string =>
    Stack.of(storage.dataKey).formatArn({ service: 'ssm', resource: 'parameter', resourceName: name.replace(/^\//, '') });
  return names.length === 0 ? [] : [allow(['ssm:GetParameter'], names.map(arnOf))];
}

const purge =
  (name: 'vault' | 'delivery'): Statements =>
  ({ storage }) => [allow(['s3:DeleteObject'], [storage[name].arnForObjects('*')]), allow(['s3:ListBucket'], [storage[name].bucketArn])];

/** Without a mailbox there is no bucket, and nothing to be granted. */
const ofInbound =
  (statements: (bucket: Bucket, storage: Storage) => PolicyStatement[]): Statements =>
  ({ storage }) =>
    storage.inbound === undefined ? [] : statements(storage.inbound, storage);

const STATEMENTS: Record<Grant, Statements> = {
  'requests:list': ofTable('requests', 'Query'),
  'requests:get': ofTable('requests', 'GetItem'),
  'requests:put': ofTable('requests', 'PutItem'),
  'requests:change': ofTable('requests', 'UpdateItem'),
  'requests:remove': ofTable('requests', 'DeleteItem'),
  'index:lists': ofIndex('lists'),
  'index:sweep': ofIndex('sweep'),
  'case-key:create': (granted) => [
    ...ofTable('caseKeys', 'PutItem')(granted),
    allow(['kms:GenerateDataKey'], [granted.storage.caseKey.keyArn], OF_A_CASE),
  ],
  'case-key:open': (granted) => [
    ...ofTable('caseKeys', 'GetItem')(granted),
    allow(['kms:Decrypt'], [granted.storage.caseKey.keyArn], OF_A_CASE),
  ],
  'case-key:destroy': ofTable('caseKeys', 'DeleteItem'),
  'receipts:list': ofTable('receipts', 'Query'),
  'receipts:find': (granted) => [...ofTable('receipts', 'GetItem')(granted), ...ofIndex('ids', 'receipts')(granted)],
  'receipts:write': ofTable('receipts', 'PutItem'),
  'receipts:erase': ({ storage }) => [
    allow(['dynamodb:DeleteItem'], [storage.receipts.tableArn], { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': 'CASE#*' } }),
  ],
  'receipts:sign': ofReceiptKey('kms:Sign', 'kms:GetPublicKey'),
  'receipts:keys': ofReceiptKey('kms:GetPublicKey'),
  'log:read': ({ storage }) => [
    allow(['s3:GetObject'], [storage.log.arnForObjects('*')]),
    // Without it S3 answers 403 instead of 404 for an object that is not there.
    allow(['s3:ListBucket'], [storage.log.bucketArn]),
  ],
  'log:write': (granted) => [
    ...ofTable('receipts', 'GetItem', 'UpdateItem')(granted),
    ...ofIndex('unlogged', 'receipts')(granted),
    // What stands in the log is never written over.
    allow(
      ['s3:PutObject'],
      ['*/tile/*', '*/statement/*'].map((path) => granted.storage.log.arnForObjects(path)),
      { Null: { 's3:if-none-match': 'false' } },
    ),
    allow(['s3:PutObject'], [granted.storage.log.arnForObjects('*/checkpoint')]),
    allow(['kms:Sign', 'kms:GetPublicKey'], [granted.storage.logKey.keyArn]),
  ],
  'exports:read': ({ storage }) => [
    allow(['s3:GetObject'], [storage.vault.arnForObjects(EXPORTS)]),
    // Without it S3 answers 403 instead of 404 for an object that is not there.
    allow(['s3:ListBucket'], [storage.vault.bucketArn]),
    throughS3(storage, storage.vault, ['kms:Decrypt']),
  ],
  'exports:write': ({ storage }) => [
    allow(['s3:PutObject'], [storage.vault.arnForObjects(EXPORTS)]),
    throughS3(storage, storage.vault, ['kms:GenerateDataKey']),
  ],
  'mails:keep': ({ storage }) => [
    allow(['s3:PutObject', 's3:GetObject'], [storage.vault.arnForObjects(MAILS)]),
    throughS3(storage, storage.vault, ['kms:GenerateDataKey', 'kms:Decrypt']),
  ],
  'mails:read': ({ storage }) => [
    allow(['s3:GetObject'], [storage.vault.arnForObjects(MAILS)]),
    // Without it S3 answers 403 instead of 404 for what has been erased.
    allow(['s3:ListBucket'], [storage.vault.bucketArn]),
    throughS3(storage, storage.vault, ['kms:Decrypt']),
  ],
  'scans:keep': ({ storage }) => [
    allow(
      ['s3:PutObject'],
      SCANS.map((path) => storage.vault.arnForObjects(path)),
    ),
    throughS3(storage, storage.vault, ['kms:GenerateDataKey']),
  ],
  'mails:send': ({ mailFrom, mailIdentityArn, configurationSetArn }) => [
    allow(['ses:SendRawEmail'], [mailIdentityArn, configurationSetArn], { StringEquals: { 'ses:FromAddress': mailFrom } }),
  ],
  'vault:purge': purge('vault'),
  'delivery:write': ({ storage }) => [
    allow(['s3:PutObject', 's3:AbortMultipartUpload'], [storage.delivery.arnForObjects('*')]),
    // Decrypt: the parts of a multipart upload are put together in the caller's name.
    throughS3(storage, storage.delivery, ['kms:GenerateDataKey', 'kms:Decrypt']),
  ],
  'delivery:read': ({ storage }) => [
    allow(['s3:GetObject'], [storage.delivery.arnForObjects('*')]),
    throughS3(storage, storage.delivery, ['kms:Decrypt']),
  ],
  'delivery:purge': purge('delivery'),
  'inbound:read': ofInbound((bucket, storage) => [
    allow(['s3:GetObject'], [bucket.arnForObjects(`${INBOUND_PREFIX}*`)]),
    // To find what was left; and without it S3 answers 403 instead of 404 for a mail that is not there.
    allow(['s3:ListBucket'], [bucket.bucketArn]),
    throughS3(storage, bucket, ['kms:Decrypt']),
  ]),
  'inbound:remove': ofInbound((bucket) => [allow(['s3:DeleteObject'], [bucket.arnForObjects(`${INBOUND_PREFIX}*`)])]),
  'inbound:aside': ofInbound((bucket, storage) => [
    allow(['s3:PutObject'], [bucket.arnForObjects(`${ASIDE_PREFIX}*`)]),
    throughS3(storage, bucket, ['kms:GenerateDataKey']),
  ]),
  'inbound:aside-read': ofInbound((bucket, storage) => [
    allow(['s3:GetObject'], [bucket.arnForObjects(`${ASIDE_PREFIX}*`)]),
    // To find them; and without it S3 answers 403 instead of 404 for a mail that is not there.
    allow(['s3:ListBucket'], [bucket.bucketArn]),
    throughS3(storage, bucket, ['kms:Decrypt']),
  ]),
  'inbound:put-back': ofInbound((bucket, storage) => [
    allow(['s3:PutObject'], [bucket.arnForObjects(`${INBOUND_PREFIX}by-hand-*`)]),
    allow(['s3:DeleteObject'], [bucket.arnForObjects(`${ASIDE_PREFIX}*`)]),
    throughS3(storage, bucket, ['kms:GenerateDataKey']),
  ]),
  'machine:start': ({ machineArn }) => [allow(['states:StartExecution'], [machineArn])],
  'machine:see': ({ executionsArn }) => [allow(['states:DescribeExecution'], [executionsArn])],
  'machine:stop': ({ executionsArn }) => [allow(['states:StopExecution'], [executionsArn])],
  'machine:tell': ({ machineArn }) => [allow(['states:SendTaskSuccess'], [machineArn])],
  'secret:token': (granted) => secrets(granted, [`${granted.parameters}/token-secret`]),
  'secret:staff': (granted) =>
    secrets(
      granted,
      ['client-secret', 'session-secret'].map((name) => `${granted.parameters}/staff/${name}`),
    ),
  'secret:connectors': (granted) => secrets(granted, granted.connectorSecrets),
};

/** The statements of a function's role. */
export function statementsFor(grants: readonly Grant[], granted: Granted): PolicyStatement[] {
  return [...new Set(grants)].flatMap((grant) => STATEMENTS[grant](granted));
}

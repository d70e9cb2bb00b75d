/** Turns the words of `functions.ts` into least-privilege statements. */
import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Grant } from './functions.ts';
import type { Storage } from './storage.ts';

/** What grants are about: the storage and the names that are not constructs. */
export interface Granted {
  storage: Storage;
  /** ARN of the machine, built from its name: a construct here would close a circle. */
  machineArn: string;
  executionsArn: string;
  /** Path prefix of the deployment's parameters in SSM, e.g. `/quittance`. */
  parameters: string;
  /** SES identity the product sends from. */
  mailIdentityArn: string;
  configurationSetArn: string;
}

const allow = (actions: string[], resources: string[]): PolicyStatement => new PolicyStatement({ actions, resources });

type Statements = (granted: Granted) => PolicyStatement[];

const secret =
  (...names: string[]): Statements =>
  ({ storage, parameters }) => [
    allow(
      ['ssm:GetParameter'],
      names.map((name) => Stack.of(storage.dataKey).formatArn({ service: 'ssm', resource: 'parameter', resourceName: `${parameters.slice(1)}/${name}` })),
    ),
  ];

const STATEMENTS: Record<Grant, Statements> = {
  'requests:read': ({ storage }) => [
    allow(['dynamodb:GetItem', 'dynamodb:Query'], [storage.requests.tableArn]),
    allow(['kms:Decrypt', 'kms:DescribeKey'], [storage.dataKey.keyArn]),
  ],
  'requests:write': ({ storage }) => [
    allow(['dynamodb:PutItem', 'dynamodb:UpdateItem'], [storage.requests.tableArn]),
    allow(['kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'], [storage.dataKey.keyArn]),
  ],
  'requests:lists': ({ storage }) => [allow(['dynamodb:Query'], [`${storage.requests.tableArn}/index/lists`])],
  'requests:sweep': ({ storage }) => [
    allow(['dynamodb:Query'], [`${storage.requests.tableArn}/index/sweep`]),
    allow(['dynamodb:DeleteItem'], [storage.requests.tableArn]),
  ],
  'case-key:create': ({ storage }) => [
    allow(['dynamodb:PutItem'], [storage.caseKeys.tableArn]),
    allow(['kms:GenerateDataKey'], [storage.caseKey.keyArn]),
  ],
  'case-key:open': ({ storage }) => [
    allow(['dynamodb:GetItem'], [storage.caseKeys.tableArn]),
    allow(['kms:Decrypt'], [storage.caseKey.keyArn]),
  ],
  'case-key:destroy': ({ storage }) => [allow(['dynamodb:DeleteItem'], [storage.caseKeys.tableArn])],
  'receipts:read': ({ storage }) => [
    allow(['dynamodb:GetItem'], [storage.receipts.tableArn]),
    allow(['kms:Decrypt', 'kms:DescribeKey'], [storage.dataKey.keyArn]),
  ],
  'receipts:write': ({ storage }) => [allow(['dynamodb:PutItem'], [storage.receipts.tableArn])],
  'receipts:sign': ({ storage }) => [allow(['kms:Sign', 'kms:GetPublicKey'], [storage.receiptKey.keyArn])],
  'receipts:keys': ({ storage }) => [allow(['kms:GetPublicKey'], [storage.receiptKey.keyArn])],
  'vault:read': ({ storage }) => [
    allow(['s3:GetObject'], [storage.vault.arnForObjects('*')]),
    // Without it S3 answers 403 instead of 404 for an object that is not there.
    allow(['s3:ListBucket'], [storage.vault.bucketArn]),
  ],
  'vault:write': ({ storage }) => [
    allow(['s3:PutObject'], [storage.vault.arnForObjects('*')]),
    allow(['kms:GenerateDataKey*', 'kms:Decrypt'], [storage.dataKey.keyArn]),
  ],
  'vault:purge': ({ storage }) => [
    allow(['s3:DeleteObject'], [storage.vault.arnForObjects('*')]),
    allow(['s3:ListBucket'], [storage.vault.bucketArn]),
  ],
  'delivery:write': ({ storage }) => [
    allow(['s3:PutObject', 's3:AbortMultipartUpload'], [storage.delivery.arnForObjects('*')]),
    allow(['kms:GenerateDataKey*', 'kms:Decrypt'], [storage.dataKey.keyArn]),
  ],
  'delivery:read': ({ storage }) => [
    allow(['s3:GetObject'], [storage.delivery.arnForObjects('*')]),
    allow(['kms:Decrypt'], [storage.dataKey.keyArn]),
  ],
  'delivery:purge': ({ storage }) => [
    allow(['s3:DeleteObject'], [storage.delivery.arnForObjects('*')]),
    allow(['s3:ListBucket'], [storage.delivery.bucketArn]),
  ],
  'mail:send': ({ mailIdentityArn, configurationSetArn }) => [allow(['ses:SendRawEmail'], [mailIdentityArn, configurationSetArn])],
  'machine:start': ({ machineArn, executionsArn }) => [
    allow(['states:StartExecution'], [machineArn]),
    allow(['states:DescribeExecution', 'states:StopExecution'], [executionsArn]),
  ],
  'machine:tell': ({ machineArn }) => [allow(['states:SendTaskSuccess'], [machineArn])],
  'machine:stop': ({ executionsArn }) => [allow(['states:StopExecution'], [executionsArn])],
  'secret:token': secret('token-secret'),
  'secret:staff': secret('staff/*'),
  'secret:connectors': secret('connectors/*'),
};

/** The statements of a function's role. */
export function statementsFor(grants: readonly Grant[], granted: Granted): PolicyStatement[] {
  return [...new Set(grants)].flatMap((grant) => STATEMENTS[grant](granted));
}

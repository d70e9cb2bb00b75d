/** Tables and buckets: what is kept, under which key, and for how long. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { INDEX, RECEIPT_INDEX } from '../stores/indexes.ts';
import { createKeys, type Keys, type KeysProps } from './keys.ts';

export interface Storage extends Keys {
  requests: Table;
  caseKeys: Table;
  receipts: Table;
  vault: Bucket;
  delivery: Bucket;
  /** Public: hashes and signed checkpoints, nothing about anybody. */
  log: Bucket;
  /** Mails as SES received them; only where the configuration names a mailbox. */
  inbound?: Bucket;
}

/** Below which keys SES puts the mails it receives. */
export const INBOUND_PREFIX = 'in/';
/** Below this lies what is nobody's request as far as a machine can tell. */
export const ASIDE_PREFIX = 'aside/';

/** Days a mail lies aside; what is still to be taken in waits for as long as that takes. */
const ASIDE_DAYS = 60;

/** Days a destroyed case key can still be restored from point-in-time recovery: what `irrecoverableFrom` promises. */
export const RECOVERY_DAYS = 7;

interface TableOptions {
  dataKey: Key;
  recoveryDays: number;
  /** Attribute with the second after which DynamoDB removes an item by itself. */
  expiresBy?: string;
}

function table(scope: Construct, id: string, { dataKey, recoveryDays, expiresBy }: TableOptions): Table {
  return new Table(scope, id, {
    ...(expiresBy !== undefined && { timeToLiveAttribute: expiresBy }),
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey: dataKey,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: recoveryDays },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

function addIndexes(to: Table, indexes: Record<string, { name: string; hash: string; range: string }>): Table {
  for (const { name, hash, range } of Object.values(indexes)) {
    to.addGlobalSecondaryIndex({
      indexName: name,
      partitionKey: { name: hash, type: AttributeType.STRING },
      sortKey: { name: range, type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
  }
  return to;
}

interface BucketOptions {
  dataKey: Key;
  logs: IBucket;
  /** Which objects are gone by themselves, and when. */
  forgets?: { prefix: string; days: number };
}

function bucket(scope: Construct, id: string, { dataKey, logs, forgets }: BucketOptions): Bucket {
  return new Bucket(scope, id, {
    encryption: BucketEncryption.KMS,
    encryptionKey: dataKey,
    bucketKeyEnabled: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    // Without versions a deleted package is gone at once, which is what a purge promises.
    versioned: false,
    lifecycleRules: [
      { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ...(forgets === undefined ? [] : [{ prefix: forgets.prefix, expiration: Duration.days(forgets.days) }]),
    ],
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: `${id.toLowerCase()}/`,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

/** What it holds anybody may read through the web function: it needs no key of ours, and no end. */
function publicBucket(scope: Construct, id: string, logs: IBucket): Bucket {
  return new Bucket(scope, id, {
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    // Every checkpoint that was ever published stays.
    versioned: true,
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: `${id.toLowerCase()}/`,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

function logBucket(scope: Construct): Bucket {
  return new Bucket(scope, 'AccessLogs', {
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    lifecycleRules: [{ expiration: Duration.days(90) }],
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

/** Creates everything that keeps data. */
export function createStorage(scope: Construct, { receivesMail, ...given }: KeysProps & { receivesMail: boolean }): Storage {
  const keys = createKeys(scope, given);
  const { dataKey } = keys;
  const logs = logBucket(scope) as IBucket;
  return {
    ...keys,
    requests: addIndexes(table(scope, 'Requests', { dataKey, recoveryDays: 35, expiresBy: 'expiresAt' }), INDEX),
    caseKeys: table(scope, 'CaseKeys', { dataKey, recoveryDays: RECOVERY_DAYS }),
    receipts: addIndexes(table(scope, 'Receipts', { dataKey, recoveryDays: 35 }), RECEIPT_INDEX),
    vault: bucket(scope, 'Vault', { dataKey, logs }),
    delivery: bucket(scope, 'Delivery', { dataKey, logs }),
    log: publicBucket(scope, 'Log', logs),
    ...(receivesMail && { inbound: bucket(scope, 'Inbound', { dataKey, logs, forgets: { prefix: ASIDE_PREFIX, days: ASIDE_DAYS } }) }),
  };
}

/** Keys, tables and buckets: what is kept, under which key, and for how long. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { CfnKey, Key, type KeyProps, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { INDEX } from '../stores/indexes.ts';

export interface Storage {
  requests: Table;
  caseKeys: Table;
  receipts: Table;
  vault: Bucket;
  delivery: Bucket;
  /** Encrypts tables and buckets at rest. */
  dataKey: Key;
  /** Wraps one data key per case. */
  caseKey: Key;
  /** Signs receipts. */
  receiptKey: Key;
}

/** Days a destroyed case key can still be restored from point-in-time recovery: what `irrecoverableFrom` promises. */
export const RECOVERY_DAYS = 7;

function signingKey(scope: Construct, id: string, props: KeyProps): Key {
  const key = new Key(scope, id, { ...props, removalPolicy: RemovalPolicy.RETAIN });
  // Multi-Region cannot be changed later, and the key history must survive the loss of a Region.
  (key.node.defaultChild as CfnKey).multiRegion = true;
  return key;
}

function table(scope: Construct, id: string, { dataKey, recoveryDays }: { dataKey: Key; recoveryDays: number }): Table {
  return new Table(scope, id, {
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

function requestsTable(scope: Construct, dataKey: Key): Table {
  const requests = table(scope, 'Requests', { dataKey, recoveryDays: 35 });
  for (const { name, hash, range } of Object.values(INDEX)) {
    requests.addGlobalSecondaryIndex({
      indexName: name,
      partitionKey: { name: hash, type: AttributeType.STRING },
      sortKey: { name: range, type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
  }
  return requests;
}

function bucket(scope: Construct, id: string, { dataKey, logs }: { dataKey: Key; logs: IBucket }): Bucket {
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
    lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
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
export function createStorage(scope: Construct): Storage {
  const dataKey = new Key(scope, 'DataKey', { enableKeyRotation: true, description: 'Quittance: tables and buckets at rest' });
  const logs = logBucket(scope) as IBucket;
  return {
    dataKey,
    caseKey: new Key(scope, 'CaseKey', { enableKeyRotation: true, description: 'Quittance: wraps one data key per case' }),
    receiptKey: signingKey(scope, 'ReceiptKey', {
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      description: 'Quittance: signs receipts (ES256)',
    }),
    requests: requestsTable(scope, dataKey),
    caseKeys: table(scope, 'CaseKeys', { dataKey, recoveryDays: RECOVERY_DAYS }),
    receipts: table(scope, 'Receipts', { dataKey, recoveryDays: 35 }),
    vault: bucket(scope, 'Vault', { dataKey, logs }),
    delivery: bucket(scope, 'Delivery', { dataKey, logs }),
  };
}

/** What holds of everything that keeps data: kept as promised, and no longer. Each rule throws when it does not hold. */
import { expect } from 'vitest';
import { RECOVERY_DAYS } from '../../lib/infra/storage.ts';
import { INDEX, RECEIPT_INDEX } from '../../lib/stores/indexes.ts';
import { sourcesOf } from './role-statements.ts';
import { ofType, type Synthesized, written } from './synthesized.ts';

interface KeyStatement {
  Sid?: string;
  Effect: string;
  Principal: unknown;
  Action: string[];
  Condition: Record<string, Record<string, unknown>>;
}

const statementsOf = (properties: Record<string, unknown>) => (properties['KeyPolicy'] as { Statement: KeyStatement[] }).Statement;
const named = (stack: Stack, type: string, name: string) => ofType(stack, type).find((resource) => resource.name === name)!;

type Stack = Pick<Synthesized, 'resources'>;

/** Rules about keys, tables, buckets and logs. */
export const STORAGE_RULES: Record<string, (stack: Stack) => void> = {
  'keys are four, because each costs a dollar a month': (stack) => {
    expect(
      ofType(stack, 'AWS::KMS::Key')
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['CaseKey', 'DataKey', 'LogKey', 'ReceiptKey']);
  },

  'keys outlive the stack': (stack) => {
    for (const key of ofType(stack, 'AWS::KMS::Key'))
      expect(key, key.name).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  },

  'keys can be deleted or disabled by nobody but the break-glass role': (stack) => {
    for (const { name, Properties } of ofType(stack, 'AWS::KMS::Key')) {
      const denied = statementsOf(Properties).filter(({ Effect }) => Effect === 'Deny');
      expect(denied, name).toHaveLength(1);
      expect(denied[0], name).toMatchObject({ Principal: { AWS: '*' }, Action: ['kms:DisableKey', 'kms:ScheduleKeyDeletion'] });
      expect(Object.keys(denied[0]!.Condition)).toEqual(['ArnNotEquals']);
      expect(written(denied[0]!.Condition['ArnNotEquals']!['aws:PrincipalArn'])).toBe(
        'arn:{AWS::Partition}:iam::{AWS::AccountId}:role/quittance-break-glass',
      );
    }
  },

  'keys that sign, receipts and the log, exist in several Regions': (stack) => {
    for (const [name, KeySpec] of Object.entries({ ReceiptKey: 'ECC_NIST_P256', LogKey: 'ECC_NIST_EDWARDS25519' }))
      expect(named(stack, 'AWS::KMS::Key', name).Properties).toMatchObject({ MultiRegion: true, KeySpec, KeyUsage: 'SIGN_VERIFY' });
  },

  'keys rotate where they encrypt': (stack) => {
    for (const name of ['DataKey', 'CaseKey'])
      expect(named(stack, 'AWS::KMS::Key', name).Properties).toMatchObject({ EnableKeyRotation: true });
  },

  'keys let nobody in by their own policy but DynamoDB, on behalf of this account': (stack) => {
    const open = ofType(stack, 'AWS::KMS::Key').flatMap(({ name, Properties }) =>
      statementsOf(Properties)
        .filter(({ Effect, Principal }) => Effect === 'Allow' && JSON.stringify(Principal).includes('"*"'))
        .map((statement) => ({ name, statement })),
    );
    expect(open.map(({ name }) => name)).toEqual(['DataKey']);
    const { StringEquals } = open[0]!.statement.Condition;
    expect(written(StringEquals!['kms:CallerAccount'])).toBe('{AWS::AccountId}');
    expect(written(StringEquals!['kms:ViaService'])).toBe('dynamodb.{AWS::Region}.amazonaws.com');
  },

  'tables are protected, restorable, and under our own key': (stack) => {
    const tables = ofType(stack, 'AWS::DynamoDB::Table');
    expect(tables.map(({ name }) => name).toSorted()).toEqual(['CaseKeys', 'Receipts', 'Requests']);
    for (const { name, Properties, DeletionPolicy } of tables) {
      expect(DeletionPolicy, name).toBe('Retain');
      expect(Properties, name).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      });
    }
  },

  'tables forget a destroyed case key after seven days: that is when a purge becomes irrecoverable': (stack) => {
    expect(RECOVERY_DAYS).toBe(7);
    expect(named(stack, 'AWS::DynamoDB::Table', 'CaseKeys').Properties).toMatchObject({
      PointInTimeRecoverySpecification: { RecoveryPeriodInDays: 7 },
    });
  },

  'tables drop counters by themselves': (stack) => {
    expect(named(stack, 'AWS::DynamoDB::Table', 'Requests').Properties).toMatchObject({
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
  },

  'buckets are private, encrypted and without versions: what is deleted is gone': (stack) => {
    for (const name of ['Vault', 'Delivery', 'Inbound']) {
      const { Properties, DeletionPolicy } = named(stack, 'AWS::S3::Bucket', name);
      expect(DeletionPolicy).toBe('Retain');
      expect(Properties).not.toHaveProperty('VersioningConfiguration');
      expect(Properties).not.toHaveProperty('CorsConfiguration');
      expect(Properties).toMatchObject({
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
        },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      });
    }
  },

  "buckets of the log are private too, keep every version, and take nobody's key": (stack) => {
    const { Properties, DeletionPolicy } = named(stack, 'AWS::S3::Bucket', 'Log');
    expect(DeletionPolicy).toBe('Retain');
    expect(Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
  },

  'buckets forget the parts of uploads that nobody finished': (stack) => {
    for (const name of ['Vault', 'Delivery', 'Inbound'])
      expect(named(stack, 'AWS::S3::Bucket', name).Properties).toMatchObject({
        LifecycleConfiguration: {
          Rules: expect.arrayContaining([{ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }, Status: 'Enabled' }]),
        },
      });
  },

  'buckets of received mail forget what lies aside for sixty days and never what is to be taken in, and no other forgets by itself': (
    stack,
  ) => {
    const expiring = ofType(stack, 'AWS::S3::Bucket').flatMap(({ name, Properties }) => {
      const { Rules = [] } = (Properties['LifecycleConfiguration'] ?? {}) as { Rules?: { ExpirationInDays?: number; Prefix?: string }[] };
      return Rules.flatMap(({ ExpirationInDays, Prefix = '' }) =>
        ExpirationInDays === undefined ? [] : [`${name}/${Prefix} ${ExpirationInDays}`],
      );
    });
    expect(expiring.toSorted()).toEqual(['AccessLogs/ 90', 'Inbound/aside/ 60']);
  },

  'buckets let their access logs in, and those of no other': (stack) => {
    const policy = ofType(stack, 'AWS::S3::BucketPolicy').find(({ name }) => name === 'AccessLogsPolicy')!;
    expect(sourcesOf(policy, 'logging.s3.amazonaws.com').toSorted()).toEqual(['{Delivery}', '{Inbound}', '{Log}', '{Vault}']);
  },

  'buckets talk TLS 1.2 only': (stack) => {
    const denials = ofType(stack, 'AWS::S3::BucketPolicy').map(({ Properties }) => JSON.stringify(Properties));
    expect(denials).toHaveLength(5);
    for (const text of denials) expect(text).toMatch(/"aws:SecureTransport":"false".*"s3:TlsVersion":1\.2/);
  },

  'logs are kept for a month, every one of them': (stack) => {
    const groups = ofType(stack, 'AWS::Logs::LogGroup');
    expect(groups.map(({ name, Properties }) => ({ name, days: Properties['RetentionInDays'] })).filter(({ days }) => days !== 30)).toEqual(
      [],
    );
  },

  'logs belong to a function each, so that none makes a group of its own without an end': (stack) => {
    const functions = ofType(stack, 'AWS::Lambda::Function');
    expect(functions.length).toBeGreaterThan(20);
    for (const { id, Properties } of functions) expect(Properties, id).toHaveProperty('LoggingConfig.LogGroup.Ref');
  },

  'logs hold no state of executions': (stack) => {
    expect(ofType(stack, 'AWS::StepFunctions::StateMachine')[0]!.Properties).toMatchObject({
      LoggingConfiguration: { IncludeExecutionData: false, Level: 'ALL' },
    });
  },

  'tables have the indexes that the stores ask': (stack) => {
    for (const [table, indexes] of Object.entries({ Requests: INDEX, Receipts: RECEIPT_INDEX })) {
      const wanted = Object.values(indexes).map(({ name, hash, range }) => ({
        IndexName: name,
        KeySchema: [
          { AttributeName: hash, KeyType: 'HASH' },
          { AttributeName: range, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      }));
      expect(named(stack, 'AWS::DynamoDB::Table', table).Properties['GlobalSecondaryIndexes'], table).toEqual(wanted);
    }
  },

  'tables have the same keys, every one of them': (stack) => {
    for (const { name, Properties } of ofType(stack, 'AWS::DynamoDB::Table')) {
      const keys = [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ];
      expect(Properties['KeySchema'], name).toEqual(keys);
    }
  },
};

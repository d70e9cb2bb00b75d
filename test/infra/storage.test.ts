/** Keys, tables, buckets, queues and logs: kept as promised, and no longer. */
import { beforeAll, describe, expect, it } from 'vitest';
import { RECOVERY_DAYS } from '../../lib/infra/storage.ts';
import { ofType, synthesize, type Synthesized, written } from './synthesized.ts';

let stack: Synthesized;
beforeAll(() => {
  stack = synthesize();
});

interface KeyStatement {
  Sid?: string;
  Effect: string;
  Principal: unknown;
  Action: string[];
  Condition: Record<string, Record<string, unknown>>;
}

const statementsOf = (properties: Record<string, unknown>) => (properties['KeyPolicy'] as { Statement: KeyStatement[] }).Statement;
const named = (type: string, name: string) => ofType(stack, type).find((resource) => resource.name === name)!;

describe('keys', () => {
  it('are three, because each costs a dollar a month', () => {
    expect(
      ofType(stack, 'AWS::KMS::Key')
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['CaseKey', 'DataKey', 'ReceiptKey']);
  });

  it('outlive the stack', () => {
    for (const key of ofType(stack, 'AWS::KMS::Key'))
      expect(key, key.name).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  it('can be deleted or disabled by nobody but the break-glass role', () => {
    for (const { name, Properties } of ofType(stack, 'AWS::KMS::Key')) {
      const denied = statementsOf(Properties).filter(({ Effect }) => Effect === 'Deny');
      expect(denied, name).toHaveLength(1);
      expect(denied[0], name).toMatchObject({ Principal: { AWS: '*' }, Action: ['kms:DisableKey', 'kms:ScheduleKeyDeletion'] });
      expect(Object.keys(denied[0]!.Condition)).toEqual(['ArnNotEquals']);
      expect(written(denied[0]!.Condition['ArnNotEquals']!['aws:PrincipalArn'])).toBe(
        'arn:{AWS::Partition}:iam::{AWS::AccountId}:role/quittance-break-glass',
      );
    }
  });

  it('sign receipts from a key that exists in several Regions', () => {
    expect(named('AWS::KMS::Key', 'ReceiptKey').Properties).toMatchObject({
      MultiRegion: true,
      KeySpec: 'ECC_NIST_P256',
      KeyUsage: 'SIGN_VERIFY',
    });
  });

  it('rotate where they encrypt', () => {
    for (const name of ['DataKey', 'CaseKey']) expect(named('AWS::KMS::Key', name).Properties).toMatchObject({ EnableKeyRotation: true });
  });

  it('let nobody in by their own policy but DynamoDB, on behalf of this account', () => {
    const open = ofType(stack, 'AWS::KMS::Key').flatMap(({ name, Properties }) =>
      statementsOf(Properties)
        .filter(({ Effect, Principal }) => Effect === 'Allow' && JSON.stringify(Principal).includes('"*"'))
        .map((statement) => ({ name, statement })),
    );
    expect(open.map(({ name }) => name)).toEqual(['DataKey']);
    const { StringEquals } = open[0]!.statement.Condition;
    expect(written(StringEquals!['kms:CallerAccount'])).toBe('{AWS::AccountId}');
    expect(written(StringEquals!['kms:ViaService'])).toBe('dynamodb.{AWS::Region}.amazonaws.com');
  });
});

describe('tables', () => {
  it('are protected, restorable, and under our own key', () => {
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
  });

  it('forget a destroyed case key after seven days: that is when a purge becomes irrecoverable', () => {
    expect(RECOVERY_DAYS).toBe(7);
    expect(named('AWS::DynamoDB::Table', 'CaseKeys').Properties).toMatchObject({
      PointInTimeRecoverySpecification: { RecoveryPeriodInDays: 7 },
    });
  });

  it('drop counters by themselves', () => {
    expect(named('AWS::DynamoDB::Table', 'Requests').Properties).toMatchObject({
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
  });
});

describe('buckets', () => {
  it('are private, encrypted and without versions: what is deleted is gone', () => {
    for (const name of ['Vault', 'Delivery']) {
      const { Properties, DeletionPolicy } = named('AWS::S3::Bucket', name);
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
  });

  it('talk TLS 1.2 only', () => {
    const denials = ofType(stack, 'AWS::S3::BucketPolicy').map(({ Properties }) => JSON.stringify(Properties));
    expect(denials).toHaveLength(3);
    for (const text of denials) expect(text).toMatch(/"aws:SecureTransport":"false".*"s3:TlsVersion":1\.2/);
  });
});

describe('logs', () => {
  it('are kept for a month, every one of them', () => {
    const groups = ofType(stack, 'AWS::Logs::LogGroup');
    expect(groups.map(({ name, Properties }) => ({ name, days: Properties['RetentionInDays'] })).filter(({ days }) => days !== 30)).toEqual(
      [],
    );
  });

  it('belong to a function each, so that none makes a group of its own without an end', () => {
    const functions = ofType(stack, 'AWS::Lambda::Function');
    expect(functions.length).toBeGreaterThan(20);
    for (const { id, Properties } of functions) expect(Properties, id).toHaveProperty('LoggingConfig.LogGroup.Ref');
  });

  it('hold no state of executions', () => {
    expect(ofType(stack, 'AWS::StepFunctions::StateMachine')[0]!.Properties).toMatchObject({
      LoggingConfiguration: { IncludeExecutionData: false, Level: 'ALL' },
    });
  });
});

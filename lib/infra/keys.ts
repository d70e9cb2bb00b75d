/** The KMS keys: few, because each costs a dollar a month, and guarded, because with a key everything under it is lost. */
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key, type KeyProps, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

export interface Keys {
  /** Encrypts tables and buckets at rest. */
  dataKey: Key;
  /** Wraps one data key per case. */
  caseKey: Key;
  /** Signs receipts. */
  receiptKey: Key;
  /** Signs checkpoints of the log. */
  logKey: Key;
}

/** The longest period there is: each of a key's first two rotations adds a dollar a month for ever (docs/cost.md). */
const ROTATION = Duration.days(2560);

/**
 * Retained when the stack goes, and not to be deleted or disabled by whoever deploys: that takes a role of its own,
 * which exists only when somebody creates it for the purpose (docs/security.md).
 */
function guardedKey(scope: Construct, id: string, { breakGlassRole, ...props }: KeyProps & { breakGlassRole: string }): Key {
  const key = new Key(scope, id, { ...props, removalPolicy: RemovalPolicy.RETAIN });
  const arn = Stack.of(scope).formatArn({ service: 'iam', region: '', resource: 'role', resourceName: breakGlassRole });
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'OnlyBreakGlassDestroys',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['kms:ScheduleKeyDeletion', 'kms:DisableKey'],
      resources: ['*'],
      conditions: { ArnNotEquals: { 'aws:PrincipalArn': arn } },
    }),
  );
  return key;
}

/**
 * "Allow access through Amazon DynamoDB for all principals in the account that are authorized to use Amazon DynamoDB"
 * (Amazon DynamoDB Developer Guide, Using customer managed keys): who may use a table is decided by grants on the
 * table alone, and nobody gets to use the key on anything else.
 */
function allowDynamoDb(key: Key): void {
  const { account, region } = Stack.of(key);
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'ThroughDynamoDb',
      principals: [new AnyPrincipal()],
      actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
      resources: ['*'],
      conditions: { StringEquals: { 'kms:CallerAccount': account, 'kms:ViaService': `dynamodb.${region}.amazonaws.com` } },
    }),
  );
}

export interface KeysProps {
  /** Name of the only role that may destroy one. */
  breakGlassRole: string;
  /** How many receipt keys there are. */
  receiptKeys: number;
}

/**
 * "Automatic key rotation is not supported for asymmetric KMS keys" (AWS KMS Developer Guide, Rotate AWS KMS keys): there is another key
 * beside the old ones, which stay. Returns the last, which signs.
 */
function receiptKeyOf(scope: Construct, { breakGlassRole, receiptKeys }: KeysProps): Key {
  const make = (number: number): Key =>
    guardedKey(scope, number === 1 ? 'ReceiptKey' : `ReceiptKey${number}`, {
      breakGlassRole,
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      // Cannot be changed later, and the key must survive the loss of a Region.
      multiRegion: true,
      description: 'Quittance: signs receipts (ES256)',
    });
  return Array.from({ length: receiptKeys }, (_, at) => make(at + 1)).at(-1)!;
}

/** Creates the keys. */
export function createKeys(scope: Construct, given: KeysProps): Keys {
  const { breakGlassRole } = given;
  const symmetric = { enableKeyRotation: true, rotationPeriod: ROTATION, breakGlassRole };
  const dataKey = guardedKey(scope, 'DataKey', { ...symmetric, description: 'Quittance: tables and buckets at rest' });
  allowDynamoDb(dataKey);
  return {
    dataKey,
    caseKey: guardedKey(scope, 'CaseKey', { ...symmetric, description: 'Quittance: wraps one data key per case' }),
    receiptKey: receiptKeyOf(scope, given),
    logKey: guardedKey(scope, 'LogKey', {
      breakGlassRole,
      keySpec: KeySpec.ECC_NIST_EDWARDS25519,
      keyUsage: KeyUsage.SIGN_VERIFY,
      multiRegion: true,
      description: 'Quittance: signs checkpoints of the log (Ed25519)',
    }),
  };
}

/** KMS on node:crypto: the keys and aliases of the template, their material on disk. */
import type { Call, OperationService, Permission, Resource } from '../contract.ts';
import { unknownOperation } from '../unknown-operation.ts';
import { contextPermissions } from './encryption-context.ts';
import { openKeyRing, type KeyRing, type KmsKey } from './key-ring.ts';
import { macOperations } from './mac.ts';
import { ciphertextKey, symmetricOperations } from './symmetric.ts';
import { signingOperations } from './signing.ts';
import type { KmsInput } from './kms-input.ts';

export interface KmsOptions {
  dir: string;
  /** `AWS::KMS::Key` resources. */
  keys: readonly Resource[];
  /** `AWS::KMS::Alias` resources. */
  aliases: readonly Resource[];
}

type Operation = (key: KmsKey, input: KmsInput) => Record<string, unknown>;

const operations: Record<string, Operation> = {
  DescribeKey: (key) => ({ KeyMetadata: describe(key) }),
  ...signingOperations,
  ...symmetricOperations,
  ...macOperations,
};

/** Opens the keys of the template. Material is made when a key is new and never changes afterwards. */
export function createKms(options: KmsOptions): OperationService {
  const ring = openKeyRing(options);
  return {
    style: 'operation',
    name: 'kms',
    protocol: 'json1.1',
    operations: new Set(Object.keys(operations)),
    permissions: (call) => permissionsOf(ring, call),
    async run({ operation, input }) {
      refuseUnknown(operation, input);
      const run = operations[operation];
      if (!run) throw unknownOperation('kms', operation);
      return run(keyOf(ring, operation, input), input);
    },
  };
}

/** Decrypt may leave the key out: the ciphertext knows it. */
function keyOf(ring: KeyRing, operation: string, input: KmsInput): KmsKey {
  const id = operation === 'Decrypt' && input.KeyId === undefined ? ciphertextKey(input) : String(input.KeyId ?? '');
  const key = ring.find(id);
  // Metadata may be read of a disabled key; nothing else may be done with it.
  if (operation !== 'DescribeKey' && operation !== 'GetPublicKey') ring.requireEnabled(key);
  return key;
}

function permissionsOf(ring: KeyRing, { operation, input }: Call): Permission[] {
  const key = ring.find(operation === 'Decrypt' && input.KeyId === undefined ? ciphertextKey(input) : String(input.KeyId ?? ''));
  const context = contextPermissions(input);
  const named = String(input.KeyId ?? '');
  const alias = named.slice(named.indexOf('alias/'));
  if (named.includes('alias/')) context['kms:RequestAlias'] = alias;
  if (key.aliases.length > 0) context['kms:ResourceAliases'] = key.aliases;
  return [{ action: `kms:${operation}`, resource: key.arn, context }];
}

/** Members that change what a call does, and that this front would otherwise ignore. */
function refuseUnknown(operation: string, input: KmsInput): void {
  for (const member of ['DryRun', 'Recipient', 'GrantTokens']) {
    const value = input[member];
    const isSet = Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
    if (isSet) throw unknownOperation('kms', `${operation} with ${member}`);
  }
}

function describe(key: KmsKey): Record<string, unknown> {
  return {
    AWSAccountId: key.arn.split(':')[4],
    KeyId: key.id,
    Arn: key.arn,
    CreationDate: Math.floor(key.material.createdAt / 1000),
    Enabled: key.enabled,
    Description: key.description,
    KeyUsage: key.usage,
    KeyState: key.enabled ? 'Enabled' : 'Disabled',
    Origin: 'AWS_KMS',
    KeyManager: 'CUSTOMER',
    CustomerMasterKeySpec: key.spec,
    KeySpec: key.spec,
    MultiRegion: key.multiRegion,
    ...key.algorithms,
  };
}

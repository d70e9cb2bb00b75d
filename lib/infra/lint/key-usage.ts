/** Rule: a KMS key can be used for what its kind can do. */
import type { Fault } from './fault.ts';
import type { Resource } from './template.ts';

/** "Key spec reference" of the AWS KMS Developer Guide; the first pattern that fits decides. */
const USAGES: readonly [spec: RegExp, usages: readonly string[]][] = [
  [/^SYMMETRIC_DEFAULT$/, ['ENCRYPT_DECRYPT']],
  [/^RSA_/, ['ENCRYPT_DECRYPT', 'SIGN_VERIFY']],
  [/^ECC_NIST_P/, ['SIGN_VERIFY', 'KEY_AGREEMENT']],
  [/^(?:ECC|ML_DSA)_/, ['SIGN_VERIFY']],
  [/^HMAC_/, ['GENERATE_VERIFY_MAC']],
  [/^SM2$/, ['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'KEY_AGREEMENT']],
];

/** A usage that the key's kind does not have; CloudFormation finds out only when it creates the key. */
export function mismatchedKeyUsage({ Type, Properties = {} }: Resource): Fault[] {
  if (Type !== 'AWS::KMS::Key') return [];
  const { KeySpec = 'SYMMETRIC_DEFAULT', KeyUsage = 'ENCRYPT_DECRYPT' } = Properties as { KeySpec?: string; KeyUsage?: string };
  const usages = USAGES.find(([spec]) => spec.test(KeySpec))?.[1];
  if (usages === undefined || usages.includes(KeyUsage)) return [];
  const message = `a key of kind ${KeySpec} cannot be used for ${KeyUsage}`;
  return [{ rule: 'key-usage', at: 'Properties.KeyUsage', message, fix: `Use ${usages.join(' or ')}, or another KeySpec` }];
}

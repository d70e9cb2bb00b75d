/** The grants that no end-to-end test can use, each with what needs it all the same. */
import type { UnusedGrant } from './judge-grants.ts';

/** One reason for the same grant of several holders. */
function excuse(
  holders: readonly string[],
  grants: readonly (readonly [action: string, resource: string])[],
  reason: string,
): UnusedGrant[] {
  return holders.flatMap((holder) => grants.map(([action, resource]) => ({ holder, action, resource, reason })));
}

export const UNUSED_GRANTS: readonly UnusedGrant[] = [
  ...excuse(['MachineRole'], [['xray:*', '*']], 'Step Functions sends its traces as the role of the machine; the laptop traces nothing.'),
  ...excuse(
    ['DataKey'],
    ['DescribeKey', 'Encrypt', 'GenerateDataKey*', 'ReEncrypt*'].map((operation) => [`kms:${operation}`, '*'] as const),
    'DynamoDB makes, checks and changes the key of a table with them; reading and writing items, all that the laptop does, takes Decrypt.',
  ),
];

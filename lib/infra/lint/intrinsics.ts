/** Rule: a member that looks like an intrinsic function is one; CloudFormation would take a misspelt one for data. */
import type { Fault } from './fault.ts';

const FUNCTIONS = new Set(
  'And Base64 Cidr Equals FindInMap ForEach GetAtt GetAZs If ImportValue Join Length Not Or Select Split Sub ToJsonString Transform'
    .split(' ')
    .map((name) => `Fn::${name}`),
);

/** Misspelt intrinsic functions in a value. */
export function misspeltIntrinsics(value: unknown, at = 'Properties'): Fault[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const path = `${at}.${name}`;
    if (!/^f:*n:/i.test(name) || FUNCTIONS.has(name)) return misspeltIntrinsics(member, path);
    return [{ rule: 'intrinsic', at: path, message: `there is no intrinsic function ${name}`, fix: 'Correct its name' }];
  });
}

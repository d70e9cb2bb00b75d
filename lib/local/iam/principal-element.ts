/** The `Principal` of a resource policy's statement: whom it speaks of. */
import { ACCOUNT, type Principal } from '../contract.ts';
import { PolicyError } from './policy-error.ts';

/**
 * How a statement speaks of a caller: by `name`, which allows by itself, or by the caller's `account`, which leaves it to
 * the caller's own policies: "the account principal ... delegates": IAM User Guide, AWS JSON policy elements: Principal.
 */
export type Reach = 'name' | 'account' | undefined;

type ReachOf = (principal: Principal) => Reach;

const root = `arn:aws:iam::${ACCOUNT}:root`;

/** Reads the element. `at` names the statement in errors. */
export function readPrincipal(element: unknown, at: string): ReachOf {
  if (element === '*') return () => 'name';
  if (typeof element !== 'object' || element === null)
    throw new PolicyError(`${at}: Principal ${JSON.stringify(element)} is not understood`);
  const tests = Object.entries(element).flatMap(([kind, values]) => [values].flat().map((value) => readOne(kind, String(value), at)));
  return (principal) => {
    const reaches = tests.map((test) => test(principal));
    return reaches.includes('name') ? 'name' : reaches.find((reach) => reach === 'account');
  };
}

function readOne(kind: string, value: string, at: string): ReachOf {
  if (kind === 'Service') return (principal) => (principal.kind === 'service' && principal.name === value ? 'name' : undefined);
  if (kind !== 'AWS') throw new PolicyError(`${at}: a ${kind} principal is not known to the small AWS`);
  if (value === '*') return () => 'name';
  if (value === ACCOUNT || value === root) return ({ kind: of }) => (of === 'role' ? 'account' : undefined);
  return ({ arn, roleArn }) => (value === arn || value === roleArn ? 'name' : undefined);
}

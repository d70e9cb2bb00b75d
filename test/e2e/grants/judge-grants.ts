/** Every grant must have been used by some test, or be excused with a reason; an excuse must be needed. */
import type { Grant, GrantFile } from '../../../lib/local/iam/grant-ledger.ts';
import { wildcard } from '../../../lib/local/iam/wildcard.ts';

/** A grant that no run on a laptop can use; in the action `*` and `?` stand for any text. */
export interface UnusedGrant {
  /** Logical id without hash of the role, or of the resource whose policy it is. */
  holder: string;
  action: string;
  resource: string;
  /** Who uses them all the same. */
  reason: string;
  /** Used in some runs and not in others: when two people act at the same instant, or a kill falls between two writes. */
  byChance?: true;
}

export interface GrantsVerdict {
  /** One sentence each; none when all is well. */
  faults: string[];
  used: number;
  excused: { exception: UnusedGrant; grants: number }[];
}

/** Judges what all suites together used. */
export function judgeGrants({ used, unused }: GrantFile, exceptions: readonly UnusedGrant[]): GrantsVerdict {
  const all = [...used, ...unused];
  const excused = exceptions.map((exception) => ({ exception, grants: all.filter((grant) => covers(exception, grant)) }));
  const covered = new Set(excused.flatMap(({ grants }) => grants));
  const isUsed = new Set(used);
  return {
    used: all.length - covered.size,
    excused: excused.map(({ exception, grants }) => ({ exception, grants: grants.length })),
    faults: [
      ...unused
        .filter((grant) => !covered.has(grant))
        .map((grant) => `${worded(grant)} was never used: take it away, or give the reason in unused-grants.ts`),
      ...excused.flatMap(({ exception, grants }) => faultsOf(exception, grants, isUsed)),
    ],
  };
}

function faultsOf(exception: UnusedGrant, grants: readonly Grant[], isUsed: ReadonlySet<Grant>): string[] {
  if (grants.length === 0) return [`${exception.holder} ${exception.action} on ${exception.resource} excuses nothing`];
  const needless = exception.byChance ? [] : grants.filter((grant) => isUsed.has(grant));
  return needless.map((grant) => `${worded(grant)} is used, and still excused: "${exception.reason}"`);
}

/** Resources hold wildcards of their own, so they are compared as they are written. */
function covers({ holder, action, resource }: UnusedGrant, grant: Grant): boolean {
  return holder === grant.holder && wildcard(action)(grant.action) && resource === grant.resource;
}

function worded({ holder, policy, action, resource }: Grant): string {
  return `${holder} (${policy}): ${action} on ${resource}`;
}

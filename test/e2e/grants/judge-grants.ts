/** Every grant must have been used by some test, or be excused with a reason; an excuse must be needed. */
import type { Grant, GrantFile } from '../../../lib/local/iam/grant-ledger.ts';
import { wildcard } from '../../../lib/local/iam/wildcard.ts';

/** Grants that no run on a laptop can use; `*` and `?` stand for any text. */
export interface UnusedGrants {
  /** Logical id without hash of the role, or of the resource whose policy it is. */
  holder: string;
  action: string;
  resource: string;
  /** Who uses them all the same. */
  reason: string;
}

export interface GrantsVerdict {
  /** One sentence each; none when all is well. */
  faults: string[];
  used: number;
  excused: { exception: UnusedGrants; grants: number }[];
}

/** Judges what all suites together used. */
export function judgeGrants({ used, unused }: GrantFile, exceptions: readonly UnusedGrants[]): GrantsVerdict {
  const inexcusable = unused.filter((grant) => !exceptions.some((exception) => covers(exception, grant)));
  const excused = exceptions.map((exception) => ({ exception, grants: unused.filter((grant) => covers(exception, grant)).length }));
  return {
    used: used.length,
    excused,
    faults: [
      ...inexcusable.map((grant) => `${worded(grant)} was never used: take it away, or give the reason in unused-grants.ts`),
      ...exceptions.flatMap((exception) =>
        used
          .filter((grant) => covers(exception, grant))
          .map((grant) => `${worded(grant)} is used, and still excused: "${exception.reason}"`),
      ),
      ...excused
        .filter(({ grants }) => grants === 0)
        .map(({ exception }) => `${exception.holder} ${exception.action} on ${exception.resource} excuses nothing`),
    ],
  };
}

function covers({ holder, action, resource }: UnusedGrants, grant: Grant): boolean {
  return wildcard(holder)(grant.holder) && wildcard(action)(grant.action) && literalOrAll(resource, grant.resource);
}

/** Patterns of resources hold wildcards themselves, so they are compared as written; `*` alone excuses all. */
function literalOrAll(pattern: string, resource: string): boolean {
  return pattern === '*' || pattern === resource;
}

function worded({ holder, policy, action, resource }: Grant): string {
  return `${holder} (${policy}): ${action} on ${resource}`;
}

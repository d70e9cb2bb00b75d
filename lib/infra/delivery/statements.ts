/** Turns the table of calls into statements of policies, each ARN and each action once. */
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type Among, ARNS, type Place } from './place.ts';
import { CALLS, type Calls } from './resource-actions.ts';

type Conditions = Record<string, Record<string, unknown>>;

const CONDITIONS: Record<NonNullable<Calls['condition']>, (place: Place) => Conditions> = {
  'within-the-boundary': ({ boundaryArn }) => ({ StringEquals: { 'iam:PermissionsBoundary': boundaryArn } }),
  'to-lambda-and-states': () => ({ StringEquals: { 'iam:PassedToService': ['lambda.amazonaws.com', 'states.amazonaws.com'] } }),
  'for-aws-resources': () => ({ Bool: { 'kms:GrantIsForAWSResource': 'true' } }),
};

/** One statement for all calls among the same resources under the same condition. */
function merged(calls: readonly Calls[], places: readonly Place[]): PolicyStatement[] {
  const groups = Map.groupBy(calls, ({ among, condition = '' }) => `${among} ${condition}`);
  return [...groups.values()].map((group) => {
    const { among, condition } = group[0]!;
    return new PolicyStatement({
      actions: [...new Set(group.flatMap(({ actions }) => actions))].toSorted(),
      resources: [...new Set(places.map(ARNS[among]))],
      ...(condition !== undefined && { conditions: CONDITIONS[condition](places[0]!) }),
    });
  });
}

/** Whoever deploys must not be able to harm a key, nor to change who can: the same as the keys' own policies say. */
export function keysStay(keyPoliciesChange: boolean): PolicyStatement {
  const policies = keyPoliciesChange ? [] : ['kms:PutKeyPolicy'];
  return new PolicyStatement({
    sid: 'KeysStay',
    effect: Effect.DENY,
    actions: ['kms:DisableKey', 'kms:ScheduleKeyDeletion', ...policies],
    resources: ['*'],
  });
}

const types = Object.values(CALLS);

/** To see whether the resources are as deployed. */
export const readStatements = (places: readonly Place[]): PolicyStatement[] =>
  merged(
    types.flatMap(({ read }) => read),
    places,
  );

/** To make, change and remove the resources of the stages. */
export function executionStatements(places: readonly Place[], keyPoliciesChange: boolean): PolicyStatement[] {
  const dropping = places.filter(({ keepData }) => !keepData);
  const policies: Calls[] = keyPoliciesChange ? [{ among: 'keys', actions: ['kms:PutKeyPolicy'] }] : [];
  return [
    keysStay(keyPoliciesChange),
    ...merged([...types.flatMap(({ read, write }) => [...read, ...write]), ...policies], places),
    ...(dropping.length === 0
      ? []
      : merged(
          types.flatMap(({ drop = [] }) => drop),
          dropping,
        )),
  ];
}

/** Calls of `quittance doctor`: it looks at settings, never at data. */
export const doctorStatements = (places: readonly Place[]): PolicyStatement[] => {
  const calls = (among: Among, ...actions: string[]): Calls => ({ among, actions });
  return merged(
    [
      // A SecureString comes back encrypted: there is no grant to decrypt it.
      calls('parameters', 'ssm:GetParameter'),
      calls(
        'everything',
        'ses:DescribeActiveReceiptRuleSet',
        'ses:GetIdentityDkimAttributes',
        'ses:GetIdentityMailFromDomainAttributes',
        'ses:GetIdentityVerificationAttributes',
        'ses:GetSendQuota',
      ),
    ],
    places,
  );
};

/** Why a mutant may live: rules that tell from the damage alone that nothing is wrong with it, or who else sees it. */
import type { Damage } from './random-mutants.ts';

interface Explanation {
  reason: string;
  applies(damage: Damage): boolean;
}

/** What a request lives through when states, variables and decisions change: no rule knows what was meant. */
const ANOTHER_LIFE = /\.(?:Assign|Choices|Condition|Next|Default|Seconds|TimeoutSeconds|Output|Catch|kind|scope|error|step)(?:\.|$)/;

const EXPLANATIONS: readonly Explanation[] = [
  {
    reason: 'Well-formed, and another life of a request: the end-to-end tests live it, and the snapshot shows it.',
    applies: ({ of, path }) => of === 'definition' && ANOTHER_LIFE.test(path),
  },
  {
    reason: 'Equivalent: inline is what a Map is without it.',
    applies: ({ of, kind, path }) => of === 'definition' && kind === 'drop' && /\.ProcessorConfig(?:\.Mode)?$/.test(path),
  },
  {
    reason: 'Equivalent: the machine is in JSONata as a whole.',
    applies: ({ of, key }) => of === 'definition' && key === 'QueryLanguage',
  },
  {
    reason: 'What a role may do is decided by people: permissions.txt shows them the change.',
    applies: ({ type, path, key }) => type === 'AWS::IAM::Policy' && (path.includes('.PolicyDocument') || key === 'Roles'),
  },
  {
    reason: 'That nothing which keeps data may be dropped or replaced is seen by rollback.test.ts.',
    applies: ({ key }) => key === 'UpdateReplacePolicy' || key === 'DeletionPolicy',
  },
  {
    reason: 'Equivalent: only people read it.',
    applies: ({ key }) => ['AlarmDescription', 'Description', 'Sid', 'LogFilePrefix'].includes(key),
  },
  {
    reason: 'Equivalent: nothing refers to the policy by its name.',
    applies: ({ type, key }) => type === 'AWS::IAM::Policy' && key === 'PolicyName',
  },
  {
    reason: 'Equivalent: the versions of the policy language differ in variables only, and no policy has one.',
    applies: ({ kind, key, value }) => kind === 'drop' && key === 'Version' && value === '2012-10-17',
  },
  {
    reason: 'Equivalent: it is the default.',
    applies: ({ kind, key, value }) =>
      kind === 'drop' && DEFAULTS.some(([name, standard]) => name === key && JSON.stringify(standard) === JSON.stringify(value)),
  },
  {
    reason: 'Equivalent: each rule may send to the queue, whichever statement says so.',
    applies: ({ kind, type, path }) => kind === 'swap' && type === 'AWS::SQS::QueuePolicy' && /\.Condition\.\w+$/.test(path),
  },
  {
    reason: 'Equivalent: references put the resources into the same order.',
    applies: ({ kind, key }) => kind !== 'rename' && key === 'DependsOn',
  },
];

/** What CloudFormation takes where a template says nothing. */
const DEFAULTS: readonly [key: string, value: unknown][] = [
  ['RecoveryPeriodInDays', 35],
  ['DeletionPolicy', 'Delete'],
  ['UpdateReplacePolicy', 'Delete'],
  ['AuthorizationType', 'NONE'],
  ['State', 'ENABLED'],
  ['MaximumRetryAttempts', 2],
  ['KeySpec', 'SYMMETRIC_DEFAULT'],
  ['StateMachineType', 'STANDARD'],
  ['LogFormat', 'Text'],
];

/** The reason; undefined for a survivor that nobody has explained. */
export function explanationOf(damage: Damage): string | undefined {
  return EXPLANATIONS.find(({ applies }) => applies(damage))?.reason;
}

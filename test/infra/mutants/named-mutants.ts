/** Faults with a name: each is put into the definition or the template that are really deployed. */
import type { Flow, State } from '../../../lib/infra/lint/state-language.ts';
import type { Subject, WholeResource } from './subject.ts';

export interface Mutant {
  name: string;
  /** What it changes; the other part is left as it is. */
  of: 'definition' | 'template';
  change(subject: Subject): void;
}

const inDefinition = (name: string, change: (states: Record<string, State>) => void): Mutant => ({
  name,
  of: 'definition',
  change: ({ definition }) => change(definition.States),
});

const branchOf = (states: Record<string, State>): Flow => states['run-wave']!.ItemProcessor!;

/** Those that no tool saw. */
export const UNSEEN_IN_DEFINITION: readonly Mutant[] = [
  inDefinition('unknown member of $states', (states) => (states['deliver']!.Assign!['next'] = '{% $states.foo.next %}')),
  inDefinition('undefined variable', (states) => (states['deliver']!.Arguments!.Payload!['round'] = '{% $ruond %}')),
  inDefinition(
    '$states.result in a Choice',
    (states) => (states['what-next']!.Choices![0]!.Condition = '{% $states.result.next = "end" %}'),
  ),
  inDefinition('States.ALL not last', (states) => states['verify-requester']!.Catch!.reverse()),
  inDefinition('States.ALL among others', (states) => states['deliver']!.Catch![0]!.ErrorEquals.push('TransientError')),
  inDefinition('token not handed out', (states) => delete states['await-fetch']!.Arguments!.Payload!['taskToken']),
  inDefinition('dynamodb:putItm', (states) => (states['deliver']!.Resource = 'arn:aws:states:::dynamodb:putItm')),
  inDefinition('heartbeat longer than the timeout', (states) =>
    Object.assign(states['await-fetch']!, { TimeoutSeconds: 60, HeartbeatSeconds: 120 }),
  ),
  inDefinition('inner Assign of an outer variable', (states) => (branchOf(states).States['find']!.Assign!['pass'] = 'export')),
];

/** Those that tools see. */
export const SEEN_IN_DEFINITION: readonly Mutant[] = [
  inDefinition('dangling Next', (states) => (states['deliver']!.Next = 'nowhere')),
  inDefinition('unreachable state', (states) => (states['forgotten'] = { Type: 'Succeed' })),
  inDefinition('JSONata syntax', (states) => (states['what-next']!.Choices![6]!.Condition = '{% $count($systems = 0 %}')),
  inDefinition('JSONPath field in a JSONata state', (states) => Object.assign(states['deliver']!, { ResultPath: '$.x' })),
  inDefinition('MaxAttempts -1', (states) => (states['deliver']!.Retry![0]!.MaxAttempts = -1)),
  inDefinition(
    'Wait without a time',
    (states) => delete (branchOf(states).States['wait-before-erasing-again'] as { Seconds?: number }).Seconds,
  ),
  inDefinition('unknown field', (states) => Object.assign(states['deliver']!, { Timeout: 5 })),
  inDefinition('no terminal state', (states) => {
    branchOf(states).States['system-done'] = { Type: 'Pass', Next: 'begin-system' };
  }),
  inDefinition('empty Choices', (states) => (states['wave-recorded']!.Choices = [])),
  inDefinition('TimeoutSeconds > 99,999,999', (states) => (states['await-fetch']!.TimeoutSeconds = 100_000_000)),
];

const inTemplate = (name: string, type: string, change: (resource: WholeResource, subject: Subject) => void): Mutant => ({
  name,
  of: 'template',
  change(subject) {
    const resource = Object.values(subject.template.Resources).find((one) => one.Type === type && fits[name]?.(one) !== false);
    if (resource === undefined) throw new TypeError(`The template has no ${type} for: ${name}`);
    change(resource, subject);
  },
});

const text = ({ Properties }: WholeResource): string => JSON.stringify(Properties);

/** Which resource of the type is meant, where it matters. */
const fits: Record<string, (resource: WholeResource) => boolean> = {
  'kms:Sgin': (resource) => text(resource).includes('"kms:Sign"'),
  'GSI attribute undefined': ({ Properties }) => Properties['GlobalSecondaryIndexes'] !== undefined,
  'KeyUsage does not fit KeySpec': ({ Properties }) => Properties['KeySpec'] !== undefined,
  'bad key spec': ({ Properties }) => Properties['KeySpec'] !== undefined,
};

/** Those that no tool saw. */
export const UNSEEN_IN_TEMPLATE: readonly Mutant[] = [
  inTemplate('kms:Sgin', 'AWS::IAM::Policy', (policy) => {
    policy.Properties = JSON.parse(text(policy).replace('"kms:Sign"', '"kms:Sgin"')) as Record<string, unknown>;
  }),
  inTemplate('GSI attribute undefined', 'AWS::DynamoDB::Table', ({ Properties }) => {
    (Properties['AttributeDefinitions'] as unknown[]).pop();
  }),
  inTemplate('KeyUsage does not fit KeySpec', 'AWS::KMS::Key', ({ Properties }) => (Properties['KeyUsage'] = 'ENCRYPT_DECRYPT')),
  inTemplate('DefinitionString not JSON', 'AWS::StepFunctions::StateMachine', ({ Properties }) => {
    (Properties['DefinitionString'] as { 'Fn::Join': [string, unknown[]] })['Fn::Join'][1].pop();
  }),
];

const FUNCTION = 'AWS::Lambda::Function';

/** Those that CloudFormation's own rules see, some of them as warnings only. */
export const SEEN_IN_TEMPLATE: readonly Mutant[] = [
  inTemplate('unknown property', FUNCTION, ({ Properties }) => (Properties['Runtimes'] = 'nodejs24.x')),
  inTemplate('bad GetAtt', FUNCTION, ({ Properties }) => ((Properties['Role'] as { 'Fn::GetAtt': string[] })['Fn::GetAtt'][1] = 'Arnn')),
  inTemplate('timeout out of range', FUNCTION, ({ Properties }) => (Properties['Timeout'] = 1000)),
  inTemplate('cycle', 'AWS::IAM::Role', (role, { template }) => {
    const [first] = Object.entries(template.Resources).find(([, { Type }]) => Type === FUNCTION)!;
    role.DependsOn = [first];
  }),
  inTemplate('bad runtime', FUNCTION, ({ Properties }) => (Properties['Runtime'] = 'nodejs24')),
  inTemplate('deprecated runtime', FUNCTION, ({ Properties }) => (Properties['Runtime'] = 'nodejs16.x')),
  inTemplate('bad retention', 'AWS::Logs::LogGroup', ({ Properties }) => (Properties['RetentionInDays'] = 31)),
  inTemplate('bad key spec', 'AWS::KMS::Key', ({ Properties }) => (Properties['KeySpec'] = 'ECC_NIST_P257')),
  inTemplate('missing handler', FUNCTION, ({ Properties }) => delete Properties['Handler']),
];

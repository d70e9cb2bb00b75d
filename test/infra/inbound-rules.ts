/** What holds of mail that comes in: SES does this for the mailbox's domain, by one rule, and nothing else. Each rule throws when it does not hold. */
import { expect } from 'vitest';
import { nameOf, ofType, type Synthesized, written } from './synthesized.ts';

type Stack = Pick<Synthesized, 'resources'>;

const RULE = 'arn:{AWS::Partition}:ses:{AWS::Region}:{AWS::AccountId}:receipt-rule-set/Quittance-inbound:receipt-rule/take-in';
const THIS_RULE = { 'aws:SourceAccount': '{AWS::AccountId}', 'aws:SourceArn': RULE };

interface Statement {
  Effect: string;
  Principal: { Service?: string };
  Action: string | string[];
  Resource: unknown;
  Condition: { StringEquals: Record<string, unknown> };
}

const ofSes = (document: unknown): Statement[] =>
  (document as { Statement: Statement[] }).Statement.filter(({ Principal }) => Principal.Service === 'ses.amazonaws.com');
const boundTo = ({ Condition }: Statement) =>
  Object.fromEntries(Object.entries(Condition.StringEquals).map(([key, value]) => [key, written(value)]));

/** Rules about the receipt rule and what it takes. */
export const INBOUND_RULES: Record<string, (stack: Stack) => void> = {
  'is received for the whole domain of the mailbox, scanned, put into the bucket, then handed over': (stack) => {
    const [set] = ofType(stack, 'AWS::SES::ReceiptRuleSet');
    const [rule] = ofType(stack, 'AWS::SES::ReceiptRule');
    expect(set!.Properties).toEqual({ RuleSetName: 'Quittance-inbound' });
    expect(written(rule!.Properties['RuleSetName'])).toBe('{InboundRules}');
    const { Actions, ...properties } = rule!.Properties['Rule'] as { Actions: Record<string, Record<string, unknown>>[] };
    expect(properties).toEqual({
      Name: 'take-in',
      Enabled: true,
      Recipients: ['requests.musterladen.example'],
      ScanEnabled: true,
      TlsPolicy: 'Optional',
    });
    const told = Actions.map((action) =>
      Object.entries(action).map(([kind, members]) => [
        kind,
        Object.fromEntries(Object.entries(members).map(([name, value]) => [name, written(value)])),
      ]),
    );
    expect(told).toEqual([
      [['S3Action', { BucketName: '{Inbound}', ObjectKeyPrefix: 'in/' }]],
      [['LambdaAction', { FunctionArn: '{receivemail}', InvocationType: 'Event' }]],
    ]);
  },

  'may be written to the bucket by this rule of this account only, below the prefix': (stack) => {
    const policy = ofType(stack, 'AWS::S3::BucketPolicy').find(({ name }) => name === 'InboundPolicy')!;
    expect(written(policy.Properties['Bucket'])).toBe('{Inbound}');
    const statements = ofSes(policy.Properties['PolicyDocument']);
    expect(statements.map(({ Effect, Action, Resource }) => [Effect, Action, written(Resource)])).toEqual([
      ['Allow', 's3:PutObject', '{Inbound}/in/*'],
    ]);
    expect(statements.map(boundTo)).toEqual([THIS_RULE]);
  },

  'may be encrypted under the key at rest by this rule only, and under no other key': (stack) => {
    const keys = ofType(stack, 'AWS::KMS::Key').flatMap(({ name, Properties }) =>
      ofSes(Properties['KeyPolicy']).map(({ Effect, Action, ...rest }) => ({
        name,
        Effect,
        Action,
        bound: boundTo({ Effect, Action, ...rest }),
      })),
    );
    expect(keys).toEqual([{ name: 'DataKey', Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey*'], bound: THIS_RULE }]);
  },

  'may be told to its function by this rule only': (stack) => {
    const permissions = ofType(stack, 'AWS::Lambda::Permission').filter(
      ({ Properties }) => Properties['Principal'] === 'ses.amazonaws.com',
    );
    expect(
      permissions.map(({ Properties }) => Object.fromEntries(Object.entries(Properties).map(([name, value]) => [name, written(value)]))),
    ).toEqual([
      {
        Action: 'lambda:InvokeFunction',
        FunctionName: '{receivemail}',
        Principal: 'ses.amazonaws.com',
        SourceAccount: '{AWS::AccountId}',
        SourceArn: RULE,
      },
    ]);
  },

  'has a rule that is made after all of that, because SES tries it then': (stack) => {
    const [rule] = ofType(stack, 'AWS::SES::ReceiptRule');
    const { DependsOn } = rule as unknown as { DependsOn: string[] };
    expect(DependsOn.map(nameOf).toSorted()).toEqual(['InboundPermission', 'InboundPolicy']);
  },
};

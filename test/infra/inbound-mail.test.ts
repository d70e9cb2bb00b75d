/** Mail that comes in, as the template says it: what SES may do, in which order, and nothing of it without a mailbox. */
import { beforeAll, describe, expect, it } from 'vitest';
import { nameOf, ofType, synthesize, type Synthesized, written } from './synthesized.ts';

let stack: Synthesized;
let without: Synthesized;
beforeAll(() => {
  stack = synthesize();
  without = synthesize({ withoutMailbox: true });
});

const RULE = 'arn:{AWS::Partition}:ses:{AWS::Region}:{AWS::AccountId}:receipt-rule-set/Quittance-inbound:receipt-rule/take-in';

interface Statement {
  Sid?: string;
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

const THIS_RULE = { 'aws:SourceAccount': '{AWS::AccountId}', 'aws:SourceArn': RULE };

describe('mail that comes in', () => {
  it('is received for the whole domain of the mailbox, scanned, put into the bucket, then handed over', () => {
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
    expect(Actions.map((action) => Object.keys(action).join())).toEqual(['S3Action', 'LambdaAction']);
    expect(Actions[0]!['S3Action']).toMatchObject({ ObjectKeyPrefix: 'in/' });
    expect(written(Actions[0]!['S3Action']!['BucketName'])).toBe('{Inbound}');
    expect(Actions[1]!['LambdaAction']).toMatchObject({ InvocationType: 'Event' });
    expect(written(Actions[1]!['LambdaAction']!['FunctionArn'])).toBe('{receivemail}');
  });

  it('may be written to the bucket by this rule of this account only, below the prefix', () => {
    const policy = ofType(stack, 'AWS::S3::BucketPolicy').find(({ name }) => name === 'InboundPolicy')!;
    const statements = ofSes(policy.Properties['PolicyDocument']);
    expect(statements.map(({ Effect, Action, Resource }) => [Effect, Action, written(Resource)])).toEqual([
      ['Allow', 's3:PutObject', '{Inbound}/in/*'],
    ]);
    expect(statements.map(boundTo)).toEqual([THIS_RULE]);
  });

  it('may use the key at rest by this rule only, and no other key', () => {
    const keys = ofType(stack, 'AWS::KMS::Key').flatMap(({ name, Properties }) =>
      ofSes(Properties['KeyPolicy']).map((statement) => ({ name, actions: statement.Action, bound: boundTo(statement) })),
    );
    expect(keys).toEqual([{ name: 'DataKey', actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], bound: THIS_RULE }]);
  });

  it('may call its function by this rule only', () => {
    const permissions = ofType(stack, 'AWS::Lambda::Permission').filter(
      ({ Properties }) => Properties['Principal'] === 'ses.amazonaws.com',
    );
    expect(permissions.map(({ Properties }) => written(Properties['FunctionName']))).toEqual(['{receivemail}']);
    expect(written(permissions[0]!.Properties['SourceArn'])).toBe(RULE);
    expect(written(permissions[0]!.Properties['SourceAccount'])).toBe('{AWS::AccountId}');
  });

  it('has a rule that is made after all of that, because SES tries it then', () => {
    const [rule] = ofType(stack, 'AWS::SES::ReceiptRule');
    const { DependsOn } = rule as unknown as { DependsOn: string[] };
    expect(DependsOn.map(nameOf).toSorted()).toEqual(['InboundPermission', 'InboundPolicy']);
  });

  it('tells what is left to be done by hand', () => {
    const { Outputs } = JSON.parse(stack.text) as { Outputs: Record<string, { Value: unknown }> };
    expect(written(Outputs['MailboxRecord']!.Value)).toBe('requests.musterladen.example MX 10 inbound-smtp.{AWS::Region}.amazonaws.com');
    expect(Outputs['ReceiptRules']!.Value).toBe('Quittance-inbound');
  });

  it('is nothing in the template without a mailbox', () => {
    expect(Object.keys(stack.resources).length).toBeGreaterThan(Object.keys(without.resources).length);
    expect(without.text).not.toMatch(/inbound|receive-?mail|ReceiptRule|MailFromSes/i);
  });
});

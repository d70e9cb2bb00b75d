/** Which rule takes mail for whom, and which rules are refused because SES would do something else with them. */
import { describe, expect, it } from 'vitest';
import type { Resource } from '../../../lib/local/contract.ts';
import { matching, receiptRules } from '../../../lib/local/ses/receiving/receipt-rules.ts';

const at = { logicalId: 'x', path: 'Shop/x' };
const set: Resource = { ...at, type: 'AWS::SES::ReceiptRuleSet', ref: 'mail', arn: 'arn:set', properties: {} };
const bucket: Resource = { ...at, type: 'AWS::S3::Bucket', ref: 'inbox', arn: 'arn:aws:s3:::inbox', properties: {} };
const lambda: Resource = { ...at, type: 'AWS::Lambda::Function', ref: 'take', arn: 'arn:take', properties: {} };
const store = { S3Action: { BucketName: 'inbox' } };

function rule(more: object, { After, name = 'one' }: { After?: string; name?: string } = {}): Resource {
  const Rule = { Name: name, Enabled: true, Recipients: ['in.example'], Actions: [store], ...more };
  return { ...at, type: 'AWS::SES::ReceiptRule', ref: name, arn: `arn:${name}`, properties: { RuleSetName: 'mail', After, Rule } };
}

const read = (...rules: Resource[]) => receiptRules([set, bucket, lambda, ...rules])!;

describe('a recipient of a rule', () => {
  it.each([
    ['in.example', 'Anybody@IN.example', true],
    ['in.example', 'a@sub.in.example', false],
    ['in.example', 'a@notin.example', false],
    ['.in.example', 'a@sub.in.example', true],
    ['.in.example', 'a@deep.sub.in.example', true],
    ['.in.example', 'a@in.example', false],
    ['Privacy@in.example', 'privacy@In.Example', true],
    ['privacy@in.example', 'privacy+token.1@in.example', true],
    ['privacy+one@in.example', 'privacy+one@in.example', true],
    ['privacy+one@in.example', 'privacy+two@in.example', false],
    ['privacy+one@in.example', 'privacy@in.example', false],
    ['privacy@in.example', 'privacy@sub.in.example', false],
  ])('%s for mail to %s: %s', (wanted, recipient, takes) => {
    const { rules } = read(rule({ Recipients: [wanted] }));
    expect(matching(rules, [recipient]).length === 1).toBe(takes);
  });

  it('is told those of the mail that are its own, and no others', () => {
    const { rules } = read(rule({ Recipients: ['a.example', 'x@b.example'] }));
    expect(matching(rules, ['1@a.example', 'x@b.example', 'y@b.example'])[0]!.recipients).toEqual(['1@a.example', 'x@b.example']);
  });
});

describe('rules', () => {
  it('are none where the template has no set of them', () => {
    expect(receiptRules([bucket])).toBeUndefined();
  });

  it('stand in the order that they say, whatever that of the template is', () => {
    const { rules } = read(
      rule({}, { name: 'third', After: 'second' }),
      rule({}, { name: 'first' }),
      rule({}, { name: 'second', After: 'first' }),
    );
    expect(rules.map(({ arn }) => arn)).toEqual(['arn:first', 'arn:second', 'arn:third']);
  });

  it('do nothing while they are off, which they are unless they say otherwise', () => {
    expect(read(rule({ Enabled: undefined }), rule({ Enabled: false }, { name: 'two', After: 'one' })).rules).toEqual([]);
  });

  it.each([
    ['an action that is not known', rule({ Actions: [{ BounceAction: {} }] }), /Rule\.Actions\[0\]: BounceAction is not known/],
    [
      'another key for an object',
      rule({ Actions: [{ S3Action: { BucketName: 'inbox', KmsKeyArn: 'k' } }] }),
      /S3Action\.KmsKeyArn: not known/,
    ],
    ['a bucket of somebody else', rule({ Actions: [{ S3Action: { BucketName: 'theirs' } }] }), /must name a bucket/],
    [
      'a function that is waited for',
      rule({ Actions: [store, { LambdaAction: { FunctionArn: 'arn:take', InvocationType: 'RequestResponse' } }] }),
      /Rule\.Actions\[1\]\.LambdaAction: .*called as an event/,
    ],
    ['encryption on the way', rule({ TlsPolicy: 'Require' }), /receives without TLS/],
    ['everybody', rule({ Recipients: [] }), /all verified domains/],
    ['a member that is not known', rule({ Priority: 1 }), /Rule\.Priority: not known/],
  ])('with %s are refused', (_what, one, message) => {
    expect(() => read(one)).toThrow(message);
    expect(() => read(one)).toThrow('x (Shop/x)');
  });

  it('are refused where their order is not known, and where there are two sets of them', () => {
    expect(() => read(rule({}), rule({}, { name: 'two' }))).toThrow(/their order is not known/);
    expect(() => receiptRules([set, { ...set, ref: 'other' }])).toThrow(/one set of receipt rules/);
  });
});

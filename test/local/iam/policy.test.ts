/** Policy evaluation: statements, wildcards, conditions, roles. */
import { describe, expect, it } from 'vitest';
import type { Resource } from '../../../lib/local/contract.ts';
import { createAuthorizer } from '../../../lib/local/iam/authorizer.ts';
import { matchesConditions } from '../../../lib/local/iam/conditions.ts';
import { readPolicy } from '../../../lib/local/iam/policy.ts';
import { rolePrincipal } from '../../../lib/local/iam/principals.ts';

const matches = (statement: object, action: string, resource = 'arn:aws:s3:::b/k', context = {}) =>
  readPolicy({ Statement: { Effect: 'Allow', Resource: '*', ...statement } }, 'P')[0]!.match({ action, resource, context }) !== undefined;

describe('a statement', () => {
  it.each([
    [{ Action: 's3:GetObject*' }, 's3:GetObjectVersion', true],
    [{ Action: 's3:getobject' }, 's3:GetObject', true],
    [{ Action: 's3:Get' }, 's3:GetObject', false],
    [{ Action: ['kms:Sign', 's3:?etObject'] }, 's3:GetObject', true],
    [{ NotAction: 's3:*' }, 's3:GetObject', false],
    [{ NotAction: 'iam:*' }, 's3:GetObject', true],
    [{ Action: '*', Resource: 'arn:aws:s3:::b/*' }, 's3:GetObject', true],
    [{ Action: '*', Resource: 'arn:aws:s3:::B/*' }, 's3:GetObject', false],
    [{ Action: '*', Resource: undefined, NotResource: 'arn:aws:s3:::b/*' }, 's3:GetObject', false],
    [{ Action: '*', Resource: 'arn:aws:s3:::b.k' }, 's3:GetObject', false],
  ])('%j on %s: %s', (statement, action, expected) => {
    expect(matches(statement, action)).toBe(expected);
  });

  it.each([
    [{ Action: 's3:*', Principal: '*' }, 'element Principal is not known'],
    [{ Action: 's3:*', Resource: 'arn:aws:s3:::${aws:username}' }, 'policy variables are not known'],
    [
      { Action: 's3:*', Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } },
      'P.Statement[0]: condition operator IpAddress is not known',
    ],
    [{}, 'neither Action nor NotAction'],
  ])('is refused when not understood: %j', (statement, message) => {
    expect(() => matches(statement, 'x')).toThrow(message);
  });
});

describe('a condition', () => {
  const context = { one: 'a', many: ['a', 'b'], arn: 'arn:aws:states:r:1:stateMachine:M', flag: 'true', version: '1.1', empty: [] };
  it.each([
    [{ StringEquals: { one: 'a' } }, true],
    [{ StringEquals: { ONE: ['x', 'a'] } }, true],
    [{ StringEquals: { absent: 'a' } }, false],
    [{ StringEqualsIfExists: { absent: 'a' } }, true],
    [{ StringNotEquals: { one: ['b', 'c'] } }, true],
    [{ StringNotEquals: { one: ['b', 'a'] } }, false],
    [{ StringNotEquals: { absent: 'a' } }, true],
    [{ StringLike: { one: '?' } }, true],
    [{ StringNotLike: { one: 'b*' } }, true],
    [{ 'ForAllValues:StringEquals': { many: ['a', 'b', 'c'] } }, true],
    [{ 'ForAllValues:StringEquals': { many: ['a'] } }, false],
    [{ 'ForAllValues:StringEquals': { absent: ['a'] } }, true],
    [{ 'ForAnyValue:StringEquals': { many: ['b'] } }, true],
    [{ 'ForAnyValue:StringEquals': { many: ['c'] } }, false],
    [{ 'ForAnyValue:StringEquals': { absent: ['a'] } }, false],
    [{ Bool: { flag: 'True' } }, true],
    [{ Bool: { flag: false } }, false],
    [{ ArnLike: { arn: 'arn:aws:states:*:1:stateMachine:*' } }, true],
    [{ ArnEquals: { arn: 'arn:aws:states:r:2:*' } }, false],
    [{ ArnLike: { arn: 'arn:*:stateMachine:M' } }, false],
    [{ NumericLessThan: { version: 1.2 } }, true],
    [{ NumericLessThan: { version: '1.1' } }, false],
    [{ NumericLessThan: { absent: '1.1' } }, false],
    [{ Null: { absent: 'true', one: 'false' } }, true],
    [{ Null: { one: true } }, false],
    [{ StringEquals: { one: 'a' }, Bool: { flag: 'false' } }, false],
  ])('%j: %s', (block, expected) => {
    expect(matchesConditions(block, context)).toBe(expected);
  });
});

describe('a role', () => {
  const roleArn = 'arn:aws:iam::000000000000:role/R';
  const statement = (Action: string) => ({ Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });
  const resource = (logicalId: string, type: string, properties: object): Resource => ({
    logicalId,
    type,
    ref: logicalId,
    arn: `arn:${logicalId}`,
    properties: { ...properties },
  });
  const role = {
    ...resource('R', 'AWS::IAM::Role', {
      AssumeRolePolicyDocument: { Statement: [] },
      Policies: [{ PolicyName: 'own', PolicyDocument: statement('a:Inline') }],
      ManagedPolicyArns: ['arn:M', 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
    }),
    arn: roleArn,
  };
  const policies = [
    resource('P', 'AWS::IAM::Policy', { Roles: ['R'], PolicyDocument: statement('a:Attached') }),
    resource('M', 'AWS::IAM::ManagedPolicy', { PolicyDocument: statement('a:Managed') }),
    resource('Q', 'AWS::IAM::Policy', { Roles: ['Other'], PolicyDocument: statement('a:Foreign') }),
  ];
  const authorizer = createAuthorizer([role, ...policies], 'eu-central-1');
  const may = (action: string) => () => authorizer.authorize(rolePrincipal(roleArn, 'f'), [{ action, resource: '*' }]);

  it("has its inline, attached and managed policies, and nobody else's", () => {
    for (const action of ['a:Inline', 'a:Attached', 'a:Managed', 'logs:PutLogEvents']) expect(may(action)).not.toThrow();
    expect(may('a:Foreign')).toThrow(
      'User: arn:aws:sts::000000000000:assumed-role/R/f is not authorized to perform: a:Foreign on resource: *',
    );
  });

  it('needs every permission of a call', () => {
    const both = [
      { action: 'a:Inline', resource: '*' },
      { action: 'a:Foreign', resource: '*' },
    ];
    expect(() => authorizer.authorize(rolePrincipal(roleArn, 'f'), both)).toThrow('a:Foreign');
  });

  it('that is not in the template may do nothing', () => {
    expect(() =>
      authorizer.authorize(rolePrincipal('arn:aws:iam::000000000000:role/X', 'f'), [{ action: 'a:Inline', resource: '*' }]),
    ).toThrow('the template has no role');
  });

  it('with a managed policy that is not known is refused', () => {
    const admin = resource('A', 'AWS::IAM::Role', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] });
    expect(() => createAuthorizer([admin], 'eu-central-1')).toThrow(
      'A: managed policy arn:aws:iam::aws:policy/AdministratorAccess is not known',
    );
  });
});

/** The lint of templates finds what CloudFormation would find only in the account, or nobody at all. */
import { describe, expect, it } from 'vitest';
import { faultLine } from '../../../lib/infra/lint/fault.ts';
import { lintTemplate } from '../../../lib/infra/lint/lint-template.ts';
import type { Resource } from '../../../lib/infra/lint/template.ts';

const lines = (Resources: Record<string, Resource>): string[] =>
  lintTemplate({ Resources }).map(({ logicalId, ...fault }) => `${logicalId}: ${faultLine(fault)}`);

const policy = (statement: object): Record<string, Resource> => ({
  P: {
    Type: 'AWS::IAM::Policy',
    Properties: { Roles: [], PolicyDocument: { Statement: [{ Effect: 'Allow', Resource: '*', ...statement }] } },
  },
});

const key = (KeySpec: string, KeyUsage: string): Record<string, Resource> => ({
  K: { Type: 'AWS::KMS::Key', Properties: { KeySpec, KeyUsage } },
});

const call = {
  StartAt: 'a',
  States: { a: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: 'FN' }, End: true } },
};

function machine(DefinitionString: unknown, allowed: unknown = { 'Fn::GetAtt': ['F', 'Arn'] }): Record<string, Resource> {
  const Statement = [{ Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: [allowed] }];
  return {
    F: { Type: 'AWS::Lambda::Function', Properties: {} },
    Role: { Type: 'AWS::IAM::Role', Properties: { Policies: [{ PolicyDocument: { Statement } }] } },
    M: { Type: 'AWS::StepFunctions::StateMachine', Properties: { DefinitionString, RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
  };
}

/** A definition as the CDK writes it: text with references in between. */
const joined = (definition: object): object => {
  const [before, after] = JSON.stringify({ QueryLanguage: 'JSONata', ...definition }).split('FN');
  return { 'Fn::Join': ['', [before, { 'Fn::GetAtt': ['F', 'Arn'] }, after]] };
};

describe('a fault', () => {
  const faults: [string, Record<string, Resource>, RegExp][] = [
    [
      'an action that does not exist',
      policy({ Action: ['kms:Sign', 'kms:Sgin'] }),
      /^P: Properties\.PolicyDocument\.Statement\.0: kms has no action Sgin\. /,
    ],
    ['a wildcard that fits no action', policy({ Action: 'dynamodb:Scna*' }), /dynamodb has no action Scna\*/],
    ['a service that does not exist', policy({ Action: 'dynmodb:GetItem' }), /there is no service dynmodb/],
    ['a forbidden action that does not exist', policy({ NotAction: 's3:GetObjct' }), /s3 has no action GetObjct/],
    [
      'a condition key that does not exist',
      policy({ Action: 'kms:Sign', Condition: { StringEquals: { 'kms:ViaServce': 'x' } } }),
      /no condition key kms:ViaServce/,
    ],
    [
      'a global condition key that does not exist',
      policy({ Action: 'kms:Sign', Condition: { Bool: { 'aws:SecureTransprt': 'x' } } }),
      /no condition key aws:SecureTransprt/,
    ],
    [
      'a signing key that is to encrypt',
      key('ECC_NIST_P256', 'ENCRYPT_DECRYPT'),
      /^K: Properties\.KeyUsage: a key of kind ECC_NIST_P256.* Use SIGN_VERIFY or/,
    ],
    ['a definition that is not JSON', machine('{ "StartAt": '), /^M: Properties\.DefinitionString: the definition is not JSON/],
    ['a definition that cannot be read', machine({ 'Fn::Sub': 'x' }), /the definition cannot be read/],
    [
      'a definition that is not in the language',
      machine(joined({ ...call, States: { a: { ...call.States.a, Speed: 1 } } })),
      /^M: Properties\.DefinitionString \/States\/a: SCHEMA_VALIDATION_FAILED/,
    ],
    [
      'a definition that is not sound',
      machine(joined({ ...call, States: { a: { ...call.States.a, HeartbeatSeconds: 2, TimeoutSeconds: 1 } } })),
      /^M: Properties\.DefinitionString States\.a\.HeartbeatSeconds: /,
    ],
    [
      'a misspelt intrinsic function',
      { P: { Type: 'AWS::Lambda::Permission', Properties: { SourceArn: { 'Fn::Jion': ['', []] } } } },
      /^P: Properties\.SourceArn\.Fn::Jion: there is no intrinsic function/,
    ],
    [
      'a reference to a resource of another kind',
      { F: { Type: 'AWS::Lambda::Function', Properties: { LoggingConfig: { LogGroup: { Ref: 'F' } } } } },
      /^F: Properties\.LoggingConfig\.LogGroup: F is AWS::Lambda::Function, not AWS::Logs::LogGroup/,
    ],
    [
      'a reference in a list to no resource',
      { A: { Type: 'AWS::CloudWatch::Alarm', Properties: { AlarmActions: [{ Ref: 'AWS::Region' }] } } },
      /^A: Properties\.AlarmActions\.0: AWS::Region is no resource, not AWS::SNS::Topic/,
    ],
    [
      'a call that the role of the machine does not allow',
      machine(joined(call), 'arn:aws:lambda:*'),
      /States\.a\.Arguments\.FunctionName: the machine's role may not invoke .*:F\. Allow lambda:InvokeFunction on it in Role/,
    ],
  ];
  it.each(faults)('is %s', (_fault, resources, message) => {
    expect(lines(resources)).toEqual([expect.stringMatching(message)]);
  });
});

describe('no fault', () => {
  const sound: [string, Record<string, Resource>][] = [
    ['actions in any case, and wildcards that fit', policy({ Action: ['KMS:sign', 'kms:GenerateDataKey*', 's3:*', '*'] })],
    [
      'condition keys with a name of ours at the end',
      policy({ Action: 'kms:Sign', Condition: { StringEquals: { 'kms:EncryptionContext:requestId': 'x', 'aws:ResourceTag/stage': 'x' } } }),
    ],
    [
      'condition keys of an identity provider',
      policy({ Action: 'sts:AssumeRoleWithWebIdentity', Condition: { StringEquals: { 'token.actions.githubusercontent.com:sub': 'x' } } }),
    ],
    ['a key used for what it can do', key('HMAC_256', 'GENERATE_VERIFY_MAC')],
    ['a machine that calls what its role allows', machine(joined(call))],
  ];
  it.each(sound)('is %s', (_case, resources) => {
    expect(lines(resources)).toEqual([]);
  });
});

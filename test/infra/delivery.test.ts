/** The delivery stack: whom the roles trust, what they may do, and that a deployment cannot harm a key. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDeliveryApp } from '../../lib/infra/delivery/create-delivery-app.ts';
import { CALLS } from '../../lib/infra/delivery/resource-actions.ts';
import { wildcard } from '../../lib/local/iam/wildcard.ts';
import { ofType, type Resource, synthesize } from './synthesized.ts';

const ACCOUNT = '111122223333';
const stage = { account: ACCOUNT, region: 'eu-central-1', staffIssuer: 'https://login.example.com' };
const STAGES = { staging: { ...stage, parameters: '/quittance-staging', keepData: false }, production: stage };
const CONTEXT = { account: ACCOUNT, repository: 'octo/privacy', stages: STAGES };
const BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/quittance-boundary`;

interface Made {
  resources: Record<string, Resource>;
  outputs: Record<string, { Value: string }>;
  bytes: number;
  /** What the CDK's command line needs to deploy it. */
  needs: Record<string, unknown>;
  findings: string[];
}

function make(context: Record<string, unknown> = {}): Made {
  const outdir = mkdtempSync(path.join(tmpdir(), 'quittance-delivery-'));
  try {
    const { app } = createDeliveryApp({ context: { ...CONTEXT, ...context }, outdir });
    let findings: string[] = [];
    try {
      app.synth();
    } catch (error) {
      findings = [(error as Error).message];
    }
    const text = readFileSync(path.join(outdir, 'QuittanceDelivery.template.json'), 'utf8');
    const manifest = JSON.parse(readFileSync(path.join(outdir, 'manifest.json'), 'utf8')) as {
      artifacts: Record<string, { properties: Made['needs'] }>;
    };
    const template = JSON.parse(text) as {
      Resources: Made['resources'];
      Outputs: Made['outputs'];
    };
    return {
      resources: template.Resources,
      outputs: template.Outputs,
      findings,
      bytes: text.length,
      needs: manifest.artifacts['QuittanceDelivery']!.properties,
    };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

let made: Made;
beforeAll(() => {
  made = make();
});

const role = (name: string, from = made) =>
  ofType(from, 'AWS::IAM::Role').find(({ Properties }) => Properties['RoleName'] === name)!.Properties;

interface Statement {
  Effect: 'Allow' | 'Deny';
  Action: string | string[];
  Resource: string | string[];
  Condition?: Record<'StringEquals' | 'Bool', Record<string, string | string[]>>;
}

const statementsIn = (document: unknown): Statement[] => (document as { Statement: Statement[] }).Statement;
const actionsIn = (statements: readonly Statement[]): string[] => statements.flatMap(({ Action }) => Action);

const callsOf = (name: string, from = made): Statement[] =>
  (role(name, from)['Policies'] as { PolicyDocument: unknown }[]).flatMap(({ PolicyDocument }) => statementsIn(PolicyDocument));

const execution = (from: Made): Statement[] =>
  ofType(from, 'AWS::IAM::ManagedPolicy')
    .filter(({ Properties }) => String(Properties['ManagedPolicyName']).startsWith('quittance-execution-'))
    .flatMap(({ Properties }) => statementsIn(Properties['PolicyDocument']));

interface Asked {
  action: string;
  resource: string;
  context?: Record<string, string>;
}

/** As IAM decides, for what occurs here: some statement allows, none denies; actions without wildcards, conditions by equality. */
function may(statements: readonly Statement[], { action, resource, context = {} }: Asked): boolean {
  const applies = statements.filter(
    ({ Action, Resource, Condition = {} }) =>
      [Action].flat().includes(action) &&
      [Resource].flat().some((pattern) => wildcard(pattern)(resource)) &&
      Object.values(Condition).every((block) =>
        Object.entries(block).every(([key, values]) => [values].flat().includes(context[key] ?? '')),
      ),
  );
  return applies.length > 0 && applies.every(({ Effect }) => Effect === 'Allow');
}

describe('the roles', () => {
  it('are three for each stage', () => {
    expect(
      ofType(made, 'AWS::IAM::Role')
        .map(({ Properties }) => Properties['RoleName'])
        .toSorted(),
    ).toEqual([
      'quittance-production-deploy',
      'quittance-production-drift',
      'quittance-production-preview',
      'quittance-staging-deploy',
      'quittance-staging-drift',
      'quittance-staging-preview',
    ]);
  });

  it.each([
    ['preview', 'pull_request'],
    ['drift', 'ref:refs/heads/main'],
    ['deploy', 'environment:production'],
  ])('for %s trust this repository only, by its exact subject', (purpose, subject) => {
    const provider = Object.keys(made.resources).find((id) => made.resources[id]!.Type === 'AWS::IAM::OIDCProvider');
    expect(role(`quittance-production-${purpose}`)['AssumeRolePolicyDocument']).toMatchObject({
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRoleWithWebIdentity',
          Principal: { Federated: { Ref: provider } },
          Condition: {
            StringEquals: {
              'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
              'token.actions.githubusercontent.com:sub': `repo:octo/privacy:${subject}`,
            },
          },
        },
      ],
    });
  });

  it('trust by ids where GitHub tells them, and a provider that is there already', () => {
    const other = make({ repository: 'octo@12/privacy@34', providerExists: 'true', branch: 'trunk' });
    expect(ofType(other, 'AWS::IAM::OIDCProvider')).toEqual([]);
    const trust = JSON.stringify(role('quittance-staging-drift', other)['AssumeRolePolicyDocument']);
    expect(trust).toContain('"repo:octo@12/privacy@34:ref:refs/heads/trunk"');
    expect(trust).toContain(`:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com"`);
  });

  it('for deployments may take the roles of the CDK, and do nothing else', () => {
    const statements = callsOf('quittance-production-deploy');
    expect(statements.map(({ Action, Resource }) => ({ Action, Resource }))).toEqual([
      {
        Action: 'sts:AssumeRole',
        Resource: ['deploy', 'file-publishing', 'lookup'].map(
          (name) => `arn:aws:iam::${ACCOUNT}:role/cdk-hnb659fds-${name}-role-${ACCOUNT}-eu-central-1`,
        ),
      },
    ]);
  });

  it('for pull requests may read the template of their stage, and do nothing else', () => {
    const statements = callsOf('quittance-staging-preview');
    expect(statements.map(({ Action, Resource }) => ({ Action, Resource }))).toEqual([
      {
        Action: 'cloudformation:GetTemplate',
        Resource: `arn:aws:cloudformation:eu-central-1:${ACCOUNT}:stack/Quittance-staging/*`,
      },
    ]);
  });

  it('for drift read settings and change nothing', () => {
    const actions = actionsIn(callsOf('quittance-production-drift'));
    expect(actions.filter((action) => !/:(Get|GET|List|Describe|Detect|BatchDescribe)/.test(action))).toEqual([]);
    for (const action of ['dynamodb:GetItem', 's3:GetObject', 'kms:Decrypt', 'sqs:ReceiveMessage', 'states:GetExecutionHistory'])
      expect(actions, action).not.toContain(action);
  });
});

describe('what CloudFormation may do', () => {
  const table = `arn:aws:dynamodb:eu-central-1:${ACCOUNT}:table/Quittance-production-Requests-1`;
  const key = `arn:aws:kms:eu-central-1:${ACCOUNT}:key/1`;
  const newRole = `arn:aws:iam::${ACCOUNT}:role/Quittance-production-web-1`;

  it('covers every type in the template with everything switched on, and no other', () => {
    const full = synthesize({
      context: {
        createMailIdentity: 'true',
        alarmEmail: 'privacy@example.com',
        domain: 'privacy.example.com',
        certificate: `arn:aws:acm:eu-central-1:${ACCOUNT}:certificate/1`,
      },
    });
    const types = new Set([...Object.values(full.resources).map(({ Type }) => Type), 'AWS::CDK::Metadata']);
    expect(Object.keys(CALLS).toSorted()).toEqual([...types].toSorted());
  });

  it('includes making and changing what keeps data', () => {
    const statements = execution(made);
    expect(may(statements, { action: 'dynamodb:CreateTable', resource: table })).toBe(true);
    expect(may(statements, { action: 'kms:CreateKey', resource: '*' })).toBe(true);
    expect(
      may(statements, {
        action: 'states:UpdateStateMachine',
        resource: `arn:aws:states:eu-central-1:${ACCOUNT}:stateMachine:Quittance-production-requests`,
      }),
    ).toBe(true);
  });

  it('includes neither reading data nor deleting what keeps them, unless the stage gives them up', () => {
    const statements = execution(made);
    for (const action of ['GetItem', 'Query', 'Scan', 'DeleteItem', 'DeleteTable', 'ExportTableToPointInTime'])
      expect(may(statements, { action: `dynamodb:${action}`, resource: table }), action).toBe(false);
    expect(may(statements, { action: 's3:GetObject', resource: 'arn:aws:s3:::quittance-production-delivery-1/req_1' })).toBe(false);
    expect(may(statements, { action: 's3:DeleteBucket', resource: 'arn:aws:s3:::quittance-production-vault-1' })).toBe(false);
    expect(may(statements, { action: 's3:DeleteBucket', resource: 'arn:aws:s3:::quittance-staging-vault-1' })).toBe(true);
    expect(may(statements, { action: 'dynamodb:DeleteTable', resource: table.replace('production', 'staging') })).toBe(true);
  });

  it('includes no harm to a key, and no change of who may do it, as the policies of the keys say', () => {
    const denied = ['kms:ScheduleKeyDeletion', 'kms:DisableKey'];
    for (const action of [...denied, 'kms:PutKeyPolicy', 'kms:Decrypt', 'kms:Sign'])
      expect(may(execution(made), { action, resource: key }), action).toBe(false);
    const { resources } = synthesize();
    for (const { Properties, id } of ofType({ resources }, 'AWS::KMS::Key'))
      expect(JSON.stringify(Properties['KeyPolicy']), id).toContain(JSON.stringify(denied.toSorted()));
  });

  it('includes changing key policies only for the time a person allows it', () => {
    const open = execution(make({ keyPoliciesChange: 'true' }));
    expect(may(open, { action: 'kms:PutKeyPolicy', resource: key })).toBe(true);
    expect(may(open, { action: 'kms:ScheduleKeyDeletion', resource: key })).toBe(false);
  });

  it('includes roles within the boundary only, handed to nobody but Lambda and Step Functions', () => {
    const statements = execution(made);
    const ask = (action: string, context: Record<string, string>) => may(statements, { action, resource: newRole, context });
    for (const action of ['iam:CreateRole', 'iam:PutRolePolicy', 'iam:PutRolePermissionsBoundary']) {
      expect(ask(action, { 'iam:PermissionsBoundary': BOUNDARY }), action).toBe(true);
      expect(ask(action, {}), action).toBe(false);
      expect(ask(action, { 'iam:PermissionsBoundary': `${BOUNDARY}-wide` }), action).toBe(false);
    }
    expect(ask('iam:DeleteRolePermissionsBoundary', { 'iam:PermissionsBoundary': BOUNDARY })).toBe(false);
    expect(ask('iam:AttachRolePolicy', { 'iam:PermissionsBoundary': BOUNDARY })).toBe(false);
    expect(ask('iam:PassRole', { 'iam:PassedToService': 'lambda.amazonaws.com' })).toBe(true);
    expect(ask('iam:PassRole', { 'iam:PassedToService': 'ec2.amazonaws.com' })).toBe(false);
  });

  it('cannot reach its own limits: neither the boundary nor the roles of CI', () => {
    const statements = execution(made);
    expect(may(statements, { action: 'iam:CreatePolicyVersion', resource: BOUNDARY })).toBe(false);
    for (const name of ['quittance-production-deploy', 'cdk-hnb659fds-cfn-exec-role-1'])
      expect(
        may(statements, {
          action: 'iam:PutRolePolicy',
          resource: `arn:aws:iam::${ACCOUNT}:role/${name}`,
          context: { 'iam:PermissionsBoundary': BOUNDARY },
        }),
        name,
      ).toBe(false);
  });

  it('fits into managed policies, which are at most ten to a role', () => {
    const policies = ofType(made, 'AWS::IAM::ManagedPolicy');
    for (const { id, Properties } of policies) expect(JSON.stringify(Properties['PolicyDocument']).length, id).toBeLessThanOrEqual(6144);
    expect(policies.length).toBeLessThanOrEqual(10);
  });
});

describe('the boundary', () => {
  it('allows exactly what the roles of the product use', () => {
    const boundary = ofType(made, 'AWS::IAM::ManagedPolicy').find(
      ({ Properties }) => Properties['ManagedPolicyName'] === 'quittance-boundary',
    );
    const allowed = actionsIn(statementsIn(boundary!.Properties['PolicyDocument']));
    const product = synthesize();
    const documents = [
      ...ofType(product, 'AWS::IAM::Policy').map(({ Properties }) => Properties['PolicyDocument']),
      ...ofType(product, 'AWS::IAM::Role').flatMap(({ Properties }) =>
        ((Properties['Policies'] ?? []) as { PolicyDocument: unknown }[]).map(({ PolicyDocument }) => PolicyDocument),
      ),
    ];
    const used = actionsIn(documents.flatMap(statementsIn));
    expect(allowed.toSorted()).toEqual([...new Set(used)].toSorted());
  });
});

describe('the stack', () => {
  it('passes cdk-nag and the rules of the library', () => {
    expect(made.findings).toEqual([]);
  });

  it('needs nothing in the account yet: no role, no bucket, no larger than a call may carry', () => {
    expect(made.needs).not.toHaveProperty('assumeRoleArn');
    expect(made.needs).not.toHaveProperty('cloudFormationExecutionRoleArn');
    expect(made.needs).not.toHaveProperty('stackTemplateAssetObjectUrl');
    expect(made.needs).not.toHaveProperty('requiresBootstrapStackVersion');
    expect(made.bytes).toBeLessThan(51_200);
  });

  it('says what to run next', () => {
    expect(made.outputs['Bootstrap']!.Value).toMatch(
      /^npx cdk bootstrap aws:\/\/111122223333\/eu-central-1 -c stage=staging( --cloudformation-execution-policies arn:aws:iam::111122223333:policy\/quittance-execution-\d)+$/,
    );
  });

  it('refuses an account without a stage, and a repository that is none, in words', () => {
    expect(() => make({ account: '999999999999' })).toThrow('No stage of cdk.json lies in account 999999999999');
    expect(() => make({ repository: 'privacy' })).toThrow('add -c repository=OWNER/NAME');
  });
});

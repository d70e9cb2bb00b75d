/** A small hand-written stack on disk: functions as .mjs files, resources as given. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AwsContext, AwsService } from '../../lib/local/contract.ts';
import { type SmallAws, type SmallAwsOptions, startSmallAws } from '../../lib/local/small-aws.ts';

export interface FunctionFixture {
  source: string;
  properties?: Record<string, unknown>;
  variables?: Record<string, unknown>;
  /** Statements of the role. */
  allow?: object[];
}

export interface StackFixture {
  functions?: Record<string, FunctionFixture>;
  resources?: Record<string, unknown>;
}

/** Folders of one test; `remove` deletes them. */
export interface Workspace {
  templateDir: string;
  dataDir: string;
  /** For files the functions write; the variable `SCRATCH` of each names it. */
  scratch: string;
  start(options?: Partial<SmallAwsOptions>): Promise<SmallAws>;
  remove(): Promise<void>;
}

/** Writes the stack and hands back where it is. Instances started through it end with `remove`. */
export function workspace(stack: StackFixture): Workspace {
  const root = mkdtempSync(join(tmpdir(), 'small-aws-'));
  const templateDir = join(root, 'cdk.out');
  const dataDir = join(root, 'data');
  const scratch = join(root, 'scratch');
  mkdirSync(scratch);
  writeStack(templateDir, stack, { SCRATCH: scratch });
  const running: SmallAws[] = [];
  return {
    templateDir,
    dataDir,
    scratch,
    async start(options = {}) {
      const aws = await startSmallAws({ templateDir, dataDir, port: 0, services: noServices, ...options });
      running.push(aws);
      return aws;
    },
    async remove() {
      await Promise.all(running.map((aws) => aws.close()));
      rmSync(root, { recursive: true, force: true });
    },
  };
}

const noServices = (_: AwsContext): AwsService[] => [];

/** Writes `Shop.template.json`, its assets manifest and the functions' code. */
export function writeStack(
  directory: string,
  { functions = {}, resources = {} }: StackFixture,
  variables: Record<string, unknown> = {},
): void {
  const files: Record<string, unknown> = {};
  const all: Record<string, unknown> = { ...resources };
  for (const [id, { source, properties = {}, variables: own = {}, allow = [] }] of Object.entries(functions)) {
    mkdirSync(join(directory, `asset.${id}`), { recursive: true });
    writeFileSync(join(directory, `asset.${id}`, 'index.mjs'), source);
    files[id] = { source: { path: `asset.${id}`, packaging: 'zip' }, destinations: { here: { objectKey: `${id}.zip` } } };
    all[`${id}Role`] = roleFor('lambda.amazonaws.com', { ManagedPolicyArns: [basicExecution] });
    if (allow.length > 0) all[`${id}Policy`] = policyFor(`${id}Role`, allow);
    all[id] = {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        Code: { S3Bucket: 'assets', S3Key: `${id}.zip` },
        Role: { 'Fn::GetAtt': [`${id}Role`, 'Arn'] },
        Environment: { Variables: { ...variables, ...own } },
        ...properties,
      },
    };
  }
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'Shop.template.json'), JSON.stringify({ Resources: all }));
  writeFileSync(join(directory, 'Shop.assets.json'), JSON.stringify({ files }));
}

/** A role that a service may assume. */
export function roleFor(service: string, properties: object = {}): object {
  const trust = { Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' };
  return { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: { Statement: [trust] }, ...properties } };
}

/** Lets a service invoke a function. */
export function permissionFor(service: string, functionId: string, properties: object = {}): object {
  const FunctionName = { 'Fn::GetAtt': [functionId, 'Arn'] };
  return {
    Type: 'AWS::Lambda::Permission',
    Properties: { Action: 'lambda:InvokeFunction', FunctionName, Principal: service, ...properties },
  };
}

const basicExecution = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';

function policyFor(role: string, statements: object[]): object {
  const Statement = statements.map((statement) => ({ Effect: 'Allow', ...statement }));
  return { Type: 'AWS::IAM::Policy', Properties: { PolicyName: `${role}Policy`, PolicyDocument: { Statement }, Roles: [{ Ref: role }] } };
}

/** A table `pk`/`sk` with an index `due` on `dueOn`. */
export const ordersTable = {
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: ['pk', 'sk', 'dueOn'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    GlobalSecondaryIndexes: [
      { IndexName: 'due', KeySchema: [{ AttributeName: 'dueOn', KeyType: 'HASH' }], Projection: { ProjectionType: 'ALL' } },
    ],
  },
};

/** Resources of an HTTP API whose every route goes to one function, which allows it. */
export function httpApiTo(functionId: string): Record<string, unknown> {
  return {
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'Api', ProtocolType: 'HTTP' } },
    Permission: permissionFor('apigateway.amazonaws.com', functionId),
    Integration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        ApiId: { Ref: 'Api' },
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: { 'Fn::GetAtt': [functionId, 'Arn'] },
        PayloadFormatVersion: '2.0',
      },
    },
    Route: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: { ApiId: { Ref: 'Api' }, RouteKey: '$default', Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'Integration' }]] } },
    },
    Stage: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId: { Ref: 'Api' }, StageName: '$default', AutoDeploy: true } },
  };
}

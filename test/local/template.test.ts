/** Reading a synthesized template. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadTemplate, type Template } from '../../lib/local/template.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'template-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

function load(template: object, parameters: Record<string, string> = {}): Template {
  writeFileSync(join(directory, 'Shop.template.json'), JSON.stringify(template));
  writeFileSync(
    join(directory, 'Shop.assets.json'),
    JSON.stringify({ files: { a: { source: { path: 'asset.a' }, destinations: { x: { objectKey: 'a.zip' } } } } }),
  );
  return loadTemplate({ directory, url: 'http://127.0.0.1:4400', parameters });
}

/** What a value in a parameter resource resolves to. */
function valueOf(value: unknown, more: Record<string, unknown> = {}, parameters: Record<string, string> = {}): unknown {
  const { Resources = {}, ...rest } = more as { Resources?: object };
  const template = load(
    { ...rest, Resources: { ...Resources, P: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/p', Value: value } } } },
    parameters,
  );
  return template.resources.find(({ logicalId }) => logicalId === 'P')!.properties['Value'];
}

const key = { Key: { Type: 'AWS::KMS::Key', Properties: { MultiRegion: true } } };
const queue = { Queue: { Type: 'AWS::SQS::Queue' } };

const machine = (DefinitionString: string) => ({
  Type: 'AWS::StepFunctions::StateMachine',
  Properties: { DefinitionString },
  Metadata: { 'aws:cdk:path': 'Shop/M' },
});
const lambda = (S3Key: string) => ({
  Type: 'AWS::Lambda::Function',
  Properties: { Code: { S3Bucket: 'assets', S3Key } },
  Metadata: { 'aws:cdk:path': 'Shop/F' },
});

describe('a template', () => {
  it.each([
    [{ Ref: 'AWS::Region' }, 'eu-central-1'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'AWS::AccountId' }, 1]] }, 'a-000000000000-1'],
    [{ 'Fn::Sub': '${AWS::Partition}/${Queue.QueueName}/${!Literal}' }, 'aws/Shop-Queue/${Literal}'],
    [{ 'Fn::Sub': ['${A}${AWS::URLSuffix}', { A: { Ref: 'AWS::StackName' } }] }, 'Shopamazonaws.com'],
    [{ 'Fn::Select': ['1', { 'Fn::Split': [',', 'a,b'] }] }, 'b'],
    [{ 'Fn::Select': [5, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Queue', 'Arn'] }] }] }, 'Shop-Queue'],
    [{ 'Fn::GetAtt': 'Queue.QueueName' }, 'Shop-Queue'],
    [{ 'Fn::FindInMap': ['M', { Ref: 'AWS::Region' }, 'k'] }, 'v'],
    [{ 'Fn::If': ['Prod', 'big', { 'Fn::If': ['Test', 'tiny', 'small'] }] }, 'tiny'],
    [{ a: { Ref: 'AWS::NoValue' }, b: [{ Ref: 'AWS::NoValue' }, 1] }, { b: [1] }],
    [
      { Statement: { Condition: { StringEquals: { k: { Ref: 'AWS::Region' } } } } },
      { Statement: { Condition: { StringEquals: { k: 'eu-central-1' } } } },
    ],
    [{ Condition: { StringEquals: 'x' } }, { Condition: { StringEquals: 'x' } }],
  ])('resolves %j', (value, expected) => {
    const Conditions = {
      Prod: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
      Test: { 'Fn::And': [{ 'Fn::Not': [{ Condition: 'Prod' }] }, { 'Fn::Equals': ['a', 'a'] }] },
    };
    const more = {
      Resources: queue,
      Conditions,
      Parameters: { Stage: { Default: 'test' } },
      Mappings: { M: { 'eu-central-1': { k: 'v' } } },
    };
    expect(valueOf(value, more)).toEqual(expected);
  });

  it('takes parameters by given value before their default', () => {
    const Parameters = { Stage: { Default: 'test' }, Needed: {} };
    expect(valueOf({ Ref: 'Stage' }, { Parameters }, { Stage: 'prod' })).toBe('prod');
    expect(() => valueOf({ Ref: 'Needed' }, { Parameters })).toThrow('parameter Needed has neither value nor default');
  });

  it('leaves out resources whose condition is false', () => {
    const { resources } = load({
      Conditions: { No: { 'Fn::Equals': ['a', 'b'] } },
      Resources: { Queue: { ...queue.Queue, Condition: 'No' } },
    });
    expect(resources).toEqual([]);
  });

  it('gives resources stable names and ARNs, or the given ones', () => {
    const Resources = {
      ...key,
      Bucket: { Type: 'AWS::S3::Bucket' },
      Named: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'case-keys' } },
    };
    const first = load({ Resources }).resources;
    const byId = Object.fromEntries(first.map((resource) => [resource.logicalId, resource]));
    expect(byId['Key']!.ref).toMatch(/^mrk-[0-9a-f]{32}$/);
    expect(byId['Bucket']).toMatchObject({ ref: 'shop-bucket', arn: 'arn:aws:s3:::shop-bucket' });
    expect(byId['Named']).toMatchObject({ ref: 'case-keys', arn: 'arn:aws:dynamodb:eu-central-1:000000000000:table/case-keys' });
    expect(load({ Resources }).resources).toEqual(first);
  });

  it.each([
    [{ 'Fn::ImportValue': 'x' }, '.Value: Fn::ImportValue is not known to the small AWS'],
    [{ a: [{ 'Fn::Cidr': [] }] }, '.Value.a[0]: Fn::Cidr is not known to the small AWS'],
    [{ a: 1, 'Fn::Sub': 'x' }, '.Value: Fn::Sub stands beside other keys'],
    [{ Ref: 'Nobody' }, '.Value: there is no resource Nobody'],
    [{ 'Fn::Sub': 'x-${Nobody}' }, '.Value: there is no resource Nobody'],
    [{ 'Fn::GetAtt': ['Nobody', 'Arn'] }, '.Value: there is no resource Nobody'],
    [{ 'Fn::GetAtt': ['Queue', 'Colour'] }, '.Value: attribute Colour of Queue (AWS::SQS::Queue) is not known to the small AWS'],
    [{ 'Fn::If': ['Nowhere', 1, 2] }, '.Value: there is no condition Nowhere'],
    [{ 'Fn::If': ['Nowhere', 1] }, '.Value: Fn::If takes a condition and two values'],
    [{ 'Fn::Select': [7, ['a']] }, '.Value: Fn::Select finds nothing at 7'],
    [{ 'Fn::Join': [',', 'a'] }, '.Value: expected a list'],
    [{ 'Fn::FindInMap': ['M', 'a', 'b'] }, '.Value: no value at Mappings.M.a.b'],
    ['{{resolve:ssm:/a}}', '.Value: dynamic references are not known to the small AWS'],
  ])('refuses %j, naming logical id, CDK path and property', (value, message) => {
    const P = { Type: 'AWS::SSM::Parameter', Properties: { Name: '/p', Value: value }, Metadata: { 'aws:cdk:path': 'Shop/P/Resource' } };
    expect(() => load({ Resources: { ...queue, P } })).toThrow(`P (Shop/P/Resource).Properties${message}`);
  });

  it.each([
    ['is no JSON', machine('{"StartAt": "A",'), 'M (Shop/M).Properties.DefinitionString: no JSON'],
    ['depends on nothing', { ...queue.Queue, DependsOn: ['Gone'] }, 'M.DependsOn: there is no resource Gone'],
    ['has an unknown condition', { ...queue.Queue, Condition: 'Gone' }, 'M.Condition: there is no condition Gone'],
    ['has code that is no asset', lambda('b.zip'), 'M (Shop/F).Properties.Code.S3Key: no asset has the key b.zip in Shop.assets.json'],
    [
      'has code that is not there',
      lambda('a.zip'),
      /^M \(Shop\/F\)\.Properties\.Code\.S3Key: the asset .*asset\.a is missing; synthesize again$/,
    ],
  ])('refuses a resource that %s', (_, M, message) => {
    expect(() => load({ Resources: { M } })).toThrow(message);
  });

  it('refuses a template that is none, naming the file', () => {
    expect(() => loadTemplate({ directory, url: '', stack: 'Gone' })).toThrow('Gone.template.json is missing');
    writeFileSync(join(directory, 'Torn.template.json'), '{"Resources": {');
    expect(() => loadTemplate({ directory, url: '' })).toThrow('Torn.template.json: no JSON');
    writeFileSync(join(directory, 'Torn.template.json'), '{}');
    expect(() => loadTemplate({ directory, url: '' })).toThrow('Torn.template.json: there are no Resources');
  });

  it('refuses a resource type it does not know, naming its path', () => {
    const Lake = { Type: 'AWS::Glue::Database', Metadata: { 'aws:cdk:path': 'Shop/Lake' } };
    expect(() => load({ Resources: { Lake } })).toThrow(
      'Lake (Shop/Lake): resource type AWS::Glue::Database is not known to the small AWS',
    );
  });

  it('refuses a name that depends on itself', () => {
    const Resources = {
      A: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { Ref: 'B' } } },
      B: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { Ref: 'A' } } },
    };
    expect(() => load({ Resources })).toThrow('depends on itself');
  });

  it('finds assets by their key, and only those there are', () => {
    const template = load({ Resources: {} });
    expect(template.assetPath('a.zip')).toBe(join(directory, 'asset.a'));
    expect(() => template.assetPath('b.zip')).toThrow('no asset has the key b.zip');
  });

  it('refuses a folder with none or several stacks', () => {
    expect(() => loadTemplate({ directory, url: '' })).toThrow('found none');
    mkdirSync(directory, { recursive: true });
    for (const stack of ['A', 'B']) writeFileSync(join(directory, `${stack}.template.json`), '{}');
    expect(() => loadTemplate({ directory, url: '' })).toThrow('found A, B');
  });
});

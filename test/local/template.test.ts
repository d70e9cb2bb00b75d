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
    [{ 'Fn::ImportValue': 'x' }, 'P.Properties.Value: Fn::ImportValue is not known'],
    [{ a: [{ 'Fn::Cidr': [] }] }, 'P.Properties.Value.a[0]: Fn::Cidr is not known'],
    [{ Ref: 'Nobody' }, 'P.Properties.Value: there is no resource Nobody'],
    [{ 'Fn::GetAtt': ['Queue', 'Colour'] }, 'attribute Colour of Queue (AWS::SQS::Queue) is not known'],
    ['{{resolve:ssm:/a}}', 'P.Properties.Value: dynamic references are not known'],
  ])('refuses %j, naming where it stands', (value, message) => {
    expect(() => valueOf(value, { Resources: queue })).toThrow(message);
  });

  it('refuses a resource type it does not know, naming its path', () => {
    const Lake = { Type: 'AWS::Glue::Database', Metadata: { 'aws:cdk:path': 'Shop/Lake' } };
    expect(() => load({ Resources: { Lake } })).toThrow('resource type AWS::Glue::Database (Shop/Lake) is not known to the small AWS');
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

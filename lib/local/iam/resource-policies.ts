/** The policies that lie with resources instead of roles: buckets, queues, topics, keys, functions, and roles' trust. */
import { ACCOUNT, type Resource } from '../contract.ts';
import { lambdaPermission } from './lambda-permission.ts';
import { placeOf } from '../template-fault.ts';
import { PolicyError } from './policy-error.ts';
import { readResourcePolicy, type ResourceStatement } from './policy.ts';

/** A resource policy of the template, or the one AWS gives a resource that has none. */
export interface ResourcePolicy {
  /** Logical id of the resource it is about. */
  holder: string;
  name: string;
  /** Whether its statements count as grants that something must use; trust and AWS's defaults do not. */
  counted: boolean;
  statements: ResourceStatement[];
}

export interface ResourcePolicies {
  /** Those about a resource, given the ARN that a call names. */
  of(resourceArn: string): readonly ResourcePolicy[];
  all(): readonly ResourcePolicy[];
}

/** Policies a reader finds in one resource, by the ARN of what they are about. */
type Found = [arn: string, policy: ResourcePolicy][];
type Reader = (resource: Resource, resources: readonly Resource[]) => Found;

/** Reads every resource policy of a template; a kind that is not evaluated here is an error. */
export function resourcePolicies(resources: readonly Resource[]): ResourcePolicies {
  const byArn = new Map<string, ResourcePolicy[]>();
  for (const resource of resources) {
    refuseUnread(resource);
    for (const [arn, policy] of readers[resource.type]?.(resource, resources) ?? []) byArn.set(arn, [...(byArn.get(arn) ?? []), policy]);
  }
  return { of: (arn) => byArn.get(ownerOf(arn)) ?? [], all: () => [...byArn.values()].flat() };
}

const readers: Record<string, Reader> = {
  'AWS::IAM::Role': (role) => [own(role, { document: role.properties['AssumeRolePolicyDocument'], counted: false })],
  'AWS::KMS::Key': (key) => [
    own(key, { document: key.properties['KeyPolicy'] ?? defaultKeyPolicy, counted: key.properties['KeyPolicy'] !== undefined }),
  ],
  'AWS::Lambda::Permission': (permission, resources) => [attached(permission, lambdaPermission(permission, resources))],
  'AWS::S3::BucketPolicy': (policy, resources) => about(policy, resources, { property: 'Bucket', type: 'AWS::S3::Bucket' }),
  'AWS::SQS::QueuePolicy': (policy, resources) => about(policy, resources, { property: 'Queues', type: 'AWS::SQS::Queue' }),
  'AWS::SNS::TopicPolicy': (policy, resources) => about(policy, resources, { property: 'Topics', type: 'AWS::SNS::Topic' }),
  'AWS::SNS::Topic': (topic, resources) => {
    const hasPolicy = resources.some(
      ({ type, properties }) => type === 'AWS::SNS::TopicPolicy' && asList(properties['Topics']).includes(topic.ref),
    );
    return hasPolicy ? [] : [own(topic, { document: defaultTopicPolicy, counted: false })];
  },
};

/** "The default key policy ... gives the AWS account that owns the KMS key full access": KMS Developer Guide, key policies. */
const defaultKeyPolicy = {
  Statement: { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'kms:*', Resource: '*' },
};

/** What SNS gives a topic without a policy; any policy of its own replaces it. */
const defaultTopicPolicy = {
  Statement: {
    Effect: 'Allow',
    Principal: { AWS: '*' },
    Action: 'sns:Publish',
    Resource: '*',
    Condition: { StringEquals: { 'aws:SourceOwner': ACCOUNT } },
  },
};

function own(resource: Resource, { document, counted }: { document: unknown; counted: boolean }): Found[number] {
  const { logicalId, arn } = resource;
  if (document === undefined) throw new PolicyError(`${placeOf(resource)}: no policy says who may assume the role`);
  return [arn, { holder: logicalId, name: logicalId, counted, statements: readResourcePolicy(document, placeOf(resource)) }];
}

function attached(resource: Resource, { target, statement }: ReturnType<typeof lambdaPermission>): Found[number] {
  const statements = readResourcePolicy({ Statement: statement }, placeOf(resource));
  return [target.arn, { holder: target.logicalId, name: resource.logicalId, counted: true, statements }];
}

/** A policy that names what it is about in a property; what is not in the template is nobody's to call here. */
function about(resource: Resource, resources: readonly Resource[], { property, type }: { property: string; type: string }): Found {
  const { logicalId, properties } = resource;
  const refs = asList(properties[property]);
  const statements = readResourcePolicy(properties['PolicyDocument'], `${placeOf(resource)}.Properties.PolicyDocument`);
  return resources
    .filter((resource) => resource.type === type && refs.includes(resource.ref))
    .map((target) => [target.arn, { holder: target.logicalId, name: logicalId, counted: true, statements }]);
}

/** The resource whose policies decide about an ARN: an object's bucket, a version's function. */
function ownerOf(arn: string): string {
  if (arn.startsWith('arn:aws:s3:::')) return arn.split('/', 1)[0]!;
  return arn.startsWith('arn:aws:lambda:') ? arn.split(':').slice(0, 7).join(':') : arn;
}

/** Policies of other services that would decide about calls, were they evaluated. */
const unread: readonly [type: string, property?: string][] = [
  ['AWS::Events::EventBusPolicy'],
  ['AWS::Logs::ResourcePolicy'],
  ['AWS::DynamoDB::Table', 'ResourcePolicy'],
  ['AWS::DynamoDB::GlobalTable', 'ResourcePolicy'],
];

function refuseUnread(resource: Resource): void {
  const { type, properties } = resource;
  const found = unread.find(([of, property]) => of === type && (property === undefined || properties[property] !== undefined));
  if (found) throw new PolicyError(`${placeOf(resource)}: the resource policy of ${type} is not known to the small AWS`);
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

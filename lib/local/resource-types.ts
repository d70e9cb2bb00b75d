/** Every resource type the small AWS knows: how its name, `Ref`, ARN and attributes come about. */
import { createHash } from 'node:crypto';

/** Where a resource lives. */
export interface Place {
  stack: string;
  region: string;
  account: string;
  /** Base URL of the HTTP API for people. */
  url: string;
}

/** What other resources may learn about a resource. */
export interface Identity {
  ref: string;
  arn: string;
  attributes: Record<string, string>;
}

interface Naming {
  logicalId: string;
  place: Place;
  /** A property, resolved. */
  property(name: string): unknown;
}

type Identify = (naming: Naming) => Identity;

/** The identity of a resource; undefined for a type the small AWS does not know. */
export function identify(type: string, naming: Naming): Identity | undefined {
  const behaving = behavingTypes[type];
  if (behaving) return behaving(naming);
  return inertTypes.has(type) ? inert(naming) : undefined;
}

const behavingTypes: Record<string, Identify> = {
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::S3::Bucket': bucket,
  'AWS::Lambda::Function': byName('FunctionName', ({ region, account }, name) => `arn:aws:lambda:${region}:${account}:function:${name}`),
  'AWS::IAM::Role': byName('RoleName', ({ account }, name) => `arn:aws:iam::${account}:role/${name}`),
  'AWS::IAM::ManagedPolicy': arnAsRef('ManagedPolicyName', ({ account }, name) => `arn:aws:iam::${account}:policy/${name}`),
  'AWS::IAM::Policy': byName('PolicyName', ({ account }, name) => `arn:aws:iam::${account}:policy/${name}`),
  'AWS::KMS::Key': kmsKey,
  'AWS::KMS::Alias': byName('AliasName', ({ region, account }, name) => `arn:aws:kms:${region}:${account}:${name}`),
  'AWS::StepFunctions::StateMachine': stateMachine,
  'AWS::SSM::Parameter': byName(
    'Name',
    ({ region, account }, name) => `arn:aws:ssm:${region}:${account}:parameter/${name.replace(/^\//, '')}`,
  ),
  'AWS::SQS::Queue': queue,
  'AWS::SNS::Topic': arnAsRef('TopicName', ({ region, account }, name) => `arn:aws:sns:${region}:${account}:${name}`),
  'AWS::Events::Rule': byName('Name', ({ region, account }, name) => `arn:aws:events:${region}:${account}:rule/${name}`),
  'AWS::ApiGatewayV2::Api': httpApi,
  'AWS::ApiGatewayV2::Stage': byName('StageName', (_, name) => name),
  'AWS::Logs::LogGroup': byName('LogGroupName', ({ region, account }, name) => `arn:aws:logs:${region}:${account}:log-group:${name}:*`),
  'AWS::SES::EmailIdentity': byName('EmailIdentity', ({ region, account }, name) => `arn:aws:ses:${region}:${account}:identity/${name}`),
  'AWS::SES::ConfigurationSet': byName('Name', ({ region, account }, name) => `arn:aws:ses:${region}:${account}:configuration-set/${name}`),
  'AWS::SES::ReceiptRuleSet': byName(
    'RuleSetName',
    ({ region, account }, name) => `arn:aws:ses:${region}:${account}:receipt-rule-set/${name}`,
  ),
  'AWS::SES::ReceiptRule': receiptRule,
};

/**
 * Known, and nothing to do for them on a laptop beyond what their neighbours read of them: who is alarmed and what is
 * kept of logs are matters of the cloud; policies, permissions, routes and subscriptions are read by the
 * services they belong to. A type that is in neither list is refused, for it would be missing without anybody noticing.
 */
const inertTypes = new Set([
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::CDK::Metadata',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::Events::EventBusPolicy',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::Permission',
  'AWS::Logs::MetricFilter',
  'AWS::Logs::QueryDefinition',
  'AWS::Logs::ResourcePolicy',
  'AWS::S3::BucketPolicy',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SNS::Subscription',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
]);

function byName(property: string, toArn: (place: Place, name: string) => string): Identify {
  return (naming) => {
    const name = nameOf(naming, property);
    const arn = toArn(naming.place, name);
    return { ref: name, arn, attributes: { Arn: arn } };
  };
}

function arnAsRef(property: string, toArn: (place: Place, name: string) => string): Identify {
  return (naming) => {
    const arn = toArn(naming.place, nameOf(naming, property));
    return { ref: arn, arn, attributes: { Arn: arn, TopicArn: arn, PolicyArn: arn } };
  };
}

function table(naming: Naming): Identity {
  const { region, account } = naming.place;
  const name = nameOf(naming, 'TableName');
  const arn = `arn:aws:dynamodb:${region}:${account}:table/${name}`;
  return { ref: name, arn, attributes: { Arn: arn } };
}

function bucket(naming: Naming): Identity {
  const name = nameOf(naming, 'BucketName').toLowerCase();
  const arn = `arn:aws:s3:::${name}`;
  const regional = `${name}.s3.${naming.place.region}.amazonaws.com`;
  return { ref: name, arn, attributes: { Arn: arn, DomainName: `${name}.s3.amazonaws.com`, RegionalDomainName: regional } };
}

function kmsKey(naming: Naming): Identity {
  const { region, account, stack } = naming.place;
  const hex = createHash('sha256').update(`${stack}/${naming.logicalId}`).digest('hex').slice(0, 32);
  const uuid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const id = naming.property('MultiRegion') === true ? `mrk-${hex}` : uuid;
  const arn = `arn:aws:kms:${region}:${account}:key/${id}`;
  return { ref: id, arn, attributes: { Arn: arn, KeyId: id } };
}

function stateMachine(naming: Naming): Identity {
  const { region, account } = naming.place;
  const name = nameOf(naming, 'StateMachineName');
  const arn = `arn:aws:states:${region}:${account}:stateMachine:${name}`;
  return { ref: arn, arn, attributes: { Arn: arn, Name: name } };
}

function queue(naming: Naming): Identity {
  const { region, account } = naming.place;
  const name = nameOf(naming, 'QueueName');
  const arn = `arn:aws:sqs:${region}:${account}:${name}`;
  const url = `https://sqs.${region}.amazonaws.com/${account}/${name}`;
  return { ref: url, arn, attributes: { Arn: arn, QueueName: name, QueueUrl: url } };
}

function httpApi(naming: Naming): Identity {
  const { region, stack, url } = naming.place;
  // As in the cloud an API's id is ten characters of a-z0-9; it also appears in URLs built with Fn::Join.
  const id = createHash('sha256').update(`${stack}/${naming.logicalId}`).digest('hex').slice(0, 10);
  return { ref: id, arn: `arn:aws:apigateway:${region}::/apis/${id}`, attributes: { ApiId: id, ApiEndpoint: url } };
}

/** Its name is a member of its rule. */
function receiptRule(naming: Naming): Identity {
  const { region, account, stack } = naming.place;
  const { Name: name = `${stack}-${naming.logicalId}` } = naming.property('Rule') as { Name?: string };
  const arn = `arn:aws:ses:${region}:${account}:receipt-rule-set/${String(naming.property('RuleSetName'))}:receipt-rule/${name}`;
  return { ref: name, arn, attributes: {} };
}

function inert({ logicalId, place }: Naming): Identity {
  const ref = `${place.stack}-${logicalId}`;
  return { ref, arn: `arn:aws:cloudformation:${place.region}:${place.account}:resource/${ref}`, attributes: {} };
}

function nameOf({ logicalId, place, property }: Naming, nameProperty: string): string {
  const given = property(nameProperty);
  return typeof given === 'string' && given !== '' ? given : `${place.stack}-${logicalId}`;
}

/** Rule: a reference leads to a resource of the kind that its property wants. */
import type { Fault } from './fault.ts';
import type { Resource, Template } from './template.ts';

/** Per type of resource: the property that refers, and the type of what it refers to. */
const WANTED: Record<string, Record<string, string>> = {
  'AWS::Lambda::Function': { Role: 'AWS::IAM::Role', 'LoggingConfig.LogGroup': 'AWS::Logs::LogGroup' },
  'AWS::Lambda::Permission': { FunctionName: 'AWS::Lambda::Function' },
  'AWS::Lambda::EventInvokeConfig': { FunctionName: 'AWS::Lambda::Function' },
  'AWS::StepFunctions::StateMachine': {
    RoleArn: 'AWS::IAM::Role',
    'LoggingConfiguration.Destinations.CloudWatchLogsLogGroup.LogGroupArn': 'AWS::Logs::LogGroup',
  },
  'AWS::IAM::Policy': { Roles: 'AWS::IAM::Role' },
  'AWS::S3::Bucket': { 'LoggingConfiguration.DestinationBucketName': 'AWS::S3::Bucket' },
  'AWS::S3::BucketPolicy': { Bucket: 'AWS::S3::Bucket' },
  'AWS::SQS::QueuePolicy': { Queues: 'AWS::SQS::Queue' },
  'AWS::SNS::TopicPolicy': { Topics: 'AWS::SNS::Topic' },
  'AWS::SNS::Subscription': { TopicArn: 'AWS::SNS::Topic' },
  'AWS::CloudWatch::Alarm': { AlarmActions: 'AWS::SNS::Topic' },
  'AWS::DynamoDB::Table': { 'SSESpecification.KMSMasterKeyId': 'AWS::KMS::Key' },
  'AWS::ApiGatewayV2::Stage': { ApiId: 'AWS::ApiGatewayV2::Api', 'AccessLogSettings.DestinationArn': 'AWS::Logs::LogGroup' },
  'AWS::ApiGatewayV2::Route': { ApiId: 'AWS::ApiGatewayV2::Api' },
  'AWS::ApiGatewayV2::Integration': { ApiId: 'AWS::ApiGatewayV2::Api', IntegrationUri: 'AWS::Lambda::Function' },
  'AWS::SES::ReceiptRule': {
    RuleSetName: 'AWS::SES::ReceiptRuleSet',
    'Rule.Actions.S3Action.BucketName': 'AWS::S3::Bucket',
    'Rule.Actions.LambdaAction.FunctionArn': 'AWS::Lambda::Function',
  },
  'AWS::SES::ConfigurationSetEventDestination': { ConfigurationSetName: 'AWS::SES::ConfigurationSet' },
};

/** A reference with its path. */
interface Reference {
  at: string;
  to: string;
}

/** The references that stand at a property; lists on the way are looked through. */
function referencesAt(value: unknown, names: readonly string[], at: string): Reference[] {
  if (Array.isArray(value)) return value.flatMap((member, place) => referencesAt(member, names, `${at}.${place}`));
  if (typeof value !== 'object' || value === null) return [];
  const [name, ...rest] = names;
  if (name !== undefined) return referencesAt((value as Record<string, unknown>)[name], rest, `${at}.${name}`);
  const { Ref, 'Fn::GetAtt': attribute } = value as { Ref?: string; 'Fn::GetAtt'?: string[] };
  const to = Ref ?? attribute?.[0];
  return to === undefined ? [] : [{ at, to }];
}

/** References to resources of another kind, or to pseudo parameters. */
export function wrongReferences({ Resources }: Template, { Type, Properties }: Resource): Fault[] {
  return Object.entries(WANTED[Type] ?? {}).flatMap(([property, wanted]) =>
    referencesAt(Properties, property.split('.'), 'Properties')
      .filter(({ to }) => Resources[to]?.Type !== wanted)
      .map(({ at, to }) => ({
        rule: 'reference-kind',
        at,
        message: `${to} is ${Resources[to]?.Type ?? 'no resource'}, not ${wanted}`,
        fix: `Refer to a resource of type ${wanted}`,
      })),
  );
}

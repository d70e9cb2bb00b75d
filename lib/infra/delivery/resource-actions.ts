/**
 * What CloudFormation calls for each type of resource in the template, and nothing else: no data is read, nothing that
 * keeps data is deleted, no key is harmed. A type that is not here cannot be deployed; a test compares with the template.
 */
import type { Among } from './place.ts';

export interface Calls {
  among: Among;
  actions: readonly string[];
  /** Conditions on all of them. */
  condition?: 'within-the-boundary' | 'to-lambda-and-states' | 'for-aws-resources';
}

export interface TypeCalls {
  /** To see whether a resource is as it was deployed. */
  read: readonly Calls[];
  write: readonly Calls[];
  /** Only where data go with the stack. */
  drop?: readonly Calls[];
}

/** `service: Name Name ...` among some resources. */
function calls(among: Among, text: string, condition?: Calls['condition']): Calls {
  const [service, ...names] = text.split(/:? /);
  return { among, actions: names.map((name) => `${service}:${name}`), ...(condition !== undefined && { condition }) };
}

const api: TypeCalls = {
  read: [calls('apis', 'apigateway: GET')],
  write: [calls('apis', 'apigateway: POST PUT PATCH DELETE')],
};
/** "Log delivery actions do not support resource-level permissions." */
const LOG_DELIVERY = calls(
  'everything',
  'logs: CreateLogDelivery DeleteLogDelivery DescribeLogGroups DescribeResourcePolicies GetLogDelivery ListLogDeliveries PutResourcePolicy UpdateLogDelivery',
);
const NOTHING: TypeCalls = { read: [], write: [] };

export const CALLS: Record<string, TypeCalls> = {
  // The first API of an account makes a role for API Gateway itself.
  'AWS::ApiGatewayV2::Api': { ...api, write: [...api.write, calls('apiServiceRole', 'iam: CreateServiceLinkedRole')] },
  'AWS::ApiGatewayV2::ApiMapping': api,
  'AWS::ApiGatewayV2::DomainName': api,
  'AWS::ApiGatewayV2::Integration': api,
  'AWS::ApiGatewayV2::Route': api,
  'AWS::ApiGatewayV2::Stage': { ...api, write: [...api.write, LOG_DELIVERY] },
  'AWS::CDK::Metadata': NOTHING,
  'AWS::CloudWatch::Alarm': {
    read: [calls('alarms', 'cloudwatch: DescribeAlarms ListTagsForResource')],
    write: [calls('alarms', 'cloudwatch: PutMetricAlarm DeleteAlarms TagResource UntagResource')],
  },
  'AWS::DynamoDB::Table': {
    read: [
      calls(
        'tables',
        'dynamodb: DescribeTable DescribeContinuousBackups DescribeContributorInsights DescribeKinesisStreamingDestination DescribeTimeToLive GetResourcePolicy ListTagsOfResource',
      ),
    ],
    write: [
      calls('tables', 'dynamodb: CreateTable UpdateTable UpdateContinuousBackups UpdateTimeToLive TagResource UntagResource'),
      // A table under a key of ours: DynamoDB takes a grant on it, and it alone may.
      calls('keys', 'kms: CreateGrant', 'for-aws-resources'),
    ],
    drop: [calls('tables', 'dynamodb: DeleteTable')],
  },
  'AWS::Events::Rule': {
    read: [calls('rules', 'events: DescribeRule ListTargetsByRule ListTagsForResource')],
    write: [calls('rules', 'events: PutRule DeleteRule PutTargets RemoveTargets TagResource UntagResource')],
  },
  'AWS::IAM::Policy': {
    read: [calls('roles', 'iam: GetRolePolicy')],
    write: [calls('roles', 'iam: PutRolePolicy DeleteRolePolicy', 'within-the-boundary')],
  },
  'AWS::IAM::Role': {
    read: [calls('roles', 'iam: GetRole GetRolePolicy ListAttachedRolePolicies ListRolePolicies ListRoleTags')],
    write: [
      calls('roles', 'iam: CreateRole PutRolePolicy DeleteRolePolicy PutRolePermissionsBoundary', 'within-the-boundary'),
      calls('roles', 'iam: DeleteRole TagRole UntagRole UpdateAssumeRolePolicy UpdateRole UpdateRoleDescription'),
      calls('roles', 'iam: PassRole', 'to-lambda-and-states'),
    ],
  },
  'AWS::KMS::Key': {
    read: [calls('keys', 'kms: DescribeKey GetKeyPolicy GetKeyRotationStatus ListResourceTags')],
    write: [calls('everything', 'kms: CreateKey'), calls('keys', 'kms: EnableKeyRotation TagResource UntagResource UpdateKeyDescription')],
  },
  'AWS::Lambda::EventInvokeConfig': {
    read: [calls('functions', 'lambda: GetFunctionEventInvokeConfig')],
    write: [calls('functions', 'lambda: PutFunctionEventInvokeConfig UpdateFunctionEventInvokeConfig DeleteFunctionEventInvokeConfig')],
  },
  'AWS::Lambda::Function': {
    read: [
      calls(
        'functions',
        'lambda: GetFunction GetFunctionCodeSigningConfig GetFunctionConfiguration GetFunctionRecursionConfig GetFunctionScalingConfig GetRuntimeManagementConfig ListTags',
      ),
    ],
    write: [
      calls(
        'functions',
        'lambda: CreateFunction DeleteFunction UpdateFunctionCode UpdateFunctionConfiguration PutFunctionConcurrency DeleteFunctionConcurrency TagResource UntagResource',
      ),
      calls('assets', 's3: GetObject'),
    ],
  },
  'AWS::Lambda::Permission': {
    read: [calls('functions', 'lambda: GetPolicy')],
    write: [calls('functions', 'lambda: AddPermission RemovePermission')],
  },
  'AWS::Logs::LogGroup': {
    read: [
      calls('everything', 'logs: DescribeLogGroups'),
      calls('logGroups', 'logs: GetDataProtectionPolicy ListTagsForResource ListTagsLogGroup'),
    ],
    write: [
      calls(
        'logGroups',
        'logs: CreateLogGroup DeleteLogGroup PutRetentionPolicy DeleteRetentionPolicy TagResource UntagResource TagLogGroup UntagLogGroup',
      ),
    ],
  },
  'AWS::S3::Bucket': {
    read: [
      calls(
        'buckets',
        's3: GetAccelerateConfiguration GetAnalyticsConfiguration GetBucketAcl GetBucketCORS GetBucketLogging GetBucketNotification GetBucketObjectLockConfiguration GetBucketOwnershipControls GetBucketPublicAccessBlock GetBucketTagging GetBucketVersioning GetBucketWebsite GetEncryptionConfiguration GetIntelligentTieringConfiguration GetInventoryConfiguration GetLifecycleConfiguration GetMetricsConfiguration GetReplicationConfiguration',
      ),
    ],
    write: [
      calls(
        'buckets',
        's3: CreateBucket PutBucketLogging PutBucketOwnershipControls PutBucketPublicAccessBlock PutBucketTagging PutEncryptionConfiguration PutLifecycleConfiguration',
      ),
    ],
    drop: [calls('buckets', 's3: DeleteBucket')],
  },
  'AWS::S3::BucketPolicy': {
    read: [calls('buckets', 's3: GetBucketPolicy')],
    write: [calls('buckets', 's3: PutBucketPolicy DeleteBucketPolicy')],
  },
  'AWS::SES::ConfigurationSet': {
    read: [calls('configurationSets', 'ses: GetConfigurationSet DescribeConfigurationSet ListTagsForResource')],
    write: [
      calls(
        'configurationSets',
        'ses: CreateConfigurationSet DeleteConfigurationSet PutConfigurationSetDeliveryOptions PutConfigurationSetReputationOptions PutConfigurationSetSendingOptions PutConfigurationSetSuppressionOptions PutConfigurationSetTrackingOptions TagResource UntagResource',
      ),
    ],
  },
  'AWS::SES::ConfigurationSetEventDestination': {
    read: [calls('configurationSets', 'ses: GetConfigurationSetEventDestinations DescribeConfigurationSet')],
    write: [
      calls(
        'configurationSets',
        'ses: CreateConfigurationSetEventDestination UpdateConfigurationSetEventDestination DeleteConfigurationSetEventDestination',
      ),
    ],
  },
  'AWS::SES::EmailIdentity': {
    read: [calls('identities', 'ses: GetEmailIdentity ListTagsForResource')],
    write: [
      calls(
        'identities',
        'ses: CreateEmailIdentity DeleteEmailIdentity PutEmailIdentityConfigurationSetAttributes PutEmailIdentityDkimAttributes PutEmailIdentityDkimSigningAttributes PutEmailIdentityFeedbackAttributes PutEmailIdentityMailFromAttributes TagResource UntagResource',
      ),
    ],
  },
  // "Amazon SES": its actions on receipt rules know no resources (AWS Service Authorization Reference).
  'AWS::SES::ReceiptRule': {
    read: [calls('everything', 'ses: DescribeReceiptRule')],
    write: [calls('everything', 'ses: CreateReceiptRule UpdateReceiptRule DeleteReceiptRule')],
  },
  'AWS::SES::ReceiptRuleSet': {
    read: [calls('everything', 'ses: DescribeReceiptRuleSet')],
    write: [calls('everything', 'ses: CreateReceiptRuleSet DeleteReceiptRuleSet')],
  },
  'AWS::SNS::Subscription': {
    read: [calls('topics', 'sns: GetSubscriptionAttributes ListSubscriptionsByTopic')],
    write: [calls('topics', 'sns: Subscribe Unsubscribe SetSubscriptionAttributes')],
  },
  'AWS::SNS::Topic': {
    read: [calls('topics', 'sns: GetTopicAttributes GetDataProtectionPolicy ListSubscriptionsByTopic ListTagsForResource')],
    write: [calls('topics', 'sns: CreateTopic DeleteTopic SetTopicAttributes TagResource UntagResource')],
  },
  'AWS::SNS::TopicPolicy': { read: [calls('topics', 'sns: GetTopicAttributes')], write: [calls('topics', 'sns: SetTopicAttributes')] },
  'AWS::SQS::Queue': {
    read: [calls('queues', 'sqs: GetQueueAttributes GetQueueUrl ListQueueTags')],
    write: [calls('queues', 'sqs: CreateQueue DeleteQueue SetQueueAttributes TagQueue UntagQueue')],
  },
  'AWS::SQS::QueuePolicy': { read: [calls('queues', 'sqs: GetQueueAttributes')], write: [calls('queues', 'sqs: SetQueueAttributes')] },
  'AWS::SSM::Parameter': {
    read: [calls('record', 'ssm: GetParameters'), calls('bootstrapVersion', 'ssm: GetParameters')],
    write: [calls('record', 'ssm: PutParameter DeleteParameter AddTagsToResource RemoveTagsFromResource ListTagsForResource')],
  },
  'AWS::StepFunctions::StateMachine': {
    read: [calls('machine', 'states: DescribeStateMachine ListTagsForResource')],
    write: [calls('machine', 'states: CreateStateMachine UpdateStateMachine TagResource UntagResource'), LOG_DELIVERY],
    drop: [calls('machine', 'states: DeleteStateMachine')],
  },
};

/** What AWS itself does when the template is deployed, or later unseen: it must be allowed, and here it is asked at the start. */
import { ACCOUNT, type AwsError, type Resource } from '../contract.ts';
import type { Authorizer } from './authorizer.ts';
import { IMPLIED_CALLS, impliedUse, isOwnKey, sendPermissions } from './implied-calls.ts';
import { receiptRules } from '../ses/receiving/receipt-rules.ts';
import { receiptCall } from '../ses/receiving/receiver.ts';
import { PolicyError } from './policy-error.ts';
import { rolePrincipal } from './principals.ts';
import { deadLetterCall, type ServiceCall, serviceRefusal } from './service-calls.ts';

export interface DeploymentOptions {
  resources: readonly Resource[];
  region: string;
  authorizer: Authorizer;
}

/** Throws PolicyError, with all reasons, where the deployment would fail. */
export function checkDeployment(options: DeploymentOptions): void {
  const { resources } = options;
  const faults = [
    ...resources.flatMap((resource) => assumptions(resource).flatMap((call) => fault(resource, serviceRefusal(options.authorizer, call)))),
    ...ofType(resources, 'AWS::StepFunctions::StateMachine').flatMap((machine) => fault(machine, machineLogRefusal(machine, options))),
    ...ofType(resources, 'AWS::Logs::LogGroup').flatMap((group) => fault(group, logKeyRefusal(group, options))),
    ...receiptRuleFaults(options),
  ];
  if (faults.length > 0) throw new PolicyError(`This template could not be deployed:\n${faults.join('\n')}`);
}

/** What would be lost in silence: alarms that reach nobody, access logs and dead letters that nobody may write. One sentence each. */
export function undeliverable(options: DeploymentOptions): string[] {
  return options.resources.flatMap((resource) => {
    const calls = [...alarmCalls(resource, options), ...accessLogCalls(resource, options), ...deadLetterCalls(resource, options)];
    return calls.flatMap((call) => fault(resource, serviceRefusal(options.authorizer, call)));
  });
}

const ofType = (resources: readonly Resource[], type: string): Resource[] => resources.filter((resource) => resource.type === type);

function fault({ logicalId }: Resource, refused: AwsError | undefined): string[] {
  return refused ? [`${logicalId}: ${refused.message}`] : [];
}

/** "The role defined for the function cannot be assumed by Lambda": who must be trusted by the role in which property. */
const assuming: Record<string, readonly [service: string, property: string]> = {
  'AWS::Lambda::Function': ['lambda.amazonaws.com', 'Role'],
  'AWS::StepFunctions::StateMachine': ['states.amazonaws.com', 'RoleArn'],
};

function assumptions({ type, arn, properties }: Resource): ServiceCall[] {
  const [service, property] = assuming[type] ?? [];
  if (service === undefined || property === undefined) return [];
  return [{ service, sourceArn: arn, permissions: [{ action: 'sts:AssumeRole', resource: String(properties[property]) }] }];
}

/** "The state machine IAM Role is not authorized to access the Log Destination". */
function machineLogRefusal({ properties }: Resource, { authorizer }: DeploymentOptions): AwsError | undefined {
  const { Level = 'OFF' } = (properties['LoggingConfiguration'] ?? {}) as { Level?: string };
  if (Level === 'OFF') return undefined;
  const permissions = IMPLIED_CALLS['log-machine'].calls.map((action) => ({ action, resource: '*' }));
  return authorizer.refusal(rolePrincipal(String(properties['RoleArn']), 'states'), permissions);
}

function logKeyRefusal({ arn, properties }: Resource, { authorizer, region }: DeploymentOptions): AwsError | undefined {
  const key = properties['KmsKeyId'];
  if (!isOwnKey(key)) return undefined;
  const sourceArn = arn.replace(/:\*$/, '');
  const permissions = impliedUse('encrypt-log', { key, region, via: 'logs', encryptionContext: { 'aws:logs:arn': sourceArn } });
  return serviceRefusal(authorizer, { service: `logs.${region}.amazonaws.com`, sourceArn, permissions });
}

/** "Could not write to bucket", "Could not invoke Lambda function": SES tries both when a rule is made. */
function receiptRuleFaults({ resources, region, authorizer }: DeploymentOptions): string[] {
  const { rules = [] } = receiptRules(resources) ?? {};
  return rules.flatMap((rule) => {
    const made = resources.find(({ arn }) => arn === rule.arn)!;
    const calls = rule.actions.map((action) => receiptCall(rule, action, { name: 'AMAZON_SES_SETUP_NOTIFICATION', region }));
    return calls.flatMap((call) => fault(made, serviceRefusal(authorizer, call)));
  });
}

/** "SNS uses access policies to restrict the sources that can publish": https://repost.aws/knowledge-center/cloudwatch-receive-sns-for-alarm-trigger */
function alarmCalls({ type, ref, properties }: Resource, { resources, region }: DeploymentOptions): ServiceCall[] {
  if (type !== 'AWS::CloudWatch::Alarm' && type !== 'AWS::CloudWatch::CompositeAlarm') return [];
  const actions = ['AlarmActions', 'OKActions', 'InsufficientDataActions'].flatMap((name) => (properties[name] ?? []) as string[]);
  const topics = [...new Set(actions)].filter((arn) => arn.startsWith('arn:aws:sns:'));
  return topics.map((topic) => ({
    service: 'cloudwatch.amazonaws.com',
    sourceArn: `arn:aws:cloudwatch:${region}:${ACCOUNT}:alarm:${ref}`,
    permissions: sendPermissions(topic, { resources, region }),
  }));
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html */
function accessLogCalls({ type, arn, properties }: Resource, { resources }: DeploymentOptions): ServiceCall[] {
  const { DestinationBucketName, LogFilePrefix = '' } = (properties['LoggingConfiguration'] ?? {}) as Record<string, string>;
  const target = ofType(resources, 'AWS::S3::Bucket').find(({ ref }) => ref === DestinationBucketName);
  if (type !== 'AWS::S3::Bucket' || !target) return [];
  const written = { action: 's3:PutObject', resource: `${target.arn}/${LogFilePrefix}log` };
  return [{ service: 'logging.s3.amazonaws.com', sourceArn: arn, permissions: [written] }];
}

/** Where a rule's events go that cannot be delivered. */
function deadLetterCalls({ type, arn, properties }: Resource, options: DeploymentOptions): ServiceCall[] {
  if (type !== 'AWS::Events::Rule') return [];
  const targets = (properties['Targets'] ?? []) as { DeadLetterConfig?: { Arn: string } }[];
  const queues = targets.flatMap(({ DeadLetterConfig }) => (DeadLetterConfig ? [DeadLetterConfig.Arn] : []));
  return queues.map((queue) => deadLetterCall(arn, sendPermissions(queue, options)));
}

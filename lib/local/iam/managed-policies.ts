/** The AWS managed policies that occur in templates; any other is an error, never an empty policy. */
import { PolicyError } from './policy-error.ts';

const allow = (...actions: string[]) => ({ Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] });

// Contents as in the AWS Managed Policy Reference Guide, docs.aws.amazon.com/aws-managed-policy/latest/reference.
const policies: Record<string, unknown> = {
  'service-role/AWSLambdaBasicExecutionRole': allow('logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'),
  AWSXRayDaemonWriteAccess: allow(
    'xray:PutTraceSegments',
    'xray:PutTelemetryRecords',
    'xray:GetSamplingRules',
    'xray:GetSamplingTargets',
    'xray:GetSamplingStatisticSummaries',
  ),
};

/** The document of an AWS managed policy. */
export function managedPolicy(arn: string, roleName: string): unknown {
  const document = policies[arn.replace(/^arn:aws:iam::aws:policy\//, '')];
  if (!document) throw new PolicyError(`${roleName}: managed policy ${arn} is not known to the small AWS`);
  return document;
}

/**
 * What the roles of a deployment may do at most, whatever their policies say: the actions of the product and no others.
 * It lives outside of the product's stack, so that no deployment from CI can widen it.
 */
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';

const ACTIONS: Record<string, string> = {
  dynamodb: 'DeleteItem GetItem PutItem Query UpdateItem',
  kms: 'Decrypt GenerateDataKey GetPublicKey Sign',
  lambda: 'InvokeFunction',
  logs: 'CreateLogDelivery CreateLogStream DeleteLogDelivery DescribeLogGroups DescribeResourcePolicies GetLogDelivery ListLogDeliveries PutLogEvents PutResourcePolicy UpdateLogDelivery',
  s3: 'AbortMultipartUpload DeleteObject GetObject ListBucket PutObject',
  ses: 'SendRawEmail',
  sqs: 'SendMessage',
  ssm: 'GetParameter',
  states: 'DescribeExecution SendTaskSuccess StartExecution StopExecution',
  xray: 'GetSamplingRules GetSamplingTargets PutTelemetryRecords PutTraceSegments',
};

/** The boundary's only statement: it allows nothing by itself. */
export const boundaryStatement = (): PolicyStatement =>
  new PolicyStatement({
    actions: Object.entries(ACTIONS).flatMap(([service, names]) => names.split(' ').map((name) => `${service}:${name}`)),
    resources: ['*'],
  });

/** Where a stage's resources lie: ARNs that CloudFormation's names allow to be told before they exist. */

export interface Place {
  account: string;
  region: string;
  /** CloudFormation names most resources after the stack. */
  stackName: string;
  /** Prefix of the stage's parameters. */
  parameters: string;
  /** The roles' boundary. */
  boundaryArn: string;
  /** Whether tables, buckets and the machine outlive the stack. */
  keepData: boolean;
}

/** The qualifier of the CDK's bootstrap stack. */
const QUALIFIER = 'hnb659fds';

const regional =
  (service: string, resource: string) =>
  ({ region, account }: Place) =>
    `arn:aws:${service}:${region}:${account}:${resource}`;
const named = (service: string, prefix: string) => (place: Place) => regional(service, `${prefix}${place.stackName}-*`)(place);

/** Resources of a stage as patterns of ARNs. */
export const ARNS = {
  alarms: named('cloudwatch', 'alarm:'),
  apiServiceRole: ({ account }: Place) => `arn:aws:iam::${account}:role/aws-service-role/ops.apigateway.amazonaws.com/*`,
  apis: ({ region }: Place) => `arn:aws:apigateway:${region}::/*`,
  configurationSets: regional('ses', 'configuration-set/*'),
  functions: named('lambda', 'function:'),
  keys: regional('kms', 'key/*'),
  identities: regional('ses', 'identity/*'),
  logGroups: named('logs', 'log-group:'),
  machine: named('states', 'stateMachine:'),
  queues: named('sqs', ''),
  roles: ({ account, stackName }: Place) => `arn:aws:iam::${account}:role/${stackName}-*`,
  rules: named('events', 'rule/'),
  stack: ({ region, account, stackName }: Place) => `arn:aws:cloudformation:${region}:${account}:stack/${stackName}/*`,
  tables: named('dynamodb', 'table/'),
  topics: named('sns', ''),
  record: (place: Place) => regional('ssm', `parameter${place.parameters}/deployment`)(place),
  parameters: (place: Place) => regional('ssm', `parameter${place.parameters}/*`)(place),
  // S3 knows lower case only; the name is not cut before the stack's name ends.
  buckets: ({ stackName }: Place) => `arn:aws:s3:::${stackName.toLowerCase()}-*`,
  assets: ({ region, account }: Place) => `arn:aws:s3:::cdk-${QUALIFIER}-assets-${account}-${region}/*`,
  bootstrapVersion: regional('ssm', `parameter/cdk-bootstrap/${QUALIFIER}/version`),
  everything: () => '*',
} as const satisfies Record<string, (place: Place) => string>;

export type Among = keyof typeof ARNS;

/** The roles of the CDK's bootstrap stack that a deployment takes; there are no images to publish. */
export const bootstrapRoles = ({ account, region }: Place): string[] =>
  ['deploy', 'file-publishing', 'lookup'].map((name) => `arn:aws:iam::${account}:role/cdk-${QUALIFIER}-${name}-role-${account}-${region}`);

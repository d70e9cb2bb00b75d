/** The Lambda functions: bundles, roles of their own, logs, and where their failures go. */
import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, type IDestination, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import {
  type DoorName,
  DOORS,
  FUNCTIONS,
  type FunctionName,
  type FunctionSpec,
  type MailDoorName,
  type StepName,
  STEPS,
} from './functions.ts';
import { type Granted, statementsFor } from './grants.ts';

export interface FunctionsProps {
  granted: Granted;
  /** Environment shared by all. */
  environment: Record<string, string>;
  /** Where the bundles lie: one folder per function. */
  bundles: string;
}

/** Logs hold ids and codes only; a month is enough to find a fault. */
const LOG_RETENTION = RetentionDays.ONE_MONTH;

interface Made extends FunctionsProps {
  failures: Queue;
}

/** A failure destination; the library's would also let the function read the queue's attributes, which Lambda does not ask for. */
function sendingTo(queue: Queue): IDestination {
  return {
    bind(_scope, fn) {
      fn.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }));
      return { destination: queue.queueArn };
    },
  };
}

function createFunction(stack: Stack, name: FunctionName, { granted, environment, bundles, failures }: Made): LambdaFunction {
  const spec: FunctionSpec = FUNCTIONS[name];
  const logGroup = new LogGroup(stack, `${name}-logs`, { retention: LOG_RETENTION, removalPolicy: RemovalPolicy.DESTROY });
  const role = new Role(stack, `${name}-role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  role.addToPolicy(
    new PolicyStatement({
      effect: Effect.ALLOW,
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    }),
  );
  for (const statement of statementsFor(spec.grants, granted)) role.addToPolicy(statement);
  return new LambdaFunction(stack, name, {
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: Code.fromAsset(`${bundles}/${name}`),
    role,
    logGroup,
    // Our log lines are JSON already. Lambda's own JSON format would wrap them, and CloudWatch would no longer find the
    // metrics in them (awslabs/aws-embedded-metrics-node#158).
    loggingFormat: LoggingFormat.TEXT,
    environment: { ...environment, NODE_OPTIONS: '--enable-source-maps' },
    timeout: Duration.seconds(spec.timeout),
    memorySize: spec.memory,
    ...(spec.asynchronous && { onFailure: sendingTo(failures), retryAttempts: 2 }),
  });
}

export interface Functions {
  byName: Record<StepName | DoorName, LambdaFunction> & Partial<Record<MailDoorName, LambdaFunction>>;
  /** Asynchronous calls that failed three times. */
  failures: Queue;
}

/** Creates all functions; those for mail that comes in only where there is a bucket for it. */
export function createFunctions(stack: Stack, props: FunctionsProps): Functions {
  const failures = new Queue(stack, 'FailedEvents', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  const names = Object.keys(props.granted.storage.inbound === undefined ? { ...STEPS, ...DOORS } : FUNCTIONS) as FunctionName[];
  const byName = Object.fromEntries(names.map((name) => [name, createFunction(stack, name, { ...props, failures })]));
  return { byName: byName as Functions['byName'], failures };
}

/** The state machine as a resource: its role may call each step's function, by its exact ARN, and write its log. */
import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { Effect, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, QueryLanguage, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { STEPS, type StepName } from '../functions.ts';
import { requestMachine } from './request-machine.ts';
import type { StepFunctions } from './states.ts';

const allow = (actions: string[], resources: string[]): PolicyStatement =>
  new PolicyStatement({ effect: Effect.ALLOW, actions, resources });

/** "Log delivery actions do not support resource-level permissions"; nor do those of X-Ray. */
const WITHOUT_RESOURCE = [
  'logs:CreateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:DescribeLogGroups',
  'logs:DescribeResourcePolicies',
  'logs:GetLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:UpdateLogDelivery',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
];

/** The library would also grant every version and alias of each function. */
function createRole(stack: Stack, functions: StepFunctions): Role {
  const arns = (Object.keys(STEPS) as StepName[]).map((name) => functions[name].functionArn);
  return new Role(stack, 'MachineRole', {
    assumedBy: new ServicePrincipal('states.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
    inlinePolicies: {
      steps: new PolicyDocument({ statements: [allow(['lambda:InvokeFunction'], arns)] }),
      log: new PolicyDocument({ statements: [allow(WITHOUT_RESOURCE, ['*'])] }),
    },
  });
}

export interface Machine {
  machine: StateMachine;
  role: Role;
}

/** Creates `RequestMachine` under a name known beforehand: functions are told its ARN before it exists. */
export function createMachine(
  stack: Stack,
  { stateMachineName, functions }: { stateMachineName: string; functions: StepFunctions },
): Machine {
  const role = createRole(stack, functions);
  const machine = new StateMachine(stack, 'RequestMachine', {
    stateMachineName,
    role: role.withoutPolicyUpdates(),
    queryLanguage: QueryLanguage.JSONATA,
    definitionBody: DefinitionBody.fromChainable(requestMachine({ scope: new Construct(stack, 'Steps'), functions })),
    // Nothing personal is in the state, and execution data stay out of the logs all the same.
    logs: {
      destination: new LogGroup(stack, 'MachineLogs', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY }),
      level: LogLevel.ALL,
      includeExecutionData: false,
    },
    tracingEnabled: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  return { machine, role };
}

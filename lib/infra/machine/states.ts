/** Builders for the machine's states: every Lambda task with the same retries, every expression in JSONata. */
import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Condition, IntegrationPattern, JitterType, TaskInput, type Timeout } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { StepName } from '../functions.ts';

/** Functions by step name. */
export type StepFunctions = Record<StepName, IFunction>;

/** Where states are created, and the functions they call. */
export interface Build {
  scope: Construct;
  functions: StepFunctions;
}

export type Expressions = Record<string, string | number>;

/**
 * Errors that may pass by themselves. `Lambda.Unknown` is a sandbox that died, `Sandbox.Timedout` one that took too
 * long (AWS, Handling errors in Step Functions workflows: "timeouts are reported as Sandbox.Timedout"); the others are
 * the service's own (AWS: "handle transient Lambda service exceptions").
 */
const PASSING = [
  'TransientError',
  'Lambda.Unknown',
  'Sandbox.Timedout',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
];

/** With full jitter about five minutes, at most ten: then a person looks at it. */
const ATTEMPTS = 14;

/**
 * For steps that mail: a claimed mail may be under way for five minutes (the lease of the post office), so they must go
 * on trying for well over that: about ten minutes, at most twenty.
 */
export const MAIL_ATTEMPTS = 24;

export interface TaskOptions {
  payload?: Expressions;
  assign?: Expressions;
  /** Waits for a task token instead of the answer. */
  token?: boolean;
  timeout?: Timeout;
  /** The state's name when it is not the function's. */
  id?: string;
  /** Times it is tried again. */
  attempts?: number;
}

/** Wraps an expression. */
export const jsonata = (expression: string): string => `{% ${expression} %}`;

/** The empty text, as an expression: `asl-validator` takes a bare one for a malformed value. */
export const NOTHING: string = jsonata('""');

/** A condition of a Choice. */
export const when = (expression: string): Condition => Condition.jsonata(jsonata(expression));

/** A member of a function's answer. */
export const answer = (member: string): string => jsonata(`$states.result.Payload.${member}`);

/** A list in a function's answer: in JSONata a list of one is its member, the brackets make it a list again. */
export const answerList = (member: string): string => jsonata(`[$states.result.Payload.${member}]`);

/** A member of the result that was sent to a task token. */
export const result = (member: string): string => jsonata(`$states.result.${member}`);

/** A call of a step's function; `requestId` is always passed, a token where the step waits for one. */
export function task({ scope, functions }: Build, name: StepName, options: TaskOptions = {}): LambdaInvoke {
  const { payload, assign, token = false, timeout, id = name, attempts = ATTEMPTS } = options;
  const invoke = LambdaInvoke.jsonata(scope, id, {
    lambdaFunction: functions[name],
    integrationPattern: token ? IntegrationPattern.WAIT_FOR_TASK_TOKEN : IntegrationPattern.REQUEST_RESPONSE,
    payload: TaskInput.fromObject({
      requestId: jsonata('$requestId'),
      ...payload,
      ...(token && { taskToken: jsonata('$states.context.Task.Token') }),
    }),
    retryOnServiceExceptions: false,
    outputs: {},
    ...(assign && { assign }),
    ...(timeout && { taskTimeout: timeout }),
  });
  invoke.addRetry({
    errors: PASSING,
    interval: Duration.seconds(2),
    backoffRate: 2,
    maxAttempts: attempts,
    maxDelay: Duration.seconds(60),
    jitterStrategy: JitterType.FULL,
  });
  return invoke;
}

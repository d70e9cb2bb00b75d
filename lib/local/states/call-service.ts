/** Runs a task against a service of the small AWS, in the shape that Step Functions gives requests, answers and errors. */
import type { Json, JsonObject } from './definition.ts';
import { StateFailure } from './errors.ts';
import type { Ports } from './call-lambda.ts';
import { metadata } from './call-lambda.ts';
import type { TaskCall, TaskResource } from './resources.ts';
import type { TaskOutcome } from './states/task.ts';

/** Error prefixes of optimised integrations, and of SDK integrations where capitalising is not enough. */
const PREFIXES: Record<string, string> = {
  dynamodb: 'DynamoDB',
  states: 'StepFunctions',
  sns: 'SNS',
  sqs: 'SQS',
  events: 'EventBridge',
  'aws-sdk:dynamodb': 'DynamoDb',
  'aws-sdk:secretsmanager': 'SecretsManager',
  'aws-sdk:sesv2': 'SesV2',
};

/** Codes that no service's API model has: an SDK knows them only as the service's general exception. */
const UNMODELLED = new Set(['AccessDenied', 'AccessDeniedException', 'SerializationException', 'UnrecognizedClientException']);

/** General exceptions of optimised integrations; those of SDK integrations are named after the prefix. */
const GENERAL: Record<string, string> = {
  dynamodb: 'AmazonDynamoDBException',
  states: 'AWSStepFunctionsException',
  sns: 'AmazonSNSException',
  sqs: 'AmazonSQSException',
  events: 'AmazonEventBridgeException',
};

function withoutSdk(resourceType: string): string {
  return resourceType.replace(/^aws-sdk:/, '');
}

function capitalise(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function uncapitalise(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}

/** The failure of a call that the service refused, or that never reached it (`SdkClientException`). */
export function serviceFailure({ resourceType }: TaskResource, error: unknown): StateFailure {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const prefix = PREFIXES[resourceType] ?? capitalise(withoutSdk(resourceType));
  if (typeof code !== 'string') return new StateFailure(`${prefix}.SdkClientException`, 'The call ended without an answer.');
  const general = UNMODELLED.has(code) || (code === 'ValidationException' && serviceOf({ resourceType }) === 'dynamodb');
  const name = general ? (GENERAL[resourceType] ?? `${prefix}Exception`) : code;
  return new StateFailure(`${prefix}.${name.endsWith('Exception') ? name : `${name}Exception`}`, String(message));
}

/** Step Functions writes members with a capital; the wire protocol of `states` does not. */
function renameMembers(value: unknown, rename: (name: string) => string): JsonObject {
  const members = Object.entries((value ?? {}) as JsonObject).map(([name, member]) => [rename(name), member] as const);
  return Object.fromEntries(members);
}

function serviceOf({ resourceType }: Pick<TaskResource, 'resourceType'>): string {
  const service = withoutSdk(resourceType);
  return service === 'sfn' ? 'states' : service;
}

function requestOf({ target, arguments: input }: TaskCall): Record<string, unknown> {
  if (serviceOf(target) !== 'states') return input as JsonObject;
  const request = renameMembers(input, uncapitalise);
  // Recorded: an input of null is none at all.
  if (request['input'] === null) delete request['input'];
  for (const name of ['input', 'output']) {
    const value = request[name];
    if (value !== undefined && typeof value !== 'string') request[name] = JSON.stringify(value);
  }
  return request;
}

function answerOf(target: TaskResource, answer: unknown): JsonObject {
  const members = serviceOf(target) === 'states' ? renameMembers(answer, capitalise) : ((answer ?? {}) as JsonObject);
  return target.resourceType.startsWith('aws-sdk:') ? members : { ...members, ...metadata() };
}

/** PutEvents answers even when it took none of the events; its optimised integration takes that for a failure. */
function refusedEntries({ resourceType, operation }: TaskResource, answer: JsonObject): StateFailure | undefined {
  const failed = resourceType === 'events' && operation === 'putEvents' && Number(answer['FailedEntryCount'] ?? 0) > 0;
  return failed ? new StateFailure('EventBridge.FailedEntry', JSON.stringify(answer)) : undefined;
}

/** Calls the service of a task and waits for its answer. */
export async function callService(call: TaskCall, { awsCall }: Ports): Promise<TaskOutcome> {
  const { target } = call;
  try {
    const operation = capitalise(target.operation);
    const answer = await awsCall({ service: serviceOf(target), operation, input: requestOf(call), roleArn: call.roleArn });
    const result = answerOf(target, answer);
    const failure = refusedEntries(target, result);
    if (failure) return { ok: false, failure };
    const child: Json | undefined = result['ExecutionArn'];
    if (!target.pattern.startsWith('sync') || typeof child !== 'string') return { ok: true, result };
    return { ok: true, result, pending: child };
  } catch (error) {
    return { ok: false, failure: serviceFailure(target, error) };
  }
}

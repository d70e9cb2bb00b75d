/** Runs the function of a task and turns its end into what Step Functions reports. */
import { randomUUID } from 'node:crypto';
import type { AwsContext, Invoker } from '../contract.ts';
import type { Json, JsonObject } from './definition.ts';
import { StateFailure } from './errors.ts';
import type { TaskCall } from './resources.ts';
import type { TaskOutcome } from './states/task.ts';

/** Where tasks are sent, as a role whose permissions are evaluated there. */
export interface Ports {
  invokerAs: (roleArn: string) => Invoker;
  awsCall: AwsContext['awsCall'];
}

/** Codes that Step Functions names; every other refusal is a Lambda.AWSLambdaException. */
const NAMED = new Set(['ResourceNotFoundException', 'TooManyRequestsException', 'ServiceException', 'InvalidParameterValueException']);

/** The failure of a call that did not reach the function. */
function lambdaFailure(error: unknown): StateFailure {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code !== 'string') return new StateFailure('Lambda.Unknown', 'The invocation ended without an answer.');
  return new StateFailure(`Lambda.${NAMED.has(code) ? code : 'AWSLambdaException'}`, String(message));
}

/** The metadata that every answer of an integrated service carries. */
export function metadata(): JsonObject {
  const id = randomUUID();
  return {
    SdkHttpMetadata: { HttpStatusCode: 200 },
    SdkResponseMetadata: { RequestId: id },
  };
}

interface Request {
  name: string;
  payload: Json;
}

function requestOf({ target, arguments: input }: TaskCall): Request {
  if (target.kind === 'function') return { name: target.resource, payload: input };
  const { FunctionName, Payload, InvocationType } = (input ?? {}) as JsonObject;
  if (typeof FunctionName !== 'string') throw new StateFailure('States.Runtime', "The field 'FunctionName' is required");
  if (InvocationType !== undefined && InvocationType !== 'RequestResponse') {
    throw new StateFailure('States.Runtime', `InvocationType ${JSON.stringify(InvocationType)} is not run locally`);
  }
  return { name: FunctionName, payload: Payload ?? {} };
}

/** Invokes the function of a task and waits for its end. */
export async function callLambda(call: TaskCall, { invokerAs }: Ports): Promise<TaskOutcome> {
  const { name, payload } = requestOf(call);
  try {
    const answer = await invokerAs(call.roleArn).invoke(name, payload);
    if (!answer.ok) {
      return { ok: false, failure: new StateFailure(answer.error.errorType, JSON.stringify(answer.error)) };
    }
    const value = (answer.payload ?? null) as Json;
    if (call.target.kind === 'function') return { ok: true, result: value };
    return { ok: true, result: { ExecutedVersion: '$LATEST', Payload: value, ...metadata(), StatusCode: 200 } };
  } catch (error) {
    return { ok: false, failure: lambdaFailure(error) };
  }
}

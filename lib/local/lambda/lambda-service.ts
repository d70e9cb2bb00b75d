/** `lambda:Invoke` over the wire (restJson1). */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import { AwsError, type HttpService } from '../contract.ts';
import { unknownOperation } from '../unknown-operation.ts';
import type { AsyncInvocations } from './async-invocations.ts';
import { functionNotFound, type FunctionTable, invokePermission } from './function-invoker.ts';
import type { LambdaFunction } from './functions.ts';
import { PAYLOAD_LIMIT, type SandboxPool } from './pool.ts';

export interface LambdaServiceOptions {
  functions: FunctionTable;
  pool: SandboxPool;
  asyncInvocations: AsyncInvocations;
  region: string;
}

/** Knows Invoke with RequestResponse, Event and DryRun; every other operation is 501. */
export function lambdaService(options: LambdaServiceOptions): HttpService {
  return {
    style: 'http',
    name: 'lambda',
    buffered: true,
    permissions(request) {
      return [invokePermission(invokedFunction(request, options.functions).name, options.region)];
    },
    async handle(request, response, { body = Buffer.alloc(0) }) {
      const { name, lambda } = invokedFunction(request, options.functions);
      if (!lambda) throw functionNotFound(name);
      await answer(response, { lambda, type: invocationType(request), payload: jsonText(body) }, options);
    },
    fail(response, { code, message, status, extra }) {
      const body = JSON.stringify({ Type: status < 500 ? 'User' : 'Server', Message: message, message, ...extra });
      response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': code, 'x-amzn-requestid': randomUUID() });
      response.end(body);
    },
  };
}

interface Invocation {
  lambda: LambdaFunction;
  type: string;
  payload: string;
}

async function answer(response: ServerResponse, { lambda, type, payload }: Invocation, options: LambdaServiceOptions): Promise<void> {
  if (type === 'DryRun') return send(response, 204);
  if (type === 'Event') {
    options.asyncInvocations.submit(lambda.name, JSON.parse(payload));
    return send(response, 202);
  }
  if (type !== 'RequestResponse') throw new AwsError('InvalidParameterValueException', `InvocationType ${type}`);
  if (payload.length > PAYLOAD_LIMIT)
    throw new AwsError('RequestTooLargeException', `Request must be smaller than ${PAYLOAD_LIMIT} bytes for the InvokeFunction operation`, {
      status: 413,
    });
  const outcome = await options.pool.run(lambda, payload);
  if (outcome.ok) send(response, 200, { body: outcome.payload });
  else send(response, 200, { body: JSON.stringify(outcome.error), headers: { 'x-amz-function-error': 'Unhandled' } });
}

function send(
  response: ServerResponse,
  status: number,
  { body = '', headers = {} }: { body?: string; headers?: Record<string, string> } = {},
): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'x-amz-executed-version': '$LATEST',
    'x-amzn-requestid': randomUUID(),
    ...headers,
  });
  response.end(body);
}

function invokedFunction(request: IncomingMessage, functions: FunctionTable): { name: string; lambda: LambdaFunction | undefined } {
  const match = /^\/2015-03-31\/functions\/([^/?]+)\/invocations(?:\?|$)/.exec(request.url ?? '');
  if (!match || request.method !== 'POST') {
    throw unknownOperation('lambda', `${request.method} ${request.url}`);
  }
  const qualifier = new URLSearchParams(request.url!.split('?')[1] ?? '').get('Qualifier');
  const name = decodeURIComponent(match[1]!) + (qualifier === null ? '' : `:${qualifier}`);
  return { name, lambda: functions.find(name) };
}

function invocationType(request: IncomingMessage): string {
  return String(request.headers['x-amz-invocation-type'] ?? 'RequestResponse');
}

function jsonText(body: Buffer): string {
  if (body.length === 0) return 'null';
  const text = body.toString();
  try {
    JSON.parse(text);
    return text;
  } catch {
    throw new AwsError('InvalidRequestContentException', 'Could not parse request body into json');
  }
}

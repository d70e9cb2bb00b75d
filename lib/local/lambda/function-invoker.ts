/** Invokes functions by name or ARN and waits for their answer. */
import { ACCOUNT, AwsError, type Invoker, type InvokeResult, type Permission, type Principal } from '../contract.ts';
import type { Authorizer } from '../iam/authorizer.ts';
import { rolePrincipal } from '../iam/principals.ts';
import { gatewayCall, serviceRefusal } from '../iam/service-calls.ts';
import { reportFault } from '../report-fault.ts';
import type { LambdaFunction } from './functions.ts';
import type { SandboxPool } from './pool.ts';

/** Finds a function by name, ARN or qualified ARN (`$LATEST` is the only version there is). */
export interface FunctionTable {
  find(nameOrArn: string): LambdaFunction | undefined;
  all: readonly LambdaFunction[];
}

export function functionTable(functions: readonly LambdaFunction[]): FunctionTable {
  const byName = new Map(functions.map((lambda) => [lambda.name, lambda]));
  return {
    all: functions,
    find: (nameOrArn) => byName.get(nameOrArn.replace(/^.*:function:/, '').replace(/:\$LATEST$/, '')),
  };
}

/** What invoking a function by name or ARN needs: its ARN, with the version or alias that was named. */
export function invokePermission(nameOrArn: string, region: string): Permission {
  const name = nameOrArn.replace(/^.*:function:/, '');
  return { action: 'lambda:InvokeFunction', resource: `arn:aws:lambda:${region}:${ACCOUNT}:function:${name}` };
}

/** The error AWS gives for a function that is not there. */
export function functionNotFound(nameOrArn: string): AwsError {
  return new AwsError('ResourceNotFoundException', `Function not found: ${nameOrArn}`, { status: 404 });
}

/** An invoker without permission checks, for the small AWS itself. */
export function functionInvoker(functions: FunctionTable, pool: SandboxPool): Invoker {
  return {
    async invoke(functionArn, payload): Promise<InvokeResult> {
      const lambda = functions.find(functionArn);
      if (!lambda) return failed('Lambda.ResourceNotFoundException', functionNotFound(functionArn).message);
      const outcome = await pool.run(lambda, JSON.stringify(payload ?? null));
      if (outcome.ok) return { ok: true, payload: JSON.parse(outcome.payload) };
      return failed(outcome.error.errorType, outcome.error.errorMessage);
    },
  };
}

export interface GuardedOptions {
  invoker: Invoker;
  authorizer: Authorizer;
  region: string;
}

/** The same, as a role: throws AwsError where its policies do not allow `lambda:InvokeFunction` on the function. */
export function roleInvoker(roleArn: string, { invoker, authorizer, region }: GuardedOptions): Invoker {
  const principal: Principal = rolePrincipal(roleArn, 'states');
  return {
    async invoke(functionArn, payload) {
      const refused = authorizer.refusal(principal, [invokePermission(functionArn, region)]);
      if (refused) throw new AwsError(refused.code, `${refused.message} (Service: Lambda, Status Code: 403)`, { status: 403 });
      return await invoker.invoke(functionArn, payload);
    },
  };
}

/** The same, as API Gateway for a route: the function's permissions must allow it. */
export async function invokeForRoute(
  { apiId, routeKey, functionArn }: { apiId: string; routeKey: string; functionArn: string },
  event: unknown,
  { invoker, authorizer, region }: GuardedOptions,
): Promise<InvokeResult> {
  const refused = serviceRefusal(authorizer, gatewayCall(region, { apiId, routeKey, functionArn }));
  if (!refused) return await invoker.invoke(functionArn, event);
  reportFault(`HTTP API, route ${routeKey}: API Gateway doesn't have permissions to call the integration: ${refused.message}`);
  return failed(refused.code, refused.message);
}

function failed(errorType: string, errorMessage: string): InvokeResult {
  return { ok: false, error: { errorType, errorMessage } };
}

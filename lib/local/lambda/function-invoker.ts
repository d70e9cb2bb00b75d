/** Invokes functions by name or ARN and waits for their answer. */
import { AwsError, type Invoker, type InvokeResult, type Principal } from '../contract.ts';
import type { Authorizer } from '../iam/authorizer.ts';
import { rolePrincipal } from '../iam/principals.ts';
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

/** The same, as a role: its policies must allow `lambda:InvokeFunction` on the function. */
export function roleInvoker(invoker: Invoker, roleArn: string, authorizer: Authorizer): Invoker {
  const principal: Principal = rolePrincipal(roleArn, 'states');
  return {
    async invoke(functionArn, payload) {
      try {
        authorizer.authorize(principal, [{ action: 'lambda:InvokeFunction', resource: functionArn }]);
      } catch (error) {
        // Step Functions reports every refusal of the Lambda service under this name.
        if (error instanceof AwsError) return failed('Lambda.AWSLambdaException', `${error.message} (Service: Lambda, Status Code: 403)`);
        throw error;
      }
      return await invoker.invoke(functionArn, payload);
    },
  };
}

function failed(errorType: string, errorMessage: string): InvokeResult {
  return { ok: false, error: { errorType, errorMessage } };
}

/** Lambda writes a function's log as the function's role: without the grants there is no log, and no other sign of it. */
import { ACCOUNT, type Resource } from '../contract.ts';
import type { Authorizer } from '../iam/authorizer.ts';
import { IMPLIED_CALLS } from '../iam/implied-calls.ts';
import { rolePrincipal } from '../iam/principals.ts';
import { reportFault } from '../report-fault.ts';

/** Says whether functions may write their logs, and tells where one may not. */
export function logGrants(resources: readonly Resource[], { authorizer, region }: { authorizer: Authorizer; region: string }) {
  const functions = new Map(resources.filter(({ type }) => type === 'AWS::Lambda::Function').map((lambda) => [lambda.ref, lambda]));
  return (functionName: string): boolean => {
    const lambda = functions.get(functionName);
    if (lambda === undefined) return true;
    const stream = `arn:aws:logs:${region}:${ACCOUNT}:log-group:${logGroupOf(lambda)}:log-stream:local`;
    const permissions = IMPLIED_CALLS['write-function-log'].calls.map((action) => ({ action, resource: stream }));
    const refused = authorizer.refusal(rolePrincipal(String(lambda.properties['Role']), functionName), permissions);
    if (refused) reportFault(`${functionName} writes no log: ${refused.message}`);
    return refused === undefined;
  };
}

function logGroupOf({ ref, properties }: Resource): string {
  const { LogGroup } = (properties['LoggingConfig'] ?? {}) as { LogGroup?: string };
  return LogGroup ?? `/aws/lambda/${ref}`;
}

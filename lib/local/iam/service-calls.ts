/** AWS services as callers: what each does on whose behalf; the policies of what it touches must allow it. */
import { ACCOUNT, type AwsError, type Permission, type Principal } from '../contract.ts';
import type { Authorizer } from './authorizer.ts';

/** What a service does because the template says so. */
export interface ServiceCall {
  /** Service principal, e.g. `events.amazonaws.com`. */
  service: string;
  /** The resource on whose behalf. */
  sourceArn: string;
  permissions: readonly Permission[];
}

/** Who asks, and for what, as the authorizer wants to be asked. */
export function asService({ service, sourceArn, permissions }: ServiceCall): [Principal, Permission[]] {
  const source = { 'aws:SourceArn': sourceArn, 'aws:SourceAccount': ACCOUNT, 'aws:SourceOwner': ACCOUNT };
  return [
    { name: service, arn: service, kind: 'service' },
    permissions.map(({ context, ...permission }) => ({ ...permission, context: { ...source, ...context } })),
  ];
}

/** Why a service may not make a call; undefined where it may. */
export function serviceRefusal(authorizer: Authorizer, call: ServiceCall): AwsError | undefined {
  return authorizer.refusal(...asService(call));
}

const invocation = (functionArn: string): Permission[] => [{ action: 'lambda:InvokeFunction', resource: functionArn }];

/** API Gateway invoking a function for a route: `<api>/<stage>/<METHOD>/<path>`, or `<api>/<stage>/$default`. */
export function gatewayCall(
  region: string,
  { apiId, routeKey, functionArn }: { apiId: string; routeKey: string; functionArn: string },
): ServiceCall {
  const sourceArn = `arn:aws:execute-api:${region}:${ACCOUNT}:${apiId}/$default/${routeKey.replace(' ', '')}`;
  return { service: 'apigateway.amazonaws.com', sourceArn, permissions: invocation(functionArn) };
}

/** EventBridge invoking the target of a rule. */
export function ruleCall(ruleArn: string, functionArn: string): ServiceCall {
  return { service: 'events.amazonaws.com', sourceArn: ruleArn, permissions: invocation(functionArn) };
}

/** EventBridge putting an event that it could not deliver into a rule's queue, given what that takes. */
export function deadLetterCall(ruleArn: string, permissions: readonly Permission[]): ServiceCall {
  return { service: 'events.amazonaws.com', sourceArn: ruleArn, permissions };
}

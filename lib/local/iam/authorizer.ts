/** Decides every call against the template's policies and remembers which grants were used. */
import { AwsError, type Permission, type Principal, type Resource } from '../contract.ts';
import { type AttachedPolicy, rolePolicies } from './role-policies.ts';
import type { AccessRequest, Statement } from './policy.ts';

/** One pair of an action and a resource pattern that a policy allows a role. */
export interface Grant {
  roleArn: string;
  policy: string;
  action: string;
  resource: string;
}

export interface Authorizer {
  /** Throws AwsError (AccessDenied) where the principal may not do one of the things. */
  authorize(principal: Principal, permissions: readonly Permission[], errorCode?: string): void;
  /** Grants that allowed at least one call since start. */
  usedGrants(): Grant[];
  /** Grants of the template that allowed none; those of AWS's managed policies are not counted. */
  unusedGrants(): Grant[];
}

type Decision = { allowed: true } | { allowed: false; because: string };

/** An authorizer over the roles of a template. Resource policies will be a second source of statements in `decide`. */
export function createAuthorizer(resources: readonly Resource[], region: string): Authorizer {
  const policies = rolePolicies(resources);
  const used = new Map<string, Grant>();

  const decide = (roleArn: string, request: AccessRequest): Decision => {
    const attached = policies.get(roleArn);
    if (!attached) return { allowed: false, because: `the template has no role ${roleArn}` };
    if (find(attached, 'Deny', request)) return { allowed: false, because: 'with an explicit deny in an identity-based policy' };
    const grant = find(attached, 'Allow', request);
    if (!grant) return { allowed: false, because: `because no identity-based policy allows the ${request.action} action` };
    record(used, { roleArn, ...grant });
    return { allowed: true };
  };

  return {
    authorize(principal, permissions, errorCode = 'AccessDeniedException') {
      if (principal.kind !== 'role') return;
      for (const { action, resource, context } of permissions) {
        const request = { action, resource, context: { ...globalContext(principal, region), ...context } };
        const decision = decide(principal.roleArn ?? '', request);
        if (!decision.allowed) throw denied(principal, request, { because: decision.because, code: errorCode });
      }
    },
    usedGrants: () => [...used.values()],
    unusedGrants: () =>
      [...policies].flatMap(([roleArn, attached]) => grantsOf(roleArn, attached)).filter((grant) => !used.has(keyOf(grant))),
  };
}

function find(
  attached: readonly AttachedPolicy[],
  effect: Statement['effect'],
  request: AccessRequest,
): Omit<Grant, 'roleArn'> | undefined {
  for (const { name, statements } of attached) {
    for (const statement of statements) {
      const match = statement.effect === effect ? statement.match(request) : undefined;
      if (match) return { policy: name, ...match };
    }
  }
  return undefined;
}

/** The wording is AWS's; the session name in the ARN is the function's name, so the message names the function. */
function denied(principal: Principal, { action, resource }: AccessRequest, { because, code }: { because: string; code: string }): AwsError {
  const what = `User: ${principal.arn} is not authorized to perform: ${action} on resource: ${resource}`;
  return new AwsError(code, `${what} ${because}`, { status: code === 'AccessDenied' ? 403 : 400 });
}

/** Condition keys present in every request. Loopback stands in for TLS, which every deployed call uses. */
function globalContext(principal: Principal, region: string): Record<string, string> {
  return {
    'aws:SecureTransport': 'true',
    'aws:PrincipalArn': principal.roleArn ?? principal.arn,
    'aws:RequestedRegion': region,
  };
}

function record(used: Map<string, Grant>, grant: Grant): void {
  const key = keyOf(grant);
  if (!used.has(key)) used.set(key, grant);
}

function grantsOf(roleArn: string, attached: readonly AttachedPolicy[]): Grant[] {
  const own = attached.filter(({ managed }) => !managed);
  return own.flatMap(({ name, statements }) =>
    statements
      .filter(({ effect }) => effect === 'Allow')
      .flatMap(({ actions, resources }) =>
        actions.flatMap((action) => resources.map((resource) => ({ roleArn, policy: name, action, resource }))),
      ),
  );
}

function keyOf({ roleArn, policy, action, resource }: Grant): string {
  return JSON.stringify([roleArn, policy, action, resource]);
}

/** Decides every call against the template's policies, as AWS does within one account. */
import { ACCOUNT, type AwsError, type Permission, type Principal, type Resource } from '../contract.ts';
import { denial } from './denial.ts';
import { type Grant, type GrantLedger, openGrantLedger } from './grant-ledger.ts';
import type { AccessRequest, ResourceStatement, Statement } from './policy.ts';
import { type ResourcePolicies, resourcePolicies } from './resource-policies.ts';
import { type AttachedPolicy, type RolePolicies, rolePolicies } from './role-policies.ts';

export interface Authorizer {
  /** Throws AwsError (AccessDenied) where the principal may not do one of the things. */
  authorize(principal: Principal, permissions: readonly Permission[], errorCode?: string): void;
  /** The same as a value: what the principal is told, or undefined where it may. */
  refusal(principal: Principal, permissions: readonly Permission[], errorCode?: string): AwsError | undefined;
  /** Grants that allowed at least one call. */
  usedGrants(): Grant[];
  /** Grants of the template that allowed none; those of AWS's managed policies are not counted. */
  unusedGrants(): Grant[];
}

type Decision = { allowed: true; by: Grant } | { allowed: false; because: string };

interface Policies {
  roles: Map<string, RolePolicies>;
  ofResources: ResourcePolicies;
}

/** An authorizer over a template; `grantsFile` keeps the used grants across restarts. Throws PolicyError for a policy it could not follow. */
export function createAuthorizer(resources: readonly Resource[], region: string, grantsFile?: string): Authorizer {
  const policies = { roles: rolePolicies(resources), ofResources: resourcePolicies(resources) };
  const ledger: GrantLedger = openGrantLedger(grantsOf(policies), grantsFile);
  const refusal: Authorizer['refusal'] = (principal, permissions, code = 'AccessDeniedException') => {
    if (principal.kind === 'operator') return undefined;
    for (const { action, resource, context } of permissions) {
      const request = { action, resource, context: { ...globalContext(principal, region), ...context } };
      const decision = decide(principal, request, policies);
      if (!decision.allowed) return denial(principal, request, { because: decision.because, code });
      ledger.use(decision.by);
    }
    return undefined;
  };
  return {
    refusal,
    authorize(...asked) {
      const refused = refusal(...asked);
      if (refused) throw refused;
    },
    usedGrants: () => ledger.used(),
    unusedGrants: () => ledger.unused(),
  };
}

/**
 * "An explicit deny in any of these policies overrides the allow"; within one account either kind of policy may allow:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
function decide(principal: Principal, request: AccessRequest, { roles, ofResources }: Policies): Decision {
  const role = roles.get(principal.roleArn ?? '');
  if (principal.kind === 'role' && !role) return { allowed: false, because: `because the template has no role ${principal.roleArn}` };
  const own = ownPolicies(role);
  const onResource = ofResources.of(request.resource);
  if (find(own, request, denies)) return { allowed: false, because: 'with an explicit deny in an identity-based policy' };
  if (find(onResource, request, (statement) => denies(statement) && statement.reaches(principal) !== undefined))
    return { allowed: false, because: 'with an explicit deny in a resource-based policy' };

  const byRole = find(own, request, allows);
  if (byRole && (!isRootOfTrust(request) || delegates(onResource, principal, request))) return { allowed: true, by: byRole };
  const byResource = find(onResource, request, (statement) => allows(statement) && statement.reaches(principal) === 'name');
  if (byResource) return { allowed: true, by: byResource };
  const missing = principal.kind === 'role' && (!byRole || !isRootOfTrust(request)) ? 'identity' : 'resource';
  return { allowed: false, because: `because no ${missing}-based policy allows the ${request.action} action` };
}

const allows = ({ effect }: Statement): boolean => effect === 'Allow';
const denies = ({ effect }: Statement): boolean => effect === 'Deny';

/**
 * "Unless the key policy explicitly allows it, you cannot use IAM policies to allow access to a KMS key":
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html. A role is assumed by its trust policy alone.
 */
function isRootOfTrust({ action }: AccessRequest): boolean {
  return action.startsWith('kms:') || action === 'sts:AssumeRole';
}

/** A key policy that names the caller, or leaves the matter to the policies of the account. */
function delegates(onResource: readonly Held<ResourceStatement>[], principal: Principal, request: AccessRequest): boolean {
  return find(onResource, request, (statement) => allows(statement) && statement.reaches(principal) !== undefined) !== undefined;
}

interface Held<S extends Statement> {
  holder: string;
  name: string;
  statements: readonly S[];
}

function find<S extends Statement>(
  policies: readonly Held<S>[],
  request: AccessRequest,
  applies: (statement: S) => boolean,
): Grant | undefined {
  for (const { holder, name, statements } of policies) {
    for (const statement of statements) {
      const match = applies(statement) ? statement.match(request) : undefined;
      if (match) return { holder, policy: name, ...match };
    }
  }
  return undefined;
}

function ownPolicies(role: RolePolicies | undefined): Held<Statement>[] {
  return role ? role.attached.map(({ name, statements }) => ({ holder: role.logicalId, name, statements })) : [];
}

/** Condition keys present in every request. Loopback stands in for TLS, which every deployed call uses. */
function globalContext({ kind, arn, roleArn = arn }: Principal, region: string): Record<string, string> {
  const identity = kind === 'role' ? { 'aws:PrincipalArn': roleArn, 'aws:PrincipalAccount': ACCOUNT, 'kms:CallerAccount': ACCOUNT } : {};
  return { ...identity, 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3', 'aws:RequestedRegion': region };
}

/** Everything that a policy of the template allows somebody it names, or whoever has its role. */
function grantsOf({ roles, ofResources }: Policies): Grant[] {
  const ofRoles = [...roles.values()].flatMap(({ logicalId, attached }) =>
    attached.filter(isOwn).flatMap(({ name, statements }) => pairs({ holder: logicalId, name, statements })),
  );
  const others = ofResources.all().filter(({ counted }) => counted);
  return [...ofRoles, ...others.flatMap((policy) => pairs({ ...policy, statements: policy.statements.filter(allowsOthers) }))];
}

const isOwn = ({ managed }: AttachedPolicy): boolean => !managed;

const someRole: Principal = { name: 'any', arn: 'any', roleArn: 'any', kind: 'role' };

/** A statement for the whole account allows nobody anything by itself. */
const allowsOthers = ({ reaches }: ResourceStatement): boolean => reaches(someRole) !== 'account';

function pairs({ holder, name, statements }: Held<Statement>): Grant[] {
  return statements
    .filter(allows)
    .flatMap(({ actions, resources }) =>
      actions.flatMap((action) => resources.map((resource) => ({ holder, policy: name, action, resource }))),
    );
}

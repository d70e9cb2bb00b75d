/** The identity policies of every role in the template. */
import type { Resource } from '../contract.ts';
import { managedPolicy } from './managed-policies.ts';
import { readPolicy, type Statement } from './policy.ts';

/** A policy attached to a role. */
export interface AttachedPolicy {
  name: string;
  /** Grants of AWS's own policies serve the Lambda service itself and are never "unused". */
  managed: boolean;
  statements: Statement[];
}

/** A role with everything that is attached to it. */
export interface RolePolicies {
  logicalId: string;
  attached: AttachedPolicy[];
}

/** Role ARN to its policies: inline, AWS::IAM::Policy, AWS::IAM::ManagedPolicy and AWS's own. */
export function rolePolicies(resources: readonly Resource[]): Map<string, RolePolicies> {
  const roles = resources.filter(({ type }) => type === 'AWS::IAM::Role');
  return new Map(roles.map((role) => [role.arn, { logicalId: role.logicalId, attached: policiesOf(role, resources) }]));
}

function policiesOf(role: Resource, resources: readonly Resource[]): AttachedPolicy[] {
  const inline = (role.properties['Policies'] ?? []) as { PolicyName: string; PolicyDocument: unknown }[];
  return [
    ...inline.map(({ PolicyName, PolicyDocument }) => attach(`${role.logicalId}/${PolicyName}`, PolicyDocument)),
    ...resources
      .filter((resource) => isAttached(resource, role))
      .map(({ logicalId, properties }) => attach(logicalId, properties['PolicyDocument'])),
    ...managedArns(role).flatMap((arn) => byArn(arn, role, resources)),
  ];
}

function isAttached({ type, properties }: Resource, role: Resource): boolean {
  const isPolicy = type === 'AWS::IAM::Policy' || type === 'AWS::IAM::ManagedPolicy';
  return isPolicy && ((properties['Roles'] ?? []) as string[]).includes(role.ref);
}

function managedArns(role: Resource): string[] {
  return (role.properties['ManagedPolicyArns'] ?? []) as string[];
}

function byArn(arn: string, role: Resource, resources: readonly Resource[]): AttachedPolicy[] {
  const own = resources.find((resource) => resource.type === 'AWS::IAM::ManagedPolicy' && resource.arn === arn);
  if (own) return isAttached(own, role) ? [] : [attach(own.logicalId, own.properties['PolicyDocument'])];
  return [{ name: arn, managed: true, statements: readPolicy(managedPolicy(arn, role.logicalId), arn) }];
}

function attach(name: string, document: unknown): AttachedPolicy {
  return { name, managed: false, statements: readPolicy(document, name) };
}

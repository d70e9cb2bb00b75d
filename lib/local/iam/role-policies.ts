/** The identity policies of every role in the template. */
import type { Resource } from '../contract.ts';
import { placeOf } from '../template-fault.ts';
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
    ...inline.map(({ PolicyName, PolicyDocument }, i) =>
      attach(`${role.logicalId}/${PolicyName}`, PolicyDocument, `${placeOf(role)}.Properties.Policies.${i}.PolicyDocument`),
    ),
    ...resources.filter((resource) => isAttached(resource, role)).map(attachOwn),
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
  if (own) return isAttached(own, role) ? [] : [attachOwn(own)];
  return [{ name: arn, managed: true, statements: readPolicy(managedPolicy(arn, role.logicalId), arn) }];
}

function attachOwn(policy: Resource): AttachedPolicy {
  return attach(policy.logicalId, policy.properties['PolicyDocument'], `${placeOf(policy)}.Properties.PolicyDocument`);
}

function attach(name: string, document: unknown, at: string): AttachedPolicy {
  return { name, managed: false, statements: readPolicy(document, at) };
}

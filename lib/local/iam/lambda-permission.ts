/** `AWS::Lambda::Permission`: one statement of a function's policy, in the words Lambda writes it down in. */
import type { Resource } from '../contract.ts';
import { placeOf } from '../template-fault.ts';
import { PolicyError } from './policy-error.ts';

const understood = new Set(['Action', 'FunctionName', 'Principal', 'SourceArn', 'SourceAccount']);

/** The function it is about, and its statement. */
export function lambdaPermission(permission: Resource, resources: readonly Resource[]): { target: Resource; statement: object } {
  const { properties } = permission;
  const unknown = Object.keys(properties).find((name) => !understood.has(name));
  if (unknown !== undefined) throw new PolicyError(`${placeOf(permission)}.Properties.${unknown}: not known to the small AWS`);
  const { Action, FunctionName, Principal, SourceArn, SourceAccount } = properties as Record<string, string>;
  const [name, qualifier] = String(FunctionName)
    .replace(/^.*:function:/, '')
    .split(':');
  const target = resources.find(({ type, ref }) => type === 'AWS::Lambda::Function' && ref === name);
  if (target === undefined) throw new PolicyError(`${placeOf(permission)}.Properties.FunctionName: there is no function ${FunctionName}`);
  const Condition = {
    ...(SourceArn === undefined ? {} : { ArnLike: { 'aws:SourceArn': SourceArn } }),
    ...(SourceAccount === undefined ? {} : { StringEquals: { 'aws:SourceAccount': SourceAccount } }),
  };
  const Resource = qualifier === undefined ? target.arn : `${target.arn}:${qualifier}`;
  return { target, statement: { Effect: 'Allow', Principal: principalOf(String(Principal)), Action, Resource, Condition } };
}

function principalOf(principal: string): unknown {
  if (principal === '*') return '*';
  return principal.endsWith('.amazonaws.com') ? { Service: principal } : { AWS: principal };
}

/** IAM policy documents: reading them and matching a request against their statements. */
import type { Principal } from '../contract.ts';
import { matchesConditions, validateConditions } from './conditions.ts';
import { PolicyError } from './policy-error.ts';
import { readPrincipal, type Reach } from './principal-element.ts';
import { wildcard } from './wildcard.ts';

/** What is asked: may this action be done to this resource, under these condition keys. */
export interface AccessRequest {
  action: string;
  resource: string;
  context: Readonly<Record<string, string | string[]>>;
}

/** A statement, ready to be matched. */
export interface Statement {
  effect: 'Allow' | 'Deny';
  /** Patterns as written, for reports. */
  actions: string[];
  resources: string[];
  /** The pair of patterns that covers the request, `undefined` where the statement does not apply. */
  match(request: AccessRequest): { action: string; resource: string } | undefined;
}

/** A statement of a resource policy, which names those it speaks of. */
export interface ResourceStatement extends Statement {
  reaches(principal: Principal): Reach;
}

type OneOrMany<T> = T | T[];

interface RawStatement {
  Effect: 'Allow' | 'Deny';
  Principal?: unknown;
  Action?: OneOrMany<string>;
  NotAction?: OneOrMany<string>;
  Resource?: OneOrMany<string>;
  NotResource?: OneOrMany<string>;
  Condition?: Record<string, Record<string, OneOrMany<string | boolean | number>>>;
}

const identityElements = ['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'];
const resourceElements = [...identityElements, 'Principal'];

/** Reads an identity policy. `at` names it in errors; anything not understood is an error, never skipped. */
export function readPolicy(document: unknown, at: string): Statement[] {
  return statementsOf(document, at, identityElements).map(([raw, place]) => readStatement(raw, place));
}

/** Reads a resource policy; a trust policy, whose statements name no resource, speaks of its role. */
export function readResourcePolicy(document: unknown, at: string): ResourceStatement[] {
  return statementsOf(document, at, resourceElements).map(([raw, place]) => {
    if (raw.Principal === undefined) throw new PolicyError(`${place}: a resource policy without Principal`);
    const own = raw.Resource === undefined && raw.NotResource === undefined ? { ...raw, Resource: '*' } : raw;
    return { ...readStatement(own, place), reaches: readPrincipal(raw.Principal, place) };
  });
}

function statementsOf(document: unknown, at: string, elements: readonly string[]): [RawStatement, string][] {
  const { Statement } = document as { Statement: OneOrMany<RawStatement> };
  return asArray(Statement).map((raw, i) => {
    const place = `${at}.Statement[${i}]`;
    const unknown = Object.keys(raw).find((element) => !elements.includes(element));
    if (unknown) throw new PolicyError(`${place}: element ${unknown} is not known in this policy`);
    return [raw, place];
  });
}

function readStatement(raw: RawStatement, at: string): Statement {
  validateConditions(raw.Condition ?? {}, at);
  const action = matcher(raw.Action, raw.NotAction, { at, name: 'Action', ignoreCase: true });
  const resource = matcher(raw.Resource, raw.NotResource, { at, name: 'Resource', ignoreCase: false });
  return {
    effect: raw.Effect,
    actions: action.patterns,
    resources: resource.patterns,
    match(request) {
      const byAction = action.match(request.action);
      const byResource = byAction === undefined ? undefined : resource.match(request.resource);
      if (byAction === undefined || byResource === undefined) return undefined;
      return matchesConditions(raw.Condition ?? {}, request.context) ? { action: byAction, resource: byResource } : undefined;
    },
  };
}

interface Matcher {
  patterns: string[];
  match(value: string): string | undefined;
}

function matcher(
  positive: OneOrMany<string> | undefined,
  negative: OneOrMany<string> | undefined,
  { at, name, ignoreCase }: { at: string; name: string; ignoreCase: boolean },
): Matcher {
  const written = positive ?? negative;
  if (written === undefined) throw new PolicyError(`${at}: neither ${name} nor Not${name}`);
  const foreign = asArray(written).find((pattern) => typeof pattern !== 'string');
  if (foreign !== undefined) throw new PolicyError(`${at}: ${name} must be text, not ${JSON.stringify(foreign)}`);
  const variable = asArray(written).find((pattern) => pattern.includes('${'));
  if (variable) throw new PolicyError(`${at}: policy variables are not known (${variable})`);
  const patterns = asArray(written).map((pattern) => ({ pattern, test: wildcard(pattern, { ignoreCase }) }));
  const find = (value: string) => patterns.find(({ test }) => test(value))?.pattern;
  if (positive !== undefined) return { patterns: asArray(positive), match: find };
  const label = `not ${asArray(negative ?? []).join(', ')}`;
  return { patterns: [label], match: (value) => (find(value) === undefined ? label : undefined) };
}

function asArray<T>(value: OneOrMany<T>): T[] {
  return Array.isArray(value) ? value : [value];
}

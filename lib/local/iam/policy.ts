/** IAM policy documents: reading them and matching a request against their statements. */
import { matchesConditions, validateConditions } from './conditions.ts';
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

/** A policy document this evaluator cannot follow. */
export class PolicyError extends Error {
  override name = 'PolicyError' as const;
}

type OneOrMany<T> = T | T[];

interface RawStatement {
  Effect: 'Allow' | 'Deny';
  Action?: OneOrMany<string>;
  NotAction?: OneOrMany<string>;
  Resource?: OneOrMany<string>;
  NotResource?: OneOrMany<string>;
  Condition?: Record<string, Record<string, OneOrMany<string | boolean | number>>>;
}

const knownElements = new Set(['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition']);

/** Reads an identity policy. `at` names it in errors; anything not understood is an error, never skipped. */
export function readPolicy(document: unknown, at: string): Statement[] {
  const { Statement } = document as { Statement: OneOrMany<RawStatement> };
  return asArray(Statement).map((statement, i) => readStatement(statement, `${at}.Statement[${i}]`));
}

function readStatement(raw: RawStatement, at: string): Statement {
  const unknown = Object.keys(raw).find((element) => !knownElements.has(element));
  if (unknown) throw new PolicyError(`${at}: element ${unknown} is not known in an identity policy`);
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

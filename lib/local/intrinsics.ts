/** Resolves CloudFormation intrinsic functions to values; what it does not know is an error naming the place. */

/** What references and lookups resolve against. */
export interface Scope {
  /** `Ref` of a resource, parameter or pseudo parameter. */
  ref(logicalId: string, at: string): unknown;
  /** `Fn::GetAtt`. */
  attribute(logicalId: string, attribute: string, at: string): unknown;
  condition(name: string, at: string): boolean;
  /** Name of the map and its two keys. */
  mapping(keys: readonly string[], at: string): unknown;
}

/** A template this small CloudFormation cannot follow. */
export class TemplateError extends Error {
  override name = 'TemplateError' as const;
}

type Resolver = (argument: unknown, at: string, scope: Scope) => unknown;

/** Stands for `AWS::NoValue`: the property or list entry disappears. */
export const noValue = Symbol('AWS::NoValue');

const resolvers: Record<string, Resolver> = {
  Ref: (argument, at, scope) => scope.ref(text(argument, at), at),
  Condition: (argument, at, scope) => scope.condition(text(argument, at), at),
  'Fn::GetAtt': getAttribute,
  'Fn::Join': join,
  'Fn::Sub': substitute,
  'Fn::Select': (argument, at, scope) => {
    const [index, values] = pair(resolve(argument, at, scope), at);
    const value = list(values, at)[Number(index)];
    if (value === undefined) throw new TemplateError(`${at}: Fn::Select finds nothing at ${String(index)}`);
    return value;
  },
  'Fn::Split': (argument, at, scope) => {
    const [delimiter, value] = pair(resolve(argument, at, scope), at);
    return text(value, at).split(text(delimiter, at));
  },
  'Fn::FindInMap': (argument, at, scope) => {
    const keys = list(resolve(argument, at, scope), at).map((key) => text(key, at));
    return scope.mapping(keys, at);
  },
  'Fn::If': (argument, at, scope) => {
    const [name, yes, no] = list(argument, at);
    if (no === undefined) throw new TemplateError(`${at}: Fn::If takes a condition and two values`);
    return resolve(scope.condition(text(name, at), at) ? yes : no, at, scope);
  },
  'Fn::Equals': (argument, at, scope) => {
    const [left, right] = pair(resolve(argument, at, scope), at);
    return String(left) === String(right);
  },
  'Fn::And': (argument, at, scope) => list(resolve(argument, at, scope), at).every(Boolean),
  'Fn::Or': (argument, at, scope) => list(resolve(argument, at, scope), at).some(Boolean),
  'Fn::Not': (argument, at, scope) => !list(resolve(argument, at, scope), at)[0],
};

/** Resolves a value of the template, depth first. `at` is its path, for messages. */
export function resolve(value: unknown, at: string, scope: Scope): unknown {
  if (typeof value === 'string') return literal(value, at);
  if (Array.isArray(value)) return value.map((entry, i) => resolve(entry, `${at}[${i}]`, scope)).filter((entry) => entry !== noValue);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [[name, argument] = ['', undefined]] = entries;
  if (entries.length !== 1 || !isIntrinsic(name, argument)) return resolveObject(value, at, scope);
  const resolver = resolvers[name];
  if (!resolver) throw new TemplateError(`${at}: ${name} is not known to the small AWS`);
  return resolver(argument, at, scope);
}

/** `Condition` is an intrinsic only with a name; in a policy statement it holds an object. */
function isIntrinsic(name: string, argument: unknown): boolean {
  return name === 'Ref' || name.startsWith('Fn::') || (name === 'Condition' && typeof argument === 'string');
}

function resolveObject(value: object, at: string, scope: Scope): Record<string, unknown> {
  const entries = Object.entries(value).map(([key, entry]): [string, unknown] => {
    if (key.startsWith('Fn::')) throw new TemplateError(`${at}: ${key} stands beside other keys`);
    return [key, resolve(entry, `${at}.${key}`, scope)];
  });
  return Object.fromEntries(entries.filter(([, entry]) => entry !== noValue));
}

function literal(value: string, at: string): string {
  if (value.includes('{{resolve:')) throw new TemplateError(`${at}: dynamic references are not known to the small AWS`);
  return value;
}

function getAttribute(argument: unknown, at: string, scope: Scope): unknown {
  if (Array.isArray(argument)) return scope.attribute(text(argument[0], at), text(argument[1], at), at);
  const [logicalId, ...attribute] = text(argument, at).split('.');
  return scope.attribute(logicalId!, attribute.join('.'), at);
}

function join(argument: unknown, at: string, scope: Scope): string {
  const [delimiter, values] = pair(resolve(argument, at, scope), at);
  return list(values, at)
    .map((value) => text(value, at))
    .join(text(delimiter, at));
}

function substitute(argument: unknown, at: string, scope: Scope): string {
  const [template, values] = Array.isArray(argument) ? pair(argument, at) : [argument, {}];
  const own = resolve(values, at, scope) as Record<string, unknown>;
  return text(template, at).replace(/\$\{(!?)([^}]+)\}/g, (_, literalMark: string, name: string) => {
    if (literalMark) return `\${${name}}`;
    if (name in own) return text(own[name], at);
    return text(name.includes('.') ? getAttribute(name, at, scope) : scope.ref(name, at), at);
  });
}

function text(value: unknown, at: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TemplateError(`${at}: expected a string`);
}

function list(value: unknown, at: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new TemplateError(`${at}: expected a list`);
}

function pair(value: unknown, at: string): [unknown, unknown] {
  const values = list(value, at);
  if (values.length !== 2) throw new TemplateError(`${at}: expected two values`);
  return values as [unknown, unknown];
}

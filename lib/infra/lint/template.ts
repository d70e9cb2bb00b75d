/** A synthesized template as the lint reads it. */

export interface Resource {
  Type: string;
  Properties?: Record<string, unknown>;
}

export interface Template {
  Resources: Record<string, Resource>;
}

/** Values of pseudo parameters wherever only their shape matters. */
const PSEUDO: Record<string, string> = {
  'AWS::Partition': 'aws',
  'AWS::Region': 'eu-central-1',
  'AWS::AccountId': '123456789012',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** The ARN of a function of the template, as its machine calls it. */
const functionArn = (logicalId: string): string => `arn:aws:lambda:eu-central-1:123456789012:function:${logicalId}`;

/** A value as text, its references replaced by what has the same shape. Undefined for one that is no text. */
export function textOf(template: Template, value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const {
    Ref,
    'Fn::GetAtt': attribute,
    'Fn::Join': join,
  } = value as { Ref?: string; 'Fn::GetAtt'?: string[]; 'Fn::Join'?: [string, unknown[]] };
  if (join) {
    const parts = join[1].map((part) => textOf(template, part));
    return parts.includes(undefined) ? undefined : parts.join(join[0]);
  }
  const logicalId = attribute?.[0] ?? Ref;
  if (logicalId === undefined) return undefined;
  return PSEUDO[logicalId] ?? (isFunction(template, logicalId) ? functionArn(logicalId) : `{${logicalId}}`);
}

const isFunction = ({ Resources }: Template, logicalId: string): boolean => Resources[logicalId]?.Type === 'AWS::Lambda::Function';

export const asList = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

/** A statement of a policy, with its path in the resource. */
export interface Statement {
  at: string;
  effect: string;
  actions: string[];
  resources: unknown[];
  conditionKeys: string[];
}

function statementAt(value: Record<string, unknown>, at: string): Statement {
  const { Effect, Action, NotAction, Resource, Condition = {} } = value;
  return {
    at,
    effect: String(Effect),
    actions: [Action, NotAction].flat().filter((action) => typeof action === 'string'),
    resources: Resource === undefined ? [] : asList(Resource),
    conditionKeys: Object.values(Condition as object).flatMap((keys: object) => Object.keys(keys)),
  };
}

/** The statements of every policy in a value, wherever they stand. */
export function statementsIn(value: unknown, at: string): Statement[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('Effect' in value && ('Action' in value || 'NotAction' in value)) return [statementAt(value as Record<string, unknown>, at)];
  return Object.entries(value).flatMap(([key, member]) => statementsIn(member, `${at}.${key}`));
}

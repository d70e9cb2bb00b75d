/** Condition blocks of IAM statements. An operator or a key that is not known is an error when the policy is read. */
import { isKnownKey } from './condition-keys.ts';
import { PolicyError } from './policy-error.ts';
import { wildcard } from './wildcard.ts';

type Block = Record<string, Record<string, unknown>>;
type Context = Readonly<Record<string, string | string[]>>;

interface Operator {
  /** Does one value of the request satisfy one value of the policy? */
  test(actual: string, wanted: string): boolean;
  /** `Not...` operators: no policy value may match, and an absent key satisfies them. */
  negated?: boolean;
}

const like = (actual: string, wanted: string) => wildcard(wanted)(actual);
const arnLike = (actual: string, wanted: string) => {
  const values = arnParts(actual);
  return arnParts(wanted).every((pattern, place) => like(values[place] ?? '', pattern));
};
const equals = (actual: string, wanted: string) => actual === wanted;
const equalsIgnoringCase = (actual: string, wanted: string) => actual.toLowerCase() === wanted.toLowerCase();

const operators: Record<string, Operator> = {
  StringEquals: { test: equals },
  StringNotEquals: { test: equals, negated: true },
  StringEqualsIgnoreCase: { test: equalsIgnoringCase },
  StringLike: { test: like },
  StringNotLike: { test: like, negated: true },
  ArnEquals: { test: arnLike },
  ArnLike: { test: arnLike },
  ArnNotEquals: { test: arnLike, negated: true },
  ArnNotLike: { test: arnLike, negated: true },
  NumericLessThan: { test: (actual, wanted) => Number(actual) < Number(wanted) },
  Bool: { test: equalsIgnoringCase },
};

interface ParsedOperator extends Operator {
  quantifier: 'ForAllValues' | 'ForAnyValue' | undefined;
  ifExists: boolean;
}

/** "Each of the six colon-delimited components of the ARN is checked separately": IAM User Guide, condition operators. */
function arnParts(arn: string): string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}

/** Throws PolicyError for an operator or a key that would silently never, or always, match. */
export function validateConditions(block: Block, at: string): void {
  for (const [name, keys] of Object.entries(block)) {
    if (name !== 'Null' && !parse(name)) throw new PolicyError(`${at}: condition operator ${name} is not known to the small AWS`);
    const unknown = Object.keys(keys).find((key) => !isKnownKey(key));
    if (unknown !== undefined) throw new PolicyError(`${at}: condition key ${unknown} is not known to the small AWS`);
  }
}

/** Every operator and every key in the block must hold. */
export function matchesConditions(block: Block, context: Context): boolean {
  return Object.entries(block).every(([name, keys]) =>
    Object.entries(keys).every(([key, wanted]) => holds(name, actualValues(context, key), asStrings(wanted))),
  );
}

function holds(name: string, actual: string[] | undefined, wanted: string[]): boolean {
  if (name === 'Null') return wanted.includes(String(actual === undefined));
  const operator = parse(name)!;
  // "ForAllValues ... returns true if there are no keys in the request": IAM User Guide, multivalued context keys.
  if (actual === undefined) return operator.quantifier === 'ForAllValues' || operator.ifExists || operator.negated === true;
  const satisfies = (value: string) => wanted.some((pattern) => operator.test(value, pattern)) !== (operator.negated ?? false);
  return operator.quantifier === 'ForAnyValue' ? actual.some(satisfies) : actual.every(satisfies);
}

function parse(name: string): ParsedOperator | undefined {
  const [, quantifier, base, ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(name) ?? [];
  const operator = operators[base ?? ''];
  return operator && { ...operator, quantifier: quantifier as ParsedOperator['quantifier'], ifExists: ifExists !== undefined };
}

/** Condition keys are case-insensitive. */
function actualValues(context: Context, key: string): string[] | undefined {
  const name = Object.keys(context).find((candidate) => candidate.toLowerCase() === key.toLowerCase());
  return name === undefined ? undefined : asStrings(context[name]);
}

function asStrings(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(String);
}

/** EventBridge event patterns: exact values, prefix, anything-but, exists. Anything else is an error when the rule is read. */
import { TemplateError } from '../intrinsics.ts';

type Condition = string | number | boolean | null | Record<string, unknown>;
type Test = (value: unknown) => boolean;

/** A test for a pattern. `at` names the rule in errors. */
export function eventPattern(pattern: unknown, at: string): Test {
  const fields = Object.entries(pattern as Record<string, unknown>).map(([key, inner]): [string, Test] => [
    key,
    fieldTest(inner, `${at}.${key}`),
  ]);
  return (event) => fields.every(([key, test]) => test(isObject(event) ? event[key] : undefined));
}

function fieldTest(pattern: unknown, at: string): Test {
  if (Array.isArray(pattern)) {
    const tests = pattern.map((condition: Condition) => conditionTest(condition, at));
    // A list in the event matches when one of its members does.
    return (value) => tests.some((test) => (Array.isArray(value) ? value.some(test) : test(value)));
  }
  if (isObject(pattern)) return eventPattern(pattern, at);
  throw new TemplateError(`${at}: an event pattern's leaf must be a list`);
}

function conditionTest(condition: Condition, at: string): Test {
  if (!isObject(condition)) return (value) => value === condition;
  const [[operator, argument]] = Object.entries(condition) as [[string, unknown]];
  const make = operators[operator];
  if (!make || Object.keys(condition).length > 1)
    throw new TemplateError(`${at}: pattern operator ${operator} is not known to the small AWS`);
  return make(argument, at);
}

const operators: Record<string, (argument: unknown, at: string) => Test> = {
  prefix: (argument, at) => {
    if (typeof argument !== 'string') throw new TemplateError(`${at}: prefix takes a string`);
    return (value) => typeof value === 'string' && value.startsWith(argument);
  },
  'anything-but': (argument, at) => {
    const tests = [argument].flat().map((condition) => conditionTest(condition as Condition, at));
    return (value) => value !== undefined && !tests.some((test) => test(value));
  },
  exists: (argument) => (value) => (value !== undefined) === argument,
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

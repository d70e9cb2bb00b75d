/** JSONata in definitions: strings between `{%` and `%}`, compiled once, evaluated to plain JSON. */
import jsonata from 'jsonata';
import type { Expression } from 'jsonata';
import type { Json } from './definition.ts';
import type { StateFailure } from './errors.ts';
import { evaluationFailure } from './errors.ts';
import { limitEvaluation, newBudget } from './evaluation-budget.ts';
import { addFunctions } from './functions.ts';

/** What an expression can see, and where it stands for the message of a fault. */
export interface Scope {
  bindings: Record<string, unknown>;
  /** Milliseconds that `$now()` and `$millis()` give. */
  now: number;
  /** Begins every message: which state, entered when. */
  occasion: string;
}

const compiled = new Map<string, Expression>();
const formatNow = jsonata('$fromMillis($at, $picture, $timezone)');
const formatNowInUtc = jsonata('$fromMillis($at, $picture)');

/** Whether a string of a definition is an expression. */
export function isExpression(text: string): boolean {
  return text.startsWith('{%') && text.endsWith('%}');
}

/** The expression inside the delimiters. */
export function sourceOf(text: string): string {
  return text.slice(2, -2).trim();
}

/** Compiles an expression, or gives the compiled one. Throws JSONata's error for a bad one. */
export function compile(source: string): Expression {
  const known = compiled.get(source);
  if (known) return known;
  const expression = jsonata(source);
  addFunctions(expression);
  limitEvaluation(expression);
  compiled.set(source, expression);
  return expression;
}

async function now(at: number, picture?: string, timezone?: string): Promise<unknown> {
  if (picture === undefined) return new Date(at).toISOString();
  const format = timezone === undefined ? formatNowInUtc : formatNow;
  return format.evaluate(undefined, { at, picture, timezone });
}

/** Copies a result, refusing what JSON cannot hold. Also strips JSONata's sequence marks. */
export function plain(value: unknown): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || '_jsonata_lambda' in value || '_jsonata_function' in value) {
    throw new TypeError('returned an unsupported result type');
  }
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
}

function detail(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return code === undefined ? String(message) : `${code}: ${String(message)}`;
}

async function evaluateSource(source: string, scope: Scope, field: string): Promise<Json> {
  const fault = (what: string): StateFailure => {
    const reason = `${scope.occasion} The JSONata expression '${source}' specified for the field '${field}' ${what}`;
    return evaluationFailure(reason, field);
  };
  let result: unknown;
  try {
    const clock = { now: (picture?: string, zone?: string) => now(scope.now, picture, zone), millis: () => scope.now };
    result = await compile(source).evaluate(undefined, { ...clock, ...newBudget(), ...scope.bindings });
  } catch (error) {
    throw fault(`threw an error during evaluation. ${detail(error)}`);
  }
  if (result === undefined) throw fault('returned nothing (undefined).');
  try {
    return plain(result);
  } catch (error) {
    throw fault(`${(error as Error).message}.`);
  }
}

/** Evaluates a template: every expression in it, at any depth. Throws StateFailure. */
export async function evaluate(template: Json, scope: Scope, field: string): Promise<Json> {
  if (typeof template === 'string') {
    return isExpression(template) ? evaluateSource(sourceOf(template), scope, field) : template;
  }
  if (template === null || typeof template !== 'object') return template;
  if (Array.isArray(template)) {
    const items: Json[] = [];
    for (const [index, item] of template.entries()) items.push(await evaluate(item, scope, `${field}[${index}]`));
    return items;
  }
  const members: [string, Json][] = [];
  for (const [key, member] of Object.entries(template)) members.push([key, await evaluate(member, scope, `${field}/${key}`)]);
  return Object.fromEntries(members);
}

/** Ends an expression that would not end by itself, or whose recursion is too deep: a fault of its evaluation, as on AWS. */
import type { Expression } from 'jsonata';

/** Far above what an expression over 256 KiB of data takes. AWS publishes no numbers. */
const LONGEST_MS = 2000;

/** Nested evaluations, some four to a call; each keeps memory until it returns. */
const MOST_LEVELS = 10_000;

/** A variable that no expression can name, for it contains a space. */
const BUDGET = 'evaluation budget';

interface Budget {
  until: number;
  levels: number;
}

interface Environment {
  lookup(name: string): Budget;
}

class RunawayExpression extends Error {
  override name = 'RunawayExpression' as const;
  /** The code that JSONata's own tools give it. */
  readonly code = 'U1001';
}

function enter(_node: unknown, _input: unknown, environment: Environment): void {
  const budget = environment.lookup(BUDGET);
  budget.levels += 1;
  if (performance.now() > budget.until) throw new RunawayExpression('The expression did not end: is there an endless loop?');
  if (budget.levels > MOST_LEVELS) throw new RunawayExpression('The recursion is too deep: does it end?');
}

function exit(_node: unknown, _input: unknown, environment: Environment): void {
  environment.lookup(BUDGET).levels -= 1;
}

interface Node {
  type?: string;
  value?: unknown;
  steps?: Node[];
  predicate?: unknown;
  stages?: unknown;
  group?: unknown;
}

/** Steps of a path that only look something up. */
const PLAIN = new Set(['variable', 'name', 'string']);

/** Whether an expression can do anything more than once: only that can take long, and counting costs a tenth of all small ones. */
function mayRepeat(tree: unknown): boolean {
  if (typeof tree !== 'object' || tree === null) return false;
  const { type = '', value, steps = [] } = tree as Node;
  if (type === 'lambda' || type === 'transform' || (type === 'binary' && value === '..')) return true;
  const repeats = ({ type: kind = '', predicate, stages, group }: Node): boolean =>
    !PLAIN.has(kind) || (predicate ?? stages ?? group) !== undefined;
  return steps.some(repeats) || Object.values(tree).some(mayRepeat);
}

/** Makes an expression count what it does; evaluate it with a `newBudget` among its bindings. */
export function limitEvaluation(expression: Expression): void {
  if (!mayRepeat(expression.ast())) return;
  // JSONata calls what it finds under these symbols around every step; its types know names only.
  const hooks = expression as unknown as { assign(name: symbol, hook: typeof enter): void };
  hooks.assign(Symbol.for('jsonata.__evaluate_entry'), enter);
  hooks.assign(Symbol.for('jsonata.__evaluate_exit'), exit);
}

/** What one evaluation may use. */
export function newBudget(): Record<string, Budget> {
  return { [BUDGET]: { until: performance.now() + LONGEST_MS, levels: 0 } };
}

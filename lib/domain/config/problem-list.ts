/** Collects everything that is wrong with a configuration, so that one run shows it all. */
import type * as z from 'zod';
import type { Problem } from './configuration-error.ts';

/** The class of a value in words; never the value. */
export function classOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (value === '') return 'an empty text';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  return (
    { string: 'a text', number: 'a number', boolean: 'true or false', object: 'an object', function: 'a function' }[
      typeof value as string
    ] ?? 'something that is not plain data'
  );
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key], value);
}

function remedyFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `write ${{ string: 'a text', array: 'a list', record: 'an object', int: 'a whole number' }[issue.expected as string] ?? `a value of type ${issue.expected}`}`;
    case 'invalid_value':
      return `write one of: ${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      return `remove or correct the unknown ${issue.keys.length === 1 ? 'key' : 'keys'} ${issue.keys.join(', ')}`;
    case 'too_small':
      return issue.origin === 'number' ? `write at least ${issue.minimum}` : 'do not leave it empty';
    case 'too_big':
      return `write at most ${issue.maximum}`;
    case 'invalid_key':
      return issue.issues[0]?.message ?? issue.message;
    default:
      return issue.message;
  }
}

type Issue = z.core.$ZodIssue;

/** How far the value got along one alternative: deeper means that this is the alternative that was meant. */
function depth(issues: Issue[]): number {
  return Math.max(0, ...issues.map(({ path, code }) => 2 * path.length + (code === 'unrecognized_keys' ? 1 : 0)));
}

/** The issues of the alternative that was meant, instead of "none of the alternatives fits". */
function unfold(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const meant = issue.errors.toSorted((one, other) => depth(other) - depth(one))[0];
  if (!meant || depth(meant) === 0) return [issue];
  return meant.flatMap(unfold).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** A list of problems with a path it prefixes; `at` gives the same list further down. */
export class ProblemList {
  readonly problems: Problem[];
  readonly path: string;

  constructor(problems: Problem[] = [], path = '') {
    this.problems = problems;
    this.path = path;
  }

  /** The same list, speaking about a place further down. */
  at(...keys: (string | number)[]): ProblemList {
    return new ProblemList(this.problems, [this.path, ...keys].filter((key) => key !== '').join('.'));
  }

  add(found: string, remedy: string): void {
    this.problems.push({ path: this.path || 'configuration', found, remedy });
  }

  /** True if the value has the shape; otherwise every deviation is noted. */
  shape<T>(schema: z.ZodType, value: unknown): value is T {
    const parsed = schema.safeParse(value);
    for (const issue of (parsed.error?.issues ?? []).flatMap(unfold)) {
      const keys = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
      this.at(...keys).add(classOf(valueAt(value, issue.path)), remedyFor(issue));
    }
    return parsed.success;
  }
}

/** The JSONata functions that Step Functions adds to the language, and the one it takes away. */
import { createHash, randomUUID } from 'node:crypto';
import type { Expression } from 'jsonata';

const MAX_RANGE = 1000;
const MAX_HASH_INPUT = 10_000;
const ALGORITHMS = new Set(['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512']);

function whole(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new TypeError(`${what} must be an integer`);
  return value;
}

/** `$partition(array, size)`: the array in pieces of at most `size`. */
function partition(array: unknown, size: unknown): unknown[][] | undefined {
  if (array === undefined) return undefined;
  const items = Array.isArray(array) ? array : [array];
  const length = whole(size, 'The size of a partition');
  if (length < 1) throw new TypeError('The size of a partition must be positive');
  return Array.from({ length: Math.ceil(items.length / length) }, (_, at) => items.slice(at * length, (at + 1) * length));
}

/** Makes an array a JSONata sequence: of one item it is that item, of none it is nothing. */
function asSequence<T>(items: T[]): T[] {
  return Object.defineProperty(items, 'sequence', { value: true });
}

/** `$range(first, last, step)`: numbers from first to last, both included; a sequence, so that one number stands alone. */
function range(first: unknown, last: unknown, step: unknown): number[] {
  const from = whole(first, 'The first number of a range');
  const to = whole(last, 'The last number of a range');
  const by = whole(step, 'The step of a range');
  if (by === 0) throw new TypeError('The step of a range must not be zero');
  const count = Math.max(0, Math.floor((to - from) / by) + 1);
  if (count > MAX_RANGE) throw new TypeError(`A range has at most ${MAX_RANGE} numbers`);
  return asSequence(Array.from({ length: count }, (_, at) => from + at * by));
}

/** `$hash(data, algorithm)`: the hash in hexadecimal. */
function hash(data: unknown, algorithm: unknown): string | undefined {
  if (data === undefined) return undefined;
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  if (text.length > MAX_HASH_INPUT) throw new TypeError(`$hash takes at most ${MAX_HASH_INPUT} characters`);
  if (typeof algorithm !== 'string' || !ALGORITHMS.has(algorithm)) throw new TypeError('Unknown hash algorithm');
  return createHash(algorithm.replace('-', '').toLowerCase()).update(text).digest('hex');
}

/** `$random()` or `$random(seed)`: a number from 0 up to 1; the same seed gives the same number. */
function random(seed?: unknown): number {
  if (seed === undefined) return Math.random();
  if (typeof seed !== 'number') throw new TypeError('The seed of $random must be a number');
  return createHash('sha256').update(String(seed)).digest().readUInt32BE() / 2 ** 32;
}

/** `$parse(text)`: the JSON value in a text. */
function parse(text: unknown): unknown {
  if (text === undefined) return undefined;
  if (typeof text !== 'string') throw new TypeError('$parse takes a string');
  return JSON.parse(text);
}

/** Makes the functions known to an expression. */
export function addFunctions(expression: Expression): void {
  expression.registerFunction('partition', (array: unknown, size: unknown) => partition(array, size));
  expression.registerFunction('range', (first: unknown, last: unknown, step: unknown) => range(first, last, step));
  expression.registerFunction('hash', (data: unknown, algorithm: unknown) => hash(data, algorithm));
  expression.registerFunction('random', (seed: unknown) => random(seed));
  expression.registerFunction('uuid', () => randomUUID());
  expression.registerFunction('parse', (text: unknown) => parse(text));
  // Step Functions has no $eval; an undefined binding hides the built-in one.
  expression.assign('eval', undefined);
}

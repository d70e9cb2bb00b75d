/** Changes every figure of a law, one at a time: each copy is a law that is wrong in one place. */
import type { Law } from '../../../lib/domain/law/law.ts';
import { PROSE } from './figures.ts';

/** A law with one figure changed, and which. */
export interface Mutation {
  path: string;
  /** The name of the figure in its place: `amount`, `cite`. */
  figure: string;
  texts: readonly Law[];
}

const NEXT: Record<string, readonly string[]> = {
  unit: ['day', 'businessDay', 'month'],
  status: ['confirmed', 'toBeConfirmed'],
  effect: ['none', 'suspend', 'exclude-days', 'restart', 'reflection'],
  by: ['first-period', 'response-period'],
  rule: ['EU-1182', 'US-GENERIC', 'US-CA', 'CA-FED'],
};

const nextDay = (on: string): string => new Date(Date.parse(on) + 86_400_000).toISOString().slice(0, 10);

function changed(value: unknown, figure: string): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return true;
  const choices = NEXT[figure];
  if (choices) return choices[(choices.indexOf(value) + 1) % choices.length];
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? nextDay(value) : `${value} x`;
}

type Path = readonly (string | number)[];

/** A copy in which the value at the path is another, or is gone. */
function copyWith(
  texts: readonly Law[],
  path: Path,
  change: (parent: Record<string | number, unknown>, key: string | number) => void,
): Law[] {
  // Not `structuredClone`: what two figures share in memory must change in one place only.
  const copy = JSON.parse(JSON.stringify(texts)) as Law[];
  const parent = path.slice(0, -1).reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], copy);
  change(parent as Record<string | number, unknown>, path.at(-1)!);
  return copy;
}

function figureAt(path: Path): string {
  return String(path.findLast((part) => typeof part === 'string'));
}

function* changesOf(texts: readonly Law[], value: unknown, path: Path): Generator<Mutation> {
  const told = { path: `${texts[0]?.id}.${path.join('.')}`, figure: figureAt(path) };
  if (typeof value !== 'object' || value === null) {
    yield { ...told, texts: copyWith(texts, path, (parent, key) => (parent[key] = changed(parent[key], told.figure))) };
    return;
  }
  if (Array.isArray(value)) {
    for (const place of value.keys()) {
      const without = copyWith(texts, [...path, place], (parent, key) => (parent as unknown as unknown[]).splice(Number(key), 1));
      yield { path: `${told.path} without ${place}`, figure: told.figure, texts: without };
    }
  }
  for (const [key, inner] of Object.entries(value)) {
    if (!PROSE.has(key)) yield* changesOf(texts, inner, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** Every law that differs from the given one in one figure, or lacks one element of a list. */
export function mutationsOf(texts: readonly Law[]): Generator<Mutation> {
  return changesOf(texts, texts, []);
}

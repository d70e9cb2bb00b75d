/** Reads simple JSON paths: `$`, `$.data.items`, `$.data[0].id`, `$.items[*].id`. */

const STEP = /\.([\w-]+)|\[(\d+)\]|\[(\*)\]/g;

function step(value: unknown, [, name, index, all]: RegExpExecArray | RegExpMatchArray): unknown[] {
  if (value === null || typeof value !== 'object') return [];
  if (all) return Array.isArray(value) ? value : [];
  const key = name ?? index ?? '';
  return Object.hasOwn(value, key) ? [(value as Record<string, unknown>)[key]] : [];
}

/** The values a path leads to; none if it leads nowhere. */
export function valuesAt(value: unknown, path: string): unknown[] {
  return [...path.matchAll(STEP)].reduce<unknown[]>((values, match) => values.flatMap((one) => step(one, match)), [value]);
}

/** The value a path leads to; with `[*]` the list of them. */
export function valueAt(value: unknown, path: string): unknown {
  const values = valuesAt(value, path);
  return path.includes('[*]') ? values : values[0];
}

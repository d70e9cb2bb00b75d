/** Members of a Query call: text, lists and structures that may be missing or empty. */

export type QueryInput = Record<string, unknown>;

export function textIn(input: QueryInput, member: string): string | undefined {
  const value = input[member];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A list; an empty one arrives as an empty text. */
export function listIn(input: QueryInput, member: string): unknown[] {
  const value = input[member];
  return Array.isArray(value) ? value : [];
}

export function structureIn(input: QueryInput, member: string): QueryInput {
  const value = input[member];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as QueryInput) : {};
}

/** Message tags: `[{ Name, Value }]`. */
export function tagsIn(input: QueryInput): Record<string, string> {
  const tags = listIn(input, 'Tags') as QueryInput[];
  return Object.fromEntries(tags.map((tag) => [textIn(tag, 'Name') ?? '', textIn(tag, 'Value') ?? '']));
}

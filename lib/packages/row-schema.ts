/** A JSON Schema (draft 2020-12) for the rows of a file, from the data map and the types seen while writing it. */
import type { Row, Value } from '../connectors/connector.ts';
import { textIn } from '../domain/data-map.ts';
import type { TreatedColumn } from './dataset-parts.ts';

type JsonType = 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object';

function typeOf(value: Value): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as 'string' | 'number' | 'boolean' | 'object';
}

/** Notes which types each column had and in how many rows it stood. */
export class RowTypes {
  #rows = 0;
  readonly #seen = new Map<string, { types: Set<JsonType>; rows: number }>();

  observe(row: Row): void {
    this.#rows += 1;
    for (const [name, value] of Object.entries(row)) {
      const column = this.#seen.get(name) ?? { types: new Set(), rows: 0 };
      column.types.add(typeOf(value));
      column.rows += 1;
      this.#seen.set(name, column);
    }
  }

  /** Sorted, so that the order of rows does not show. */
  typesOf(name: string): JsonType[] {
    return [...(this.#seen.get(name)?.types ?? [])].toSorted();
  }

  isAlwaysThere(name: string): boolean {
    return this.#rows > 0 && this.#seen.get(name)?.rows === this.#rows;
  }
}

/** What a schema says besides the columns. */
export interface SchemaHead {
  title: string;
  description: string;
  lang: string;
}

/** Columns never seen may be of any type; no other columns occur. */
export function rowSchema(columns: TreatedColumn[], types: RowTypes, head: SchemaHead): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: head.title,
    description: head.description,
    type: 'array',
    items: {
      type: 'object',
      properties: Object.fromEntries(columns.map((column) => [column.name, columnSchema(column, types, head.lang)])),
      required: columns.map((column) => column.name).filter((name) => types.isAlwaysThere(name)),
      additionalProperties: false,
    },
  };
}

function columnSchema(column: TreatedColumn, types: RowTypes, lang: string): object {
  const seen = types.typesOf(column.name);
  return {
    ...(column.label === undefined ? {} : { title: textIn(column.label, lang) }),
    description: `${column.category}: ${textIn(column.purpose, lang)}`,
    ...(seen.length === 0 ? {} : { type: seen.length === 1 ? seen[0] : seen }),
  };
}

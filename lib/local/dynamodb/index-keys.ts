/** Refuses index keys that AWS refuses and the embedded DynamoDB takes: empty strings. */
import { AwsError } from '../contract.ts';
import type { TableSchema } from './table-schema.ts';

type AttributeValue = Record<string, unknown>;
type Item = Record<string, AttributeValue>;
type Input = Record<string, unknown>;

/** Throws ValidationException when a write would give a secondary index an empty key. */
export function refuseEmptyIndexKeys(operation: string, input: Input, tables: ReadonlyMap<string, TableSchema>): void {
  for (const { table, item } of writtenAttributes(operation, input)) {
    for (const { indexName, attributes } of tables.get(table)?.indexes ?? []) {
      const empty = attributes.find((attribute) => isEmpty(item[attribute]));
      if (empty !== undefined) throw emptyKey(indexName, empty);
    }
  }
}

function writtenAttributes(operation: string, input: Input): { table: string; item: Item }[] {
  const table = String(input['TableName']);
  if (operation === 'PutItem') return [{ table, item: (input['Item'] ?? {}) as Item }];
  if (operation === 'UpdateItem') return [{ table, item: assignedByUpdate(input) }];
  if (operation !== 'BatchWriteItem') return [];
  const requests = (input['RequestItems'] ?? {}) as Record<string, { PutRequest?: { Item: Item } }[]>;
  return Object.entries(requests).flatMap(([name, writes]) =>
    writes.flatMap(({ PutRequest }) => (PutRequest ? [{ table: name, item: PutRequest.Item }] : [])),
  );
}

/** Attributes that `SET name = :value` (also within if_not_exists) gives a value from the request. */
function assignedByUpdate(input: Input): Item {
  const names = (input['ExpressionAttributeNames'] ?? {}) as Record<string, string>;
  const values = (input['ExpressionAttributeValues'] ?? {}) as Item;
  const expression = String(input['UpdateExpression'] ?? '');
  const item: Item = {};
  for (const [, name, value] of expression.matchAll(/([#\w]+)\s*=\s*(?:if_not_exists\s*\([^,]*,\s*)?(:\w+)/g)) {
    item[names[name!] ?? name!] = values[value!] ?? {};
  }
  return item;
}

function isEmpty(value: AttributeValue | undefined): boolean {
  return value?.['S'] === '' || value?.['B'] === '';
}

function emptyKey(indexName: string, attribute: string): AwsError {
  const message =
    'One or more parameter values are not valid. A value specified for a secondary index key is not supported. ' +
    `The AttributeValue for a key attribute cannot contain an empty string value. IndexName: ${indexName}, IndexKey: ${attribute}`;
  return new AwsError('ValidationException', message);
}

/** Which IAM permissions a DynamoDB operation needs: the table's ARN, or the index's for reads through it. */
import type { Permission } from '../contract.ts';
import { impliedUse } from '../iam/implied-calls.ts';
import type { TableSchema } from './table-schema.ts';

type Input = Record<string, unknown>;
type Key = Record<string, Record<string, unknown>>;

export interface TablePlace {
  region: string;
  account: string;
  tables: ReadonlyMap<string, TableSchema>;
}

/** The permissions of one call. */
export function dynamodbPermissions(operation: string, input: Input, place: TablePlace): Permission[] {
  const own = ownPermissions(operation, input, place);
  if (operation === 'ListTables' || operation === 'DescribeTable') return own;
  const names = new Set(own.map(({ resource }) => tableName(resource)));
  return [...own, ...[...names].flatMap((name) => keyPermissions(name, place))];
}

/** Items are read and written with a table key that DynamoDB unwraps in the caller's name. */
function keyPermissions(table: string, { tables, region, account }: TablePlace): Permission[] {
  const key = tables.get(table)?.kmsKey;
  if (key === undefined) return [];
  const encryptionContext = { 'aws:dynamodb:tableName': table, 'aws:dynamodb:subscriberId': account };
  return impliedUse('use-table', { key, region, via: 'dynamodb', encryptionContext });
}

function ownPermissions(operation: string, input: Input, place: TablePlace): Permission[] {
  const action = `dynamodb:${operation}`;
  if (operation === 'ListTables') return [{ action, resource: '*' }];
  if (operation === 'BatchGetItem' || operation === 'BatchWriteItem') return batchPermissions(action, input, place);
  const table = tableName(input['TableName'] ?? input['ResourceArn']);
  const keys = partitionValues(table, [(input['Key'] ?? input['Item']) as Key | undefined], place);
  const leading = keys.length > 0 ? keys : queriedPartition(table, input, place);
  const suffix = typeof input['IndexName'] === 'string' ? `/index/${input['IndexName']}` : '';
  return [permission(action, `${tableArn(table, place)}${suffix}`, leading)];
}

function batchPermissions(action: string, input: Input, place: TablePlace): Permission[] {
  const requests = Object.entries((input['RequestItems'] ?? {}) as Record<string, unknown>);
  return requests.map(([name, request]) => {
    const table = tableName(name);
    return permission(action, tableArn(table, place), partitionValues(table, batchKeys(request), place));
  });
}

function batchKeys(request: unknown): (Key | undefined)[] {
  if (!Array.isArray(request)) return (request as { Keys?: Key[] }).Keys ?? [];
  return (request as { PutRequest?: { Item: Key }; DeleteRequest?: { Key: Key } }[]).map(
    ({ PutRequest, DeleteRequest }) => PutRequest?.Item ?? DeleteRequest?.Key,
  );
}

/** A table may be named by its ARN; an index's begins with its table's. */
function tableName(name: unknown): string {
  return String(name ?? '')
    .replace(/^arn:.*:table\//, '')
    .replace(/\/index\/.*$/, '');
}

function tableArn(table: string, { region, account }: TablePlace): string {
  return `arn:aws:dynamodb:${region}:${account}:table/${table}`;
}

function permission(action: string, resource: string, leadingKeys: string[]): Permission {
  return leadingKeys.length > 0 ? { action, resource, context: { 'dynamodb:LeadingKeys': leadingKeys } } : { action, resource };
}

function partitionValues(table: string, keys: (Key | undefined)[], { tables }: TablePlace): string[] {
  const attribute = tables.get(table)?.partitionKey;
  if (attribute === undefined) return [];
  return keys.flatMap((key) => (key?.[attribute] ? [scalar(key[attribute])] : []));
}

/** The value in `pk = :value` of a query on the table itself. */
function queriedPartition(table: string, input: Input, { tables }: TablePlace): string[] {
  const attribute = tables.get(table)?.partitionKey;
  const names = (input['ExpressionAttributeNames'] ?? {}) as Record<string, string>;
  const values = (input['ExpressionAttributeValues'] ?? {}) as Key;
  const terms = [...String(input['KeyConditionExpression'] ?? '').matchAll(/([#\w]+)\s*=\s*(:\w+)/g)];
  const term = terms.find(([, name]) => (names[name!] ?? name) === attribute);
  const value = term && values[term[2]!];
  return value ? [scalar(value)] : [];
}

function scalar(value: Record<string, unknown>): string {
  return String(Object.values(value)[0]);
}

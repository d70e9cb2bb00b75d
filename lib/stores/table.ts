/** One DynamoDB table with single-item reads and writes only: no transactions, no streams, no scans. */
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';

export type Item = Record<string, unknown>;
export type Key = { pk: string; sk: string };

/** What a change does to one item: values to set, attributes to remove, counters to raise. */
export interface Change {
  set?: Item;
  remove?: readonly string[];
  add?: Record<string, number>;
}

/** A condition over the item: names are given as `#name`, values as `:name`. */
export interface Condition {
  expression: string;
  values?: Item;
}

export interface PageOf<T> {
  items: T[];
  next?: string;
}

/** The parts of an index query. */
export interface IndexQuery {
  index: string;
  hash: [name: string, value: string];
  /** Range key at most this. */
  upTo?: [name: string, value: string];
  limit?: number;
  cursor?: string;
}

export interface Table {
  /** Strongly consistent. */
  get(key: Key): Promise<Item | undefined>;
  /** False if an item of this key is there. */
  putIfAbsent(item: Item & Key): Promise<boolean>;
  /** False if the condition does not hold. */
  put(item: Item & Key, condition?: Condition): Promise<boolean>;
  /** Undefined if the condition does not hold; else the item after the change. */
  update(key: Key, change: Change, condition?: Condition): Promise<Item | undefined>;
  remove(key: Key): Promise<void>;
  /** All items of a partition, strongly consistent, in key order; `prefix` narrows the sort key. */
  partition(pk: string, prefix?: string): Promise<Item[]>;
  /** The last item of a partition whose sort key begins so, and is not beyond `upTo`; strongly consistent. */
  last(pk: string, prefix: string, upTo?: string): Promise<Item | undefined>;
  /** A page of an index: eventually consistent, so re-read what is found before acting on it. */
  index(query: IndexQuery): Promise<PageOf<Item>>;
}

const MARSHALL = { removeUndefinedValues: true } as const;

function namesIn(expression: string): Record<string, string> {
  return Object.fromEntries([...expression.matchAll(/#(\w+)/g)].map(([placeholder, name]) => [placeholder, name!]));
}

function valuesOf(values: Item): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`:${name}`, value]));
}

/** Runs a conditional write; undefined when the condition failed. */
async function unlessConditionFails<T>(write: Promise<T>): Promise<T | undefined> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}

function updateExpression(change: Change): { expression: string; values: Item } {
  const set = Object.entries(change.set ?? {}).filter(([, value]) => value !== undefined);
  const add = Object.entries(change.add ?? {});
  const clauses = [
    set.length ? `SET ${set.map(([name]) => `#${name} = :set_${name}`).join(', ')}` : '',
    change.remove?.length ? `REMOVE ${change.remove.map((name) => `#${name}`).join(', ')}` : '',
    add.length ? `ADD ${add.map(([name]) => `#${name} :add_${name}`).join(', ')}` : '',
  ];
  const values = Object.fromEntries([
    ...set.map(([name, value]) => [`set_${name}`, value]),
    ...add.map(([name, value]) => [`add_${name}`, value]),
  ]);
  return { expression: clauses.filter(Boolean).join(' '), values };
}

const encodeCursor = (key: Record<string, unknown>): string => Buffer.from(JSON.stringify(key)).toString('base64url');
const decodeCursor = (cursor: string): Record<string, never> =>
  JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Record<string, never>;

/** A table of an account. */
interface Open {
  client: DynamoDBClient;
  name: string;
}

async function putItem({ client, name }: Open, item: Item & Key, condition?: Condition): Promise<boolean> {
  const names = condition ? namesIn(condition.expression) : {};
  const command = new PutItemCommand({
    TableName: name,
    Item: marshall(item, MARSHALL),
    ...(condition && {
      ConditionExpression: condition.expression,
      ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
      ...(condition.values && { ExpressionAttributeValues: marshall(valuesOf(condition.values), MARSHALL) }),
    }),
  });
  return (await unlessConditionFails(client.send(command))) !== undefined;
}

async function updateItem(
  { client, name }: Open,
  key: Key,
  { change, condition }: { change: Change; condition?: Condition | undefined },
): Promise<Item | undefined> {
  const { expression, values } = updateExpression(change);
  const all = valuesOf({ ...values, ...condition?.values });
  const answer = await unlessConditionFails(
    client.send(
      new UpdateItemCommand({
        TableName: name,
        Key: marshall(key),
        UpdateExpression: expression,
        ...(condition && { ConditionExpression: condition.expression }),
        ExpressionAttributeNames: namesIn(`${expression} ${condition?.expression ?? ''}`),
        ...(Object.keys(all).length > 0 && { ExpressionAttributeValues: marshall(all, MARSHALL) }),
        ReturnValues: 'ALL_NEW',
      }),
    ),
  );
  return answer?.Attributes && unmarshall(answer.Attributes);
}

async function readPartition({ client, name }: Open, pk: string, prefix?: string): Promise<Item[]> {
  const items: Item[] = [];
  let start: Record<string, never> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: name,
        ConsistentRead: true,
        KeyConditionExpression: prefix ? 'pk = :pk AND begins_with(sk, :prefix)' : 'pk = :pk',
        ExpressionAttributeValues: marshall(prefix ? { ':pk': pk, ':prefix': prefix } : { ':pk': pk }),
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    items.push(...(page.Items ?? []).map((item) => unmarshall(item)));
    start = page.LastEvaluatedKey as Record<string, never> | undefined;
  } while (start);
  return items;
}

async function readLast(
  { client, name }: Open,
  pk: string,
  { prefix, upTo }: { prefix: string; upTo: string | undefined },
): Promise<Item | undefined> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: name,
      ConsistentRead: true,
      KeyConditionExpression: upTo === undefined ? 'pk = :pk AND begins_with(sk, :prefix)' : 'pk = :pk AND sk BETWEEN :prefix AND :upTo',
      ExpressionAttributeValues: marshall({ ':pk': pk, ':prefix': prefix, ...(upTo === undefined ? {} : { ':upTo': upTo }) }),
      ScanIndexForward: false,
      Limit: 1,
    }),
  );
  return Items[0] && unmarshall(Items[0]);
}

async function readIndex({ client, name }: Open, { index, hash, upTo, limit, cursor }: IndexQuery): Promise<PageOf<Item>> {
  const page = await client.send(
    new QueryCommand({
      TableName: name,
      IndexName: index,
      KeyConditionExpression: upTo ? '#hash = :hash AND #range <= :range' : '#hash = :hash',
      ExpressionAttributeNames: { '#hash': hash[0], ...(upTo && { '#range': upTo[0] }) },
      ExpressionAttributeValues: marshall({ ':hash': hash[1], ...(upTo && { ':range': upTo[1] }) }),
      ...(limit && { Limit: limit }),
      ...(cursor && { ExclusiveStartKey: decodeCursor(cursor) }),
    }),
  );
  return {
    items: (page.Items ?? []).map((item) => unmarshall(item)),
    ...(page.LastEvaluatedKey && { next: encodeCursor(page.LastEvaluatedKey) }),
  };
}

/** A table behind the SDK's client. */
export function openTable(client: DynamoDBClient, name: string): Table {
  const open = { client, name };
  return {
    put: (item, condition) => putItem(open, item, condition),
    putIfAbsent: (item) => putItem(open, item, { expression: 'attribute_not_exists(#pk)' }),
    update: (key, change, condition) => updateItem(open, key, { change, condition }),
    partition: (pk, prefix) => readPartition(open, pk, prefix),
    last: (pk, prefix, upTo) => readLast(open, pk, { prefix, upTo }),
    index: (query) => readIndex(open, query),

    async get(key) {
      const { Item: found } = await client.send(new GetItemCommand({ TableName: name, Key: marshall(key), ConsistentRead: true }));
      return found && unmarshall(found);
    },

    async remove(key) {
      await client.send(new DeleteItemCommand({ TableName: name, Key: marshall(key) }));
    },
  };
}

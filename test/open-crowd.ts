/** Many open requests that nothing is due about, and a count of what is read from the tables meanwhile. */
import { BatchWriteItemCommand, type DynamoDBClient, type ReturnConsumedCapacity } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { derivedId, type RequestId } from '../lib/domain/ids.ts';
import { INDEX } from '../lib/stores/indexes.ts';
import { keys, sweepShard } from '../lib/stores/keys.ts';

const BATCH = 25;
/** Batches under way at the same time. */
const AT_ONCE = 8;

/** Where they go, and between which instants (ms) they are looked at next. */
export interface Crowd {
  client: DynamoDBClient;
  table: string;
  from: number;
  to: number;
}

/** The first event of a request: what carries it in the index. Its other items are not read until it is due. */
function firstEvent(number: number, { from, to }: Crowd): Record<string, unknown> {
  const id: RequestId = derivedId('req', { atMs: from, secret: Buffer.from('crowd'), of: String(number) });
  const sweepAt = new Date(from + ((to - from) * (number % 9973)) / 9973).toISOString();
  // As long as a real one.
  const data = { rights: ['access'], law: 'eu-gdpr', laws: ['eu-gdpr'], sealed: 'x'.repeat(400), subject: 'y'.repeat(43) };
  return {
    ...keys.event(id, 1),
    requestId: id,
    seq: 1,
    key: 'received',
    type: 'received',
    at: sweepAt,
    data,
    [INDEX.sweep.hash]: sweepShard(id),
    [INDEX.sweep.range]: sweepAt,
  };
}

async function writeBatch(crowd: Crowd, first: number, count: number): Promise<void> {
  const requests = Array.from({ length: count }, (_, place) => ({
    PutRequest: { Item: marshall(firstEvent(first + place, crowd)) },
  }));
  await crowd.client.send(new BatchWriteItemCommand({ RequestItems: { [crowd.table]: requests } }));
}

/** Adds open requests, numbered from `first` on. */
export async function addOpenRequests(crowd: Crowd, { first, count }: { first: number; count: number }): Promise<void> {
  const batches = Array.from({ length: Math.ceil(count / BATCH) }, (_, batch) => batch * BATCH);
  for (let at = 0; at < batches.length; at += AT_ONCE) {
    await Promise.all(batches.slice(at, at + AT_ONCE).map((begin) => writeBatch(crowd, first + begin, Math.min(BATCH, count - begin))));
  }
}

export interface Reads {
  /** Calls that read, by operation. */
  calls: Record<string, number>;
  /** Read units as DynamoDB bills them. */
  units: number;
}

const READS = /^(Query|GetItem|Scan|BatchGetItem)Command$/;

type Handler = (args: { input: object }) => Promise<{ output: { ConsumedCapacity?: { CapacityUnits?: number } } }>;

/** Counts what a client reads from now on. */
export function countReads(client: DynamoDBClient): Reads {
  const reads: Reads = { calls: {}, units: 0 };
  const wanted: ReturnConsumedCapacity = 'TOTAL';
  const middleware = (next: Handler, context: { commandName?: string }) => async (args: { input: object }) => {
    const { commandName = '' } = context;
    if (!READS.test(commandName)) return await next(args);
    reads.calls[commandName] = (reads.calls[commandName] ?? 0) + 1;
    const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: wanted } });
    reads.units += answer.output.ConsumedCapacity?.CapacityUnits ?? 0;
    return answer;
  };
  client.middlewareStack.add(middleware as never, { step: 'initialize', name: 'count-reads' });
  return reads;
}

/** DynamoDB of the small AWS: the template's tables on dynalite, guarded where it is laxer than AWS. */
import { join } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AwsError, type AwsContext, type HttpService, type Permission } from '../contract.ts';
import { type LogMark, openLogMark } from '../data-directory/log-mark.ts';
import { failAsJson, targetOperation } from '../protocols.ts';
import { unknownOperation } from '../unknown-operation.ts';
import { type Dynalite, openDynalite } from './dynalite.ts';
import { refuseEmptyIndexKeys } from './index-keys.ts';
import { repairIndexes } from './index-repair.ts';
import { dynamodbPermissions, type TablePlace } from './permissions.ts';
import { type TableSchema, tableSchemas } from './table-schema.ts';

/** What dynalite does as AWS does; transactions, streams, TTL changes and PartiQL it does not know. */
const operations = new Set([
  'BatchGetItem',
  'BatchWriteItem',
  'DeleteItem',
  'DescribeTable',
  'GetItem',
  'ListTables',
  'PutItem',
  'Query',
  'Scan',
  'UpdateItem',
]);

const writes = new Set(['BatchWriteItem', 'DeleteItem', 'PutItem', 'UpdateItem']);

type Input = Record<string, unknown>;

/** Opens the store, creates missing tables, and repairs indexes after an unclean end, before anyone can call. */
export async function dynamodbService(
  context: Pick<AwsContext, 'resources' | 'dataDir' | 'region' | 'account' | 'unclean'>,
): Promise<HttpService> {
  const store = join(context.dataDir, 'dynamodb');
  const dynalite = await openDynalite(store, context.region);
  const tables = tableSchemas(context.resources);
  for (const table of tables.values()) await ensureTable(dynalite, table);
  if (context.unclean) await repairIndexes(dynalite, tables.values());
  return service(dynalite, openLogMark(store), { region: context.region, account: context.account, tables });
}

function service(dynalite: Dynalite, mark: LogMark, place: TablePlace): HttpService {
  const permissions = (operation: string, input: Input): Permission[] => dynamodbPermissions(operation, input, place);
  const check = (operation: string, input: Input) => {
    refuseWhatDiffers(operation, input);
    refuseEmptyIndexKeys(operation, input, place.tables);
  };
  const done = (operation: string) => {
    if (writes.has(operation)) mark.move();
  };
  return {
    style: 'http',
    name: 'dynamodb',
    buffered: true,
    permissions(request, body) {
      const operation = knownOperation(request);
      return permissions(operation, parse(body));
    },
    async handle(request: IncomingMessage, response: ServerResponse, { body = Buffer.alloc(0) }) {
      const operation = knownOperation(request);
      check(operation, parse(body));
      await dynalite.handle(request, response, body);
      done(operation);
    },
    fail: (response, error) => failAsJson(response, error),
    sdk: {
      operations,
      permissions: ({ operation, input }) => permissions(operation, input),
      async run({ operation, input }) {
        check(operation, input);
        const answer = await dynalite.call(operation, input);
        done(operation);
        return answer;
      },
    },
    async close() {
      await dynalite.close();
      mark.close();
    },
  };
}

async function ensureTable(dynalite: Dynalite, { name, createTable }: TableSchema): Promise<void> {
  try {
    const { Table } = await dynalite.call('DescribeTable', { TableName: name });
    requireSameShape(Table as Input, createTable);
  } catch (error) {
    if (!(error instanceof AwsError) || error.code !== 'ResourceNotFoundException') throw error;
    await dynalite.call('CreateTable', createTable);
    await untilActive(dynalite, name);
  }
}

/** A table is active a timer tick after it is made. */
async function untilActive(dynalite: Dynalite, name: string): Promise<void> {
  for (;;) {
    const { Table } = await dynalite.call('DescribeTable', { TableName: name });
    if ((Table as Input)['TableStatus'] === 'ACTIVE') return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function requireSameShape(existing: Input, wanted: Input): void {
  if (shape(existing) === shape(wanted)) return;
  throw new Error(`table ${String(wanted['TableName'])} has other keys or indexes than the template; start with a new data directory`);
}

function shape(table: Input): string {
  const indexes = (table['GlobalSecondaryIndexes'] ?? []) as Input[];
  const byName = indexes.map(({ IndexName, KeySchema, Projection }) => [IndexName, KeySchema, Projection]);
  return JSON.stringify([table['KeySchema'], byName.toSorted((a, b) => String(a[0]).localeCompare(String(b[0])))]);
}

function knownOperation(request: IncomingMessage): string {
  const operation = targetOperation(request);
  if (operations.has(operation)) return operation;
  throw unknownOperation('dynamodb', operation);
}

/** dynalite ignores this member, so a caller would silently miss the item it asked for. */
function refuseWhatDiffers(operation: string, input: Input): void {
  if ((input['ReturnValuesOnConditionCheckFailure'] ?? 'NONE') === 'NONE') return;
  throw unknownOperation('dynamodb', `${operation} with ReturnValuesOnConditionCheckFailure`);
}

function parse(body: Buffer | undefined): Input {
  try {
    return JSON.parse(body?.toString() ?? '{}') as Input;
  } catch {
    throw new AwsError('SerializationException', 'The request body is not JSON');
  }
}

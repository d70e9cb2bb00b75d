/** The operator's view of a running laptop: tables, buckets and executions behind its pages, through the real SDK. */
import configuration from '../../../quittance.config.ts';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DynamoDBClient, ListTablesCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import { paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import {
  type HistoryEvent,
  ListStateMachinesCommand,
  paginateGetExecutionHistory,
  paginateListExecutions,
  SFNClient,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { INDEX } from '../../../lib/stores/indexes.ts';
import { type CaseRecord, openRequestStore } from '../../../lib/stores/request-store.ts';
import { openTable } from '../../../lib/stores/table.ts';
import { loadTemplate } from '../../../lib/local/template.ts';
import type { Laptop } from '../laptop.ts';

export type Item = Record<string, unknown>;
export type TableName = 'Requests' | 'CaseKeys' | 'Receipts';
export type BucketName = 'vault' | 'delivery';

export interface Cloud {
  items(table: TableName): Promise<Item[]>;
  /** What is stored about a request, by its id without prefix. */
  caseOf(id: string): Promise<CaseRecord>;
  /** Keys of the objects below a prefix. */
  objects(bucket: BucketName, prefix?: string): Promise<string[]>;
  /** All executions, newest first. */
  executions(): Promise<{ arn: string; name: string; status: string }[]>;
  history(executionArn: string): Promise<HistoryEvent[]>;
  /** Ends an execution from outside. */
  stopExecution(executionArn: string): Promise<void>;
  /** Items that an index lacks although they have its keys. */
  missingFromIndexes(): Promise<string[]>;
}

const REGION = 'eu-central-1';

/** How the SDK reaches the laptop with the operator's credentials. */
export function clientConfig(laptop: Laptop) {
  const endpoint = /AWS endpoint\s+(http\S+)/.exec(laptop.output())?.[1];
  if (endpoint === undefined) throw new Error('The laptop has not said where its AWS endpoint is');
  const keys = JSON.parse(readFileSync(path.join(laptop.home, 'credentials.json'), 'utf8')) as Record<
    string,
    { accessKeyId: string; secretAccessKey: string }
  >;
  return { endpoint, region: REGION, credentials: keys['(operator)']!, forcePathStyle: true, maxAttempts: 5 };
}

async function scan(client: DynamoDBClient, input: { TableName: string; IndexName?: string }): Promise<Item[]> {
  const items: Item[] = [];
  for await (const { Items = [] } of paginateScan({ client }, input)) items.push(...Items.map((item) => unmarshall(item)));
  return items;
}

const nameOf = (item: Item): string => `${String(item['pk'])} ${String(item['sk'])}`;

async function missingFrom(client: DynamoDBClient, table: string): Promise<string[]> {
  const items = await scan(client, { TableName: table });
  const missing: string[] = [];
  for (const { name, hash, range } of Object.values(INDEX)) {
    const listed = new Map((await scan(client, { TableName: table, IndexName: name })).map((item) => [nameOf(item), item]));
    for (const item of items.filter((one) => one[hash] !== undefined && one[range] !== undefined)) {
      const found = listed.get(nameOf(item));
      if (found?.[hash] !== item[hash] || found?.[range] !== item[range]) missing.push(`${name}: ${nameOf(item)}`);
    }
  }
  return missing;
}

async function executionsOf(client: SFNClient): ReturnType<Cloud['executions']> {
  const { stateMachines = [] } = await client.send(new ListStateMachinesCommand({}));
  const found: Awaited<ReturnType<Cloud['executions']>> = [];
  for await (const { executions = [] } of paginateListExecutions({ client }, { stateMachineArn: stateMachines[0]!.stateMachineArn! })) {
    found.push(...executions.map(({ executionArn, name, status }) => ({ arn: executionArn!, name: name!, status: status! })));
  }
  return found;
}

/** Opens it; after a restart of the laptop it must be opened anew, because the endpoint has moved. */
export function openCloud(laptop: Laptop): Cloud {
  const config = clientConfig(laptop);
  const dynamodb = new DynamoDBClient(config);
  const s3 = new S3Client(config);
  const sfn = new SFNClient(config);

  const tableNamed = async (wanted: TableName): Promise<string> => {
    const { TableNames = [] } = await dynamodb.send(new ListTablesCommand({}));
    const name = TableNames.find((one) => one.includes(wanted));
    if (name === undefined) throw new Error(`There is no table ${wanted}`);
    return name;
  };

  const bucketNamed = (wanted: BucketName): string => {
    const { resources } = loadTemplate({ directory: path.join(laptop.home, 'template'), url: laptop.url, region: REGION });
    const bucket = resources.find(({ type, logicalId }) => type === 'AWS::S3::Bucket' && logicalId.toLowerCase().startsWith(wanted));
    if (bucket === undefined) throw new Error(`There is no bucket ${wanted}`);
    return bucket.ref;
  };

  return {
    items: async (table) => scan(dynamodb, { TableName: await tableNamed(table) }),
    async caseOf(id) {
      const record = await openRequestStore(openTable(dynamodb, await tableNamed('Requests')), configuration).loadCase(`req_${id}`);
      if (record === undefined) throw new Error('There is no such request');
      return record;
    },
    async objects(bucket, prefix = '') {
      const found: string[] = [];
      const pages = paginateListObjectsV2({ client: s3 }, { Bucket: bucketNamed(bucket), Prefix: prefix });
      for await (const { Contents = [] } of pages) found.push(...Contents.map(({ Key }) => Key!));
      return found;
    },
    executions: () => executionsOf(sfn),
    async history(executionArn) {
      const events: HistoryEvent[] = [];
      for await (const page of paginateGetExecutionHistory({ client: sfn }, { executionArn })) events.push(...(page.events ?? []));
      return events;
    },
    async stopExecution(executionArn) {
      await sfn.send(new StopExecutionCommand({ executionArn }));
    },
    missingFromIndexes: async () => missingFrom(dynamodb, await tableNamed('Requests')),
  };
}

/** The small AWS's storage, keys and mail behind its front door, started once per test file in well under a second. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { type AttributeValue, BatchWriteItemCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SESClient } from '@aws-sdk/client-ses';
import { SSMClient } from '@aws-sdk/client-ssm';
import { createAwsFront } from '../lib/local/aws-front.ts';
import type { Clock, Resource } from '../lib/local/contract.ts';
import { dynamodbService } from '../lib/local/dynamodb/dynamodb-service.ts';
import { createAuthorizer } from '../lib/local/iam/authorizer.ts';
import { loadPrincipals } from '../lib/local/iam/principals.ts';
import { createKms } from '../lib/local/kms/create-kms.ts';
import { createSes } from '../lib/local/ses/create-ses.ts';
import { createSsm } from '../lib/local/ssm/create-ssm.ts';
import { INDEX, RECEIPT_INDEX } from '../lib/stores/indexes.ts';
import { makeS3 } from './local/s3/s3-world.ts';

const region = 'eu-central-1';
const account = '000000000000';

export const TABLES = { requests: 'requests', caseKeys: 'case-keys', receipts: 'receipts' } as const;
export const BUCKETS = { vault: 'vault', delivery: 'delivery', log: 'log', inbound: 'inbound' } as const;
export const KEYS = { case: 'case-key', receipt: 'receipt-key', log: 'log-key' } as const;
/** A parameter that exists. */
export const PARAMETER = '/quittance/token-secret';

type Attribute = { AttributeName: string };

function tableOf(name: string, indexes: readonly { name: string; hash: string; range: string }[] = []): Resource {
  const attributes = [...new Set(['pk', 'sk', ...indexes.flatMap(({ hash, range }) => [hash, range])])];
  const schema = (hash: string, range: string): (Attribute & { KeyType: string })[] => [
    { AttributeName: hash, KeyType: 'HASH' },
    { AttributeName: range, KeyType: 'RANGE' },
  ];
  return {
    logicalId: name,
    type: 'AWS::DynamoDB::Table',
    ref: name,
    arn: `arn:aws:dynamodb:${region}:${account}:table/${name}`,
    properties: {
      KeySchema: schema('pk', 'sk'),
      AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      GlobalSecondaryIndexes: indexes.map(({ name: IndexName, hash, range }) => ({
        IndexName,
        KeySchema: schema(hash, range),
        Projection: { ProjectionType: 'KEYS_ONLY' },
      })),
    },
  };
}

const keyOf = (id: string, properties: Record<string, unknown>): Resource => ({
  logicalId: id,
  type: 'AWS::KMS::Key',
  ref: id,
  arn: `arn:aws:kms:${region}:${account}:key/${id}`,
  properties,
});

/** Never twice the same instant, so that mails keep their order. */
function countingClock(): Clock {
  let last = Date.now();
  return { now: () => (last += 1), at: () => () => undefined };
}

/** A mail as SES accepted it. */
export interface AcceptedMail {
  raw: Buffer;
  recipients: string[];
  tags: Record<string, string>;
}

export interface Clients {
  dynamodb: DynamoDBClient;
  kms: KMSClient;
  s3: S3Client;
  ses: SESClient;
  ssm: SSMClient;
}

export interface SmallCloud {
  /** New clients: what is added to them concerns nobody else. */
  clients(): Clients;
  /** Accepted mails about a request, oldest first. */
  mails(requestId: string): Promise<AcceptedMail[]>;
  /** Empties the tables and the log. */
  empty(): Promise<void>;
  /** All items of all tables, and the way back to them. */
  dump(): Promise<Dump>;
  restore(dump: Dump): Promise<void>;
  close(): Promise<void>;
}

async function emptyTable(client: DynamoDBClient, table: string): Promise<void> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: table, ProjectionExpression: 'pk, sk' }));
  for (let from = 0; from < Items.length; from += 25) {
    const requests = Items.slice(from, from + 25).map((Key) => ({ DeleteRequest: { Key } }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests } }));
  }
}

export interface Dump {
  tables: Record<string, Record<string, AttributeValue>[]>;
  /** The log's files by key: tables and files are one state. */
  log: Map<string, { tag: string; bytes: Uint8Array }>;
}

/** Tags of the log's files by key: equal tags, equal bytes. */
async function logTags(client: S3Client): Promise<Map<string, string>> {
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: BUCKETS.log }));
  return new Map(Contents.map(({ Key, ETag }) => [Key!, ETag!]));
}

async function logFiles(client: S3Client): Promise<Dump['log']> {
  const files = [...(await logTags(client))].map(async ([Key, tag]) => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: BUCKETS.log, Key }));
    return [Key, { tag, bytes: await Body!.transformToByteArray() }] as const;
  });
  return new Map(await Promise.all(files));
}

async function restoreLog(client: S3Client, log: Dump['log']): Promise<void> {
  const now = await logTags(client);
  const extra = [...now.keys()].filter((key) => !log.has(key));
  const changed = [...log].filter(([key, { tag }]) => now.get(key) !== tag);
  await Promise.all([
    ...extra.map((Key) => client.send(new DeleteObjectCommand({ Bucket: BUCKETS.log, Key }))),
    ...changed.map(([Key, { bytes: Body }]) => client.send(new PutObjectCommand({ Bucket: BUCKETS.log, Key, Body }))),
  ]);
}

async function fillTable(client: DynamoDBClient, table: string, items: Dump['tables'][string]): Promise<void> {
  for (let from = 0; from < items.length; from += 25) {
    const requests = items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests } }));
  }
}

/** Starts it on a temporary folder. */
export async function startSmallCloud(): Promise<SmallCloud> {
  const dir = mkdtempSync(join(tmpdir(), 'small-cloud-'));
  const clock = countingClock();
  const tables = [
    tableOf(TABLES.requests, Object.values(INDEX)),
    tableOf(TABLES.caseKeys),
    tableOf(TABLES.receipts, Object.values(RECEIPT_INDEX)),
  ];
  const principals = loadPrincipals([], dir);
  const authorizer = createAuthorizer([], region);
  const parts = { dir, clock, region, principals, authorizer };
  const ssm = createSsm({ dir: join(dir, 'ssm'), parameters: [], clock, region });
  const ses = createSes({ dir: join(dir, 'mail'), clock, region, demoDomain: 'shop.example', putEvents: async () => undefined });
  const kms = createKms({
    dir: join(dir, 'kms'),
    keys: [
      keyOf(KEYS.case, {}),
      keyOf(KEYS.receipt, { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }),
      keyOf(KEYS.log, { KeySpec: 'ECC_NIST_EDWARDS25519', KeyUsage: 'SIGN_VERIFY' }),
    ],
    aliases: [],
  });
  const dynamodb = await dynamodbService({ resources: tables, dataDir: dir, region, account, unclean: false });
  const services = [dynamodb, kms, makeS3(parts), ses, ssm];
  const server = createAwsFront({ services, principals, authorizer, clock: { ...clock, now: () => Date.now() } });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { accessKeyId, secretAccessKey } = principals.operator;
  const settings = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 1,
  };
  const clients = (): Clients => ({
    dynamodb: new DynamoDBClient(settings),
    kms: new KMSClient(settings),
    s3: new S3Client(settings),
    ses: new SESClient(settings),
    ssm: new SSMClient(settings),
  });
  const own = clients();
  return {
    clients,
    async mails(requestId) {
      const accepted = ses
        .inbox()
        .filter(({ tags }) => tags['request'] === requestId)
        .toReversed();
      const file = ({ id, at }: { id: string; at: string }): string => join(dir, 'mail', `${at.replaceAll(':', '-')}-${id}.eml`);
      return await Promise.all(
        accepted.map(async (mail) => ({ raw: await readFile(file(mail)), recipients: mail.recipients, tags: mail.tags })),
      );
    },
    async empty() {
      for (const table of Object.values(TABLES)) await emptyTable(own.dynamodb, table);
      await restoreLog(own.s3, new Map());
    },
    async dump() {
      const tables: Dump['tables'] = {};
      for (const table of Object.values(TABLES))
        tables[table] = (await own.dynamodb.send(new ScanCommand({ TableName: table }))).Items ?? [];
      return { tables, log: await logFiles(own.s3) };
    },
    async restore(dump) {
      for (const [table, items] of Object.entries(dump.tables)) {
        await emptyTable(own.dynamodb, table);
        await fillTable(own.dynamodb, table, items);
      }
      await restoreLog(own.s3, dump.log);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await Promise.all(services.map((service) => service.close?.()));
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

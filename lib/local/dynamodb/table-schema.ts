/** The tables of a template, as far as the embedded DynamoDB needs to know them. */
import type { Resource } from '../contract.ts';
import { isOwnKey } from '../iam/implied-calls.ts';

interface KeyElement {
  AttributeName: string;
  KeyType: 'HASH' | 'RANGE';
}

interface GlobalIndex {
  IndexName: string;
  KeySchema: KeyElement[];
  Projection: unknown;
}

/** A table: what CreateTable gets, and its keys by name. */
export interface TableSchema {
  name: string;
  partitionKey: string;
  /** The KMS key of the account it is under; none where AWS has the key. */
  kmsKey?: string;
  indexes: { indexName: string; attributes: string[] }[];
  createTable: Record<string, unknown>;
}

/** Table name to schema, of both `AWS::DynamoDB::Table` and `AWS::DynamoDB::GlobalTable`. */
export function tableSchemas(resources: readonly Resource[]): Map<string, TableSchema> {
  const tables = resources.filter(({ type }) => type === 'AWS::DynamoDB::Table' || type === 'AWS::DynamoDB::GlobalTable');
  return new Map(tables.map((table) => [table.ref, schemaOf(table)]));
}

function schemaOf({ ref, properties }: Resource): TableSchema {
  const keys = properties['KeySchema'] as KeyElement[];
  const indexes = (properties['GlobalSecondaryIndexes'] ?? []) as GlobalIndex[];
  const { KMSMasterKeyId } = (properties['SSESpecification'] ?? {}) as { KMSMasterKeyId?: string };
  const projected = indexes.map(({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection }));
  return {
    name: ref,
    partitionKey: keys.find(({ KeyType }) => KeyType === 'HASH')!.AttributeName,
    ...(isOwnKey(KMSMasterKeyId) ? { kmsKey: KMSMasterKeyId } : {}),
    indexes: indexes.map(({ IndexName, KeySchema }) => ({ indexName: IndexName, attributes: KeySchema.map((key) => key.AttributeName) })),
    createTable: {
      TableName: ref,
      KeySchema: keys,
      AttributeDefinitions: properties['AttributeDefinitions'],
      // Capacity is a matter of the cloud; provisioned figures would only throttle nothing here.
      BillingMode: 'PAY_PER_REQUEST',
      ...(projected.length > 0 ? { GlobalSecondaryIndexes: projected } : {}),
    },
  };
}

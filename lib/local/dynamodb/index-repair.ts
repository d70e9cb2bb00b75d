/** Rebuilds index entries after an unclean end: an item and its index entries are separate writes on disk. */
import type { Dynalite } from './dynalite.ts';
import type { TableSchema } from './table-schema.ts';

type Item = Record<string, unknown>;

/** DynamoDB's limit for one BatchWriteItem. */
const BATCH = 25;

/**
 * Puts every item that has index keys again, which writes its entries. Entries of items that moved on
 * may stay behind; readers re-read what an index shows. Returns how many items were rewritten.
 */
export async function repairIndexes(dynalite: Dynalite, tables: Iterable<TableSchema>): Promise<number> {
  let repaired = 0;
  for (const table of tables) {
    if (table.indexes.length > 0) repaired += await repairTable(dynalite, table);
  }
  return repaired;
}

async function repairTable(dynalite: Dynalite, { name, indexes }: TableSchema): Promise<number> {
  let repaired = 0;
  for await (const page of pages(dynalite, name)) {
    const indexed = page.filter((item) => indexes.some(({ attributes }) => attributes.every((attribute) => attribute in item)));
    repaired += indexed.length;
    for (let i = 0; i < indexed.length; i += BATCH) {
      const puts = indexed.slice(i, i + BATCH).map((item) => ({ PutRequest: { Item: item } }));
      await dynalite.call('BatchWriteItem', { RequestItems: { [name]: puts } });
    }
  }
  return repaired;
}

async function* pages(dynalite: Dynalite, table: string): AsyncGenerator<Item[]> {
  let start: unknown;
  do {
    const page = await dynalite.call('Scan', { TableName: table, ...(start ? { ExclusiveStartKey: start } : {}) });
    yield page['Items'] as Item[];
    start = page['LastEvaluatedKey'];
  } while (start);
}

/** What the stores need of a table, as a suite that runs on every DynamoDB: the small AWS's, moto's, the real one. */
import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { INDEX } from '../../lib/stores/indexes.ts';
import { openTable, type Table } from '../../lib/stores/table.ts';
import { contractTest, type Gaps } from './contract.ts';

export interface StoreWorld {
  client: DynamoDBClient;
  /** A table with `pk`, `sk` and the indexes of the requests table. */
  table: string;
  close(): Promise<void>;
}

const { sweep, lists } = INDEX;

/** Runs the contract. */
export function storeContract(name: string, open: () => Promise<StoreWorld>, gaps: Gaps = {}): void {
  describe(`store contract: ${name}`, () => {
    let world: StoreWorld;
    let table: Table;
    const test = contractTest(() => world, gaps);
    let partitions = 0;
    /** A partition of its own for each test. */
    const fresh = (): string => `P#${(partitions += 1)}#${Date.now()}`;
    beforeAll(async () => {
      world = await open();
      table = openTable(world.client, world.table);
    });
    afterAll(async () => world.close());

    describe('writing', () => {
      test('keeps the first item of a key', async () => {
        const key = { pk: fresh(), sk: 'A' };
        expect(await table.putIfAbsent({ ...key, who: 'first' })).toBe(true);
        expect(await table.putIfAbsent({ ...key, who: 'second' })).toBe(false);
        expect(await table.get(key)).toEqual({ ...key, who: 'first' });
      });

      test('lets one of many first writers through', async () => {
        const key = { pk: fresh(), sk: 'A' };
        const written = await Promise.all(Array.from({ length: 20 }, (_, who) => table.putIfAbsent({ ...key, who })));
        expect(written.filter(Boolean)).toHaveLength(1);
        expect((await table.get(key))!['who']).toBe(written.indexOf(true));
      });

      test('replaces under a condition, or leaves everything as it was', async () => {
        const key = { pk: fresh(), sk: 'A' };
        await table.put({ ...key, seq: 2 });
        const newer = { expression: '#seq < :seq', values: { seq: 3 } };
        expect(await table.put({ ...key, seq: 3, more: true }, newer)).toBe(true);
        expect(await table.put({ ...key, seq: 3 }, newer)).toBe(false);
        expect(await table.get(key)).toEqual({ ...key, seq: 3, more: true });
      });

      test('takes a condition of two parts, of which one is enough', async () => {
        const key = { pk: fresh(), sk: 'A' };
        const newer = (seq: number) => ({ expression: 'attribute_not_exists(#pk) OR #seq < :seq', values: { seq } });
        expect(await table.put({ ...key, seq: 2 }, newer(2))).toBe(true);
        expect(await table.put({ ...key, seq: 1 }, newer(1))).toBe(false);
        expect(await table.put({ ...key, seq: 3 }, newer(3))).toBe(true);
      });

      test('keeps what JSON can say, and leaves undefined out', async () => {
        const key = { pk: fresh(), sk: 'A' };
        const value = {
          text: 'ü\u0000🦊',
          empty: '',
          number: -1.5,
          yes: true,
          nothing: null,
          list: [1, ['two'], {}],
          map: { deep: { er: [] } },
        };
        await table.put({ ...key, value, left: undefined });
        expect(await table.get(key)).toEqual({ ...key, value });
      });

      test('sets, removes and adds in one change, and answers what is there afterwards', async () => {
        const key = { pk: fresh(), sk: 'A' };
        await table.put({ ...key, old: 1, name: 'reserved word' });
        const after = await table.update(key, { set: { status: 'new', skipped: undefined }, remove: ['old', 'absent'], add: { count: 2 } });
        expect(after).toEqual({ ...key, name: 'reserved word', status: 'new', count: 2 });
      });

      test('changes nothing when the condition does not hold', async () => {
        const key = { pk: fresh(), sk: 'A' };
        await table.put({ ...key, doneAt: 'now' });
        expect(await table.update(key, { set: { doneAt: 'later' } }, { expression: 'attribute_not_exists(#doneAt)' })).toBeUndefined();
        expect(await table.update({ ...key, sk: 'B' }, { set: { x: 1 } }, { expression: 'attribute_exists(#pk)' })).toBeUndefined();
        expect(await table.get(key)).toEqual({ ...key, doneAt: 'now' });
        expect(await table.get({ ...key, sk: 'B' })).toBeUndefined();
      });

      test('compares with values in a condition', async () => {
        const key = { pk: fresh(), sk: 'A' };
        await table.put({ ...key, claimedAt: '10:00' });
        const claim = (before: string): Promise<unknown> =>
          table.update(
            key,
            { set: { claimedAt: '10:06' } },
            { expression: '#claimedAt = :before AND attribute_not_exists(#sentAt)', values: { before } },
          );
        expect(await claim('09:00')).toBeUndefined();
        expect(await claim('10:00')).toMatchObject({ claimedAt: '10:06' });
        expect(await claim('10:00')).toBeUndefined();
      });

      test('counts concurrent additions one by one', async () => {
        const key = { pk: fresh(), sk: 'A' };
        const counts = await Promise.all(Array.from({ length: 20 }, () => table.update(key, { add: { count: 1 } })));
        expect(counts.map((item) => Number(item!['count'])).toSorted((a, b) => a - b)).toEqual(
          Array.from({ length: 20 }, (_, place) => place + 1),
        );
      });

      test('removes, also what is not there', async () => {
        const key = { pk: fresh(), sk: 'A' };
        await table.put(key);
        await table.remove(key);
        await table.remove(key);
        expect(await table.get(key)).toBeUndefined();
      });
    });

    describe('a partition', () => {
      test('is read whole and in the order of its keys, also beyond the megabyte of one answer', async () => {
        const pk = fresh();
        const filling = 'x'.repeat(200_000);
        const names = ['C', 'A', 'E', 'B', 'D', 'F', 'G'];
        await Promise.all(names.map((sk) => table.put({ pk, sk, filling })));
        expect((await table.partition(pk)).map(({ sk }) => sk)).toEqual(names.toSorted());
      });

      test('is read as it was written a moment before', async () => {
        const pk = fresh();
        for (let place = 0; place < 10; place += 1) {
          await table.put({ pk, sk: String(place) });
          expect(await table.partition(pk)).toHaveLength(place + 1);
        }
      });

      test('is narrowed by the beginning of the sort key', async () => {
        const pk = fresh();
        for (const sk of ['EVT#1', 'EVT#2', 'EVTX', 'SYS#1']) await table.put({ pk, sk });
        expect((await table.partition(pk, 'EVT#')).map(({ sk }) => sk)).toEqual(['EVT#1', 'EVT#2']);
        expect(await table.partition(`${pk}-none`)).toEqual([]);
      });
    });

    describe('an index', () => {
      const item = (pk: string, shard: string, at: string) => ({ pk, sk: 'A', [sweep.hash]: shard, [sweep.range]: at });
      const due = async (shard: string, upTo: string, more: { limit?: number; cursor?: string } = {}) =>
        table.index({ index: sweep.name, hash: [sweep.hash, shard], upTo: [sweep.range, upTo], ...more });

      test('lists only what has its keys, up to the instant, in order', async () => {
        const shard = fresh();
        await table.put(item(`${shard}-2`, shard, '2026-02'));
        await table.put(item(`${shard}-1`, shard, '2026-01'));
        await table.put(item(`${shard}-3`, shard, '2026-03'));
        await table.put({ pk: `${shard}-4`, sk: 'A', [sweep.hash]: shard });
        expect((await due(shard, '2026-02')).items.map(({ pk }) => pk)).toEqual([`${shard}-1`, `${shard}-2`]);
      });

      test('forgets what lost its keys, and moves what got others', async () => {
        const shard = fresh();
        await table.put(item(`${shard}-1`, shard, '1'));
        await table.put(item(`${shard}-2`, shard, '1'));
        await table.update({ pk: `${shard}-1`, sk: 'A' }, { remove: [sweep.hash, sweep.range] });
        await table.update({ pk: `${shard}-2`, sk: 'A' }, { set: { [sweep.range]: '5' } });
        expect((await due(shard, '4')).items).toEqual([]);
        expect((await due(shard, '5')).items).toHaveLength(1);
      });

      test('goes on page by page until there is no next', async () => {
        const shard = fresh();
        for (let place = 0; place < 5; place += 1) await table.put(item(`${shard}-${place}`, shard, '1'));
        const seen: unknown[] = [];
        let cursor: string | undefined;
        do {
          const page = await due(shard, '2', { limit: 2, ...(cursor === undefined ? {} : { cursor }) });
          expect(page.items.length).toBeLessThanOrEqual(2);
          seen.push(...page.items.map(({ pk }) => pk));
          cursor = page.next;
        } while (cursor !== undefined);
        expect(seen.toSorted()).toEqual(Array.from({ length: 5 }, (_, place) => `${shard}-${place}`));
      });

      test('refuses an empty string as a key', async () => {
        const put = world.client.send(
          new PutItemCommand({
            TableName: world.table,
            Item: { pk: { S: fresh() }, sk: { S: 'A' }, [lists.hash]: { S: '' }, [lists.range]: { S: '1' } },
          }),
        );
        await expect(put).rejects.toMatchObject({ name: 'ValidationException' });
      });
    });
  });
}

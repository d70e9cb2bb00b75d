/** A deployment's log, audited with everything behind it: tables and bucket as they are, and as somebody with access left them. */
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditLogs, type AuditReport } from '../../lib/receipts/log/audit/audit-logs.ts';
import { sequence } from '../../lib/receipts/log/sequence.ts';
import { entryOf, statementOf } from '../../lib/receipts/log/statements.ts';
import type { Batch, StoredReceipt } from '../../lib/receipts/port.ts';
import { auditedLogs } from '../../lib/stores/audited-logs.ts';
import { receiptKeys } from '../../lib/stores/keys.ts';
import { openTable, type Table } from '../../lib/stores/table.ts';
import { BUCKETS, TABLES } from '../small-cloud.ts';
import { DAY, openWorlds, sequencerOf, type TestWorld, type Worlds } from '../world.ts';

let worlds: Worlds;
let world: TestWorld;
let table: Table;
let receipts: StoredReceipt[];

const receipt = (number: number): StoredReceipt => ({
  id: `rcp_${number}`,
  requestId: `req_${number}`,
  kind: 'request',
  fact: 'received',
  jws: `a.${number}.c`,
  place: 1,
  issuedAt: '2026-03-02T09:00:00Z',
});

/** Issues so many receipts and logs them together. */
async function log(count: number): Promise<void> {
  const some = Array.from({ length: count }, (_, at) => receipt(receipts.length + at));
  for (const each of some) await world.receipts.append(each);
  receipts.push(...some);
  await sequence(sequencerOf(world.clients, world.now));
}

async function audit(): Promise<AuditReport> {
  const { logs, keys } = await auditedLogs({ table, s3: world.clients.s3, bucket: BUCKETS.log });
  return await auditLogs({ logs, keys, seen: [], rolls: () => [], unplaced: new Map(), progress: () => undefined });
}

const findings = async (): Promise<[string, number | string | undefined][]> =>
  (await audit()).findings.map(({ kind, index, file }) => [kind, index ?? file]);

async function erase(...places: number[]): Promise<void> {
  const stored = (await Promise.all(receipts.map(({ requestId }) => world.receipts.ofCase(requestId)))).flat();
  const gone = stored.filter((each) => places.includes(each.log!.index));
  const entries = gone.map((each) => ({ origin: 'privacy.shop.example/log/2026', index: each.log!.index }));
  await world.statements.state(statementOf('erased', { kind: 'receipts-erased', entries }, '2026-03-02T09:00:00Z'));
  for (const each of gone) await world.receipts.erase(each);
  await sequence(sequencerOf(world.clients, world.now));
}

beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());

beforeEach(async () => {
  world = await worlds.open();
  table = openTable(world.clients.dynamodb, TABLES.receipts);
  receipts = [];
  await log(3);
  await log(4);
  await log(2);
});

describe('the audit of a deployment', () => {
  it('finds nothing where nobody touched anything, and counts everything', async () => {
    expect(await audit()).toMatchObject({
      result: 'clean',
      logs: [{ size: 9, entries: { receipts: 9, statements: 0, erased: 0, others: 0 } }],
    });
  });

  it('takes what was erased and stated for no loss, and follows the links of the years', async () => {
    await erase(2, 5);
    world.pass(330 * DAY);
    await log(3);
    expect(await audit()).toMatchObject({
      result: 'clean',
      logs: [
        { size: 10, entries: { receipts: 7, statements: 1, erased: 2, others: 0 } },
        { size: 4, entries: { receipts: 3, statements: 1, erased: 0, others: 0 } },
      ],
    });
  });

  it('names a receipt that is gone, changed, or placed elsewhere', async () => {
    const placeOf = async (number: number): Promise<number> => (await world.receipts.ofCase(`req_${number}`))[0]!.log!.index;
    const places = [await placeOf(0), await placeOf(4), await placeOf(8)];
    await world.receipts.erase(receipts[0]!);
    await table.update(receiptKeys.receipt('req_4', 1), { set: { jws: 'another' } });
    await table.update(receiptKeys.receipt('req_8', 1), { set: { logIndex: 1 } });
    expect((await findings()).toSorted()).toEqual(
      [
        ['receipt-lost', places[0]],
        ['receipt-differs', places[1]],
        ['receipt-differs', places[2]],
      ].toSorted(),
    );
  });

  it('names a batch record that is gone, or changed', async () => {
    const batch = (await table.get(receiptKeys.batch(2026, 0))) as unknown as Batch;
    const entries = batch.entries.with(1, { ...batch.entries[1]!, entry: Buffer.from(entryOf('another')).toString('base64') });
    await table.update(receiptKeys.batch(2026, 0), { set: { entries } });
    expect(await findings()).toEqual([['batch-differs', 1]]);
    await table.remove(receiptKeys.batch(2026, 3));
    expect((await audit()).findings).toContainEqual({ log: 'privacy.shop.example/log/2026', kind: 'batch-missing', index: 3, last: 6 });
  });

  it('names the last batch record when it is gone', async () => {
    await table.remove(receiptKeys.batch(2026, 7));
    expect((await audit()).findings).toContainEqual({ log: 'privacy.shop.example/log/2026', kind: 'batch-missing', index: 7, last: 8 });
  });

  it.each(['tile/0/000.p/3', 'tile/0/000.p/9', 'tile/entries/000.p/7', 'checkpoint'])(
    'names %s when it is changed, or gone',
    async (path) => {
      const { s3 } = world.clients;
      const place = { Bucket: BUCKETS.log, Key: `2026/${path}` };
      const { Body } = await s3.send(new GetObjectCommand(place));
      const bytes = await Body!.transformToByteArray();
      bytes[20]! ^= 1;
      await s3.send(new PutObjectCommand({ ...place, Body: bytes }));
      expect((await audit()).findings.map(({ file }) => file)).toContain(path);
      await s3.send(new DeleteObjectCommand(place));
      expect((await audit()).findings.map(({ file }) => file)).toContain(path);
    },
  );

  it('names a statement that is gone', async () => {
    await erase(2);
    await world.clients.s3.send(new DeleteObjectCommand({ Bucket: BUCKETS.log, Key: '2026/statement/9' }));
    // Nothing tells any more that the receipt was erased lawfully.
    expect(await findings()).toEqual([
      ['receipt-lost', 2],
      ['statement-missing', 9],
    ]);
  });
});

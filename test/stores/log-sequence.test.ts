/** The log as one worker writes it: on real stores, cut off at every effect, at the turn of the year, rolled back and tampered with. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sequence } from '../../lib/receipts/log/sequence.ts';
import { allPlaces, entryOf } from '../../lib/receipts/log/statements.ts';
import { readBundle, tilePath } from '../../lib/receipts/log/tiles.ts';
import { verifyProof } from '../../lib/receipts/log/verify-proof.ts';
import type { StoredReceipt } from '../../lib/receipts/port.ts';
import { receiptKeys } from '../../lib/stores/keys.ts';
import { BUCKETS } from '../small-cloud.ts';
import { openWorlds, sequencerOf, SimulatedCrash, type TestWorld, type Worlds } from '../world.ts';

let worlds: Worlds;
let world: TestWorld;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open();
});

let serial = 0;

/** A receipt as far as the log is concerned: text with an id. */
async function receipt(): Promise<StoredReceipt> {
  serial += 1;
  const id = `rcp_${String(serial).padStart(6, '0')}`;
  const stored = { id, requestId: `req_${serial}`, kind: 'request', fact: 'received', jws: `a.${serial}.c`, place: 1 };
  const whole = { ...stored, issuedAt: new Date(world.now()).toISOString() };
  expect(await world.receipts.append(whole)).toBe(true);
  return whole;
}

async function receipts(count: number): Promise<StoredReceipt[]> {
  const all: StoredReceipt[] = [];
  while (all.length < count) all.push(await receipt());
  return all;
}

const stored = async ({ requestId }: StoredReceipt): Promise<StoredReceipt> => (await world.receipts.ofCase(requestId))[0]!;

async function object(path: string): Promise<string> {
  const { Body } = await world.clients.s3.send(new GetObjectCommand({ Bucket: BUCKETS.log, Key: path }));
  return await Body!.transformToString();
}
const put = async (Key: string, Body: string | Uint8Array): Promise<unknown> =>
  await world.clients.s3.send(new PutObjectCommand({ Bucket: BUCKETS.log, Key, Body }));

async function files(): Promise<string[]> {
  const { Contents = [] } = await world.clients.s3.send(new ListObjectsV2Command({ Bucket: BUCKETS.log }));
  return Contents.map(({ Key }) => Key!);
}

/** The entries of a year's log as published, base64. */
async function published(size: number): Promise<string[]> {
  const bundle = await world.log.file(2026, tilePath('entries', 0, size));
  return readBundle(bundle!)!.map((entry) => Buffer.from(entry).toString('base64'));
}

async function isProven(one: StoredReceipt): Promise<boolean> {
  const proof = await world.log.proof(await stored(one));
  return proof !== undefined && (await verifyProof({ jws: one.jws, proof, logs: await world.log.logs() })).place !== undefined;
}

describe('a receipt in the log', () => {
  it('has a place, a proof that anybody can check, and its hash in the published entries', async () => {
    const all = await receipts(3);
    await world.logWriter.run({ receipts: all });
    expect((await Promise.all(all.map(stored))).map(({ log }) => log!.index).toSorted()).toEqual([0, 1, 2]);
    for (const one of all) expect(await isProven(one)).toBe(true);
    expect((await published(3)).toSorted()).toEqual(all.map(({ jws }) => Buffer.from(entryOf(jws)).toString('base64')).toSorted());
    expect(await world.logWriter.waiting(world.now())).toBe(0);
  });

  it('is not logged twice, and nothing is written when nothing waits', async () => {
    const [one] = await receipts(1);
    await world.logWriter.run({ receipts: [one!] });
    const before = await object('2026/checkpoint');
    await world.reopen().logWriter.run({ receipts: [one!] });
    expect(await object('2026/checkpoint')).toBe(before);
  });

  it('is found without being named, and named twice it has one place', async () => {
    const [one] = await receipts(1);
    await world.logWriter.run({ receipts: [one!, one!] });
    await receipts(2);
    await world.logWriter.run();
    expect(await world.logWriter.waiting(world.now())).toBe(0);
    expect(await published(3)).toHaveLength(3);
  });

  it('leaves nothing behind in the records of the log that leads to its request, however many are erased at once', async () => {
    const all = await receipts(6);
    await world.logWriter.run({ receipts: all });
    const erased = await Promise.all(all.slice(0, 5).map(stored));
    await Promise.all(
      erased.map(async (one) => {
        await world.reopen().logWriter.forget(one.log!);
        await world.receipts.erase(one);
      }),
    );
    const records = JSON.stringify(await world.tables.receipts.partition(receiptKeys.ofLog(2026)));
    expect(all.filter(({ requestId }) => records.includes(`${requestId}"`)).map(({ id }) => id)).toEqual([all[5]!.id]);
    expect(await published(6)).toHaveLength(6);
    await world.logWriter.forget(erased[0]!.log!);
    expect(await isProven(all[5]!)).toBe(true);
  });

  it('that was erased meanwhile is not brought back', async () => {
    const [one, other] = await receipts(2);
    await world.receipts.erase(one!);
    await world.logWriter.run({ receipts: [one!, other!] });
    expect(await isProven(other!)).toBe(true);
    expect(await world.receipts.ofCase(one!.requestId)).toEqual([]);
  });

  it('reaches its place wherever the worker is cut off', async () => {
    await world.logWriter.run({ receipts: await receipts(2) });
    for (let effect = 1; ; effect += 1) {
      const all = await receipts(2);
      const cut = world.reopen();
      cut.fuse.blowAt(effect, effect % 2 === 0 ? 'before' : 'after');
      const died = await sequence(sequencerOf(cut.clients, cut.now), { receipts: all }).then(
        () => false,
        (error: unknown) => error instanceof SimulatedCrash,
      );
      cut.fuse.mend();
      await world.reopen().logWriter.run();
      for (const one of all) expect(await isProven(one), `effect ${effect}`).toBe(true);
      if (!died) break;
      expect(effect).toBeLessThan(40);
    }
    expect(await world.logWriter.waiting(world.now())).toBe(0);
  });
});

describe('the turn of the year', () => {
  it('ends one log and begins the next with the last checkpoint of the old one', async () => {
    world.goTo('2026-12-31T23:59:00Z');
    await world.logWriter.run({ receipts: [await receipt()] });
    const last = await object('2026/checkpoint');
    world.goTo('2027-01-01T00:00:00Z');
    const one = await receipt();
    await world.logWriter.run({ receipts: [one] });
    expect((await stored(one)).log).toEqual({ year: 2027, index: 1 });
    const statement = JSON.parse(await object('2027/statement/0')) as Record<string, unknown>;
    expect(statement).toMatchObject({ kind: 'previous-log', origin: 'privacy.shop.example/log/2026', size: 1 });
    expect(statement['checkpointSha256']).toBe(Buffer.from(entryOf(last)).toString('hex'));
    expect(await isProven(one)).toBe(true);
    // A worker whose clock is behind writes into the new log, not after the end of the old one.
    world.goTo('2026-12-31T23:59:59Z');
    const late = await receipt();
    await world.logWriter.run({ receipts: [late] });
    expect((await stored(late)).log).toEqual({ year: 2027, index: 2 });
    expect(await object('2026/checkpoint')).toBe(last);
    expect((await world.log.logs()).map(({ origin }) => origin)).toEqual([
      'privacy.shop.example/log/2026',
      'privacy.shop.example/log/2027',
    ]);
  });

  it('finishes what was under way in the old log first, wherever a worker is cut off at it', async () => {
    for (let effect = 1; ; effect += 1) {
      world = await worlds.open();
      world.goTo('2026-12-31T23:59:00Z');
      const old = await receipts(1);
      await world.logWriter.run();
      old.push(await receipt());
      const unfinished = world.reopen();
      unfinished.fuse.blowAt(2, 'before');
      await expect(sequence(sequencerOf(unfinished.clients, unfinished.now))).rejects.toThrow(SimulatedCrash);
      unfinished.fuse.mend();
      world.goTo('2027-01-01T00:00:00Z');
      const [fresh] = await receipts(1);
      const cut = world.reopen();
      cut.fuse.blowAt(effect, 'after');
      const died = await sequence(sequencerOf(cut.clients, cut.now)).then(
        () => false,
        () => true,
      );
      cut.fuse.mend();
      await world.reopen().logWriter.run();
      for (const one of [...old, fresh!]) expect(await isProven(one), `effect ${effect}`).toBe(true);
      expect((await stored(fresh!)).log).toEqual({ year: 2027, index: 1 });
      if (!died) break;
      expect(effect).toBeLessThan(40);
    }
  });
});

describe('a log that must not go on', () => {
  beforeEach(async () => {
    await world.logWriter.run({ receipts: await receipts(3) });
  });

  /** Nothing is signed or published, and the receipt keeps waiting. */
  async function stops(code: string): Promise<void> {
    const before = await files();
    const [one] = await receipts(1);
    await expect(world.reopen().logWriter.run({ receipts: [one!] })).rejects.toMatchObject({ name: 'LogFault', code });
    expect((await stored(one!)).log).toBeUndefined();
    expect((await files()).filter((file) => file.endsWith('checkpoint'))).toEqual(before.filter((file) => file.endsWith('checkpoint')));
  }

  it('stops where a tile is there with other bytes', async () => {
    await put(`2026/${tilePath(0, 0, 4)}`, Buffer.alloc(128, 7));
    await stops('file-differs');
  });

  it('stops where its tiles do not lead to the root it signed', async () => {
    await put(`2026/${tilePath(0, 0, 3)}`, Buffer.alloc(96, 7));
    await stops('root-differs');
  });

  it('stops where the database was rolled back behind what was published', async () => {
    const { tables } = world;
    await tables.receipts.remove(receiptKeys.batch(2026, 0));
    await stops('database-behind');
  });

  it('stops where the published checkpoint is another one, or gone', async () => {
    const checkpoint = await object('2026/checkpoint');
    await put('2026/checkpoint', checkpoint.replace(/^(.*)$/m, 'other.example/log/2026'));
    await stops('checkpoint-differs');
    await world.clients.s3.send(new DeleteObjectCommand({ Bucket: BUCKETS.log, Key: '2026/checkpoint' }));
    await stops('checkpoint-differs');
    // Put back, it goes on.
    await put('2026/checkpoint', checkpoint);
    await world.reopen().logWriter.run();
    expect(await world.logWriter.waiting(world.now())).toBe(0);
  });

  it('stops where the last checkpoint of its own records was changed', async () => {
    const { tables } = world;
    const key = receiptKeys.checkpoint(2026);
    const { note } = (await tables.receipts.get(key)) as { note: string };
    await tables.receipts.update(key, { set: { note: note.replace('\n3\n', '\n2\n') } });
    await stops('checkpoint-differs');
  });
});

describe('a worker that wants one receipt logged', () => {
  it('goes as soon as it is, however many others are issued meanwhile', async () => {
    const [own] = await receipts(1);
    const parts = sequencerOf(world.clients, world.now);
    let batches = 0;
    const store = {
      ...parts.store,
      async putBatch(batch: Parameters<typeof parts.store.putBatch>[0]): Promise<boolean> {
        batches += 1;
        await receipt();
        return await parts.store.putBatch(batch);
      },
    };
    await sequence({ ...parts, store }, { receipts: [own!] });
    expect(batches).toBe(1);
    expect(await isProven(own!)).toBe(true);
    expect(await world.logWriter.waiting(world.now())).toBe(1);
  });
});

describe('another key for the log', () => {
  it('commits nothing that it could not sign, and begins with the next year', async () => {
    world.goTo('2026-12-31T12:00:00Z');
    await world.logWriter.run({ receipts: await receipts(1) });
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const signer = {
      sign: async (bytes: Uint8Array) => await Promise.resolve(sign(null, bytes, privateKey)),
      publicKey: async () => await Promise.resolve(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)),
    };
    const parts = { ...sequencerOf(world.clients, world.now), signer };
    const [late] = await receipts(1);
    await expect(sequence(parts, { receipts: [late!] })).rejects.toMatchObject({ name: 'LogFault', code: 'signature-wrong' });
    expect((await stored(late!)).log).toBeUndefined();
    world.goTo('2027-01-01T00:00:00Z');
    await sequence(parts, { receipts: [late!] });
    expect((await stored(late!)).log).toEqual({ year: 2027, index: 1 });
    expect(await isProven(late!)).toBe(true);
  });

  it('does not end a log whose database was set back behind what was published', async () => {
    await world.logWriter.run({ receipts: await receipts(3) });
    await world.tables.receipts.remove(receiptKeys.batch(2026, 0));
    await world.tables.receipts.remove(receiptKeys.checkpoint(2026));
    world.goTo('2027-01-01T00:00:00Z');
    const [one] = await receipts(1);
    await expect(world.reopen().logWriter.run({ receipts: [one!] })).rejects.toMatchObject({ code: 'database-behind' });
    expect(await world.log.logs()).toHaveLength(1);
  });

  it('is not taken for a missing file, which stops the log under its own name', async () => {
    await world.logWriter.run({ receipts: await receipts(3) });
    await world.clients.s3.send(new DeleteObjectCommand({ Bucket: BUCKETS.log, Key: `2026/${tilePath(0, 0, 3)}` }));
    const [one] = await receipts(1);
    await expect(world.reopen().logWriter.run({ receipts: [one!] })).rejects.toMatchObject({
      code: 'file-missing',
      path: tilePath(0, 0, 3),
    });
  });
});

describe('the list of statements', () => {
  it('comes in pages, and all of them are all places in order', async () => {
    const places = Array.from({ length: 1_003 }, (_, place) => place * 3);
    for (let from = 0; from < places.length; from += 50)
      await Promise.all(places.slice(from, from + 50).map((place) => put(`2026/statement/${place}`, '{}')));
    expect(await world.log.statements(2026)).toHaveLength(1_000);
    expect(await allPlaces((after) => world.log.statements(2026, after))).toEqual(places);
  });
});

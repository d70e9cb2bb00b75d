/** Case keys and the vault: what one case sealed, no other opens, and after the purge nobody does. */
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../lib/domain/ids.ts';
import { vaultKey } from '../../lib/stores/vault.ts';
import { BUCKETS } from '../small-cloud.ts';
import { openWorlds, type TestWorld, type Worlds } from '../world.ts';

let worlds: Worlds;
let world: TestWorld;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open();
});

const PLAIN = Buffer.from('Erika Mustermann');

describe('a case key', () => {
  it('opens what it sealed, under the same label only', async () => {
    const key = await world.caseKeys.create(newId('req'));
    const sealed = key.seal(PLAIN, 'person');
    expect(key.open(sealed, 'person')).toEqual(PLAIN);
    expect(() => key.open(sealed, 'learnt/shop')).toThrow();
    expect(sealed.includes(PLAIN)).toBe(false);
    expect(key.seal(PLAIN, 'person')).not.toEqual(sealed);
  });

  it('notices every changed or missing byte', async () => {
    const key = await world.caseKeys.create(newId('req'));
    const sealed = key.seal(PLAIN, 'person');
    for (let place = 0; place < sealed.length; place += 1) {
      const changed = Buffer.from(sealed);
      changed[place]! ^= 1;
      expect(() => key.open(changed, 'person')).toThrow();
      expect(() => key.open(sealed.subarray(0, place), 'person')).toThrow();
    }
  });

  it('is made once, also by two who come at the same time, and is the same in every process', async () => {
    const id = newId('req');
    const [one, other] = await Promise.all([world.caseKeys.create(id), world.reopen().caseKeys.create(id)]);
    const sealed = one.seal(PLAIN, 'x');
    expect(other.open(sealed, 'x')).toEqual(PLAIN);
    expect((await world.reopen().caseKeys.open(id)).open(sealed, 'x')).toEqual(PLAIN);
    expect(other.salt).toEqual(one.salt);
    expect(one.salt).toHaveLength(32);
  });

  it('opens nothing of another case', async () => {
    const [one, other] = [await world.caseKeys.create(newId('req')), await world.caseKeys.create(newId('req'))];
    expect(() => other.open(one.seal(PLAIN, 'x'), 'x')).toThrow();
  });

  it('cannot be unwrapped in the name of another case', async () => {
    const [mine, other] = [newId('req'), newId('req')];
    await world.caseKeys.create(mine);
    const item = (await world.tables.caseKeys.get({ pk: `CASE#${mine}`, sk: 'KEY' }))!;
    await world.tables.caseKeys.put({ ...item, pk: `CASE#${other}`, sk: 'KEY' });
    await expect(world.caseKeys.open(other)).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
  });

  it('is gone for every process once destroyed, and destroying is repeatable', async () => {
    const id = newId('req');
    const elsewhere = world.reopen();
    await world.caseKeys.create(id);
    await elsewhere.caseKeys.open(id);
    await world.caseKeys.destroy(id);
    await world.caseKeys.destroy(id);
    for (const { caseKeys } of [world, elsewhere]) {
      await expect(caseKeys.open(id)).rejects.toMatchObject({ name: 'PermanentError', code: 'case-key-missing' });
      expect(await caseKeys.exists(id)).toBe(false);
    }
  });

  it('stays right while many cases are opened', async () => {
    const ids = Array.from({ length: 30 }, () => newId('req'));
    const sealed = await Promise.all(ids.map(async (id) => (await world.caseKeys.create(id)).seal(Buffer.from(id), 'x')));
    for (const [place, id] of ids.entries()) expect((await world.caseKeys.open(id)).open(sealed[place]!, 'x').toString()).toBe(id);
  });
});

describe('the vault', () => {
  it('keeps objects sealed and bound to their place', async () => {
    const id = newId('req');
    const key = await world.caseKeys.create(id);
    const place = vaultKey(id, 'export/1/shop/000001');
    await world.vault.put(place, PLAIN, key);
    expect(await world.vault.get(place, key)).toEqual(PLAIN);
    const { s3 } = world.clients;
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: BUCKETS.vault, Key: place }));
    const stored = Buffer.from(await Body!.transformToByteArray());
    expect(stored.includes(PLAIN)).toBe(false);
    const elsewhere = vaultKey(id, 'export/1/shop/000002');
    await s3.send(new PutObjectCommand({ Bucket: BUCKETS.vault, Key: elsewhere, Body: stored }));
    await expect(world.vault.get(elsewhere, key)).rejects.toThrow();
  });

  it('keeps the first object of a key and answers with it', async () => {
    const id = newId('req');
    const key = await world.caseKeys.create(id);
    const place = vaultKey(id, 'mail/m.eml');
    const written = await Promise.all(['one', 'two', 'three'].map((text) => world.vault.putIfAbsent(place, Buffer.from(text), key)));
    const first = Buffer.from(written[0]!).toString();
    expect(written.map((bytes) => Buffer.from(bytes).toString())).toEqual([first, first, first]);
    expect((await world.vault.get(place, key))!.toString()).toBe(first);
  });

  it('has nothing where nothing was put', async () => {
    const key = await world.caseKeys.create(newId('req'));
    expect(await world.vault.get('req_none/x', key)).toBeUndefined();
  });

  it('purges all of one case, also more than one listing holds, and nothing of another', async () => {
    const [mine, other] = [newId('req'), newId('req')];
    const key = await world.caseKeys.create(mine);
    await Promise.all(Array.from({ length: 25 }, (_, place) => world.vault.put(vaultKey(mine, `x/${place}`), PLAIN, key)));
    await world.vault.put(vaultKey(other, 'x/0'), PLAIN, key);
    await world.vault.purge(mine);
    await world.vault.purge(mine);
    await expect(world.clients.s3.send(new HeadObjectCommand({ Bucket: BUCKETS.vault, Key: vaultKey(mine, 'x/0') }))).rejects.toThrow();
    expect(await world.vault.get(vaultKey(other, 'x/0'), key)).toEqual(PLAIN);
  });
});

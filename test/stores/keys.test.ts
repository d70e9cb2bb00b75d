/** Keys over the years: noted, retired by the next, and, where somebody else may have had one, believed by the order of the log. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compromiseKey, type KeyParts } from '../../lib/receipts/compromise-key.ts';
import { issueReceipt, type ReceiptIssuer } from '../../lib/receipts/issue.ts';
import { publishedKeys } from '../../lib/receipts/keys.ts';
import type { StoredReceipt } from '../../lib/receipts/port.ts';
import { verifyReceipt } from '../../lib/receipts/verify.ts';
import { buildRequestReceipt } from '../../lib/receipts/build-request.ts';
import { openIssuer } from '../../lib/steps/issuing.ts';
import { contextWith, newSigner, REQUEST } from '../receipts/world.ts';
import { openWorlds, sequencerOf, type TestWorld, type Worlds } from '../world.ts';

let worlds: Worlds;
let world: TestWorld;
let facts = 0;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open();
});

async function issue(with_: Partial<ReceiptIssuer> = {}): Promise<StoredReceipt> {
  facts += 1;
  const receipt = await issueReceipt(
    { ...(await openIssuer(world)), ...with_ },
    {
      requestId: REQUEST.id,
      kind: 'request',
      fact: `received/${facts}`,
      receivedAtMs: Date.parse(REQUEST.receivedAt),
      build: (frame) => buildRequestReceipt(contextWith(), frame),
    },
  );
  await world.logWriter.run({ receipts: [receipt] });
  return (await world.receipts.ofCase(REQUEST.id)).find(({ id }) => id === receipt.id)!;
}

const parts = (): KeyParts => ({
  history: world.keyHistory,
  statements: world.statements,
  logs: sequencerOf(world.clients, world.now).store,
  now: world.now,
});

/** How a stranger judges a receipt with what is published now. */
async function judged(receipt: StoredReceipt, { proven }: { proven: boolean }): Promise<[string, string | undefined]> {
  const logs = await world.log.logs();
  const history = await world.keyHistory.all();
  const keys = publishedKeys(history, history.at(-1)!.key, logs).map((key) => ({ ...key }));
  const proof = proven ? await world.log.proof(receipt) : undefined;
  const { result, checks } = await verifyReceipt({ jws: receipt.jws, keys, logs, ...(proof === undefined ? {} : { proof }) });
  return [result, checks.find(({ ok }) => !ok)?.reason];
}

async function statements(): Promise<string[]> {
  const places = await world.log.statements(2026);
  const texts = await Promise.all(places.map(async (place) => await world.log.file(2026, `statement/${place}`)));
  return texts.map((text) => (JSON.parse(new TextDecoder().decode(text)) as { kind: string }).kind);
}

describe('another key', () => {
  it('retires the one before, whose receipts stay genuine, and both events are in the log', async () => {
    const old = await issue();
    const fresh = await issue({ signer: newSigner() });
    expect(await judged(old, { proven: true })).toEqual(['genuine', undefined]);
    expect(await judged(fresh, { proven: true })).toEqual(['genuine', undefined]);
    const history = await world.keyHistory.all();
    expect(publishedKeys(history, history.at(-1)!.key, []).map(({ status }) => status)).toEqual(['retired', 'active']);
    expect((await statements()).toSorted()).toEqual(['key-added', 'key-added', 'key-retired']);
  });
});

describe('a key that somebody else may have had', () => {
  it('is believed for what the log had before, for nothing that came after, and not without a proof', async () => {
    const before = await issue();
    const { key } = (await world.keyHistory.all())[0]!;
    expect(await compromiseKey(parts(), key.kid, { force: true })).toEqual({
      ok: true,
      since: { origin: 'privacy.shop.example/log/2026', index: 2 },
    });
    const after = await issue();
    expect(await judged(before, { proven: true })).toEqual(['genuine', undefined]);
    expect(await judged(after, { proven: true })).toEqual(['failed', 'key-compromised']);
    expect((await judged(before, { proven: false }))[0]).toBe('unknown');
    expect(await statements()).toEqual(['key-added', 'key-compromised']);
  });

  it('can be said to have been so earlier, and never later again', async () => {
    const first = await issue();
    await issue();
    const { key } = (await world.keyHistory.all())[0]!;
    expect(await compromiseKey(parts(), key.kid, { index: 2, force: true })).toMatchObject({ ok: true });
    expect(await compromiseKey(parts(), key.kid, { index: 3, force: true })).toEqual({ ok: false, reason: 'not-earlier' });
    expect(await compromiseKey(parts(), key.kid, { index: 1, force: true })).toMatchObject({ ok: true, since: { index: 1 } });
    expect((await judged(first, { proven: true }))[0]).toBe('failed');
  });

  it('is not said of the key that signs, nor while receipts wait for the log, unless somebody insists', async () => {
    await issue();
    const old = (await world.keyHistory.all())[0]!.key.kid;
    expect(await compromiseKey(parts(), old)).toEqual({ ok: false, reason: 'still-signing' });
    await issue({ signer: newSigner() });
    await world.statements.state({ name: 'waits', text: '{}' });
    expect(await compromiseKey(parts(), old)).toEqual({ ok: false, reason: 'receipts-wait' });
    await world.logWriter.run();
    const said = await compromiseKey(parts(), old);
    expect(said).toMatchObject({ ok: true });
    // Said again after a crash it says the same.
    expect(await compromiseKey(parts(), old, { index: said.ok ? said.since.index : -1 })).toEqual(said);
  });

  it('must be known, and its place in the log', async () => {
    expect(await compromiseKey(parts(), 'nobody')).toEqual({ ok: false, reason: 'unknown-key' });
    await issue();
    const { key } = (await world.keyHistory.all())[0]!;
    expect(await compromiseKey(parts(), key.kid, { index: 99, force: true })).toEqual({ ok: false, reason: 'not-in-the-log' });
    expect(await compromiseKey(parts(), key.kid, { year: 2025, force: true })).toEqual({ ok: false, reason: 'not-in-the-log' });
  });
});

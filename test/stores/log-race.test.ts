/**
 * The log as many write it at the same time: six workers, each of which may die before or after any of its effects. `QUITTANCE_LOG_RUNS`
 * sets how many seeds are tried.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isConsistent } from '../../lib/receipts/log/inclusion.ts';
import { integrate } from '../../lib/receipts/log/integrate.ts';
import { sequence, type SequencerParts } from '../../lib/receipts/log/sequence.ts';
import { readCheckpoint, readSignedNote } from '../../lib/receipts/log/signed-note.ts';
import { entryOf } from '../../lib/receipts/log/statements.ts';
import { readBundle, tilePath, TILE_WIDTH, widthAt } from '../../lib/receipts/log/tiles.ts';
import { openTree } from '../../lib/receipts/log/tree.ts';
import type { StoredReceipt } from '../../lib/receipts/port.ts';
import { SimulatedCrash } from '../fuse.ts';
import { random } from '../random.ts';
import { openWorlds, sequencerOf, type TestWorld, type Worlds } from '../world.ts';

const RUNS = Number(process.env['QUITTANCE_LOG_RUNS'] ?? 20);
const WORKERS = 6;
const RECEIPTS = 30;
/** Two worlds in turn: one where little goes wrong, one where much does. */
const CRASHES = [0.03, 0.12];

let worlds: Worlds;
let world: TestWorld;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());

const EFFECTS = new Set(['openLog', 'putBatch', 'markIntegrated', 'setPlace', 'advance', 'writeOnce', 'publish', 'state', 'sign']);

/** A part whose effects may be the last thing a worker does. */
function mortal<T extends object>(part: T, dies: () => boolean): T {
  return new Proxy(part, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function' || !EFFECTS.has(String(name))) return member;
      return async (...args: unknown[]): Promise<unknown> => {
        if (dies()) throw new SimulatedCrash();
        const result: unknown = await (member as (...given: unknown[]) => Promise<unknown>).apply(target, args);
        if (dies()) throw new SimulatedCrash();
        return result;
      };
    },
  });
}

interface Run {
  receipts: StoredReceipt[];
  /** Every text that was ever signed. */
  signed: string[];
  crashes: number;
}

async function issue(run: Run, number: number): Promise<StoredReceipt> {
  const issuedAt = new Date(world.now()).toISOString();
  const receipt = {
    id: `rcp_${number}`,
    requestId: `req_${number}`,
    kind: 'request',
    fact: 'received',
    jws: `a.${number}.c`,
    place: 1,
    issuedAt,
  };
  expect(await world.receipts.append(receipt)).toBe(true);
  run.receipts.push(receipt);
  return receipt;
}

/** The parts of one worker: what it signs is remembered, and it may die at each of its effects. */
function worker(run: Run, dies: () => boolean): SequencerParts {
  const parts = sequencerOf(world.clients, world.now);
  const signer = {
    ...parts.signer,
    async sign(bytes: Uint8Array): Promise<Uint8Array> {
      run.signed.push(new TextDecoder().decode(bytes));
      return await parts.signer.sign(bytes);
    },
  };
  return {
    ...parts,
    store: mortal(parts.store, dies),
    files: mortal(parts.files, dies),
    statements: mortal(parts.statements, dies),
    signer: mortal(signer, dies),
  };
}

/** Issues and logs until everything is issued; whoever dies is followed by another. */
async function work(run: Run, next: () => number | undefined, chance: () => number, rate: number): Promise<void> {
  for (let number = next(); number !== undefined; number = next()) {
    const receipt = await issue(run, number);
    const parts = worker(run, () => chance() < rate);
    await sequence(parts, { receipts: [receipt] }).catch((error: unknown) => {
      if (!(error instanceof SimulatedCrash) && (error as Error).name !== 'TransientError') throw error;
      run.crashes += 1;
    });
  }
}

async function entriesOf(size: number): Promise<string[]> {
  const all: string[] = [];
  for (let index = 0; widthAt(size, 0, index) > 0; index += 1) {
    const bundle = await world.log.file(2026, tilePath('entries', index, Math.min(TILE_WIDTH, widthAt(size, 0, index))));
    all.push(...readBundle(bundle!)!.map((entry) => Buffer.from(entry).toString('base64')));
  }
  return all;
}

async function race(seed: number): Promise<Run> {
  world = await worlds.open();
  const run: Run = { receipts: [], signed: [], crashes: 0 };
  const chance = random(seed);
  let issued = 0;
  const next = (): number | undefined => (issued < RECEIPTS ? (issued += 1) : undefined);
  await Promise.all(Array.from({ length: WORKERS }, () => work(run, next, chance, CRASHES[seed % CRASHES.length]!)));
  await sequence(worker(run, () => false));
  return run;
}

async function judge(run: Run): Promise<void> {
  const stored = await Promise.all(run.receipts.map(async ({ requestId }) => (await world.receipts.ofCase(requestId))[0]!));
  const places = stored.map(({ log }) => log!.index).toSorted((a, b) => a - b);
  // Gapless, unique, none lost, none doubled.
  expect(places).toEqual(Array.from({ length: RECEIPTS }, (_, index) => index));
  const entries = await entriesOf(RECEIPTS);
  expect(entries).toHaveLength(RECEIPTS);
  for (const { jws, log } of stored) expect(entries[log!.index]).toBe(Buffer.from(entryOf(jws)).toString('base64'));
  // Whatever was signed is the beginning of what there is.
  const published = readSignedNote(new TextDecoder().decode(await world.log.file(2026, 'checkpoint')))!;
  const head = readCheckpoint(published.text)!;
  expect(head.size).toBe(BigInt(RECEIPTS));
  for (const text of new Set(run.signed)) {
    const earlier = readCheckpoint(text)!;
    const proof = await openTree(async (path) => await world.log.file(2026, path), RECEIPTS).consistency(Number(earlier.size));
    expect(await isConsistent(earlier, head, proof), text).toBe(true);
  }
  expect(await world.logWriter.waiting(world.now())).toBe(0);
}

it(
  `has every receipt once, without a gap, and one history, in ${RUNS} races of ${WORKERS} workers that die`,
  { timeout: RUNS * 20_000 },
  async () => {
    let crashes = 0;
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const run = await race(seed);
      await judge(run);
      crashes += run.crashes;
    }
    expect(crashes).toBeGreaterThan(RUNS);
  },
);

it('takes a batch that another worker has integrated meanwhile as it is', async () => {
  world = await worlds.open();
  const run: Run = { receipts: [], signed: [], crashes: 0 };
  const parts = worker(run, () => false);
  const receipt = await issue(run, 1);
  await sequence(parts, { receipts: [receipt] });
  const batch = (await parts.store.lastBatch(2026))!;
  const [log] = await parts.store.logs();
  // A worker that was held up since before anything was integrated.
  await integrate(parts, log!, { ...batch, integrated: false });
  expect(run.signed).toHaveLength(1);
});

it('does not take what another worker published meanwhile for a rollback', async () => {
  world = await worlds.open();
  const run: Run = { receipts: [], signed: [], crashes: 0 };
  const [first, second] = [await issue(run, 1), await issue(run, 2)];
  const slow = worker(run, () => false);
  let overtaken = false;
  const files = {
    ...slow.files,
    async read(year: number, path: string): Promise<Uint8Array | undefined> {
      if (path === 'checkpoint' && !overtaken) {
        overtaken = true;
        await sequence(
          worker(run, () => false),
          { receipts: [first] },
        );
      }
      return await slow.files.read(year, path);
    },
  };
  await sequence({ ...slow, files }, { receipts: [second] });
  expect(overtaken).toBe(true);
  expect(await world.logWriter.waiting(world.now())).toBe(0);
});

/** A witness signs what goes on from all it saw, and nothing else; a log collects its cosignatures and never waits for it. */
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTree } from '../../../lib/receipts/log/tree.ts';
import { writeAddCheckpoint } from '../../../lib/receipts/witness/add-checkpoint.ts';
import { collectCosignatures, type Witness } from '../../../lib/receipts/witness/collect-cosignatures.ts';
import { type CosignKey, enoughWitnesses, verifyCosignature } from '../../../lib/receipts/witness/cosignature.ts';
import { openWitness, type WitnessAnswer, type WitnessState } from '../../../lib/receipts/witness/witness.ts';
import { cosignVerifierKey, newWitnessKey, readWitnessKey } from '../../../lib/receipts/witness/witness-key.ts';
import { witnessServer } from '../../../lib/receipts/witness/witness-server.ts';
import { openWitnessState } from '../../../lib/receipts/witness/witness-state.ts';
import { BuiltLog, newKey, receipts } from '../log/audit-world.ts';

const NOW = Date.parse('2026-03-02T09:00:00Z');

let directory = '';
let log: BuiltLog;
let key: CosignKey;
let vkey = '';
let state: Awaited<ReturnType<typeof openWitnessState>>;
const servers: Server[] = [];

const logKey = newKey();
const newLog = async (...sizes: number[]): Promise<BuiltLog> => {
  const built = new BuiltLog('2026', logKey);
  for (const size of sizes) await built.append(receipts(built.size, size));
  return built;
};

const consistency = (built: BuiltLog) => async (from: number) =>
  await openTree(async (path) => await Promise.resolve(built.files.get(path)), built.size).consistency(from);

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'witness-'));
  key = await newWitnessKey(join(directory, 'key'), 'witness.example/w1');
  vkey = await cosignVerifierKey(key);
  state = await openWitnessState(join(directory, 'state'));
  log = await newLog(5, 300);
});

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  await state.close();
  rmSync(directory, { recursive: true });
});

type Ask = (request: string) => Promise<WitnessAnswer>;

async function witness(over: WitnessState = state): Promise<Ask> {
  return await openWitness({ state: over, key, logs: [(await log.key()).vkey], now: () => NOW });
}

/** Asks about a log as it is now, from a size the witness is said to know. */
async function asking(built: BuiltLog, oldSize: number): Promise<string> {
  return writeAddCheckpoint({ oldSize, proof: oldSize === 0 ? [] : await consistency(built)(oldSize), note: built.note });
}

describe('a witness', () => {
  it('signs the first checkpoint of a log it knows, and says when', async () => {
    const { status, body } = await (await witness())(await asking(log, 0));
    expect(status).toBe(200);
    expect(body).toMatch(/^— witness\.example\/w1 \S+\n$/);
    expect(await verifyCosignature(log.note + body, vkey)).toBe(NOW / 1000);
  });

  it('signs what goes on from there, and the same again', async () => {
    const ask = await witness();
    await ask(await asking(log, 0));
    await log.append(receipts(300, 700));
    expect((await ask(await asking(log, 300))).status).toBe(200);
    const again = await ask(await asking(log, 700));
    expect(await verifyCosignature(log.note + again.body, vkey)).toBe(NOW / 1000);
  });

  it('tells the size it knows when the old size is another, larger or smaller', async () => {
    const ask = await witness();
    await ask(await asking(log, 0));
    await log.append(receipts(300, 700));
    for (const oldSize of [0, 5, 299, 700])
      expect(await ask(await asking(log, oldSize))).toEqual({ status: 409, body: '300\n', type: 'text/x.tlog.size' });
  });

  it('refuses a fork of the same size, and one that pretends to go on, and keeps the evidence', async () => {
    const ask = await witness();
    await ask(await asking(log, 0));
    const fork = new BuiltLog('2026', logKey);
    await fork.append([{ receipt: 'another one' }, ...receipts(1, 300)]);
    expect(await ask(await asking(fork, 300))).toMatchObject({ status: 409, body: '300\n' });
    await fork.append(receipts(300, 700));
    const forked = await asking(fork, 300);
    expect((await ask(forked)).status).toBe(422);
    const evidence = readdirSync(join(directory, 'state/evidence'));
    expect(evidence).toHaveLength(2);
    expect(evidence.map((file) => readFileSync(join(directory, 'state/evidence', file), 'utf8'))).toContain(forked);
  });

  it('refuses to go back', async () => {
    const ask = await witness();
    await ask(await asking(log, 0));
    const earlier = await newLog(5);
    expect(await ask(await asking(earlier, 5))).toMatchObject({ status: 409, body: '300\n' });
    expect(await ask(writeAddCheckpoint({ oldSize: 300, proof: [], note: earlier.note }))).toMatchObject({ status: 400 });
  });

  it('refuses a proof where there is nothing to prove, or that has a hash more or less', async () => {
    const ask = await witness();
    const some = await consistency(log)(5);
    expect((await ask(writeAddCheckpoint({ oldSize: 0, proof: some, note: log.note }))).status).toBe(422);
    await ask(await asking(log, 0));
    expect((await ask(writeAddCheckpoint({ oldSize: 300, proof: some, note: log.note }))).status).toBe(422);
    await log.append(receipts(300, 700));
    const proof = await consistency(log)(300);
    for (const wrong of [proof.slice(1), [...proof, proof[0]!], proof.toReversed()])
      expect((await ask(writeAddCheckpoint({ oldSize: 300, proof: wrong, note: log.note }))).status).toBe(422);
  });

  it('does not sign for logs it does not know, nor what a log did not sign', async () => {
    const ask = await witness();
    const other = await new BuiltLog('2027', logKey).append(receipts(0, 2));
    expect((await ask(await asking(other, 0))).status).toBe(404);
    const stranger = await new BuiltLog('2026').append(receipts(0, 2));
    expect((await ask(await asking(stranger, 0))).status).toBe(403);
    expect(await state.latest(log.origin)).toBeUndefined();
  });

  it.each([
    ['nothing', () => ''],
    ['no empty line', () => `old 0\n${log.note}`.replace('\n\n', '\n')],
    ['a leading zero', () => `old 00\n\n${log.note}`],
    ['a hash of another length', () => `old 5\nAAAA\n\n${log.note}`],
    ['64 hashes', () => `old 5\n${`${'A'.repeat(43)}=\n`.repeat(64)}\n${log.note}`],
    ['no checkpoint', () => 'old 0\n\nhello\n'],
    ['line ends of another kind', () => `old 0\r\n\r\n${log.note}`],
  ])('does not answer %s', async (_, request) => {
    expect((await (await witness())(request())).status).toBe(400);
  });

  it('signs one history when asked about two at the same time', async () => {
    const ask = await witness();
    await ask(await asking(log, 0));
    const fork = await newLog(5, 300);
    await fork.append([{ receipt: 'another one' }]);
    await log.append(receipts(300, 700));
    const requests = await Promise.all([log, fork, log, fork].map((each) => asking(each, 300)));
    const answers = await Promise.all(requests.map((each) => ask(each)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
    const signed = [log, fork, log, fork][answers.findIndex(({ status }) => status === 200)]!;
    expect((await state.latest(log.origin))?.size).toBe(BigInt(signed.size));
  });

  it('signs nothing that is not on the disk', async () => {
    const full: WitnessState = { ...state, record: async () => await Promise.reject(new Error('no space left')) };
    await expect((await witness(full))(await asking(log, 0))).rejects.toThrow('no space left');
    expect(await state.latest(log.origin)).toBeUndefined();
  });

  it('knows after a crash what it signed: the log that did not hear of it asks again', async () => {
    let heard = false;
    const crashing: WitnessState = {
      ...state,
      record: async (origin, head) => {
        await state.record(origin, head);
        if (!heard) throw new Error('killed');
      },
    };
    await expect((await witness(crashing))(await asking(log, 0))).rejects.toThrow('killed');
    heard = true;
    await state.close();
    state = await openWitnessState(join(directory, 'state'));
    const ask = await witness();
    expect(await ask(await asking(log, 0))).toMatchObject({ status: 409, body: '300\n' });
    expect((await ask(await asking(log, 300))).status).toBe(200);
  });
});

describe('the folder of a witness', () => {
  it('belongs to one process', async () => {
    await expect(openWitnessState(join(directory, 'state'))).rejects.toMatchObject({ name: 'WitnessStateError' });
  });

  it('is taken over from a process that is gone', async () => {
    await state.close();
    writeFileSync(join(directory, 'state/lock'), '4194999');
    state = await openWitnessState(join(directory, 'state'));
  });

  it('signs nothing over a record that is damaged', async () => {
    await (
      await witness()
    )(await asking(log, 0));
    const file = readdirSync(join(directory, 'state')).find((name) => name.endsWith('.checkpoint'))!;
    writeFileSync(join(directory, 'state', file), `${log.origin}\n`);
    await expect((await witness())(await asking(log, 0))).rejects.toMatchObject({ name: 'WitnessStateError' });
  });
});

describe('the key of a witness', () => {
  it('is read back, for its owner only, and never overwritten', async () => {
    const file = join(directory, 'key');
    expect((await readWitnessKey(file))?.publicKey).toEqual(key.publicKey);
    expect(statSync(file).mode & 0o077).toBe(0);
    await expect(newWitnessKey(file, 'witness.example/w2')).rejects.toMatchObject({ code: 'EEXIST' });
  });

  it('is refused where name and key do not belong together', async () => {
    const file = join(directory, 'key');
    writeFileSync(join(directory, 'other'), readFileSync(file, 'utf8').replace('/w1', '/w2'));
    expect(await readWitnessKey(join(directory, 'other'))).toBeUndefined();
  });
});

async function serve(listener: RequestListener | Server): Promise<string> {
  const server = typeof listener === 'function' ? createServer(listener) : listener;
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const cosigning = (witnesses: Witness[], from: { size: number; proof: Uint8Array[] } = { size: 0, proof: [] }) => ({
  witnesses,
  from,
  consistency: consistency(log),
});

describe('a log', () => {
  it('adds the cosignatures of its witnesses to its note', async () => {
    const url = await serve(witnessServer(await witness(), () => undefined));
    const note = await collectCosignatures(log.note, cosigning([{ url, vkey }]));
    expect(note.startsWith(log.note)).toBe(true);
    expect(await enoughWitnesses(note, { witnesses: [vkey], atLeast: 1 })).toBe(true);
  });

  it('starts from the size a witness tells, whether it was away, or new, or signed already', async () => {
    const url = await serve(witnessServer(await witness(), () => undefined));
    const five = await newLog(5);
    await collectCosignatures(five.note, { ...cosigning([{ url, vkey }]), consistency: consistency(five) });
    await log.append(receipts(300, 700));
    const from = { size: 300, proof: await consistency(log)(300) };
    const note = await collectCosignatures(log.note, cosigning([{ url, vkey }], from));
    expect(await verifyCosignature(note, vkey)).toBe(NOW / 1000);
    expect(await verifyCosignature(await collectCosignatures(log.note, cosigning([{ url, vkey }], from)), vkey)).toBe(NOW / 1000);
  });

  it('goes on without witnesses that are away, slow, broken, forged, or endless', async () => {
    const stranger = await newWitnessKey(join(directory, 'stranger'), 'witness.example/w1');
    const forger = await openWitness({ state, key: stranger, logs: [(await log.key()).vkey], now: () => NOW });
    const urls = await Promise.all([
      serve((_, response) => void response.writeHead(500).end()),
      serve((_, response) => void response.writeHead(409).end('99999999\n')),
      serve(() => undefined),
      serve((_, response) => void response.end(`${'— '.repeat(1_000_000)}\n`)),
      serve(witnessServer(forger, () => undefined)),
    ]);
    const began = performance.now();
    const note = await collectCosignatures(log.note, cosigning(['http://127.0.0.1:9', ...urls].map((url) => ({ url, vkey }))));
    expect(note).toBe(log.note);
    expect(performance.now() - began).toBeLessThan(4000);
  });

  it('is not signed by as many as a policy wants where one witness signs twice', async () => {
    const ask = await witness();
    const one = await ask(await asking(log, 0));
    const two = await ask(await asking(log, 300));
    const note = log.note + one.body + two.body;
    expect(await enoughWitnesses(note, { witnesses: [vkey, vkey], atLeast: 1 })).toBe(true);
    const other = await cosignVerifierKey(await newWitnessKey(join(directory, 'other'), 'witness.example/w2'));
    expect(await enoughWitnesses(note, { witnesses: [vkey, vkey, other], atLeast: 2 })).toBe(false);
  });

  it('is not signed where a cosignature is for another time, another checkpoint, or broken', async () => {
    const ask = await witness();
    const { body } = await ask(await asking(log, 0));
    const bytes = Buffer.from(body.split(' ')[2]!, 'base64');
    for (const at of [4 + 7, 4 + 8 + 3]) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(await verifyCosignature(`${log.note}— ${key.name} ${changed.toString('base64')}\n`, vkey)).toBeUndefined();
    }
    await log.append(receipts(300, 301));
    expect(await verifyCosignature(log.note + body, vkey)).toBeUndefined();
  });
});

describe('the server of a witness', () => {
  it('answers nothing but POST /add-checkpoint, and no long bodies', async () => {
    const url = await serve(witnessServer(await witness(), () => undefined));
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(`${url}/add-checkpoint`)).status).toBe(405);
    expect((await fetch(`${url}/add-checkpoint`, { method: 'POST', body: 'x'.repeat(70_000) })).status).toBe(413);
  });

  it('tells a fault to its owner, not to whoever asked', async () => {
    const faults: unknown[] = [];
    const url = await serve(
      witnessServer(
        async () => await Promise.reject(new Error('disk is full')),
        (error) => faults.push(error),
      ),
    );
    const response = await fetch(`${url}/add-checkpoint`, { method: 'POST', body: 'old 0\n' });
    expect([response.status, await response.text()]).toEqual([500, 'The witness cannot record what it sees\n']);
    expect(faults).toHaveLength(1);
  });
});

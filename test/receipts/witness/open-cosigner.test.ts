/** The log with a witness beside it: what is published, and what a person's proof holds, bears the cosignature. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sequence } from '../../../lib/receipts/log/sequence.ts';
import { readSignedNote } from '../../../lib/receipts/log/signed-note.ts';
import { verifyProof } from '../../../lib/receipts/log/verify-proof.ts';
import type { StoredReceipt } from '../../../lib/receipts/port.ts';
import { enoughWitnesses, verifyCosignature } from '../../../lib/receipts/witness/cosignature.ts';
import { openCosigner } from '../../../lib/receipts/witness/open-cosigner.ts';
import { runWitness } from '../../../lib/receipts/witness/witness-command.ts';
import { openWorlds, sequencerOf, type TestWorld, type Worlds } from '../../world.ts';

let worlds: Worlds;
let world: TestWorld;
let directory = '';

beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open();
  directory = mkdtempSync(join(tmpdir(), 'cosigner-'));
  return () => rmSync(directory, { recursive: true });
});

/** The command, in the background: what it prints, and its end. */
function witness(...argv: string[]): { url: Promise<string>; lines: string[]; end(): Promise<number> } {
  const lines: string[] = [];
  const ends = Promise.withResolvers<void>();
  const url = Promise.withResolvers<string>();
  const out = (line: string): void => {
    lines.push(line);
    const [found] = /http:\/\/\S+/.exec(line) ?? [];
    if (found !== undefined) url.resolve(found);
  };
  const done = runWitness(argv, { out, err: (line) => lines.push(line), ended: ends.promise });
  void done.then(() => url.reject(new Error(lines.join('\n'))));
  url.promise.catch(() => undefined);
  return {
    url: url.promise,
    lines,
    end: async () => {
      ends.resolve();
      return await done;
    },
  };
}

async function newKey(file: string): Promise<string> {
  const made = witness('--new-key', file, '--name', 'witness.example/w1');
  expect(await made.end()).toBe(0);
  return made.lines[0]!;
}

let issued = 0;
async function issue(witnesses: { url: string; vkey: string }[]): Promise<StoredReceipt> {
  issued += 1;
  const receipt = {
    id: `rcp_${issued}`,
    requestId: `req_${issued}`,
    kind: 'request',
    fact: 'received',
    jws: `a.${issued}.c`,
    place: 1,
    issuedAt: '2026-03-02T09:00:00Z',
  };
  await world.receipts.append(receipt);
  const parts = sequencerOf(world.clients, world.now);
  await sequence({ ...parts, cosign: openCosigner({ witnesses, files: parts.files }) }, { receipts: [receipt] });
  return (await world.receipts.ofCase(receipt.requestId))[0]!;
}

describe('a log with a witness', () => {
  it('has its cosignature in the checkpoint and in every proof, also after the witness was away', async () => {
    // The log's key has to be known to the witness before its first entry.
    await issue([]);
    const [log] = await world.log.logs();
    const vkey = await newKey(join(directory, 'key'));
    const options = ['--key', join(directory, 'key'), '--state', join(directory, 'state'), '--log', log!.vkey, '--listen', '127.0.0.1:0'];

    const first = witness(...options);
    const policy = { witnesses: [vkey], atLeast: 1 };
    const early = await issue([{ url: await first.url, vkey }]);
    const proof = (await world.log.proof(early))!;
    const { checks, place } = await verifyProof({ jws: early.jws, proof, logs: [log!] });
    expect(checks.map(({ reason }) => reason)).toEqual(checks.map(() => undefined));
    expect(await enoughWitnesses(place!.note, policy)).toBe(true);
    expect(await first.end()).toBe(0);

    const alone = await issue([{ url: await first.url, vkey }]);
    const without = await verifyProof({ jws: alone.jws, proof: (await world.log.proof(alone))!, logs: [log!] });
    expect(await enoughWitnesses(without.place!.note, policy)).toBe(false);

    const again = witness(...options);
    await issue([{ url: await again.url, vkey }]);
    const published = new TextDecoder().decode(await world.log.file(2026, 'checkpoint'));
    expect(await verifyCosignature(readSignedNote(published)!, vkey)).toBeGreaterThan(0);
    await again.end();
  });
});

describe('quittance witness', () => {
  it('prints the key that others check with, and keeps the other half', async () => {
    const vkey = await newKey(join(directory, 'key'));
    expect(vkey).toMatch(/^witness\.example\/w1\+[0-9a-f]{8}\+B[A-Za-z0-9+/]{43}$/);
    expect(readFileSync(join(directory, 'key'), 'utf8')).toMatch(/^PRIVATE\+KEY\+witness\.example\/w1\+[0-9a-f]{8}\+B/);
    const twice = witness('--new-key', join(directory, 'key'), '--name', 'witness.example/w1');
    expect(await twice.end()).toBe(1);
  });

  it('does not start with what is not a key, or where another one runs', async () => {
    const file = join(directory, 'key');
    await newKey(file);
    const state = join(directory, 'state');
    const wrong = witness('--key', file, '--state', state, '--log', 'no key', '--listen', '127.0.0.1:0');
    await expect(wrong.url).rejects.toThrow('is not the verifier key of a log');
    const log = 'privacy.example.com/log/2026+c1d0673e+AakNAKCUm1lckWs/lxdOQ7fUDzn+aGgt2XT17R35AvWh';
    const running = witness('--key', file, '--state', state, '--log', log, '--listen', '127.0.0.1:0');
    await running.url;
    const second = witness('--key', file, '--state', state, '--log', log, '--listen', '127.0.0.1:0');
    await expect(second.url).rejects.toThrow('uses this folder');
    expect([await second.end(), await running.end()]).toEqual([1, 0]);
  });

  it.each([
    ['without a state', ['--key', 'k', '--log', 'l'], 'needs --state'],
    ['with a key that has no name', ['--new-key', 'k'], '--name'],
    ['with an address that is none', ['--state', 's', '--key', 'k', '--log', 'l', '--listen', 'here'], '--listen'],
    ['with an option nobody knows', ['--keys', 'k'], '--keys'],
  ])('exits 3 %s', async (_, argv, message) => {
    const asked = witness(...argv);
    expect(await asked.end()).toBe(3);
    expect(asked.lines.join('\n')).toContain(message);
  });
});

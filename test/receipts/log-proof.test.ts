/** Verification of log proofs: the shared sample with its mutants, and trees built from the definition. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leafHash, rootOf } from '../../lib/receipts/log/inclusion.ts';
import { verifyReceipt, type Verification } from '../../lib/receipts/verify.ts';

const last = ({ result, checks }: Verification): [string, string] => [result, checks.at(-1)?.reason ?? ''];

const SAMPLE = join(import.meta.dirname, '../../../shared/conformance/interop-sample');
const sample = (file: string): string => readFileSync(join(SAMPLE, file), 'utf8');

describe.skipIf(!existsSync(SAMPLE))('the shared sample', () => {
  const published = existsSync(SAMPLE)
    ? (JSON.parse(sample('privacy-receipts.json')) as { keys: Record<string, unknown>[]; logs: { origin: string; vkey: string }[] })
    : { keys: [], logs: [] };
  const given = (): { jws: string; proof: string; keys: Record<string, unknown>[]; logs: { origin: string; vkey: string }[] } => ({
    jws: sample('receipt.jws'),
    proof: sample('receipt.tlog-proof'),
    ...published,
  });
  const mutants = existsSync(SAMPLE) ? readdirSync(join(SAMPLE, 'mutants')) : [];

  it('is genuine, in the log', async () => {
    const { result, checks } = await verifyReceipt(given());
    expect(result).toBe('genuine');
    expect(checks.map(({ name }) => name)).toEqual([
      'form',
      'header',
      'algorithm',
      'key',
      'signature',
      'family',
      'payload',
      'proof',
      'log',
      'checkpoint',
      'inclusion',
      'validity',
    ]);
  });

  it.each(mutants)('is refused as %s, with a reason', async (mutant) => {
    const input = mutant.endsWith('.jws')
      ? { ...given(), jws: sample(`mutants/${mutant}`) }
      : { ...given(), proof: sample(`mutants/${mutant}`) };
    const { result, checks } = await verifyReceipt(input);
    expect(result).toBe('failed');
    expect(checks.at(-1)).toMatchObject({ ok: false, reason: expect.not.stringMatching(/^ok$/) });
  });

  it('is refused after any change of a character of its proof', async () => {
    const { proof, ...rest } = given();
    await fc.assert(
      fc.asyncProperty(fc.nat(proof.length - 1), fc.constantFrom(...'AZaz09+/= \n—'), async (at, character) => {
        const changed = proof.slice(0, at) + character + proof.slice(at + 1);
        fc.pre(changed !== proof);
        expect((await verifyReceipt({ ...rest, proof: changed })).result).not.toBe('genuine');
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a hash too few', (proof: string) => proof.replace(/\nSla[^\n]*/, ''), 'not-in-the-log'],
    ['an index beyond the tree', (proof: string) => proof.replace('index 211', 'index 300'), 'not-in-the-log'],
    ['an index with a leading zero', (proof: string) => proof.replace('index 211', 'index 0211'), 'proof-not-readable'],
    ['another tree size', (proof: string) => proof.replace('\n300\n', '\n301\n'), 'checkpoint-not-signed'],
    ['another origin', (proof: string) => proof.replace('\nprivacy.example.com', '\nevil.example.com'), 'unknown-log'],
    ['no signature', (proof: string) => `${proof.slice(0, proof.indexOf('—'))}— other.example AAAAAAAA\n`, 'checkpoint-not-signed'],
    ['no final line end', (proof: string) => proof.slice(0, -1), 'proof-not-readable'],
    ['carriage returns', (proof: string) => proof.replaceAll('\n', '\r\n'), 'proof-not-readable'],
    ['nothing', () => '', 'proof-not-readable'],
  ])('is refused with a proof that has %s', async (_, mutate, reason) => {
    const { proof, ...rest } = given();
    const verification = await verifyReceipt({ ...rest, proof: mutate(proof) });
    expect(last(verification)).toEqual([reason === 'unknown-log' ? 'unknown' : 'failed', reason]);
  });

  it('ignores signatures of others on the checkpoint, but none of the log that is wrong', async () => {
    const { proof, ...rest } = given();
    expect((await verifyReceipt({ ...rest, proof: `${proof}— witness.example AAAAAAAAAAAA\n` })).result).toBe('genuine');
    const own = proof.split('\n').at(-2) ?? '';
    const wrong = own.replace(/FyMQo=$/, 'FyMQg=');
    expect(last(await verifyReceipt({ ...rest, proof: `${proof}${wrong}\n` }))).toEqual(['failed', 'checkpoint-not-signed']);
  });

  it('cannot be told by a log key that is not there, and fails by one that does not fit', async () => {
    expect(last(await verifyReceipt({ ...given(), logs: [] }))).toEqual(['unknown', 'unknown-log']);
    const [log] = published.logs;
    for (const vkey of ['', String(log?.vkey).replace('c1d0673e', 'c1d0673f'), `x${String(log?.vkey)}`]) {
      expect(last(await verifyReceipt({ ...given(), logs: [{ origin: String(log?.origin), vkey }] }))).toEqual([
        'failed',
        'log-key-not-readable',
      ]);
    }
  });
});

/** The tree of RFC 6962 section 2.1, as its definition reads. */
const hash = (...parts: Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
const splitAt = (count: number): number => 2 ** Math.floor(Math.log2(count - 1));

function treeHash(entries: Uint8Array[]): Buffer {
  if (entries.length === 1) return hash(Uint8Array.of(0), entries[0] as Uint8Array);
  const k = splitAt(entries.length);
  return hash(Uint8Array.of(1), treeHash(entries.slice(0, k)), treeHash(entries.slice(k)));
}

function pathOf(index: number, entries: Uint8Array[]): Buffer[] {
  if (entries.length === 1) return [];
  const k = splitAt(entries.length);
  const [left, right] = [entries.slice(0, k), entries.slice(k)];
  return index < k ? [...pathOf(index, left), treeHash(right)] : [...pathOf(index - k, right), treeHash(left)];
}

const bytes = (buffer: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(buffer);

describe('an inclusion proof', () => {
  const tree = fc.array(fc.uint8Array({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 40 });

  it('leads from every entry to the root, and from no other place', async () => {
    await fc.assert(
      fc.asyncProperty(tree, fc.nat(), fc.nat(), async (entries, one, other) => {
        const [index, wrong] = [one % entries.length, other % entries.length];
        const proof = {
          leaf: await leafHash(entries[index] as Uint8Array),
          size: BigInt(entries.length),
          hashes: pathOf(index, entries).map(bytes),
        };
        const root = treeHash(entries).toString('hex');
        expect(Buffer.from((await rootOf({ ...proof, index: BigInt(index) })) ?? []).toString('hex')).toBe(root);
        fc.pre(wrong !== index && entries.length > 1);
        expect(Buffer.from((await rootOf({ ...proof, index: BigInt(wrong) })) ?? []).toString('hex')).not.toBe(root);
      }),
    );
  });

  it('has exactly as many hashes as it needs', async () => {
    const entries = Array.from({ length: 11 }, (_, index) => Uint8Array.of(index));
    for (const [index, entry] of entries.entries()) {
      const proof = { leaf: await leafHash(entry), index: BigInt(index), size: 11n };
      const hashes = pathOf(index, entries).map(bytes);
      expect(await rootOf({ ...proof, hashes: hashes.slice(0, -1) })).toBeUndefined();
      expect(await rootOf({ ...proof, hashes: [...hashes, new Uint8Array(32)] })).toBeUndefined();
    }
    expect(await rootOf({ leaf: new Uint8Array(32), index: 0n, size: 0n, hashes: [] })).toBeUndefined();
  });
});

interface Merkle {
  sizes: { n: number; root: string }[];
  inc: { m: number; n: number; proof: string[] }[];
}

const VECTORS = join(import.meta.dirname, '../../../shared/conformance/merkle-vectors.json');
const merkle = existsSync(VECTORS) ? (JSON.parse(readFileSync(VECTORS, 'utf8')) as Merkle) : { sizes: [], inc: [] };

describe.skipIf(merkle.inc.length === 0)('the shared tree vectors', () => {
  const decode = (text: string): Uint8Array<ArrayBuffer> => bytes(Buffer.from(text, 'base64'));
  const proofOf = (m: number, n: number): string[] =>
    merkle.inc.find((each) => each.m === m && each.n === n && each.proof.length > 0)?.proof ?? [];
  const roots = new Map(merkle.sizes.map(({ n, root }) => [n, root]));
  // Leaves that the vectors themselves give away: the tree of one, and the neighbours of the first.
  const leaves = new Map([
    [0, roots.get(1)],
    [1, proofOf(0, 2)[0]],
    [2, proofOf(0, 3)[1]],
  ]);

  it('are met for every leaf they let one know', async () => {
    const known = merkle.inc.filter(({ m, n, proof }) => leaves.has(m) && roots.has(n) && (n === 1 || proof.length > 0));
    expect(known.length).toBeGreaterThan(25);
    for (const { m, n, proof } of known) {
      const root = await rootOf({ leaf: decode(leaves.get(m) ?? ''), index: BigInt(m), size: BigInt(n), hashes: proof.map(decode) });
      expect(Buffer.from(root ?? []).toString('base64')).toBe(roots.get(n));
    }
  });
});

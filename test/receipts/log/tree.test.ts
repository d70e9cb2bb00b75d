/** The tree of the log: the same roots and proofs as other implementations, for every size it ever had. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64, type Bytes } from '../../../lib/receipts/base64.ts';
import { hashLeaf, type LogFile, readEdge, TreeEdge } from '../../../lib/receipts/log/append.ts';
import { isConsistent, rootOf } from '../../../lib/receipts/log/inclusion.ts';
import { openTree, type ReadFile } from '../../../lib/receipts/log/tree.ts';
import { pathsOf, readTilePath, tilePath } from '../../../lib/receipts/log/tiles.ts';

const VECTORS = join(import.meta.dirname, '../../../../shared/conformance/merkle-vectors.json');
const present = existsSync(VECTORS);
if (!present) console.warn('SKIPPED: the Merkle vectors are not on this machine');

interface Vectors {
  sizes: { n: number; root: string }[];
  /** `big`: the one whose root is given with it. */
  inc: { m: number; n: number; proof: string[]; big?: true; root?: string }[];
  con: { m: number; n: number; proof: string[] }[];
}
const vectors = (): Vectors => JSON.parse(readFileSync(VECTORS, 'utf8')) as Vectors;

/** A log in memory that keeps every file it ever had. */
class Files {
  readonly all = new Map<string, Uint8Array>();
  readonly read: ReadFile = async (path) => await Promise.resolve(this.all.get(path));

  keep(files: readonly LogFile[]): void {
    for (const { path, bytes } of files) {
      const before = this.all.get(path);
      expect(before === undefined || Buffer.compare(before, bytes) === 0, path).toBe(true);
      this.all.set(path, bytes);
    }
  }
}

const entry = (index: number): Uint8Array => new TextEncoder().encode(`entry ${index}`);
const entries = (from: number, to: number): Uint8Array[] => Array.from({ length: to - from }, (_, at) => entry(from + at));

/** Grows a log in batches; each batch reads the edge from the files anew. */
async function grow(sizes: readonly number[]): Promise<{ files: Files; roots: Map<number, Bytes> }> {
  const files = new Files();
  const roots = new Map<number, Bytes>();
  let size = 0;
  for (const next of sizes) {
    const edge = await readEdge(files.read, size);
    files.keep(edge.append(entries(size, next)));
    size = next;
    expect(edge.size).toBe(size);
    roots.set(size, Uint8Array.from(edge.root()));
  }
  return { files, roots };
}

describe('tiles', () => {
  it('are named by level and place, in groups of three digits', () => {
    expect(tilePath(0, 0)).toBe('tile/0/000');
    expect(tilePath(1, 1_234_067)).toBe('tile/1/x001/x234/067');
    expect(tilePath('entries', 70_000, 3)).toBe('tile/entries/x070/000.p/3');
  });

  it('are read back from their paths, and from no other form of them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0, 1, 5, 'entries' as const),
        fc.nat(2_000_000),
        fc.integer({ min: 1, max: 256 }),
        (level, index, width) => {
          expect(readTilePath(tilePath(level, index, width))).toEqual({ level, index, width });
        },
      ),
    );
    for (const wrong of ['tile/0/0', 'tile/0/x000/001', 'tile/0/001.p/256', 'tile/0/001.p/0', 'tile/0/../001', 'tile/6/000', 'checkpoint'])
      expect(readTilePath(wrong), wrong).toBeUndefined();
  });
});

describe('the tree', () => {
  it('has the same root however the entries came, and every proof holds for every size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 5 }), async (sizes) => {
        const grown = sizes.toSorted((a, b) => a - b);
        const { files, roots } = await grow(grown);
        const size = grown.at(-1)!;
        const whole = new TreeEdge(0, [], []);
        whole.append(entries(0, size));
        expect(Buffer.from(whole.root()).equals(roots.get(size)!)).toBe(true);
        for (const [earlier, root] of roots) {
          expect(await openTree(files.read, earlier).root()).toEqual(root);
          const proof = await openTree(files.read, size).consistency(earlier);
          expect(await isConsistent({ size: BigInt(earlier), root }, { size: BigInt(size), root: roots.get(size)! }, proof)).toBe(true);
        }
        for (const index of new Set([0, size >> 1, size - 1])) {
          const hashes = await openTree(files.read, size).inclusion(index);
          const leaf = Uint8Array.from(hashLeaf(entry(index)));
          expect(await rootOf({ leaf, index: BigInt(index), size: BigInt(size), hashes })).toEqual(roots.get(size)!);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('of some size consists of exactly the files that its paths name', async () => {
    const { files } = await grow([300, 66_000]);
    for (const path of pathsOf(66_000)) expect(files.all.has(path), path).toBe(true);
    const past = new Set([...pathsOf(300), ...pathsOf(66_000)]);
    expect([...files.all.keys()].filter((path) => !past.has(path))).toEqual([]);
  });

  it('does not go on from another tree, and a proof with a hash more or less proves nothing', async () => {
    const { files, roots } = await grow([5, 300]);
    const newer = { size: 300n, root: roots.get(300)! };
    const older = { size: 5n, root: roots.get(5)! };
    const proof = await openTree(files.read, 300).consistency(5);
    expect(await isConsistent({ size: 5n, root: newer.root }, newer, proof)).toBe(false);
    expect(await isConsistent({ size: 6n, root: older.root }, newer, proof)).toBe(false);
    expect(await isConsistent(older, newer, proof.slice(0, -1))).toBe(false);
    expect(await isConsistent(older, newer, [...proof, proof[0]!])).toBe(false);
    expect(await isConsistent(newer, older, proof)).toBe(false);
  });

  it('says which file is missing', async () => {
    const { files } = await grow([300]);
    files.all.delete('tile/0/000');
    await expect(openTree(files.read, 300).root()).resolves.toBeDefined();
    await expect(openTree(files.read, 300).inclusion(7)).rejects.toMatchObject({ name: 'LogNotReadableError', path: 'tile/0/000' });
  });
});

describe.skipIf(!present)('the vectors of other implementations', () => {
  it('have proofs that hold here, each for its own place only', async () => {
    const { sizes, inc, con } = vectors();
    const rootAt = new Map(sizes.map(({ n, root }) => [n, decodeBase64(root)!]));
    expect(inc.length + con.length).toBeGreaterThan(100);
    for (const { m, n, proof } of con) {
      const older = rootAt.get(m);
      const newer = rootAt.get(n);
      if (older === undefined || newer === undefined) continue;
      const hashes = proof.map((hash) => decodeBase64(hash)!);
      expect(await isConsistent({ size: BigInt(m), root: older }, { size: BigInt(n), root: newer }, hashes), `${m} ${n}`).toBe(true);
    }
    expect(encodeBase64(rootAt.get(1)!)).toBe('K58LqAUKLMfkL9z+GZrnyoJ6Fw9ei7Gb++Mb8ALf35I=');
  });

  it('have the entries `receipt 0`, `receipt 1`, ...: every proof of inclusion holds, and is the one our tiles give', async () => {
    const { sizes, inc } = vectors();
    const rootAt = new Map(sizes.map(({ n, root }) => [n, root]));
    const leafOf = (index: number): Bytes => Uint8Array.from(hashLeaf(new TextEncoder().encode(`receipt ${index}`)));
    const files = new Files();
    const edge = new TreeEdge(0, [], []);
    for (const { n } of sizes) {
      files.keep(edge.append(Array.from({ length: n - edge.size }, (_, at) => new TextEncoder().encode(`receipt ${edge.size + at}`))));
      expect(encodeBase64(edge.root()), String(n)).toBe(rootAt.get(n));
    }
    expect(inc.filter(({ big }) => big)).toHaveLength(1);
    for (const { m, n, proof, root = rootAt.get(n) } of inc) {
      const hashes = proof.map((hash) => decodeBase64(hash)!);
      const place = { leaf: leafOf(m), index: BigInt(m), size: BigInt(n), hashes };
      expect(encodeBase64((await rootOf(place))!), `${m} ${n}`).toBe(root);
      // What another place, or another entry, would have to lead to is something else.
      const other = await rootOf({ ...place, leaf: leafOf(m + 1) });
      expect(other === undefined ? undefined : encodeBase64(other)).not.toBe(root);
      if (rootAt.has(n)) expect((await openTree(files.read, n).inclusion(m)).map(encodeBase64), `${m} ${n}`).toEqual(proof);
    }
  });
});

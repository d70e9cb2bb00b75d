/** The zip: readable by other people's tools, verifiable, the same on every retry, and loud when it cannot be finished. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { planParts } from '../../lib/packages/plan-parts.ts';
import { packageManifestSha256, writePart } from '../../lib/packages/write-part.ts';
import { sampleContent } from './sample-content.ts';
import { filesOf, has, text, unpack, writeAll } from './unpack.ts';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Small enough that the sample falls into several parts. */
function inParts() {
  const { configuration } = sampleContent();
  return sampleContent({ configuration: { policies: { ...configuration.policies, partBytes: 4000 } } });
}

describe('a written part', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  const inFile = async (use: (path: string) => void): Promise<void> => {
    const folder = mkdtempSync(join(tmpdir(), 'package-'));
    try {
      const [written] = await writeAll(sampleContent());
      writeFileSync(join(folder, 'package.zip'), written!.bytes);
      use(join(folder, 'package.zip'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it.skipIf(!has('unzip', '-v'))('passes the test of unzip', async () => {
    await inFile((path) => expect(execFileSync('unzip', ['-t', path]).toString()).toContain('No errors detected'));
  });

  it.skipIf(!has('python3'))('is read by Python with the same files', async () => {
    const script = 'import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint("\\n".join(z.namelist()))';
    const files = await filesOf(sampleContent());
    await inFile((path) => expect(execFileSync('python3', ['-c', script, path]).toString().trim().split('\n')).toEqual([...files.keys()]));
  });

  it('says its size and hash as they are', async () => {
    for (const { bytes, part } of await writeAll(inParts())) {
      expect(part).toMatchObject({ bytes: bytes.length, sha256: sha256(bytes) });
      const files = unpack(bytes);
      expect(files.size).toBe(part.files);
      const manifest = [...files].find(([path]) => path.startsWith('manifest'))!;
      expect(sha256(manifest[1])).toBe(part.manifestSha256);
    }
  });

  it('lists every file with its true hash and size in the manifest, and in SHA256SUMS', async () => {
    const files = await filesOf(sampleContent());
    const listed = (JSON.parse(text(files, 'manifest.json')) as { files: { path: string; bytes: number; sha256: string }[] }).files;
    expect(new Set([...listed.map(({ path }) => path), 'manifest.json', 'SHA256SUMS'])).toEqual(new Set(files.keys()));
    for (const { path, bytes, sha256: hash } of listed) {
      expect([path, bytes, hash]).toEqual([path, files.get(path)!.length, sha256(files.get(path)!)]);
    }
    const sums = text(files, 'SHA256SUMS').trim().split('\n');
    expect(sums).toContain(`${sha256(files.get('manifest.json')!)}  manifest.json`);
    expect(sums).toHaveLength(files.size - 1);
  });

  it('names the request and its systems in the manifest', async () => {
    const outcomes = [
      { system: 'shop', pass: 'export' as const, outcome: 'exported' as const, found: 41, datasets: [], at: '2026-11-03T00:00:00Z' },
    ];
    const files = await filesOf(sampleContent({ content: { outcomes, outstanding: [{ system: 'crm' }] } }));
    expect(JSON.parse(text(files, 'manifest.json'))).toMatchObject({
      reference: 'Q-7K2M-9XQ1',
      interim: true,
      systems: [
        { system: 'shop', label: 'Shop', outcome: 'exported' },
        { system: 'crm', label: 'Customer service', outcome: 'outstanding' },
      ],
    });
  });

  it('has the same bytes when it is written again, in whatever time zone', async () => {
    process.env['TZ'] = 'Pacific/Auckland';
    const here = await writeAll(inParts());
    process.env['TZ'] = 'America/Los_Angeles';
    const there = await writeAll(inParts());
    expect(here.length).toBeGreaterThan(1);
    expect(there.map(({ part }) => part)).toEqual(here.map(({ part }) => part));
  });

  it('has other bytes when one value is another', async () => {
    const rows = (body: string) => ({ 'crm/messages': [[{ id: 1, body, other_name: null }]] });
    const [a] = await writeAll(sampleContent({ rows: rows('a') }));
    const [b] = await writeAll(sampleContent({ rows: rows('b') }));
    expect(a!.part.sha256).not.toBe(b!.part.sha256);
  });

  it('can be unpacked with its siblings into one folder without a file being overwritten', async () => {
    const written = await writeAll(inParts());
    const all = written.flatMap(({ bytes }) => [...unpack(bytes).keys()]);
    expect(written.length).toBeGreaterThan(1);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain('data/shop/orders-2.json');
  });

  it('holds all rows over all parts, once', async () => {
    const written = await writeAll(inParts());
    const numbers = written.flatMap(({ bytes }) =>
      [...unpack(bytes)]
        .filter(([path]) => /^data\/shop\/orders.*\.json$/.test(path))
        .flatMap(([, body]) => (JSON.parse(body.toString()) as { number: string }[]).map((row) => row.number)),
    );
    expect(numbers).toHaveLength(40);
    expect(new Set(numbers).size).toBe(40);
  });

  it('has one hash for the whole package: the manifest, or the list of manifests', async () => {
    const [only] = await writeAll(sampleContent());
    expect(packageManifestSha256([only!.part])).toBe(only!.part.manifestSha256);
    const parts = (await writeAll(inParts())).map(({ part }) => part);
    const lines = parts.map((part) => `${part.manifestSha256}  ${part.name}\n`).join('');
    expect(packageManifestSha256(parts)).toBe(sha256(Buffer.from(lines)));
  });
});

describe('a part that cannot be written', () => {
  it('ends its stream with the fault when a page cannot be read', async () => {
    const content = sampleContent({ content: { readPage: () => Promise.reject(new Error('vault is away')) } });
    const parts = planParts(content);
    const { stream, finished } = writePart(content, parts[0]!, parts);
    await expect(buffer(stream)).rejects.toThrow('vault is away');
    await expect(finished).rejects.toThrow('vault is away');
  });

  it('rejects when the reader goes away, and reads no further page', async () => {
    const sample = sampleContent();
    let reads = 0;
    const content = {
      ...sample,
      readPage: (key: string) => {
        reads += 1;
        return sample.readPage(key);
      },
    };
    const parts = planParts(content);
    const { stream, finished } = writePart(content, parts[0]!, parts);
    stream.destroy();
    await expect(finished).rejects.toThrow();
    const before = reads;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(reads).toBe(before);
  });

  it('is a fault when a page has lost rows since the export', async () => {
    const content = sampleContent();
    content.pages[0]!.rows += 1;
    const parts = planParts(content);
    const { stream } = writePart(content, parts[0]!, parts);
    await expect(buffer(stream)).rejects.toMatchObject({ name: 'BugError', code: 'invariant', system: 'shop' });
  });
});

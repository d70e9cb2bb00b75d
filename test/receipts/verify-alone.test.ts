/** The verifier as one file: on every Node of this machine it answers as the command line does, also about the shared sample. */
import { execFile, spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildVerify } from '../../bin/build-verify.ts';
import { loggedReceipt, type Logged } from './verify-world.ts';

const SAMPLE = path.join(import.meta.dirname, '../../../shared/conformance/interop-sample');

/** Nodes on the path that are not the project's own, by version. */
function otherNodes(): Map<string, string> {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => !folder.includes('node_modules'));
  const found = folders.map((folder) => path.join(folder, 'node')).filter((file) => existsSync(file));
  return new Map(found.map((file) => [spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout.trim(), file]));
}

const nodes = new Map([...otherNodes(), [process.version, process.execPath]]);
if (nodes.size === 1) console.warn(`SKIPPED: the verifier's one file was run by ${process.version} alone, the only Node of this machine`);

let directory = '';
let file = '';
let given: Logged;
let server: Server;

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'verify-'));
  file = await buildVerify(path.join(directory, 'quittance-verify.mjs'));
  given = await loggedReceipt();
  server = createServer((request, response) => {
    const bytes = given.log.files.get((request.url ?? '').slice('/log/2026/'.length));
    response.writeHead(bytes === undefined ? 404 : 200).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const logs = given.logs.map((log) => ({ ...log, url: `http://127.0.0.1:${port}/log/2026` }));
  const write = (name: string, text: string): void => writeFileSync(path.join(directory, name), text);
  write('receipt.jws', `${given.jws}\n`);
  write('changed.jws', given.jws.replace('.ey', '.fy'));
  write('receipt.tlog-proof', given.proof);
  write('keys.json', JSON.stringify({ issuer: 'https://privacy.shop.example', keys: given.keys, logs }));
  write('jwks.json', JSON.stringify({ keys: given.keys }));
});

afterAll(() => {
  server.close();
  rmSync(directory, { recursive: true, force: true });
});

async function run(node: string, ...argv: string[]): Promise<{ exit: number; out: string; err: string }> {
  return await new Promise((resolve) => {
    const child = execFile(node, [file, ...argv], { cwd: directory }, (error, out, err) =>
      resolve({ exit: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
    child.stdin?.end(given.jws);
  });
}

describe.each([...nodes])('the one file on Node %s', (_, node) => {
  it('answers with the exit codes of the command, and warns of nothing', { timeout: 60_000 }, async () => {
    const keys = ['--keys', 'keys.json'];
    const proof = ['--proof', 'receipt.tlog-proof'];
    expect(await run(node, 'receipt.jws', ...keys, ...proof, '--log')).toMatchObject({ exit: 0, err: '' });
    expect(await run(node, '-', ...keys, ...proof)).toMatchObject({ exit: 0, err: '' });
    expect(await run(node, 'changed.jws', ...keys, '--json')).toMatchObject({ exit: 1, out: expect.stringContaining('"failed"') });
    expect(await run(node, 'receipt.jws', '--keys', 'jwks.json', ...proof)).toMatchObject({ exit: 2, err: '' });
    expect(await run(node, 'receipt.jws')).toMatchObject({ exit: 3, out: '' });
  });

  it.skipIf(!existsSync(SAMPLE))('accepts the shared sample and refuses every mutant of it', { timeout: 60_000 }, async () => {
    const of = (name: string): string => path.join(SAMPLE, name);
    const judge = (receipt: string, proof: string): ReturnType<typeof run> =>
      run(node, of(receipt), '--proof', of(proof), '--keys', of('privacy-receipts.json'), '--json');
    expect((await judge('receipt.jws', 'receipt.tlog-proof')).exit).toBe(0);
    for (const mutant of readdirSync(of('mutants'))) {
      const jws = mutant.endsWith('.jws');
      const { exit, out } = await judge(jws ? `mutants/${mutant}` : 'receipt.jws', jws ? 'receipt.tlog-proof' : `mutants/${mutant}`);
      expect([mutant, exit]).toEqual([mutant, 1]);
      expect(JSON.parse(out)).toMatchObject({ result: 'failed' });
    }
  });
});

describe('the one file', () => {
  it('needs nothing but Node', () => {
    const imported = [...readFileSync(file, 'utf8').matchAll(/^import .* from "([^"]+)"/gm)].map(([, name]) => name);
    expect(imported.length).toBeGreaterThan(0);
    expect(imported.filter((name) => !name?.startsWith('node:'))).toEqual([]);
  });
});

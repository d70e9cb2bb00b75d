/** A newcomer clones, types the README's command, and has a page: measured from a fresh clone in an empty folder. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'quittance-newcomer-'));
const clone = path.join(folder, 'quittance');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(url: string): Promise<boolean> {
  return await fetch(url).then(
    (response) => response.ok,
    () => false,
  );
}

describe('a newcomer', () => {
  it('has the first page after npm ci && npm start in a fresh clone, and it stops when told to', async () => {
    execFileSync('git', ['clone', '--quiet', ROOT, clone]);
    const port = await freePort();
    const from = performance.now();
    const child = spawn('bash', ['-c', 'npm ci && exec npm start'], {
      cwd: clone,
      env: { ...process.env, PORT: String(port), QUITTANCE_SMTP_PORT: '0', QUITTANCE_HOME: path.join(folder, 'home') },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    try {
      while (!(await answers(`http://127.0.0.1:${port}/`))) {
        if (child.exitCode !== null) throw new Error(`It stopped before the first page:\n${output}`);
        await sleep(200);
      }
      console.info(`npm ci to the first page: ${((performance.now() - from) / 1000).toFixed(1)} s`);
      expect(output).toContain(`http://127.0.0.1:${port}/`);
    } finally {
      process.kill(-child.pid!, 'SIGTERM');
      await ended;
    }
    expect(await answers(`http://127.0.0.1:${port}/`)).toBe(false);
  }, 600_000);
});

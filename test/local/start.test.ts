/** `npm start` where something is in the way: it says what, and what to do, in words and not as a stack. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockDirectory } from '../../lib/local/lock.ts';

const ROOT = join(import.meta.dirname, '../..');

let root: string;
let home: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'start-'));
  home = join(root, 'home');
});
afterEach(() => rmSync(root, { recursive: true }));

/** Runs the command until it ends by itself; everything it printed, and its exit code. */
async function start(env: Record<string, string>, ...flags: string[]): Promise<{ code: number | null; printed: string }> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['bin/quittance.ts', 'local', '--no-demo', ...flags], {
    cwd: ROOT,
    env: { PATH, HOME, PORT: '0', QUITTANCE_SMTP_PORT: '0', QUITTANCE_HOME: home, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, printed: printed.trim() };
}

it('a home that is a file', async () => {
  writeFileSync(home, 'a letter');
  expect(await start({})).toEqual({
    code: 1,
    printed: `The data directory ${home} cannot be used: it is no folder (${home}). Mend that, or choose another directory: QUITTANCE_HOME=<folder> npm start`,
  });
});

it('a home below a file', async () => {
  writeFileSync(home, 'a letter');
  const below = join(home, 'below');
  expect(await start({ QUITTANCE_HOME: below })).toMatchObject({
    code: 1,
    printed: expect.stringContaining(`The data directory ${below} cannot be used: a part of its path is no folder`),
  });
});

it.runIf(existsSync('/sys/kernel'))('a home where nothing can be made', async () => {
  const { code, printed } = await start({ QUITTANCE_HOME: '/sys/quittance' });
  expect(code).toBe(1);
  expect(printed).toMatch(/^The data directory \/sys\/quittance cannot be used: /);
});

it('a home that another process uses', async () => {
  mkdirSync(home);
  const lock = lockDirectory(home);
  const { code, printed } = await start({});
  lock.release();
  expect({ code, printed }).toEqual({
    code: 1,
    printed: `${home} is in use by process ${process.pid}. Stop that process (Ctrl+C in its terminal, or kill ${process.pid}), or choose another directory: QUITTANCE_HOME=<folder> npm start`,
  });
});

it('a home from which a key is gone', async () => {
  mkdirSync(join(home, 'kms'), { recursive: true });
  const entry = { size: 1, modifiedAt: 1, crc: 1 };
  writeFileSync(join(home, 'data-directory.json'), JSON.stringify({ format: 1, ended: true, files: { 'kms/k.json': entry } }));
  const { code, printed } = await start({});
  expect(code).toBe(1);
  expect(printed).toContain('kms/k.json is missing\n    It holds a KMS key');
  expect(printed).not.toMatch(/^ +at /m);
});

it.runIf(existsSync('/dev/full'))('a disk that is full', async () => {
  mkdirSync(home);
  symlinkSync('/dev/full', join(home, 'data-directory.json.new'));
  expect(await start({})).toEqual({
    code: 1,
    printed: `The disk of ${home} is full. Make room and start again: what was there before is kept.`,
  });
});

it('a port that is none, and a flag that does not exist', async () => {
  expect(await start({ PORT: 'http' })).toEqual({ code: 1, printed: 'PORT is no port: give a number from 0 to 65535' });
  expect(await start({}, '--quick')).toMatchObject({ code: 1, printed: expect.stringContaining("Unknown option '--quick'") });
});

it('a port that is taken, with a home whose path has spaces and letters of other languages', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { code, printed } = await start({ PORT: String(port), QUITTANCE_HOME: join(root, 'Mein Ordner ✓ 数据') });
  other.close();
  expect(code).toBe(1);
  expect(printed).toContain(`Port ${port} is taken by another process. Stop that process, or choose another port: PORT=<number> npm start`);
  expect(printed).not.toMatch(/^ +at /m);
});

it('a port of mail that is taken, by the name of the variable that chooses it', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { code, printed } = await start({ QUITTANCE_SMTP_PORT: String(port) });
  other.close();
  expect(code).toBe(1);
  expect(printed).toBe(
    `Port ${port} is taken by another process. Stop that process, or choose another port: QUITTANCE_SMTP_PORT=<number> npm start`,
  );
});

it('somebody who asks how it is started: nothing is', async () => {
  const { code, printed } = await start({}, '--help');
  expect([code, printed.split('\n')[0]]).toEqual([0, 'Usage: quittance local [--no-demo] [--verbose]']);
  expect(existsSync(home)).toBe(false);
});

/** `quittance log audit`: folders and addresses, what is given beside them, exit codes, and how far it is. */
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runAudit } from '../../../lib/receipts/log/audit/audit-command.ts';
import type { AuditReport } from '../../../lib/receipts/log/audit/audit-logs.ts';
import { progressLine } from '../../../lib/receipts/log/audit/progress-line.ts';
import { LogNotReachableError } from '../../../lib/receipts/log/audit/source.ts';
import { entryOf } from '../../../lib/receipts/log/statements.ts';
import { BuiltLog, newKey, receipts } from './audit-world.ts';

let directory = '';
let at: (...parts: string[]) => string;
let first: BuiltLog;
let second: BuiltLog;
let server: Server;
let base = '';
/** Answers that are not those of a healthy server: path to how often 503 comes first, or what comes. */
let trouble: Record<string, number> = {};

async function keyFile(...logs: BuiltLog[]): Promise<string> {
  const keys = await Promise.all(
    logs.map(async (log) => ({ ...(await log.key()), url: `${base}/log/${log.year}`, from: `${log.year}-01-01` })),
  );
  return JSON.stringify({ issuer: base, keys: [], logs: keys });
}

function answer(url: string): string | Uint8Array | undefined {
  const [, year, path, after] = /^\/log\/(\d{4})\/([^?]+)(?:\?after=(\d+))?$/.exec(url) ?? [];
  const log = [first, second].find((each) => each.year === year);
  if (log === undefined || path === undefined) return undefined;
  const places = [...log.files.keys()].filter((name) => name.startsWith('statement/')).map((name) => name.slice(10));
  // Two places a page.
  const page = places.slice(after === undefined ? 0 : places.indexOf(after) + 1).slice(0, 2);
  return path === 'statement/' ? page.map((place) => `${place}\n`).join('') : log.files.get(path);
}

beforeAll(async () => {
  server = createServer((request, response) => {
    void (async () => {
      const url = request.url!;
      if ((trouble[url] ?? 0) > 0) {
        trouble[url]! -= 1;
        response.writeHead(503).end();
        return;
      }
      const body = url === '/.well-known/privacy-receipts.json' ? await keyFile(first, second) : answer(url);
      response.writeHead(body === undefined ? 404 : 200).end(body);
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(async () => {
  trouble = {};
  directory = mkdtempSync(join(tmpdir(), 'audit-'));
  at = (...parts) => join(directory, ...parts);
  const key = newKey();
  first = await new BuiltLog('2025', key).append(receipts(0, 300));
  second = await new BuiltLog('2026', key).append([first.link(), ...receipts(0, 20)]);
  await second.append(receipts(20, 40));
  await second.erase(3);
  first.writeTo(at('logs/2025'));
  second.writeTo(at('logs/2026'));
  await first.handOut(at('held'), [0, 299]);
  await second.handOut(at('held/more'), [1, 40]);
  writeFileSync(at('keys.json'), await keyFile(first, second));
  return () => rmSync(directory, { recursive: true });
});

async function run(...argv: string[]): Promise<{ exit: number; out: string; err: string; progress: string }> {
  const [out, err, progress]: [string[], string[], string[]] = [[], [], []];
  let ticks = 0;
  const exit = await runAudit(argv, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    progress: { terminal: false, write: (text) => void progress.push(text), clock: () => (ticks += 1000) },
    openDeployment: async ({ stage }) => await Promise.reject(new LogNotReachableError(`no stage ${stage}`)),
  });
  return { exit, out: out.join('\n'), err: err.join('\n'), progress: progress.join('') };
}

const report = async (...argv: string[]): Promise<AuditReport> => JSON.parse((await run(...argv, '--json')).out) as AuditReport;

describe('quittance log audit', () => {
  it('goes through the years of a folder with everything that is held', async () => {
    const { exit, out, progress } = await run(at('logs'), '--keys', at('keys.json'), '--receipts', at('held'));
    expect([exit, out.split('\n').at(-1)]).toEqual([0, 'Clean: every file is what the entries make it, and the checkpoint signs it.']);
    expect(out).toContain('privacy.shop.example/log/2025: 300 entries\n  2 receipts held, 0 statements, 0 stated as erased, 298 entries');
    expect(out).toContain('privacy.shop.example/log/2026: 42 entries\n  2 receipts held, 2 statements, 1 stated as erased, 37 entries');
    expect(progress).toContain('privacy.shop.example/log/2026: 42 of 42 entries, 42/s\n');
  });

  it('names what is wrong, and exits 1', async () => {
    const file = at('logs/2025/tile/0/000');
    const tile = readFileSync(file);
    tile[32 * 7]! ^= 1;
    writeFileSync(file, tile);
    const { exit, out } = await run(at('logs'), '--keys', at('keys.json'));
    expect(exit).toBe(1);
    expect(out).toContain('✗ privacy.shop.example/log/2025, tile/0/000, entry 7: is not what the entries make');
    expect(out).toContain('NOT in order.');
  });

  it('names partial files of the past that were changed', async () => {
    const file = at('logs/2026/tile/entries/000.p/21');
    const bundle = readFileSync(file);
    bundle[2 + 34 * 5]! ^= 1;
    writeFileSync(file, bundle);
    expect((await report(at('logs/2026'), '--keys', at('keys.json'))).findings).toEqual([
      { log: second.origin, kind: 'bundle-differs', file: 'tile/entries/000.p/21', index: 5 },
    ]);
  });

  it('cannot tell without a key, and says so', async () => {
    const { exit, out } = await run(at('logs/2025'));
    expect(exit).toBe(2);
    expect(out).toContain('signed by a key nobody vouches for');
  });

  it('names receipts held that are not what was logged, or were never logged', async () => {
    writeFileSync(at('held/2025-0.jws'), 'another\n');
    rmSync(at('held/2025-299.tlog-proof'));
    writeFileSync(at('held/never.jws'), 'never');
    const { findings } = await report(at('logs'), '--keys', at('keys.json'), '--receipts', at('held'));
    expect(findings).toEqual([
      { log: first.origin, kind: 'receipt-differs', file: at('held/2025-0.jws'), index: 0 },
      { log: `${first.origin}, ${second.origin}`, kind: 'receipt-not-in-the-log', file: at('held/never.jws') },
    ]);
  });

  it('names checkpoints that the log does not stand by, from proofs and from files', async () => {
    const fork = await new BuiltLog('2025', first.signer).append([{ receipt: 'another' }, ...receipts(1, 300)]);
    await fork.handOut(at('held'), [5]);
    writeFileSync(at('seen'), (await new BuiltLog('2026', second.signer).append(receipts(0, 50))).note);
    const { findings } = await report(at('logs'), '--keys', at('keys.json'), '--receipts', at('held'), '--checkpoints', at('seen'));
    expect(findings).toEqual([
      { log: first.origin, kind: 'history-rewritten', file: at('held/2025-5.tlog-proof') },
      { log: second.origin, kind: 'rolled-back', file: at('seen') },
    ]);
  });

  it('remembers what it saw, if nothing was wrong, and holds the next audit against it', async () => {
    const options = ['--keys', at('keys.json'), '--state', at('state.json')];
    expect((await run(at('logs'), ...options)).exit).toBe(0);
    const remembered = readFileSync(at('state.json'), 'utf8');
    rmSync(at('logs/2026'), { recursive: true });
    (await new BuiltLog('2026', second.signer).append([first.link(), ...receipts(0, 10)])).writeTo(at('logs/2026'));
    expect((await report(at('logs'), ...options)).findings).toEqual([{ log: second.origin, kind: 'rolled-back', file: at('state.json') }]);
    expect(readFileSync(at('state.json'), 'utf8')).toBe(remembered);
  });

  describe('with the list of all receipts', () => {
    const list = (log: BuiltLog, origin = ''): string =>
      [...log.receipts]
        .toSorted(([a], [b]) => a - b)
        .map(([place, text]) => `${origin}${place} ${Buffer.from(entryOf(text)).toString('hex')}\n`)
        .join('');

    it('tells an erasure from a loss', async () => {
      writeFileSync(at('all'), list(second));
      const argv = [at('logs/2026'), '--keys', at('keys.json'), '--expect-all', at('all')];
      expect((await run(...argv)).exit).toBe(0);
      second.receipts.delete(30);
      writeFileSync(at('all'), list(second));
      expect((await report(...argv)).findings).toEqual([{ log: second.origin, kind: 'receipt-lost', index: 30 }]);
    });

    it('takes one list for several logs', async () => {
      writeFileSync(at('all'), list(first, `${first.origin} `) + list(second, `${second.origin} `));
      expect((await run(at('logs'), '--keys', at('keys.json'), '--expect-all', at('all'))).exit).toBe(0);
      writeFileSync(at('all'), list(first));
      const { exit, err } = await run(at('logs'), '--keys', at('keys.json'), '--expect-all', at('all'));
      expect([exit, err]).toEqual([3, expect.stringContaining('line 1: not ORIGIN INDEX SHA256')]);
    });
  });
});

describe('quittance log audit of an address', () => {
  it('takes the keys the issuer publishes, or those one pinned', async () => {
    expect((await run(`${base}/log/2026`)).exit).toBe(0);
    writeFileSync(at('keys.json'), await keyFile(await new BuiltLog('2026').append(receipts(0, 1))));
    expect((await report(`${base}/log/2026/`, '--keys', at('keys.json'))).findings).toEqual([
      { log: second.origin, kind: 'checkpoint-not-signed', file: 'checkpoint' },
    ]);
  });

  it('takes all logs of an issuer', async () => {
    const { result, logs } = await report(base, '--receipts', at('held'));
    expect([result, logs.map(({ size }) => size)]).toEqual(['clean', [300, 42]]);
  });

  it('goes on with full tiles where the log grew meanwhile and partial ones were deleted', async () => {
    const published = first.files.get('checkpoint')!;
    await first.append(receipts(300, 700));
    first.files.set('checkpoint', published);
    for (const path of ['tile/0/001.p/44', 'tile/entries/001.p/44']) expect(first.files.delete(path), path).toBe(true);
    expect((await run(`${base}/log/2025`)).exit).toBe(0);
  });

  it('asks again where a server stumbles, and cannot tell where it stays down', async () => {
    trouble = { '/log/2025/tile/entries/000': 2 };
    expect((await run(`${base}/log/2025`)).exit).toBe(0);
    trouble = { '/log/2025/tile/0/000': 100 };
    expect(await run(`${base}/log/2025`)).toMatchObject({ exit: 2, err: expect.stringContaining('/log/2025/tile/0/000: answered 503') });
    expect((await run('http://127.0.0.1:9/log/2026')).exit).toBe(2);
  });

  it('tells what is missing from what cannot be reached', async () => {
    first.files.delete('tile/0/000');
    expect((await report(`${base}/log/2025`)).findings).toContainEqual({ log: first.origin, kind: 'tile-missing', file: 'tile/0/000' });
  });
});

describe('quittance log audit, used wrongly', () => {
  it.each([
    ['no log', [], 'Say which log'],
    ['a log and a deployment', ['x', '--deployment'], 'Say which log'],
    ['two logs', ['x', 'y'], 'Name one log'],
    ['an option nobody knows', ['x', '--key', 'k'], '--key'],
  ])('exits 3 with %s', async (_, argv, message) => {
    expect(await run(...argv)).toMatchObject({ exit: 3, err: expect.stringContaining(message) });
  });

  it('exits 3 for files that are not what they should be, 2 for folders without a log', async () => {
    writeFileSync(at('noise'), '[]');
    for (const option of ['--keys', '--receipts', '--checkpoints', '--state'])
      expect((await run(at('logs'), option, option === '--state' || option === '--keys' ? at('noise') : at('none'))).exit, option).toBe(3);
    expect((await run(at('held'))).exit).toBe(2);
    expect(await run('--deployment', '--stage', 'test')).toMatchObject({ exit: 2, err: 'Cannot tell: no stage test' });
    expect(existsSync(at('none'))).toBe(false);
  });
});

describe('how far an audit is', () => {
  const shown = (terminal: boolean): { write: string[]; tick(ms: number): void; line: ReturnType<typeof progressLine> } => {
    let now = 0;
    const write: string[] = [];
    return {
      write,
      tick: (ms) => void (now += ms),
      line: progressLine({ terminal, write: (text) => void write.push(text), clock: () => now }),
    };
  };

  it('is a bar with rate and time left on a terminal', () => {
    const { write, tick, line } = shown(true);
    line.tell({ log: 'a/log/2026', done: 0, size: 1_000_000 });
    tick(1000);
    line.tell({ log: 'a/log/2026', done: 250_000, size: 1_000_000 });
    tick(50);
    line.tell({ log: 'a/log/2026', done: 260_000, size: 1_000_000 });
    line.end();
    expect(write).toHaveLength(3);
    expect(write[1]).toBe('\r\u001B[K[######------------------] a/log/2026: 250,000 of 1,000,000 entries, 250,000/s, 3 s left');
    expect(write[2]).toBe('\r\u001B[K');
  });

  it('is a plain line for each tenth elsewhere', () => {
    const { write, tick, line } = shown(false);
    for (let done = 0; done <= 1000; done += 10) {
      line.tell({ log: 'a/log/2026', done, size: 1000 });
      tick(10);
    }
    line.end();
    expect(write).toHaveLength(10);
    expect(write[0]).toBe('a/log/2026: 100 of 1,000 entries, 1,000/s, 1 s left\n');
    expect(write.join('')).not.toContain('\u001B');
  });
});

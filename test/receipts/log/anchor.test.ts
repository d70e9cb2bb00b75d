/** A checkpoint dated by a time-stamp authority: asked as RFC 3161 says, judged, and checked by openssl with the recipe of docs/log.md. */
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAnchor } from '../../../lib/receipts/log/anchor/anchor-command.ts';
import { judgeTimeStamp, timeStampRequest } from '../../../lib/receipts/log/anchor/time-stamp.ts';
import { BuiltLog, receipts } from './audit-world.ts';

const OPENSSL = 'openssl';
const present = spawnSync(OPENSSL, ['ts', '-help'], { stdio: 'ignore' }).status === 0;
if (!present) console.warn('SKIPPED: openssl is not on this machine, no time stamps');

const CONFIGURATION = `
[req]
distinguished_name = name
[name]
[tsa]
default_tsa = authority
[authority]
serial = serial
signer_cert = tsa.pem
certs = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
`;

let directory = '';
let url = '';
let server: Server;
const openssl = (...args: string[]): Buffer => execFileSync(OPENSSL, args, { cwd: directory, stdio: ['ignore', 'pipe', 'pipe'] });

/** Answers like an authority: openssl makes the reply. */
function reply(query: Buffer): Buffer {
  writeFileSync(join(directory, 'query.tsq'), query);
  openssl('ts', '-reply', '-config', 'tsa.cnf', '-section', 'authority', '-queryfile', 'query.tsq', '-out', 'reply.tsr');
  return readFileSync(join(directory, 'reply.tsr'));
}

beforeAll(async () => {
  if (!present) return;
  directory = mkdtempSync(join(tmpdir(), 'anchor-'));
  writeFileSync(join(directory, 'tsa.cnf'), CONFIGURATION);
  writeFileSync(join(directory, 'serial'), '01\n');
  const name = ['-subj', '/CN=Test authority', '-days', '30', '-nodes', '-newkey', 'rsa:2048', '-config', 'tsa.cnf'];
  openssl('req', '-x509', ...name, '-addext', 'extendedKeyUsage=critical,timeStamping', '-keyout', 'tsa.key', '-out', 'tsa.pem');
  const log = await new BuiltLog('2026').append(receipts(0, 300));
  log.writeTo(join(directory, 'log/2026'));
  let last: Buffer | undefined;
  server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const answers: Record<string, () => Buffer> = {
        '/': () => (last = reply(Buffer.concat(chunks))),
        '/stale': () => last!,
        '/nonsense': () => Buffer.from('<html>'),
        // PKIStatusInfo { status 2 (rejection) } and nothing else
        '/refuse': () => Buffer.from('30053003020102', 'hex'),
        '/other': () => reply(Buffer.from(timeStampRequest(Buffer.from('something else'), Buffer.alloc(8, 7)))),
      };
      const answer = answers[request.url!];
      response.writeHead(answer === undefined ? 503 : 200).end(answer?.());
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  if (!present) return;
  server.close();
  rmSync(directory, { recursive: true });
});

async function run(...argv: string[]): Promise<{ exit: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const exit = await runAnchor(argv, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { exit, out: out.join('\n'), err: err.join('\n') };
}

const recipe = (): string => {
  const document = readFileSync(join(import.meta.dirname, '../../../docs/log.md'), 'utf8');
  return /### Checking a date\n\n```sh\n([\s\S]*?)```/.exec(document)![1]!;
};

describe.skipIf(!present)('quittance log anchor', () => {
  it('keeps the checkpoint with a time stamp that openssl verifies, and that is for nothing else', async () => {
    const { exit, out } = await run(join(directory, 'log'), '--tsa', `${url}/`, '--out', directory);
    expect([exit, out]).toEqual([
      0,
      expect.stringMatching(/300\.tsr: the checkpoint over 300 entries existed at 20\d\d-\d\d-\d\dT[\d:.]+Z/),
    ]);
    const shown = execFileSync('sh', ['-e', '-c', recipe()], { cwd: directory, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    expect(shown).toContain('Time stamp:');
    writeFileSync(join(directory, '300.checkpoint'), `${readFileSync(join(directory, '300.checkpoint'), 'utf8')}\n`);
    expect(spawnSync('sh', ['-e', '-c', recipe()], { cwd: directory, stdio: 'ignore' }).status).not.toBe(0);
  });

  it('asks as openssl asks', () => {
    writeFileSync(join(directory, 'mine.tsq'), timeStampRequest(Buffer.from('some bytes'), Buffer.from('0080ffee00112233', 'hex')));
    writeFileSync(join(directory, 'bytes'), 'some bytes');
    const shown = openssl('ts', '-query', '-in', 'mine.tsq', '-text').toString();
    expect(shown).toContain('Hash Algorithm: sha256');
    expect(shown).toContain('Nonce: 0x80FFEE00112233');
    expect(shown).toContain('Certificate required: yes');
    const theirs = openssl('ts', '-query', '-data', 'bytes', '-sha256', '-no_nonce', '-cert');
    const mine = readFileSync(join(directory, 'mine.tsq'));
    // All but the nonce (and the length that counts it).
    expect(mine.subarray(2, -13).equals(theirs.subarray(2, -3))).toBe(true);
  });

  it.each([
    ['/stale', 'is for another question'],
    ['/other', 'is for something else'],
    ['/refuse', 'says that the authority gives none'],
    ['/nonsense', 'is no time stamp'],
  ])('takes no answer of %s, and keeps nothing', async (path, reason) => {
    const { exit, err } = await run(join(directory, 'log'), '--tsa', url + path, '--out', join(directory, 'none'));
    expect([exit, err]).toEqual([1, expect.stringContaining(reason)]);
    expect(existsSync(join(directory, 'none'))).toBe(false);
  });

  it('cannot tell where nothing answers, or where there is no log', async () => {
    expect(await run(join(directory, 'log'), '--tsa', `${url}/away`)).toMatchObject({
      exit: 2,
      err: expect.stringContaining('answered 503'),
    });
    expect((await run(join(directory, 'nowhere'), '--tsa', url)).exit).toBe(2);
  });

  it('judges a damaged answer without falling over, byte for byte', () => {
    const bytes = Buffer.from('some bytes');
    const nonce = Buffer.alloc(8, 9);
    const genuine = reply(Buffer.from(timeStampRequest(bytes, nonce)));
    expect(judgeTimeStamp(genuine, { bytes, nonce })).toMatchObject({ ok: true });
    for (let length = 0; length < genuine.length; length += 1)
      expect(judgeTimeStamp(genuine.subarray(0, length), { bytes, nonce }).ok, String(length)).toBe(false);
    for (let at = 0; at < 200; at += 1) {
      const damaged = Buffer.from(genuine);
      damaged[at]! ^= 0xff;
      expect(() => judgeTimeStamp(damaged, { bytes, nonce })).not.toThrow();
    }
  });
});

describe('quittance log anchor', () => {
  it('says how it is used', async () => {
    expect(await run('--help')).toMatchObject({ exit: 0, out: expect.stringContaining('--tsa') });
    expect(await run('folder')).toMatchObject({ exit: 3, err: expect.stringContaining('Name a time-stamp authority') });
    expect(await run()).toMatchObject({ exit: 3, err: expect.stringContaining('Name one log') });
  });
});

/** `quittance verify`: its exit codes, and what it prints for people and for scripts. */
import { sign } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildRequestReceipt } from '../../lib/receipts/build-request.ts';
import { signReceipt } from '../../lib/receipts/sign.ts';
import { runVerify } from '../../lib/receipts/verify-command.ts';
import type { ReadFile } from '../../lib/receipts/log/tree.ts';
import { verifierKeyOf } from '../../lib/receipts/log/write-note.ts';
import { COSIGNATURE, cosignatureLine } from '../../lib/receipts/witness/cosignature.ts';
import { loggedReceipt, newLogSigner, SmallLog } from './verify-world.ts';
import { contextWith, FRAME, newSigner } from './world.ts';

const signer = newSigner();
const files: Record<string, string> = {};

/** Files of the log at each URL; none: nothing answers. */
const logs: Record<string, ReadFile> = {};
const unreachable: ReadFile = async () => await Promise.reject(new TypeError('fetch failed'));

async function run(...argv: string[]): Promise<{ exit: number; out: string; err: string }> {
  const [out, err]: string[][] = [[], []];
  const exit = await runVerify(argv, {
    read: async (path) => (files[path] === undefined ? await Promise.reject(new Error(`ENOENT ${path}`)) : files[path]),
    openLog: (url) => logs[url] ?? unreachable,
    out: (line) => out?.push(line),
    err: (line) => err?.push(line),
  });
  return { exit, out: (out ?? []).join('\n'), err: (err ?? []).join('\n') };
}

beforeAll(async () => {
  const jws = await signReceipt(buildRequestReceipt(contextWith(), FRAME), signer);
  Object.assign(files, {
    'receipt.jws': jws,
    'saved.jws': `${jws}\r\n`,
    'changed.jws': `${jws.slice(0, -10)}AAAA${jws.slice(-6)}`,
    'keys.json': JSON.stringify({ keys: [signer.jwk] }),
    'others.json': JSON.stringify({ issuer: 'https://other.example', keys: [newSigner().jwk], logs: [] }),
    'broken.json': '{',
    'list.json': '[]',
    'twice.json': JSON.stringify({ keys: [signer.jwk] }).replace('{', '{"keys":[],'),
    '-': `${jws}\n`,
  });
});

describe('quittance verify', () => {
  it('exits 0 for a genuine receipt and shows what it says', async () => {
    const { exit, out } = await run('receipt.jws', '--keys', 'keys.json');
    expect(exit).toBe(0);
    expect(out).toContain('✓ The signature is right: nothing was changed');
    expect(out).toContain(
      'Genuine.\n(Not checked: whether it is in the log, by --proof; and the log since, by --log.)\n\nOn 1 November 2026 we received your request',
    );
  });

  it('does not mind a line end that an editor added', async () => {
    expect((await run('saved.jws', '--keys', 'keys.json')).exit).toBe(0);
  });

  it('reads standard input by the name of a dash', async () => {
    expect((await run('-', '--keys', 'keys.json')).exit).toBe(0);
  });

  it('says how it is used, and exits 0, when asked', async () => {
    expect(await run('--help')).toMatchObject({ exit: 0, err: '', out: expect.stringContaining('Usage: quittance verify RECEIPT') });
  });

  it('exits 1 for a changed one, says why, and does not show its text', async () => {
    const { exit, out } = await run('changed.jws', '--keys', 'keys.json');
    expect(exit).toBe(1);
    expect(out).toContain('✗ The signature is right: nothing was changed: no, the signature does not fit');
    expect(out).toContain('NOT genuine.');
    expect(out).not.toContain('1 November 2026');
  });

  it('exits 2 when the key is not known', async () => {
    expect(await run('receipt.jws', '--keys', 'others.json')).toMatchObject({ exit: 2, out: expect.stringContaining('Cannot tell.') });
  });

  it('prints one JSON object for scripts', async () => {
    const { exit, out } = await run('changed.jws', '--json', '--keys', 'keys.json');
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      result: 'failed',
      checks: expect.arrayContaining([{ name: 'signature', ok: false, reason: 'signature-wrong' }]),
    });
    expect(Object.keys(JSON.parse(out) as object)).toEqual(['result', 'checks']);
  });

  it.each([
    ['no receipt', ['--keys', 'keys.json'], 'Name one receipt'],
    ['two receipts', ['a', 'b', '--keys', 'keys.json'], 'Name one receipt'],
    ['no keys', ['receipt.jws'], 'Say where the keys are'],
    ['an option nobody knows', ['receipt.jws', '--key', 'keys.json'], '--key'],
    ['a question to the log without a proof', ['receipt.jws', '--keys', 'keys.json', '--log'], 'about a proof: --proof FILE'],
    ['a receipt that is not there', ['none.jws', '--keys', 'keys.json'], 'A file cannot be read: none.jws'],
    ['keys that are not there', ['receipt.jws', '--keys', 'none.json'], 'A file cannot be read: none.json'],
    ['a proof that is not there', ['receipt.jws', '--keys', 'keys.json', '--proof', 'none'], 'A file cannot be read: none'],
    ['keys that say something twice', ['receipt.jws', '--keys', 'twice.json'], 'says something twice'],
    ['keys that are no JSON', ['receipt.jws', '--keys', 'broken.json'], 'neither a JWKS'],
    ['keys that are something else', ['receipt.jws', '--keys', 'list.json'], 'neither a JWKS'],
  ])('exits 3 with %s', async (_, argv, message) => {
    const { exit, out, err } = await run(...argv);
    expect([exit, out]).toEqual([3, '']);
    expect(err).toContain(message);
  });
});

const SAMPLE = join(import.meta.dirname, '../../../shared/conformance/interop-sample');

describe.skipIf(!existsSync(SAMPLE))('quittance verify --proof', () => {
  beforeAll(() => {
    for (const file of ['privacy-receipts.json', 'jwks.json', 'receipt.tlog-proof', 'mutants/other-leaf.tlog-proof'])
      files[file] = readFileSync(join(SAMPLE, file), 'utf8');
    files['sample.jws'] = readFileSync(join(SAMPLE, 'receipt.jws'), 'utf8');
  });

  it('exits 0 for a receipt that is in the log', async () => {
    const { exit, out } = await run('sample.jws', '--keys', 'privacy-receipts.json', '--proof', 'receipt.tlog-proof');
    expect(exit).toBe(0);
    expect(out).toContain('✓ The receipt is in the log');
  });

  it('exits 1 for a proof of another receipt', async () => {
    expect((await run('sample.jws', '--keys', 'privacy-receipts.json', '--proof', 'mutants/other-leaf.tlog-proof')).exit).toBe(1);
  });

  it('exits 2 when the file of keys does not name the log', async () => {
    expect((await run('sample.jws', '--keys', 'jwks.json', '--proof', 'receipt.tlog-proof')).exit).toBe(2);
  });
});

describe('quittance verify --witness', () => {
  const keyPair = newLogSigner('witness.example/w1');
  const witness = { ...keyPair, sign: async (message: Uint8Array) => Uint8Array.from(sign(null, message, keyPair.privateKey)) };

  it('asks for the signature of every witness named, on the state of the proof', async () => {
    const given = await loggedReceipt();
    const line = await cosignatureLine(`${given.checkpoint.split('\n\n')[0]}\n`, witness, 1_772_000_000n);
    Object.assign(files, {
      'witnessed.jws': given.jws,
      'witnessed.proof': `${given.proof}${line}`,
      'alone.proof': given.proof,
      'witnessed.json': JSON.stringify({ issuer: 'https://privacy.shop.example', keys: given.keys, logs: given.logs }),
    });
    const vkey = await verifierKeyOf(witness, COSIGNATURE);
    const stranger = await verifierKeyOf(newLogSigner('w2'), COSIGNATURE);
    const ask = (proof: string, ...more: string[]) => run('witnessed.jws', '--keys', 'witnessed.json', '--proof', proof, ...more);
    expect(await ask('witnessed.proof', '--witness', vkey)).toMatchObject({
      exit: 0,
      out: expect.stringContaining('✓ The witnesses named saw'),
    });
    expect(await ask('alone.proof', '--witness', vkey)).toMatchObject({
      exit: 1,
      out: expect.stringContaining('a witness named did not sign'),
    });
    expect((await ask('witnessed.proof', '--witness', vkey, '--witness', stranger)).exit).toBe(1);
    expect(await ask('witnessed.proof', '--witness', 'w1')).toMatchObject({
      exit: 3,
      err: expect.stringContaining('not the key of a witness: w1'),
    });
    expect((await run('witnessed.jws', '--keys', 'witnessed.json', '--witness', vkey)).exit).toBe(3);
  });
});

describe('quittance verify --log', () => {
  const logSigner = newLogSigner();
  const ask = (): ReturnType<typeof run> => run('logged.jws', '--proof', 'logged.proof', '--keys', 'logged.json', '--log');

  beforeAll(async () => {
    const given = await loggedReceipt({ logSigner });
    await given.log.addOthers(400);
    const url = given.logs[0]!.url!;
    Object.assign(files, {
      'logged.jws': given.jws,
      'logged.proof': given.proof,
      'logged.json': JSON.stringify({ issuer: 'https://privacy.shop.example', keys: given.keys, logs: given.logs }),
      'no-url.json': JSON.stringify({ keys: given.keys, logs: given.logs.map(({ origin, vkey }) => ({ origin, vkey })) }),
    });
    logs[url] = given.log.read;
  });

  it('exits 0 while the log goes on from the state of the proof', async () => {
    const { exit, out } = await ask();
    expect(exit).toBe(0);
    expect(out).toContain('✓ The log still stands on the state the proof names\nGenuine.\n\nOn 1 November 2026');
  });

  it('exits 1 once the log shows another history, and 2 when it shows nothing', async () => {
    const [url] = Object.keys(logs);
    const forked = new SmallLog(logSigner);
    await forked.addOthers(900);
    logs[url!] = forked.read;
    expect(await ask()).toMatchObject({ exit: 1, out: expect.stringContaining('no, the log signed two histories') });
    logs[url!] = unreachable;
    expect(await ask()).toMatchObject({ exit: 2, out: expect.stringContaining('no, the log is not reachable') });
    expect((await run('logged.jws', '--proof', 'logged.proof', '--keys', 'no-url.json', '--log')).exit).toBe(2);
  });

  it('does not ask the log about a proof that fails', async () => {
    files['cut.proof'] = files['logged.proof']!.slice(0, -1);
    const { exit, out } = await run('logged.jws', '--proof', 'cut.proof', '--keys', 'logged.json', '--log', '--json');
    expect([exit, JSON.parse(out)]).toMatchObject([1, { result: 'failed' }]);
    expect(out).not.toContain('history');
  });
});

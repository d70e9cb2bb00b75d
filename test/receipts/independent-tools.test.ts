/** Receipts and their proofs checked by tools nobody here wrote, by the recipes of docs/receipts.md; what is not on the machine is named. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDeletionReceipt } from '../../lib/receipts/build-deletion.ts';
import { loggedReceipt, logKeyOf, newLogSigner } from './verify-world.ts';
import { contextWith, FRAME, newSigner, outcome } from './world.ts';

const DOC = join(import.meta.dirname, '../../docs/receipts.md');

/** Debian's packages before anything a machine has besides. */
const env = { ...process.env, PATH: `/usr/bin:/bin:${process.env['PATH'] ?? ''}` };

/** The recipe under a heading of the document: its first block of shell. */
function recipe(heading: string): string {
  const section = readFileSync(DOC, 'utf8')
    .split(/^### /m)
    .find((part) => part.startsWith(`${heading}\n`));
  const found = /```sh\n([\s\S]*?)```/.exec(section ?? '')?.[1];
  if (found === undefined) throw new Error(`docs/receipts.md has no recipe for ${heading}`);
  return found;
}

function has(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore', env }).status === 0;
}

interface Files {
  'receipt.jws': string;
  'receipt.tlog-proof': string;
  'keys.json': string;
}

let directory = '';
let genuine: Files;
/** A proof of another entry of the same log, and the published file with another key for it. */
let others: { proof: string; keys: string };

type Change = (files: Files) => Partial<Files>;

/** Changes one character of the payload. */
const changedReceipt: Change = ({ 'receipt.jws': jws }) => {
  const at = jws.indexOf('.') + 40;
  return { 'receipt.jws': jws.slice(0, at) + (jws[at] === 'A' ? 'B' : 'A') + jws.slice(at + 1) };
};

const changedProof =
  (from: string | RegExp, to: string): Change =>
  ({ 'receipt.tlog-proof': proof }) => ({ 'receipt.tlog-proof': proof.replace(from, to) });

const CHECKPOINT: Record<string, Change> = {
  'the size changed': changedProof('\n300\n', '\n301\n'),
  'the root changed': changedProof(/\n[^\n]+(?=\n\n—)/, `\n${Buffer.alloc(32, 7).toString('base64')}`),
  'another origin': changedProof('\n\nprivacy', '\n\nother'),
  'the proof cut': ({ 'receipt.tlog-proof': proof }) => ({ 'receipt.tlog-proof': proof.slice(0, -40) }),
  'another key for the log': () => ({ 'keys.json': others.keys }),
};

const RECEIPT: Record<string, Change> = {
  'the payload changed': changedReceipt,
  'the signature cut': ({ 'receipt.jws': jws }) => ({ 'receipt.jws': jws.slice(0, -4) }),
};

const INCLUSION: Record<string, Change> = {
  ...RECEIPT,
  ...CHECKPOINT,
  'the proof of another entry': () => ({ 'receipt.tlog-proof': others.proof }),
  'another place': changedProof('index 200', 'index 201'),
  'a place beyond the tree': changedProof('index 200', 'index 300'),
  'a hash too few': changedProof(/(index 200\n)[^\n]+\n/, '$1'),
  'a hash too many': changedProof(/(index 200\n)([^\n]+\n)/, '$1$2$2'),
};

const python = has('python3', '-c', 'import base64, json');
const SAYS = 'Wir haben 2 Datensätze in 1 System gelöscht.';

const TOOLS: { heading: string; present: boolean; says: string; refuses: Record<string, Change> }[] = [
  { heading: 'jose', present: has('sh', '-c', 'command -v jose'), says: SAYS, refuses: RECEIPT },
  { heading: 'openssl', present: has('openssl', 'version') && python, says: SAYS, refuses: RECEIPT },
  { heading: 'Python', present: has('python3', '-c', 'import jwcrypto'), says: SAYS, refuses: RECEIPT },
  { heading: 'Log: openssl', present: has('openssl', 'version') && python, says: 'Signature Verified Successfully', refuses: CHECKPOINT },
  {
    heading: 'Log: Go',
    present: has('go', 'version') && has('test', '-d', '/usr/share/gocode/src/golang.org/x/mod'),
    says: 'entry 200 of 300 in privacy.shop.example/log/2026',
    refuses: INCLUSION,
  },
];
const missing = TOOLS.filter(({ present }) => !present).map(({ heading }) => heading);
if (missing.length > 0) console.warn(`SKIPPED, not on this machine: receipts checked with ${missing.join(', ')}`);

function write(files: Partial<Files>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'receipt-'));
  const erased = outcome('shop', 'erase', { outcome: 'deleted', found: 2, datasets: [{ dataset: 'customers', found: 2, erased: 2 }] });
  const given = await loggedReceipt({ payload: buildDeletionReceipt(contextWith({ lang: 'de', outcomes: [erased] }), FRAME) });
  const { jws, proof, keys, logs, log, checkpoint } = given;
  const published = { issuer: 'https://privacy.shop.example', keys: [newSigner().jwk, ...keys], logs };
  genuine = { 'receipt.jws': jws, 'receipt.tlog-proof': proof, 'keys.json': JSON.stringify(published) };
  others = { proof: await log.proofOf(100, checkpoint), keys: JSON.stringify({ ...published, logs: [await logKeyOf(newLogSigner())] }) };
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** The last line alone: what came before it built the tool. */
const lastLine = (script: string): string => script.trimEnd().split('\n').at(-1) ?? '';

describe.each(TOOLS)('the recipe for $heading', ({ heading, present, says, refuses }) => {
  it.skipIf(!present)('accepts a fresh receipt and shows what it says', { timeout: 120_000 }, () => {
    write(genuine);
    const shown = execFileSync('sh', ['-e', '-c', recipe(heading)], {
      cwd: directory,
      encoding: 'utf8',
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect(shown).toContain(says);
  });

  it.skipIf(!present).each(Object.entries(refuses))('refuses %s', (_, change) => {
    const changed = change(genuine);
    expect({ ...genuine, ...changed }).not.toEqual(genuine);
    write({ ...genuine, ...changed });
    // Go's program is built by then.
    const script = heading === 'Log: Go' ? lastLine(recipe(heading)) : recipe(heading);
    expect(spawnSync('sh', ['-e', '-c', script], { cwd: directory, stdio: 'ignore', env }).status).toBeGreaterThan(0);
  });
});

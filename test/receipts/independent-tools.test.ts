/** Receipts checked by tools nobody here wrote, by the recipes of docs/receipts.md; what is not on the machine is named. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDeletionReceipt } from '../../lib/receipts/build-deletion.ts';
import { signReceipt } from '../../lib/receipts/sign.ts';
import { contextWith, FRAME, newSigner, outcome } from './world.ts';

const DOC = join(import.meta.dirname, '../../docs/receipts.md');

/** The recipe under a heading of the document: its first block of shell. */
function recipe(heading: string): string {
  const section = readFileSync(DOC, 'utf8')
    .split(/^### /m)
    .find((part) => part.startsWith(heading));
  return /```sh\n([\s\S]*?)```/.exec(section ?? '')?.[1] ?? '';
}

function has(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

const TOOLS = [
  { heading: 'jose', present: has('jose', 'jws', 'ver', '-h') || has('sh', '-c', 'command -v jose') },
  { heading: 'openssl', present: has('openssl', 'version') && has('python3', '-c', 'import base64, json') },
  { heading: 'Python', present: has('python3', '-c', 'import cryptography') },
];
const missing = TOOLS.filter(({ present }) => !present).map(({ heading }) => heading);
if (missing.length > 0) console.warn(`SKIPPED, not on this machine: receipts checked with ${missing.join(', ')}`);

let directory = '';

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'receipt-'));
  const signer = newSigner();
  const erased = outcome('shop', 'erase', { outcome: 'deleted', found: 2, datasets: [{ dataset: 'customers', found: 2, erased: 2 }] });
  const jws = await signReceipt(buildDeletionReceipt(contextWith({ lang: 'de', outcomes: [erased] }), FRAME), signer);
  writeFileSync(join(directory, 'receipt.jws'), jws);
  writeFileSync(join(directory, 'keys.json'), JSON.stringify({ keys: [newSigner().jwk, signer.jwk] }));
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Changes one character of the payload. */
function tamper(): () => void {
  const file = join(directory, 'receipt.jws');
  const jws = readFileSync(file, 'utf8');
  const at = jws.indexOf('.') + 40;
  writeFileSync(file, jws.slice(0, at) + (jws[at] === 'A' ? 'B' : 'A') + jws.slice(at + 1));
  return () => writeFileSync(file, jws);
}

describe.each(TOOLS)('the recipe for $heading', ({ heading, present }) => {
  it.skipIf(!present)('accepts a fresh receipt and shows what it says', () => {
    const shown = execFileSync('sh', ['-e', '-c', recipe(heading)], {
      cwd: directory,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect(shown).toContain('Wir haben 2 Datensätze in 1 System gelöscht.');
  });

  it.skipIf(!present)('refuses a changed one', () => {
    const restore = tamper();
    const { status } = spawnSync('sh', ['-e', '-c', recipe(heading)], { cwd: directory, stdio: 'ignore' });
    restore();
    expect(status).not.toBe(0);
  });
});

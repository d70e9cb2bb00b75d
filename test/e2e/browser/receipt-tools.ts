/** A receipt checked by three programs: our own command, Debian's jose, and openssl by the recipe of docs/receipts.md. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { missing, onPath } from '../laptop.ts';

const ROOT = path.join(import.meta.dirname, '../../..');

const absentTools = missing({ jose: onPath('jose'), openssl: onPath('openssl'), python3: onPath('python3') });

/** The recipe under a heading of the document: its first block of shell. */
function recipe(heading: string): string {
  const section = readFileSync(path.join(ROOT, 'docs/receipts.md'), 'utf8')
    .split(/^### /m)
    .find((part) => part.startsWith(heading));
  const found = /```sh\n([\s\S]*?)```/.exec(section ?? '')?.[1];
  if (found === undefined) throw new Error(`docs/receipts.md has no recipe for ${heading}`);
  return found;
}

type Tool = (directory: string) => number | null;

function shell(script: string): Tool {
  return (directory) => spawnSync('sh', ['-e', '-c', script], { cwd: directory, stdio: 'ignore' }).status;
}

function tools(): Record<string, Tool> {
  return {
    quittance: (directory) =>
      spawnSync(
        'npx',
        ['--no-install', 'quittance', 'verify', path.join(directory, 'receipt.jws'), '--keys', path.join(directory, 'keys.json')],
        { cwd: ROOT, stdio: 'ignore' },
      ).status,
    ...(absentTools.includes('jose') ? {} : { jose: shell(recipe('jose')) }),
    ...(absentTools.includes('openssl') || absentTools.includes('python3') ? {} : { openssl: shell(recipe('openssl')) }),
  };
}

/** Which program accepts (exit 0) the receipt with these keys. */
export function verdicts(jws: string, jwks: string): Record<string, boolean> {
  const directory = mkdtempSync(path.join(tmpdir(), 'quittance-receipt-'));
  try {
    writeFileSync(path.join(directory, 'receipt.jws'), jws);
    writeFileSync(path.join(directory, 'keys.json'), jwks);
    return Object.fromEntries(Object.entries(tools()).map(([name, run]) => [name, run(directory) === 0]));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The same receipt with one character of its text changed. */
export function tampered(jws: string): string {
  const at = jws.indexOf('.') + 40;
  return jws.slice(0, at) + (jws[at] === 'A' ? 'B' : 'A') + jws.slice(at + 1);
}

/** What a receipt says, unchecked. */
export function payloadOf<T>(jws: string): T {
  return JSON.parse(Buffer.from(jws.split('.')[1]!, 'base64url').toString('utf8')) as T;
}

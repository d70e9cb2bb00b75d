/** A log of any size in a folder, as it is served: what audits and proofs are measured on. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { TreeEdge } from '../../../lib/receipts/log/append.ts';
import { checkpointText, signNote, verifierKeyOf } from '../../../lib/receipts/log/write-note.ts';
import { newKey } from '../../receipts/log/audit-world.ts';

/** Entries appended at a time: only full files and those of the end are written. */
const BATCH = 256 * 16;

export const entryAt = (index: number): Uint8Array => createHash('sha256').update(`receipt ${index}`).digest();

interface LogFolder extends Disposable {
  directory: string;
  keyFile: string;
  note: string;
  vkey: string;
  origin: string;
}

/** Builds the log; the folder is gone when it is disposed of. */
export async function buildFolder(size: number): Promise<LogFolder> {
  const directory = mkdtempSync(join(tmpdir(), 'log-bench-'));
  const origin = 'privacy.shop.example/log/2026';
  const signer = { name: origin, ...newKey() };
  const write = (path: string, bytes: Uint8Array | string): void => {
    const file = join(directory, '2026', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  };
  const edge = new TreeEdge(0, [], []);
  for (let first = 0; first < size; first += BATCH) {
    const entries = Array.from({ length: Math.min(BATCH, size - first) }, (_, at) => entryAt(first + at));
    for (const { path, bytes } of edge.append(entries)) if (!path.includes('.p/')) write(path, bytes);
  }
  for (const { path, bytes } of edge.unfinished()) write(path, bytes);
  const note = await signNote(checkpointText({ origin, size, root: edge.root() }), signer);
  write('checkpoint', note);
  const vkey = await verifierKeyOf(signer);
  const keyFile = join(directory, 'keys.json');
  writeFileSync(keyFile, JSON.stringify({ issuer: 'https://privacy.shop.example', keys: [], logs: [{ origin, vkey }] }));
  return { directory, keyFile, note, vkey, origin, [Symbol.dispose]: () => rmSync(directory, { recursive: true }) };
}

/** The log at a million entries: proofs, their verification, an audit with its memory; and what issuing and logging a receipt costs. */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { performance } from 'node:perf_hooks';
import { runAudit } from '../../lib/receipts/log/audit/audit-command.ts';
import { hashLeaf } from '../../lib/receipts/log/append.ts';
import { rootOf, sameBytes } from '../../lib/receipts/log/inclusion.ts';
import { readCheckpoint, readSignedNote } from '../../lib/receipts/log/signed-note.ts';
import { openTree } from '../../lib/receipts/log/tree.ts';
import { measureIssuing } from './log/issuing.ts';
import { buildFolder, entryAt } from './log/million.ts';

const SIZES = [100_000, 1_000_000];
const PROOFS = 300;
/** What an audit of ten times as many entries may take: the same, but for what the runtime does not collect in time. */
const FLAT = 1.5;

const { info } = console;

interface AuditRun {
  seconds: number;
  peakMb: number;
}

/** Runs in a process of its own, so that nothing else is in its memory. */
function auditApart(directory: string, keyFile: string): AuditRun {
  const { stdout, status } = spawnSync(
    process.execPath,
    [...process.execArgv, fileURLToPath(import.meta.url), 'audit', directory, keyFile],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  if (status !== 0) throw new Error(`The audit ended with ${status}: ${stdout}`);
  return JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as AuditRun;
}

async function audit([directory = '', keyFile = '']: readonly string[]): Promise<void> {
  const from = performance.now();
  process.exitCode = await runAudit([directory, '--keys', keyFile], {
    out: info,
    err: console.error,
    progress: {
      terminal: process.stderr.isTTY,
      write: (text) => void (process.stderr.isTTY && process.stderr.write(text)),
      clock: () => performance.now(),
    },
    openDeployment: async () => await Promise.reject(new TypeError('There is none')),
  });
  // maxRSS is in KiB.
  info(JSON.stringify({ seconds: (performance.now() - from) / 1000, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) }));
}

/** Proofs of entries all over the log, each from the files anew, and their verification. */
async function proofs(directory: string, note: string): Promise<{ proof: number; verify: number }> {
  const { size, root } = readCheckpoint(readSignedNote(note)!.text)!;
  const took = { proof: 0, verify: 0 };
  for (let count = 0; count < PROOFS; count += 1) {
    const index = Math.floor((Number(size) / PROOFS) * count);
    const begun = performance.now();
    const hashes = await openTree(
      async (path) => await readFile(join(directory, '2026', path)).catch(() => undefined),
      Number(size),
    ).inclusion(index);
    const proven = performance.now();
    const top = await rootOf({ leaf: Uint8Array.from(hashLeaf(entryAt(index))), index: BigInt(index), size, hashes });
    if (top === undefined || !sameBytes(top, root)) throw new Error(`The proof of entry ${index} does not hold`);
    took.proof += proven - begun;
    took.verify += performance.now() - proven;
  }
  return { proof: took.proof / PROOFS, verify: took.verify / PROOFS };
}

async function atSize(size: number): Promise<AuditRun> {
  const begun = performance.now();
  using folder = await buildFolder(size);
  info(`${size} entries, built in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  const { proof, verify } = await proofs(folder.directory, folder.note);
  const run = auditApart(folder.directory, folder.keyFile);
  console.table([
    {
      entries: size,
      'proof ms': Number(proof.toFixed(2)),
      'verify ms': Number(verify.toFixed(2)),
      'audit s': Number(run.seconds.toFixed(1)),
      'audit entries/s': Math.round(size / run.seconds),
      'audit peak MB': run.peakMb,
    },
  ]);
  return run;
}

const [command, ...argv] = process.argv.slice(2);
if (command === 'audit') await audit(argv);
else {
  const runs: AuditRun[] = [];
  for (const size of SIZES) runs.push(await atSize(size));
  const growth = runs.at(-1)!.peakMb / runs[0]!.peakMb;
  info(`Ten times the entries took ${growth.toFixed(2)} times the memory: ${growth <= FLAT ? 'flat' : 'NOT flat'}`);
  if (growth > FLAT) process.exitCode = 1;
  console.table(await measureIssuing([1000, 100_000]));
}

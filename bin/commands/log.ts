/** `quittance log`: what anybody can do with a log: audit it, or have a checkpoint dated by a third party. */
import { performance } from 'node:perf_hooks';
import { runAnchor } from '../../lib/receipts/log/anchor/anchor-command.ts';
import { runAudit } from '../../lib/receipts/log/audit/audit-command.ts';
import { openDeployment } from './log-deployment.ts';

const USAGE = `Usage: quittance log COMMAND

  audit   whether a log is what it says it is
  anchor  have its checkpoint dated by a time-stamp authority

quittance log COMMAND --help says more.`;

const EXIT_USAGE = 3;

const IO = { out: console.info, err: console.error };

/** Runs a command; returns its exit code. */
export async function runLog([name = '--help', ...argv]: readonly string[]): Promise<number> {
  const { stderr } = process;
  const progress = { terminal: stderr.isTTY, write: (text: string) => void stderr.write(text), clock: () => performance.now() };
  if (name === 'audit') return await runAudit(argv, { ...IO, progress, openDeployment });
  if (name === 'anchor') return await runAnchor(argv, IO);
  const helped = name === '--help';
  (helped ? IO.out : IO.err)(USAGE);
  return helped ? 0 : EXIT_USAGE;
}

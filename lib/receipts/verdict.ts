/** What a verification means for people: one verdict, and five plain lines that say what it rests on. Runs in Node and in a browser. */
import type { History } from './log/check-history.ts';
import type { CheckName, Reason, Verification } from './verify.ts';

export type Verdict =
  | 'genuine'
  | 'superseded'
  | 'changed'
  | 'unknown-key'
  | 'no-receipt'
  | 'key-compromised'
  | 'undecided'
  | 'unproven'
  | 'unknown-log'
  | 'not-in-the-log'
  | 'history-rewritten';

export const LINES = ['signature', 'key', 'log', 'history', 'newer'] as const;

export type LineName = (typeof LINES)[number];

/** Why a line stays open, where no check failed. */
export type OpenReason = 'check-before-failed' | 'no-proof' | 'log-not-reachable' | 'issuer-not-asked';

/** `open`: could not be checked. */
export interface Line {
  name: LineName;
  state: 'good' | 'bad' | 'open';
  reason?: Reason | OpenReason | 'newer-receipt';
}

/** What was found besides the verification itself; absent members were not asked for. */
export interface Findings {
  verification: Verification;
  /** Of the log of today, if the proof holds. */
  history?: History;
  /** Whether the issuer has a newer receipt of the same thing. */
  newer?: boolean;
  /** Whether the receipt is old enough that the log must have it. */
  due?: boolean;
}

const PROOF_CHECKS: ReadonlySet<CheckName> = new Set<CheckName>(['proof', 'log', 'checkpoint', 'inclusion']);

const REASON_VERDICTS: Partial<Record<Reason, Verdict>> = {
  'not-a-receipt': 'no-receipt',
  'key-compromised': 'key-compromised',
  'key-compromised-unlogged': 'undecided',
  'unknown-log': 'unknown-log',
};

function failedVerdict({ checks }: Verification): Verdict {
  const { name, reason } = checks.at(-1)!;
  const named = reason === 'ok' ? undefined : REASON_VERDICTS[reason];
  if (named !== undefined) return named;
  if (PROOF_CHECKS.has(name)) return 'not-in-the-log';
  return name === 'key' ? 'unknown-key' : 'changed';
}

/** The one word for it; the worst finding decides. */
export function verdictOf({ verification, history, newer, due }: Findings): Verdict {
  if (verification.result !== 'genuine') return failedVerdict(verification);
  if (history === 'rewritten' || history === 'older') return 'history-rewritten';
  // What was signed and kept out of the log nobody could see or miss: a signature alone vouches for a moment only.
  if (due === true && verification.place === undefined) return 'unproven';
  return newer === true ? 'superseded' : 'genuine';
}

/** A line about some of the checks: bad if one of them failed, good if the last of them passed, open if it was not reached. */
function lineOf({ checks }: Verification, name: LineName, of: readonly CheckName[]): Line {
  const failed = checks.find((check) => !check.ok && of.includes(check.name));
  if (failed !== undefined && failed.reason !== 'ok') return { name, state: 'bad', reason: failed.reason };
  const reached = checks.some((check) => check.name === of.at(-1));
  return reached ? { name, state: 'good' } : { name, state: 'open', reason: 'check-before-failed' };
}

function keyLine(verification: Verification): Line {
  const line = lineOf(verification, 'key', ['key', 'validity']);
  return line.reason === 'key-compromised-unlogged' ? { ...line, state: 'open' } : line;
}

function logLine(verification: Verification): Line {
  const asked = verification.checks.some(({ name }) => PROOF_CHECKS.has(name));
  if (verification.payload !== undefined && !asked) return { name: 'log', state: 'open', reason: 'no-proof' };
  const line = lineOf(verification, 'log', [...PROOF_CHECKS]);
  return line.reason === 'unknown-log' ? { ...line, state: 'open' } : line;
}

function historyLine({ verification, history }: Findings): Line {
  const name = 'history';
  if (verification.place === undefined) {
    const { reason } = logLine(verification);
    return { name, state: 'open', reason: reason === 'no-proof' ? reason : 'check-before-failed' };
  }
  if (history === 'goes-on') return { name, state: 'good' };
  if (history === undefined || history === 'not-reachable') return { name, state: 'open', reason: 'log-not-reachable' };
  return { name, state: 'bad', reason: history === 'older' ? 'log-rolled-back' : 'history-rewritten' };
}

function newerLine({ verification, newer }: Findings): Line {
  const name = 'newer';
  if (verification.payload === undefined) return { name, state: 'open', reason: 'check-before-failed' };
  if (newer === undefined) return { name, state: 'open', reason: 'issuer-not-asked' };
  return newer ? { name, state: 'bad', reason: 'newer-receipt' } : { name, state: 'good' };
}

/** The five lines, always all of them. */
export function linesOf(findings: Findings): Line[] {
  const { verification } = findings;
  return [
    lineOf(verification, 'signature', ['form', 'header', 'algorithm', 'signature', 'family', 'payload']),
    keyLine(verification),
    logLine(verification),
    historyLine(findings),
    newerLine(findings),
  ];
}

/** Audits logs: rebuilds each tree from its entries and holds against it whatever is known of the log. */
import { createHash } from 'node:crypto';
import type { LogKey } from '../verify-proof.ts';
import { type Finding, Findings } from './finding.ts';
import { openHead, type OpenLog, readSeen, type SeenRoot } from './head.ts';
import { LogWalk } from './log-walk.ts';
import type { EntryCounts } from './roll-walk.ts';
import type { AuditedLog, Roll, SeenCheckpoint } from './source.ts';
import { Erasures, type PreviousLog, readStatements } from './statements.ts';

/** How far a log has been gone through. */
export interface Progress {
  log: string;
  done: number;
  size: number;
}

export interface Audit {
  /** Oldest first. */
  logs: readonly AuditedLog[];
  keys: readonly LogKey[];
  seen: readonly SeenCheckpoint[];
  /** Receipts held, for the log of an origin. */
  rolls(origin: string): readonly Roll[];
  /** Receipts held without a proof: name by entry in hexadecimal. */
  unplaced: Map<string, string>;
  progress(now: Progress): void;
}

export interface LogReport {
  log: string;
  size: number;
  /** False: no key of the log was given, so nobody knows whose checkpoint this is. */
  keyKnown: boolean;
  entries: EntryCounts;
  /** Roots signed at some time that were compared with the tree. */
  checkpoints: number;
  /** The checkpoint, to be remembered for the next audit. */
  note: string;
}

export interface AuditReport {
  /** `unknown`: nothing is wrong, but the key of a log is not known. */
  result: 'clean' | 'findings' | 'unknown';
  logs: LogReport[];
  findings: Finding[];
  /** Findings beyond those listed. */
  more: number;
  /** Checkpoints seen of logs that were not audited. */
  otherCheckpoints: number;
}

interface Opened {
  log: OpenLog;
  statements: Awaited<ReturnType<typeof readStatements>>;
}

/** The log's own link to the one before it, against that one as it is. */
function checkLink({ log, statements: { previous } }: Opened, before: OpenLog | undefined, findings: Findings): void {
  if (before === undefined || log.size === 0) return;
  const file = 'statement/0';
  if (previous === undefined) findings.add({ log: log.origin, kind: 'previous-log-missing', file, index: 0 });
  else if (!leadsTo(previous, before)) findings.add({ log: log.origin, kind: 'previous-log-differs', file, index: 0 });
}

function leadsTo(previous: PreviousLog, { origin, size, note }: OpenLog): boolean {
  const sha256 = createHash('sha256').update(note).digest('hex');
  return previous.origin === origin && previous.size === size && previous.checkpointSha256 === sha256;
}

async function auditLog(opened: Opened, audit: Audit, known: Known): Promise<LogReport> {
  const { log, statements } = opened;
  const { origin, size, keyKnown, source } = log;
  const seen = known.roots.get(origin) ?? [];
  const walk = await LogWalk.open(log, {
    seen,
    statements: statements.places,
    erased: known.erasures.of(origin),
    rolls: [...(source.receipts === undefined ? [] : [{ complete: true, receipts: source.receipts() }]), ...audit.rolls(origin)],
    unplaced: audit.unplaced,
    findings: known.findings,
  });
  await walk.run((done) => audit.progress({ log: origin, done, size }));
  return { log: origin, size, keyKnown, entries: walk.counts, checkpoints: seen.length, note: new TextDecoder().decode(log.note) };
}

/** What is known of all logs before the entries are gone through. */
interface Known {
  findings: Findings;
  erasures: Erasures;
  roots: Map<string, SeenRoot[]>;
}

/** Audits logs. Throws LogNotReachableError if a source cannot be read. */
export async function auditLogs(audit: Audit): Promise<AuditReport> {
  const findings = new Findings();
  const erasures = new Erasures();
  const opened: Opened[] = [];
  for (const source of audit.logs) {
    const log = await openHead(source, audit.keys, findings);
    if (log !== undefined) opened.push({ log, statements: await readStatements(log, { findings, erasures }) });
  }
  opened.forEach((each, at) => checkLink(each, opened[at - 1]?.log, findings));
  const origins = opened.map(({ log }) => log.origin);
  const { roots, others } = await readSeen(audit.seen, { keys: audit.keys, origins, findings });
  const logs: LogReport[] = [];
  for (const each of opened) logs.push(await auditLog(each, audit, { findings, erasures, roots }));
  for (const file of audit.unplaced.values()) findings.add({ log: origins.join(', '), kind: 'receipt-not-in-the-log', file });
  const result = findings.all.length > 0 ? 'findings' : logs.every(({ keyKnown }) => keyKnown) ? 'clean' : 'unknown';
  return { result, logs, findings: findings.all, more: findings.more, otherCheckpoints: others };
}

/** next-look: when the sweep looks at a request again, so that its cost grows with what is due and not with what is open. */
import type { Configuration } from '../domain/configuration.ts';
import { isClosed } from '../domain/request.ts';
import { CLAIM_LEASE_MS } from '../mail/post-office.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { papersGoAt } from './erase-papers.ts';
import { milestones, nextMilestone } from './milestones.ts';
import { owedSince } from './owed-receipts.ts';
import { purgeAt, recordEndsAt } from './purge-request.ts';
import { unsentMails } from './unsent-mails.ts';

const HOUR_MS = 3600 * 1000;

/** Executions that end too early are reported as they do ("best effort", says EventBridge); this is for a report that was lost. */
const FALLBACK_MS = 30 * 24 * HOUR_MS;

/** Something that a crash left is mended at the next chance. */
function repairAt(record: CaseRecord): number[] {
  const { tasks, request } = record;
  // After the purge a mail's bytes are gone: it cannot be sent any more.
  const sendable = request.purgedAt === undefined ? unsentMails(record) : [];
  const unsent = sendable.map(({ claimedAt }) => Date.parse(claimedAt) + CLAIM_LEASE_MS);
  const untold = tasks
    .filter(({ doneAt, takenAt, outcome }) => doneAt !== undefined && takenAt === undefined && outcome !== undefined)
    .map(({ doneAt }) => Date.parse(doneAt!));
  return [...unsent, ...untold, ...owedSince(record)];
}

/** When a closed request's data, and later its record, go. */
function endAt(record: CaseRecord, configuration: Configuration): number {
  const { request } = record;
  return request.purgedAt === undefined ? purgeAt(record, configuration) : recordEndsAt(request, configuration);
}

/** When there is something to do about a request by itself. */
function dueAt(record: CaseRecord, configuration: Configuration, from: number): number {
  const { request } = record;
  const papers = papersGoAt(request, configuration);
  if (isClosed(request)) return Math.min(papers, endAt(record, configuration));
  const dates = milestones(request, configuration);
  // Every hour in the last day and when it is overdue: a system of a later wave may fail only then, and what is verified
  // still has to go out in time.
  const deferred = Date.parse(request.deferredUntil ?? '');
  const answerAt = deferred > from ? deferred : Infinity;
  return Math.min(answerAt, papers, from + (dates.interimAt <= from ? HOUR_MS : FALLBACK_MS), nextMilestone(dates, from));
}

/** The next instant at which the sweep has something to do. */
export function nextLook(record: CaseRecord, { configuration, now }: { configuration: Configuration; now(): number }): string {
  const from = now();
  return new Date(Math.max(from, Math.min(dueAt(record, configuration, from), ...repairAt(record)))).toISOString();
}

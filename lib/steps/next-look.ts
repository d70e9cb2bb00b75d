/** next-look: when the sweep looks at a request again, so that its cost grows with what is due and not with what is open. */
import type { Configuration } from '../domain/configuration.ts';
import { isClosed } from '../domain/request.ts';
import { CLAIM_LEASE_MS } from '../mail/post-office.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { milestones } from './keep-dates.ts';
import { purgeAt, recordEndsAt } from './purge-request.ts';
import { unsentMails } from './unsent-mails.ts';

const HOUR_MS = 3600 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Something that a crash left is mended at the next chance. */
function repairAt({ mails, tasks, request }: CaseRecord): number[] {
  // After the purge a mail's bytes are gone: it cannot be sent any more.
  const sendable = request.purgedAt === undefined ? unsentMails(request, mails) : [];
  const unsent = sendable.map(({ claimedAt }) => Date.parse(claimedAt) + CLAIM_LEASE_MS);
  const untold = tasks
    .filter(({ doneAt, takenAt, outcome }) => doneAt !== undefined && takenAt === undefined && outcome !== undefined)
    .map(({ doneAt }) => Date.parse(doneAt!));
  return [...unsent, ...untold];
}

/** The next instant, or undefined when nothing will ever be due again. */
export function nextLook(record: CaseRecord, { configuration, now }: { configuration: Configuration; now(): number }): string | undefined {
  const { request } = record;
  const from = now();
  if (isClosed(request)) {
    const at = request.purgedAt === undefined ? purgeAt(request, configuration) : recordEndsAt(request, configuration);
    return new Date(Math.max(from, Math.min(at, ...repairAt(record)))).toISOString();
  }
  const dates = milestones(request, configuration);
  // Once a day in any case: an execution that ended too early must not wait for a date. Every hour in the last day and
  // when it is overdue: a system of a later wave may fail only then, and what is verified still has to go out in time.
  const pause = dates.interimAt <= from ? HOUR_MS : DAY_MS;
  const ahead = Object.values(dates).filter((at) => at > from);
  return new Date(Math.max(from, Math.min(from + pause, ...ahead, ...repairAt(record)))).toISOString();
}

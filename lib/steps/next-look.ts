/** next-look: when the sweep looks at a request again, so that its cost grows with what is due and not with what is open. */
import type { Configuration } from '../domain/configuration.ts';
import { isClosed } from '../domain/request.ts';
import { CLAIM_LEASE_MS } from '../mail/post-office.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { milestones } from './keep-dates.ts';
import { purgeAt, recordEndsAt } from './purge-request.ts';

const DAY_MS = 24 * 3600 * 1000;

/** Something that a crash left is mended at the next chance. */
function repairAt({ mails, tasks }: CaseRecord): number[] {
  const unsent = mails.filter(({ sentAt }) => sentAt === undefined).map(({ claimedAt }) => Date.parse(claimedAt) + CLAIM_LEASE_MS);
  const untold = tasks.filter(({ doneAt, takenAt }) => doneAt !== undefined && takenAt === undefined).map(({ doneAt }) => Date.parse(doneAt!));
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
  // Once a day in any case: an execution that ended too early must not wait for a date.
  const ahead = Object.values(milestones(request, configuration)).filter((at) => at > from);
  return new Date(Math.max(from, Math.min(from + DAY_MS, ...ahead, ...repairAt(record)))).toISOString();
}

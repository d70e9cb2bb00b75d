/** What the person is owed and has not got, receipts and words of staff: the sweep looks again, and the purge waits for them. */
import type { CaseRecord } from '../stores/request-store.ts';
import { owesClosure } from './close-withdrawn.ts';
import { pendingCorrections } from './correct-receipt.ts';
import { pendingAgain } from './failed-mail.ts';
import { unsentMessages } from './mail-messages.ts';

export type Owing = Pick<CaseRecord, 'request' | 'events' | 'mails'>;

/** Instants from which each is owed. */
export function owedSince(record: Owing): number[] {
  const closures = owesClosure(record) ? [record.request.closedAt!] : [];
  const corrections = pendingCorrections(record).map(({ at }) => at);
  const messages = unsentMessages(record.request).map(({ writtenAt }) => writtenAt);
  const again = pendingAgain(record).map(({ event }) => event.at);
  return [...closures, ...corrections, ...messages, ...again].map((at) => Date.parse(at));
}

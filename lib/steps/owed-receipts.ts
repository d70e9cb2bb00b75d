/** Which receipts and mails about them are owed and not out: the sweep looks again, and the purge waits for them. */
import type { CaseRecord } from '../stores/request-store.ts';
import { owesClosure } from './close-withdrawn.ts';
import { pendingCorrections } from './correct-receipt.ts';

export type Owing = Pick<CaseRecord, 'request' | 'events' | 'mails'>;

/** Instants from which each is owed. */
export function owedSince(record: Owing): number[] {
  const closures = owesClosure(record) ? [record.request.closedAt!] : [];
  return [...closures, ...pendingCorrections(record).map(({ at }) => at)].map((at) => Date.parse(at));
}

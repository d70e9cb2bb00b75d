/** How many years the record of a request is kept: as each law says, and as the company says where a law does not. */
import type { Configuration } from '../configuration.ts';
import type { Request } from '../request.ts';
import { lawsOf } from './choose-laws.ts';
import { clockFor, lawOn } from './laws.ts';
import type { Law } from './law.ts';

interface Kept {
  laws: readonly Law[];
  /** Civil date of receipt. */
  on: string;
  recordYears: number;
}

/** "maintain records ... for at least 24 months" (11 CCR 7101(a)): whole years, so that everybody can be told the same number. */
function yearsNamed(law: Law, on: string): number | undefined {
  const period = clockFor(law, 'record', { right: 'access', on })?.period;
  return period?.unit === 'month' ? Math.ceil(period.amount / 12) : undefined;
}

function longest({ laws, on, recordYears }: Kept): number {
  return laws.length === 0 ? recordYears : Math.max(...laws.map((law) => yearsNamed(law, on) ?? recordYears));
}

/** Years after its end for which a request stays on record. */
export function recordYears(request: Pick<Request, 'laws' | 'receivedOn'>, { policies }: Pick<Configuration, 'policies'>): number {
  return longest({ laws: lawsOf(request), on: request.receivedOn, recordYears: policies.recordYears });
}

/** The longest time any request received on a date may stay on record. */
export function longestRecordYears({ laws, policies }: Pick<Configuration, 'laws' | 'policies'>, on: string): number {
  return longest({ laws: laws.flatMap((id) => lawOn(id, on) ?? []), on, recordYears: policies.recordYears });
}

/** The Oklahoma Consumer Data Privacy Act, enacted and not yet in force. */
import type { Law } from '../law.ts';
import { usEnactedState } from './us-states.ts';

export const US_OK: Law = usEnactedState({
  id: 'us-ok',
  name: 'Oklahoma Consumer Data Privacy Act',
  shortName: 'Oklahoma CDPA',
  citation: 'SB 546',
  jurisdictions: ['US-OK'],
  validFrom: '2027-01-01',
  respondDays: 45,
  extensionDays: 45,
});

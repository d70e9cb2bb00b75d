/** The Louisiana Data Privacy Act, enacted and not yet in force. */
import type { Law } from '../law.ts';
import { usEnactedState } from './us-states.ts';

export const US_LA: Law = usEnactedState({
  id: 'us-la',
  name: 'Louisiana Data Privacy Act',
  shortName: 'Louisiana DPA',
  citation: 'Act 502 of 2026',
  jurisdictions: ['US-LA'],
  validFrom: '2027-01-01',
  respondDays: 45,
  extensionDays: 45,
});

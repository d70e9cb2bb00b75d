/** The Alabama Personal Data Protection Act, enacted and not yet in force. */
import type { Law } from '../law.ts';
import { usEnactedState } from './us-states.ts';

export const US_AL: Law = usEnactedState({
  id: 'us-al',
  name: 'Alabama Personal Data Protection Act',
  shortName: 'Alabama PDPA',
  citation: 'Act 2026-552',
  jurisdictions: ['US-AL'],
  validFrom: '2027-05-01',
  respondDays: 45,
  extensionDays: 45,
});

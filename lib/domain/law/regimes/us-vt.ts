/** The Vermont Data Privacy and Online Surveillance Act, enacted and not yet in force. */
import type { Law } from '../law.ts';
import { usEnactedState } from './us-states.ts';

export const US_VT: Law = usEnactedState({
  id: 'us-vt',
  name: 'Vermont Data Privacy and Online Surveillance Act',
  shortName: 'Vermont DPOSA',
  citation: 'Act 145 of 2026',
  jurisdictions: ['US-VT'],
  validFrom: '2028-01-01',
  respondDays: 45,
  extensionDays: 45,
});

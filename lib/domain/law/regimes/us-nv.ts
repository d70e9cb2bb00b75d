/** The opt-out of sale in Nevada. */
import type { Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';
import { US_STATE, usStatePauses } from './us-states.ts';

/** Where no section is named, the act as a whole. */
const BY_THE_ACT = confirmed('NRS 603A.345, .346');

export const US_NV: Law = {
  id: 'us-nv',
  name: 'Nevada NRS 603A',
  shortName: 'Nevada NRS 603A',
  citation: 'NRS 603A.345, .346',
  jurisdictions: ['US-NV'],
  protectsEverybody: false,
  bindsOnly: 'operators of websites and online services, and data brokers',
  validFrom: '2021-10-01',
  citeAs: { mark: '603A', source: 'NRS' },
  rights: {
    'opt-out-of-sale': { ...BY_THE_ACT, scope: 'covered information, sold for money' },
  },
  otherRights: {},
  counting: { rule: 'US-GENERIC', calendar: 'none' },
  clocks: [{ duty: 'respond', period: days(60), words: 'without undue delay', ...confirmed('603A.345, .346') }],
  pauses: usStatePauses(BY_THE_ACT),
  extension: { period: days(30), noticeBy: days(60), ...US_STATE.extension, ...confirmed('603A.345, .346') },
  refusal: { by: 'first-period', mustState: ['justification'], ...confirmed('603A.345, .346') },
  remedies: {
    complaint: { to: [{ name: 'Attorney General of Nevada' }], ...BY_THE_ACT },
    court: undefined,
    appeal: undefined,
    nonRetaliation: undefined,
  },
  responseContent: {},
  exemptions: US_STATE.exemptions,
  free: { times: 1, months: 12, ...toBeConfirmed('NRS 603A.345, .346') },
  notes: [US_STATE.authentication, 'An agent may opt out for the consumer.', 'The request must be a verified one.'],
};

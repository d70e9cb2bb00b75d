/** The Tennessee Information Protection Act. */
import type { Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';
import { US_STATE, usStateAnswer, usStatePauses } from './us-states.ts';

/** Where no section is named, the act as a whole. */
const BY_THE_ACT = confirmed('Tenn. Code 47-18-3201 ff.');

export const US_TN: Law = {
  id: 'us-tn',
  name: 'Tennessee Information Protection Act',
  shortName: 'Tennessee IPA',
  citation: 'Tenn. Code 47-18-3201 ff.',
  jurisdictions: ['US-TN'],
  protectsEverybody: false,
  validFrom: '2025-07-01',
  citeAs: { mark: '47-18', source: 'Tenn. Code' },
  rights: {
    access: BY_THE_ACT,
    erasure: { ...BY_THE_ACT, scope: 'provided by or obtained about the consumer' },
    rectification: BY_THE_ACT,
    portability: BY_THE_ACT,
    'opt-out-of-sale': BY_THE_ACT,
    'opt-out-of-targeted-ads': BY_THE_ACT,
    'opt-out-of-profiling': BY_THE_ACT,
  },
  otherRights: {},
  counting: { rule: 'US-GENERIC', calendar: 'none' },
  clocks: [{ duty: 'respond', period: days(45), words: 'without undue delay', ...confirmed('47-18-3203') }],
  pauses: usStatePauses(BY_THE_ACT),
  extension: { period: days(45), noticeBy: days(45), ...US_STATE.extension, ...confirmed('47-18-3203') },
  refusal: { by: 'first-period', mustState: US_STATE.refusal, ...confirmed('47-18-3203') },
  remedies: {
    complaint: { to: [{ name: 'Attorney General of Tennessee' }], ...BY_THE_ACT },
    court: undefined,
    appeal: { period: days(60), mustState: US_STATE.appeal, ...confirmed('Tenn. Code 47-18-3201 ff.') },
    nonRetaliation: undefined,
  },
  responseContent: usStateAnswer(BY_THE_ACT, 'portable_copy_of_provided_data'),
  exemptions: US_STATE.exemptions,
  optOut: {
    signal: { counts: false, ...toBeConfirmed('Tenn. Code 47-18-3201 ff.') },
    agents: true,
    authentication: { required: undefined, ...BY_THE_ACT },
  },
  free: { times: 2, months: 12, ...toBeConfirmed('Tenn. Code 47-18-3201 ff.') },
  cure: { words: '60 days, permanent', ...toBeConfirmed('Tenn. Code 47-18-3201 ff.') },
  notes: [US_STATE.authentication],
};

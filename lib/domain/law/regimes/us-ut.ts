/** The Utah Consumer Privacy Act. */
import type { Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';
import { US_STATE, usStateAnswer, usStatePauses } from './us-states.ts';

/** Where no section is named, the act as a whole. */
const BY_THE_ACT = confirmed('Utah Code 13-61-101 ff.');

export const US_UT: Law = {
  id: 'us-ut',
  name: 'Utah Consumer Privacy Act',
  shortName: 'Utah CPA',
  citation: 'Utah Code 13-61-101 ff.',
  jurisdictions: ['US-UT'],
  protectsEverybody: false,
  validFrom: '2023-12-31',
  citeAs: { mark: '13-61', source: 'Utah Code' },
  rights: {
    access: BY_THE_ACT,
    erasure: { ...BY_THE_ACT, scope: 'provided by the consumer' },
    rectification: { ...BY_THE_ACT, validFrom: '2026-07-01' },
    portability: BY_THE_ACT,
    'opt-out-of-sale': BY_THE_ACT,
    'opt-out-of-targeted-ads': BY_THE_ACT,
  },
  otherRights: {},
  counting: { rule: 'US-GENERIC', calendar: 'none' },
  clocks: [{ duty: 'respond', period: days(45), words: 'without undue delay', ...confirmed('13-61-203') }],
  pauses: usStatePauses(BY_THE_ACT),
  extension: { period: days(45), noticeBy: days(45), ...US_STATE.extension, ...confirmed('13-61-203') },
  refusal: { by: 'first-period', mustState: ['justification'], ...confirmed('13-61-203') },
  remedies: {
    complaint: { to: [{ name: 'Attorney General of Utah' }], ...BY_THE_ACT },
    court: undefined,
    appeal: undefined,
    nonRetaliation: undefined,
  },
  responseContent: usStateAnswer(BY_THE_ACT, 'portable_copy_of_provided_data'),
  exemptions: US_STATE.exemptions,
  optOut: {
    signal: { counts: false, ...BY_THE_ACT },
    agents: false,
    authentication: { required: undefined, ...BY_THE_ACT },
  },
  free: { times: 1, months: 12, ...toBeConfirmed('Utah Code 13-61-101 ff.') },
  cure: { words: '30 days, permanent', ...toBeConfirmed('Utah Code 13-61-101 ff.') },
  notes: [US_STATE.authentication],
};

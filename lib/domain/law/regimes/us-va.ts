/** The Virginia Consumer Data Protection Act. */
import type { Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';
import { US_STATE, usStateAnswer, usStatePauses } from './us-states.ts';

/** Where no section is named, the act as a whole. */
const BY_THE_ACT = confirmed('Va. Code 59.1-575 ff.');

export const US_VA: Law = {
  id: 'us-va',
  name: 'Virginia Consumer Data Protection Act',
  shortName: 'Virginia CDPA',
  citation: 'Va. Code 59.1-575 ff.',
  jurisdictions: ['US-VA'],
  protectsEverybody: false,
  validFrom: '2023-01-01',
  citeAs: { mark: '59.1', source: 'Va. Code' },
  rights: {
    access: BY_THE_ACT,
    erasure: { ...BY_THE_ACT, scope: 'provided by or obtained about the consumer' },
    rectification: BY_THE_ACT,
    portability: { ...BY_THE_ACT, scope: 'previously provided by the consumer' },
    'opt-out-of-sale': BY_THE_ACT,
    'opt-out-of-targeted-ads': BY_THE_ACT,
    'opt-out-of-profiling': BY_THE_ACT,
  },
  otherRights: {},
  counting: { rule: 'US-GENERIC', calendar: 'none' },
  clocks: [{ duty: 'respond', period: days(45), words: 'without undue delay', ...confirmed('59.1-577(B)(1)-(2)') }],
  pauses: usStatePauses(BY_THE_ACT),
  extension: { period: days(45), noticeBy: days(45), ...US_STATE.extension, ...confirmed('59.1-577(B)(1)-(2)') },
  refusal: { by: 'first-period', mustState: US_STATE.refusal, ...confirmed('59.1-577(B)(1)-(2)') },
  remedies: {
    complaint: { to: [{ name: 'Attorney General of Virginia' }], ...BY_THE_ACT },
    court: undefined,
    appeal: { period: days(60), mustState: US_STATE.appeal, ...confirmed('59.1-577(C)') },
    nonRetaliation: undefined,
  },
  responseContent: usStateAnswer(BY_THE_ACT, 'portable_copy_of_provided_data'),
  exemptions: US_STATE.exemptions,
  optOut: {
    signal: { counts: false, ...BY_THE_ACT },
    agents: false,
    authentication: { required: undefined, ...BY_THE_ACT },
  },
  free: { times: 2, months: 12, ...confirmed('59.1-577(B)(3)') },
  cure: { words: '30 days, permanent', ...toBeConfirmed('Va. Code 59.1-575 ff.') },
  notes: [
    US_STATE.authentication,
    'Data from third parties: a suppression record or an opt-out counts as deletion (Va. Code 59.1-577(B)(5)).',
  ],
};

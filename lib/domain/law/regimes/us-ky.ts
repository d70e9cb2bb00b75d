/** The Kentucky Consumer Data Protection Act. */
import type { Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';
import { US_STATE, usStateAnswer, usStatePauses } from './us-states.ts';

/** Where no section is named, the act as a whole. */
const BY_THE_ACT = confirmed('KRS 367.3611 ff.');

export const US_KY: Law = {
  id: 'us-ky',
  name: 'Kentucky Consumer Data Protection Act',
  shortName: 'Kentucky CDPA',
  citation: 'KRS 367.3611 ff.',
  jurisdictions: ['US-KY'],
  protectsEverybody: false,
  validFrom: '2026-01-01',
  citeAs: { mark: '367', source: 'KRS' },
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
  clocks: [{ duty: 'respond', period: days(45), words: 'without undue delay', ...confirmed('367.3615') }],
  pauses: usStatePauses(BY_THE_ACT),
  extension: { period: days(45), noticeBy: days(45), ...US_STATE.extension, ...confirmed('367.3615') },
  refusal: { by: 'first-period', mustState: US_STATE.refusal, ...confirmed('367.3615') },
  remedies: {
    complaint: { to: [{ name: 'Attorney General of Kentucky' }], ...BY_THE_ACT },
    court: undefined,
    appeal: { period: days(60), mustState: US_STATE.appeal, ...confirmed('367.3615') },
    nonRetaliation: undefined,
  },
  responseContent: usStateAnswer(BY_THE_ACT, 'portable_copy_of_provided_data'),
  exemptions: US_STATE.exemptions,
  optOut: {
    signal: { counts: false, ...toBeConfirmed('KRS 367.3611 ff.') },
    agents: true,
    authentication: { required: undefined, ...BY_THE_ACT },
  },
  free: { times: 2, months: 12, ...toBeConfirmed('KRS 367.3611 ff.') },
  cure: { words: '30 days, permanent', ...toBeConfirmed('KRS 367.3611 ff.') },
  notes: [US_STATE.authentication],
};

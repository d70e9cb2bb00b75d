/** The Texas Data Privacy and Security Act. */
import type { Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';
import { US_STATE, usStateAnswer, usStatePauses } from './us-states.ts';

/** Where no section is named, the act as a whole. */
const BY_THE_ACT = confirmed('Tex. Bus. & Com. Code ch. 541');

export const US_TX: Law = {
  id: 'us-tx',
  name: 'Texas Data Privacy and Security Act',
  shortName: 'Texas DPSA',
  citation: 'Tex. Bus. & Com. Code ch. 541',
  jurisdictions: ['US-TX'],
  protectsEverybody: false,
  validFrom: '2024-07-01',
  citeAs: { mark: '541', source: 'Tex. Bus. & Com. Code' },
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
  clocks: [{ duty: 'respond', period: days(45), words: 'without undue delay', ...confirmed('541.052(b)') }],
  pauses: usStatePauses(BY_THE_ACT),
  extension: { period: days(45), noticeBy: days(45), ...US_STATE.extension, ...confirmed('541.052(b)') },
  refusal: { by: 'first-period', mustState: US_STATE.refusal, ...confirmed('541.052(b)') },
  remedies: {
    complaint: { to: [{ name: 'Attorney General of Texas' }], ...BY_THE_ACT },
    court: undefined,
    appeal: { period: days(60), mustState: US_STATE.appeal, ...confirmed('541.053') },
    nonRetaliation: undefined,
  },
  responseContent: usStateAnswer(BY_THE_ACT, 'portable_copy_of_provided_data'),
  exemptions: US_STATE.exemptions,
  optOut: {
    signal: { counts: true, ...BY_THE_ACT },
    agents: true,
    authentication: { required: undefined, ...BY_THE_ACT },
  },
  free: { times: 2, months: 12, ...toBeConfirmed('Tex. Bus. & Com. Code ch. 541') },
  cure: { words: '30 days, permanent', ...confirmed('541.154') },
  notes: [US_STATE.authentication],
};

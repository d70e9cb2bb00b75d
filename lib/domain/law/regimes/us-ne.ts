/** The Nebraska Data Privacy Act. */
import type { Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';
import { US_STATE, usStateAnswer, usStatePauses } from './us-states.ts';

/** Where no section is named, the act as a whole. */
const BY_THE_ACT = confirmed('Neb. Rev. Stat. 87-1101 ff.');

export const US_NE: Law = {
  id: 'us-ne',
  name: 'Nebraska Data Privacy Act',
  shortName: 'Nebraska DPA',
  citation: 'Neb. Rev. Stat. 87-1101 ff.',
  jurisdictions: ['US-NE'],
  protectsEverybody: false,
  validFrom: '2025-01-01',
  citeAs: { mark: '87-1', source: 'Neb. Rev. Stat.' },
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
  clocks: [{ duty: 'respond', period: days(45), words: 'without undue delay', ...confirmed('Neb. Rev. Stat. 87-1101 ff.') }],
  pauses: usStatePauses(BY_THE_ACT),
  extension: { period: days(45), noticeBy: days(45), ...US_STATE.extension, ...confirmed('Neb. Rev. Stat. 87-1101 ff.') },
  refusal: { by: 'first-period', mustState: US_STATE.refusal, ...confirmed('Neb. Rev. Stat. 87-1101 ff.') },
  remedies: {
    complaint: { to: [{ name: 'Attorney General of Nebraska' }], ...BY_THE_ACT },
    court: undefined,
    appeal: { period: days(60), mustState: US_STATE.appeal, ...confirmed('Neb. Rev. Stat. 87-1101 ff.') },
    nonRetaliation: undefined,
  },
  responseContent: usStateAnswer(BY_THE_ACT, 'portable_copy_of_provided_data'),
  exemptions: US_STATE.exemptions,
  optOut: {
    signal: { counts: true, ...BY_THE_ACT },
    agents: true,
    authentication: { required: undefined, ...BY_THE_ACT },
  },
  free: { times: 2, months: 12, ...toBeConfirmed('Neb. Rev. Stat. 87-1101 ff.') },
  cure: { words: '30 days, permanent', ...toBeConfirmed('Neb. Rev. Stat. 87-1101 ff.') },
  notes: [US_STATE.authentication],
};

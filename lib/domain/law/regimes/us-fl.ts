/** The Florida Digital Bill of Rights. */
import type { Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';
import { US_STATE, usStateAnswer, usStatePauses } from './us-states.ts';

/** Where no section is named, the act as a whole. */
const BY_THE_ACT = confirmed('Fla. Stat. 501.701 ff.');

export const US_FL: Law = {
  id: 'us-fl',
  name: 'Florida Digital Bill of Rights',
  shortName: 'Florida DBR',
  citation: 'Fla. Stat. 501.701 ff.',
  jurisdictions: ['US-FL'],
  protectsEverybody: false,
  bindsOnly: 'controllers with over $1bn global revenue that meet a further test',
  validFrom: '2024-07-01',
  citeAs: { mark: '501', source: 'Fla. Stat.' },
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
  clocks: [{ duty: 'respond', period: days(45), words: 'without undue delay', ...confirmed('501.706') }],
  pauses: usStatePauses(BY_THE_ACT),
  extension: { period: days(15), noticeBy: days(45), ...US_STATE.extension, ...confirmed('501.706') },
  refusal: { by: 'first-period', mustState: US_STATE.refusal, ...confirmed('501.706') },
  remedies: {
    complaint: { to: [{ name: 'Attorney General of Florida' }], ...BY_THE_ACT },
    court: undefined,
    appeal: { period: days(60), mustState: US_STATE.appeal, ...toBeConfirmed('501.707') },
    nonRetaliation: undefined,
  },
  responseContent: usStateAnswer(BY_THE_ACT, 'portable_copy_of_provided_data'),
  exemptions: US_STATE.exemptions,
  optOut: {
    signal: { counts: false, ...BY_THE_ACT },
    agents: false,
    authentication: { required: undefined, ...BY_THE_ACT },
  },
  free: { times: 2, months: 12, ...toBeConfirmed('Fla. Stat. 501.701 ff.') },
  cure: { words: "45 days at the department's discretion", ...toBeConfirmed('Fla. Stat. 501.701 ff.') },
  notes: [US_STATE.authentication],
};

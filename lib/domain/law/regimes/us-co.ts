/** The Colorado Privacy Act, with its rules in 4 CCR 904-3. */
import type { Law } from '../law.ts';
import { confirmed, days, months, toBeConfirmed } from './cited.ts';
import { US_STATE, usStateAnswer, usStatePauses } from './us-states.ts';

/** Where no section is named, the act as a whole. */
const BY_THE_ACT = confirmed('C.R.S. 6-1-1301 ff.');

export const US_CO: Law = {
  id: 'us-co',
  name: 'Colorado Privacy Act',
  shortName: 'Colorado Privacy Act',
  citation: 'C.R.S. 6-1-1301 ff.',
  jurisdictions: ['US-CO'],
  protectsEverybody: false,
  validFrom: '2023-07-01',
  citeAs: { mark: '6-1', source: 'C.R.S.' },
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
  clocks: [
    { duty: 'respond', period: days(45), words: 'without undue delay', ...confirmed('6-1-1306(2)(a)') },
    { duty: 'record', period: months(24), from: 'request', ...toBeConfirmed('4 CCR 904-3 Rule 6.11') },
  ],
  pauses: usStatePauses(BY_THE_ACT),
  extension: { period: days(45), noticeBy: days(45), ...US_STATE.extension, ...confirmed('6-1-1306(2)(a)') },
  refusal: { by: 'first-period', mustState: US_STATE.refusal, ...confirmed('6-1-1306(2)(a)') },
  remedies: {
    complaint: { to: [{ name: 'Attorney General of Colorado' }], ...BY_THE_ACT },
    court: undefined,
    appeal: { period: days(45), extension: days(60), mustState: US_STATE.appeal, ...confirmed('6-1-1306(3)') },
    nonRetaliation: undefined,
  },
  responseContent: usStateAnswer(BY_THE_ACT, 'portable_copy_of_provided_data'),
  exemptions: US_STATE.exemptions,
  optOut: {
    signal: { counts: true, ...BY_THE_ACT },
    agents: true,
    authentication: { required: undefined, ...BY_THE_ACT },
  },
  free: { times: 1, months: 12, ...toBeConfirmed('C.R.S. 6-1-1301 ff.') },
  cure: { words: 'expired 2025-01-01', ...toBeConfirmed('C.R.S. 6-1-1301 ff.') },
  notes: [
    US_STATE.authentication,
    'Authentication is needed for every request except signals (4 CCR 904-3 Rule 4.08; to be confirmed).',
    'Portability at most twice a calendar year (to be confirmed).',
  ],
};

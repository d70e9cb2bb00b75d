/** The Indiana Consumer Data Protection Act. */
import type { Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';
import { US_STATE, usStateAnswer, usStatePauses } from './us-states.ts';

/** Where no section is named, the act as a whole. */
const BY_THE_ACT = confirmed('Ind. Code 24-15');

export const US_IN: Law = {
  id: 'us-in',
  name: 'Indiana Consumer Data Protection Act',
  shortName: 'Indiana CDPA',
  citation: 'Ind. Code 24-15',
  jurisdictions: ['US-IN'],
  protectsEverybody: false,
  validFrom: '2026-01-01',
  citeAs: { mark: '24-15', source: 'Ind. Code' },
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
  clocks: [{ duty: 'respond', period: days(45), words: 'without undue delay', ...confirmed('24-15-3-1') }],
  pauses: usStatePauses(BY_THE_ACT),
  extension: { period: days(45), noticeBy: days(45), ...US_STATE.extension, ...confirmed('24-15-3-1') },
  refusal: { by: 'first-period', mustState: US_STATE.refusal, ...confirmed('24-15-3-1') },
  remedies: {
    complaint: { to: [{ name: 'Attorney General of Indiana' }], ...BY_THE_ACT },
    court: undefined,
    appeal: { period: days(60), mustState: US_STATE.appeal, ...confirmed('24-15-3-1') },
    nonRetaliation: undefined,
  },
  responseContent: usStateAnswer(BY_THE_ACT, 'portable_copy_of_provided_data'),
  exemptions: US_STATE.exemptions,
  optOut: {
    signal: { counts: false, ...toBeConfirmed('Ind. Code 24-15') },
    agents: true,
    authentication: { required: undefined, ...BY_THE_ACT },
  },
  free: { times: 1, months: 12, ...toBeConfirmed('Ind. Code 24-15') },
  cure: { words: '30 days, permanent', ...toBeConfirmed('Ind. Code 24-15') },
  notes: [
    US_STATE.authentication,
    'Access may be answered with a representative summary (to be confirmed).',
    'Correction reaches only data the consumer provided (to be confirmed).',
  ],
};

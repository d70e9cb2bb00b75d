/** The Rhode Island Data Transparency and Privacy Protection Act. */
import type { Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';
import { US_STATE, usStateAnswer, usStatePauses } from './us-states.ts';

/** Where no section is named, the act as a whole. */
const BY_THE_ACT = confirmed('R.I. Gen. Laws 6-48.1');

export const US_RI: Law = {
  id: 'us-ri',
  name: 'Rhode Island Data Transparency and Privacy Protection Act',
  shortName: 'Rhode Island DTPPA',
  citation: 'R.I. Gen. Laws 6-48.1',
  jurisdictions: ['US-RI'],
  protectsEverybody: false,
  validFrom: '2026-01-01',
  citeAs: { mark: '6-48', source: 'R.I. Gen. Laws' },
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
    { duty: 'respond', period: days(45), words: 'without undue delay', ...confirmed('6-48.1-6(b)(1)') },
    {
      duty: 'stop',
      period: days(15),
      words: 'as soon as practicable',
      appliesTo: ['withdraw-consent'],
      from: 'revocation of consent',
      ...confirmed('6-48.1'),
    },
  ],
  pauses: usStatePauses(BY_THE_ACT),
  extension: { period: days(45), noticeBy: days(45), ...US_STATE.extension, ...confirmed('6-48.1-6(b)(1)') },
  refusal: { by: 'first-period', mustState: US_STATE.refusal, ...confirmed('6-48.1-6(b)(1)') },
  remedies: {
    complaint: { to: [{ name: 'Attorney General of Rhode Island' }], ...BY_THE_ACT },
    court: undefined,
    appeal: { period: days(60), mustState: US_STATE.appeal, ...confirmed('6-48.1-6') },
    nonRetaliation: undefined,
  },
  responseContent: usStateAnswer(BY_THE_ACT, 'portable_copy_of_provided_data'),
  exemptions: US_STATE.exemptions,
  optOut: {
    signal: { counts: false, ...toBeConfirmed('R.I. Gen. Laws 6-48.1') },
    agents: true,
    authentication: { required: false, ...confirmed('6-48.1-6(b)(4)') },
  },
  free: { times: 1, months: 12, ...toBeConfirmed('R.I. Gen. Laws 6-48.1') },
  cure: { words: 'none', ...toBeConfirmed('R.I. Gen. Laws 6-48.1') },
  notes: [US_STATE.authentication],
};

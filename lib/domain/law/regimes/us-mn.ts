/** The Minnesota Consumer Data Privacy Act. */
import type { Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';
import { US_STATE, usStateAnswer, usStatePauses } from './us-states.ts';

/** Where no section is named, the act as a whole. */
const BY_THE_ACT = confirmed('Minn. Stat. 325M.10-.21');

export const US_MN: Law = {
  id: 'us-mn',
  name: 'Minnesota Consumer Data Privacy Act',
  shortName: 'Minnesota CDPA',
  citation: 'Minn. Stat. 325M.10-.21',
  jurisdictions: ['US-MN'],
  protectsEverybody: false,
  validFrom: '2025-07-31',
  citeAs: { mark: '325M', source: 'Minn. Stat.' },
  rights: {
    access: BY_THE_ACT,
    erasure: { ...BY_THE_ACT, scope: 'provided by or obtained about the consumer' },
    rectification: BY_THE_ACT,
    portability: { ...BY_THE_ACT, scope: 'previously provided by the consumer' },
    'opt-out-of-sale': BY_THE_ACT,
    'opt-out-of-targeted-ads': BY_THE_ACT,
    'opt-out-of-profiling': BY_THE_ACT,
  },
  otherRights: {
    'third-party-list': { ...confirmed('325M.14 subd. 1(h)'), scope: 'specific third parties' },
    'question-profiling': confirmed('325M.14 subd. 1(g)'),
  },
  counting: { rule: 'US-GENERIC', calendar: 'none' },
  clocks: [
    { duty: 'respond', period: days(45), words: 'without undue delay', ...confirmed('325M.14 subd. 4') },
    {
      duty: 'stop',
      period: days(15),
      words: 'as soon as practicable',
      appliesTo: ['withdraw-consent'],
      from: 'revocation of consent',
      ...toBeConfirmed('325M.16'),
    },
  ],
  pauses: usStatePauses(BY_THE_ACT),
  extension: { period: days(45), noticeBy: days(45), ...US_STATE.extension, ...confirmed('325M.14 subd. 4') },
  refusal: { by: 'first-period', mustState: US_STATE.refusal, ...confirmed('325M.14 subd. 4') },
  remedies: {
    complaint: { to: [{ name: 'Attorney General of Minnesota' }], ...BY_THE_ACT },
    court: undefined,
    appeal: { period: days(45), extension: days(60), mustState: US_STATE.appeal, ...confirmed('325M.14 subd. 5') },
    nonRetaliation: undefined,
  },
  responseContent: usStateAnswer(BY_THE_ACT, 'portable_copy_of_provided_data', 'list_or_categories_of_third_parties'),
  exemptions: US_STATE.exemptions,
  neverDisclose: {
    values: [
      'social security number',
      "driver's licence or other government id",
      'financial account number',
      'health insurance or medical id',
      'account password',
      'unique biometric data',
    ],
    ...confirmed('325M.14 subd. 4(i)'),
  },
  optOut: {
    signal: { counts: true, ...toBeConfirmed('Minn. Stat. 325M.10-.21') },
    agents: true,
    authentication: { required: false, ...confirmed('325M.14 subd. 4(h)') },
  },
  free: { times: 2, months: 12, ...toBeConfirmed('Minn. Stat. 325M.10-.21') },
  cure: { words: '30 days until 2026-01-31', ...toBeConfirmed('Minn. Stat. 325M.10-.21') },
  notes: [US_STATE.authentication, 'What must not be shown must be named as held.'],
};

/** The Oregon Consumer Privacy Act. */
import type { Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';
import { US_STATE, usStateAnswer, usStatePauses } from './us-states.ts';

/** Where no section is named, the act as a whole. */
const BY_THE_ACT = confirmed('ORS 646A.570-.589');

export const US_OR: Law = {
  id: 'us-or',
  name: 'Oregon Consumer Privacy Act',
  shortName: 'Oregon CPA',
  citation: 'ORS 646A.570-.589',
  jurisdictions: ['US-OR'],
  protectsEverybody: false,
  validFrom: '2024-07-01',
  citeAs: { mark: '646A', source: 'ORS' },
  rights: {
    access: BY_THE_ACT,
    erasure: { ...BY_THE_ACT, scope: 'provided by or obtained about the consumer' },
    rectification: BY_THE_ACT,
    portability: BY_THE_ACT,
    'opt-out-of-sale': BY_THE_ACT,
    'opt-out-of-targeted-ads': BY_THE_ACT,
    'opt-out-of-profiling': BY_THE_ACT,
  },
  otherRights: {
    'third-party-list': { ...BY_THE_ACT, scope: 'specific third parties' },
  },
  counting: { rule: 'US-GENERIC', calendar: 'none' },
  clocks: [
    { duty: 'respond', period: days(45), words: 'without undue delay', ...confirmed('646A.576(5)(a)') },
    {
      duty: 'stop',
      period: days(15),
      words: 'as soon as practicable',
      appliesTo: ['withdraw-consent'],
      from: 'revocation of consent',
      ...toBeConfirmed('646A.578'),
    },
  ],
  pauses: usStatePauses(BY_THE_ACT),
  extension: { period: days(45), noticeBy: days(45), ...US_STATE.extension, ...confirmed('646A.576(5)(a)') },
  refusal: { by: 'first-period', mustState: US_STATE.refusal, ...confirmed('646A.576(5)(a)') },
  remedies: {
    complaint: { to: [{ name: 'Attorney General of Oregon' }], ...BY_THE_ACT },
    court: undefined,
    appeal: { period: days(45), mustState: US_STATE.appeal, ...confirmed('646A.576') },
    nonRetaliation: undefined,
  },
  responseContent: usStateAnswer(BY_THE_ACT, 'portable_copy_of_provided_data', 'list_or_categories_of_third_parties'),
  exemptions: US_STATE.exemptions,
  optOut: {
    signal: { counts: true, ...BY_THE_ACT },
    agents: true,
    authentication: { required: false, ...confirmed('646A.576(5)(e)') },
  },
  free: { times: 1, months: 12, ...toBeConfirmed('ORS 646A.570-.589') },
  cure: { words: '30 days until 2026-01-01, then none', ...toBeConfirmed('ORS 646A.570-.589') },
  notes: [US_STATE.authentication, 'Whether an appeal may be put off by 45 days is not confirmed.'],
};

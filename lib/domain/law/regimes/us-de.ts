/** The Delaware Personal Data Privacy Act. */
import type { Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';
import { US_STATE, usStateAnswer, usStatePauses } from './us-states.ts';

/** Where no section is named, the act as a whole. */
const BY_THE_ACT = confirmed('6 Del. C. ch. 12D');

export const US_DE: Law = {
  id: 'us-de',
  name: 'Delaware Personal Data Privacy Act',
  shortName: 'Delaware PDPA',
  citation: '6 Del. C. ch. 12D',
  jurisdictions: ['US-DE'],
  protectsEverybody: false,
  validFrom: '2025-01-01',
  citeAs: { mark: '12D', source: '6 Del. C.' },
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
    'third-party-list': { ...BY_THE_ACT, scope: 'categories of third parties' },
  },
  counting: { rule: 'US-GENERIC', calendar: 'none' },
  clocks: [
    { duty: 'respond', period: days(45), words: 'without undue delay', ...confirmed('12D-104(c)(1)') },
    {
      duty: 'stop',
      period: days(15),
      words: 'as soon as practicable',
      appliesTo: ['withdraw-consent'],
      from: 'revocation of consent',
      ...toBeConfirmed('12D-106'),
    },
  ],
  pauses: usStatePauses(BY_THE_ACT),
  extension: { period: days(45), noticeBy: days(45), ...US_STATE.extension, ...confirmed('12D-104(c)(1)') },
  refusal: { by: 'first-period', mustState: US_STATE.refusal, ...confirmed('12D-104(c)(1)') },
  remedies: {
    complaint: { to: [{ name: 'Attorney General of Delaware' }], ...BY_THE_ACT },
    court: undefined,
    appeal: { period: days(60), mustState: US_STATE.appeal, ...confirmed('12D-104(d)') },
    nonRetaliation: undefined,
  },
  responseContent: usStateAnswer(BY_THE_ACT, 'portable_copy_of_provided_data', 'list_or_categories_of_third_parties'),
  exemptions: US_STATE.exemptions,
  optOut: {
    signal: { counts: true, ...BY_THE_ACT },
    agents: true,
    authentication: { required: false, ...confirmed('12D-104(c)(4)') },
  },
  free: { times: 1, months: 12, ...toBeConfirmed('6 Del. C. ch. 12D') },
  cure: { words: '60 days until 2025-12-31', ...toBeConfirmed('6 Del. C. ch. 12D') },
  notes: [
    US_STATE.authentication,
    'The list of specific third parties is due from 2027-01-01; until then categories.',
    '85 Del. Laws c. 463 replaces 12D-102 to -111 from 2027-01-01.',
  ],
};

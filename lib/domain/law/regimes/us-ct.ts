/** The Connecticut Data Privacy Act. */
import type { Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';
import { US_STATE, usStateAnswer, usStatePauses } from './us-states.ts';

/** Where no section is named, the act as a whole. */
const BY_THE_ACT = confirmed('Conn. Gen. Stat. 42-515 ff.');

export const US_CT: Law = {
  id: 'us-ct',
  name: 'Connecticut Data Privacy Act',
  shortName: 'Connecticut DPA',
  citation: 'Conn. Gen. Stat. 42-515 ff.',
  jurisdictions: ['US-CT'],
  protectsEverybody: false,
  validFrom: '2023-07-01',
  citeAs: { mark: '42-5', source: 'Conn. Gen. Stat.' },
  rights: {
    access: BY_THE_ACT,
    erasure: { ...BY_THE_ACT, scope: 'provided by or obtained about the consumer' },
    rectification: BY_THE_ACT,
    portability: { ...BY_THE_ACT, scope: 'all data processed' },
    'opt-out-of-sale': BY_THE_ACT,
    'opt-out-of-targeted-ads': BY_THE_ACT,
    'opt-out-of-profiling': BY_THE_ACT,
  },
  otherRights: {
    'third-party-list': { ...BY_THE_ACT, scope: 'third parties to whom data were sold', validFrom: '2026-07-01' },
    'question-profiling': { ...BY_THE_ACT, validFrom: '2026-07-01' },
  },
  counting: { rule: 'US-GENERIC', calendar: 'none' },
  clocks: [
    { duty: 'respond', period: days(45), words: 'without undue delay', ...confirmed('42-518(c)(1)-(2)') },
    {
      duty: 'stop',
      period: days(15),
      words: 'as soon as practicable',
      appliesTo: ['withdraw-consent'],
      from: 'revocation of consent',
      ...toBeConfirmed('42-520(a)(6)'),
    },
  ],
  pauses: usStatePauses(BY_THE_ACT),
  extension: { period: days(45), noticeBy: days(45), ...US_STATE.extension, ...confirmed('42-518(c)(1)-(2)') },
  refusal: { by: 'first-period', mustState: US_STATE.refusal, ...confirmed('42-518(c)(1)-(2)') },
  remedies: {
    complaint: { to: [{ name: 'Attorney General of Connecticut' }], ...BY_THE_ACT },
    court: undefined,
    appeal: { period: days(60), mustState: US_STATE.appeal, ...confirmed('42-518(d); PA 22-15 s.4(d)') },
    nonRetaliation: undefined,
  },
  responseContent: usStateAnswer(BY_THE_ACT, 'portable_copy_of_provided_data', 'list_or_categories_of_third_parties'),
  exemptions: US_STATE.exemptions,
  optOut: {
    signal: { counts: true, ...BY_THE_ACT },
    agents: true,
    authentication: { required: false, ...confirmed('42-518(c)(4)') },
  },
  free: { times: 1, months: 12, ...toBeConfirmed('Conn. Gen. Stat. 42-515 ff.') },
  cure: { words: 'mandatory cure expired 2024-12-31', ...toBeConfirmed('Conn. Gen. Stat. 42-515 ff.') },
  notes: [
    US_STATE.authentication,
    'Access covers inferences from 2026-07-01 (PA 25-113).',
    'Deletion reaches collated public data sold as profiles from 2026-10-01 (PA 26-64).',
  ],
};

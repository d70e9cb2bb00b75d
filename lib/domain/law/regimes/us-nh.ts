/** The New Hampshire Privacy Act. */
import type { Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';
import { US_STATE, usStateAnswer, usStatePauses } from './us-states.ts';

/** Where no section is named, the act as a whole. */
const BY_THE_ACT = confirmed('RSA 507-H');

export const US_NH: Law = {
  id: 'us-nh',
  name: 'New Hampshire Privacy Act',
  shortName: 'New Hampshire Privacy Act',
  citation: 'RSA 507-H',
  jurisdictions: ['US-NH'],
  protectsEverybody: false,
  validFrom: '2025-01-01',
  citeAs: { mark: '507-H', source: 'RSA' },
  rights: {
    access: BY_THE_ACT,
    erasure: { ...BY_THE_ACT, scope: 'provided by or obtained about the consumer' },
    rectification: BY_THE_ACT,
    portability: { ...BY_THE_ACT, scope: 'all data processed' },
    'opt-out-of-sale': BY_THE_ACT,
    'opt-out-of-targeted-ads': BY_THE_ACT,
    'opt-out-of-profiling': BY_THE_ACT,
  },
  otherRights: {},
  counting: { rule: 'US-GENERIC', calendar: 'none' },
  clocks: [
    { duty: 'respond', period: days(45), words: 'without undue delay', ...confirmed('507-H:4, III') },
    {
      duty: 'stop',
      period: days(15),
      words: 'as soon as practicable',
      appliesTo: ['withdraw-consent'],
      from: 'revocation of consent',
      ...toBeConfirmed('507-H:6'),
    },
  ],
  pauses: usStatePauses(BY_THE_ACT),
  extension: { period: days(45), noticeBy: days(45), ...US_STATE.extension, ...confirmed('507-H:4, III') },
  refusal: { by: 'first-period', mustState: US_STATE.refusal, ...confirmed('507-H:4, III') },
  remedies: {
    complaint: { to: [{ name: 'Attorney General of New Hampshire' }], ...BY_THE_ACT },
    court: undefined,
    appeal: { period: days(60), mustState: US_STATE.appeal, ...confirmed('507-H:4, IV') },
    nonRetaliation: undefined,
  },
  responseContent: usStateAnswer(BY_THE_ACT, 'portable_copy_of_provided_data'),
  exemptions: US_STATE.exemptions,
  optOut: {
    signal: { counts: true, ...toBeConfirmed('RSA 507-H') },
    agents: true,
    authentication: { required: false, ...confirmed('507-H:4, III(d)') },
  },
  free: { times: 1, months: 12, ...toBeConfirmed('RSA 507-H') },
  cure: { words: '60 days until 2025-12-31', ...toBeConfirmed('RSA 507-H') },
  notes: [US_STATE.authentication],
};

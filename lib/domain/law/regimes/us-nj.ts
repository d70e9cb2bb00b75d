/** The New Jersey Data Privacy Act. */
import type { Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';
import { US_STATE, usStateAnswer, usStatePauses } from './us-states.ts';

/** Where no section is named, the act as a whole. */
const BY_THE_ACT = confirmed('N.J.S.A. 56:8-166.4 ff.');

export const US_NJ: Law = {
  id: 'us-nj',
  name: 'New Jersey Data Privacy Act',
  shortName: 'New Jersey DPA',
  citation: 'N.J.S.A. 56:8-166.4 ff.',
  jurisdictions: ['US-NJ'],
  protectsEverybody: false,
  validFrom: '2025-01-15',
  citeAs: { mark: '56:8', source: 'N.J.S.A.' },
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
    { duty: 'respond', period: days(45), words: 'without undue delay', ...confirmed('56:8-166.7(a),(c)') },
    {
      duty: 'stop',
      period: days(15),
      words: 'as soon as practicable',
      appliesTo: ['withdraw-consent'],
      from: 'revocation of consent',
      ...toBeConfirmed('56:8-166.12'),
    },
  ],
  pauses: usStatePauses(BY_THE_ACT),
  extension: { period: days(45), noticeBy: days(45), ...US_STATE.extension, ...confirmed('56:8-166.7(a),(c)') },
  refusal: { by: 'first-period', mustState: US_STATE.refusal, ...confirmed('56:8-166.7(a),(c)') },
  remedies: {
    complaint: { to: [{ name: 'Attorney General of New Jersey' }], ...BY_THE_ACT },
    court: undefined,
    appeal: { period: days(45), mustState: US_STATE.appeal, ...toBeConfirmed('56:8-166.7(f)') },
    nonRetaliation: undefined,
  },
  responseContent: usStateAnswer(BY_THE_ACT, 'portable_copy_of_provided_data'),
  exemptions: US_STATE.exemptions,
  optOut: {
    signal: { counts: true, ...toBeConfirmed('N.J.S.A. 56:8-166.4 ff.') },
    agents: true,
    authentication: { required: false, ...confirmed('56:8-166.7(e)') },
  },
  free: { times: 1, months: 12, ...confirmed('56:8-166.7(d)') },
  cure: { words: '30 days until 2026-07', ...toBeConfirmed('N.J.S.A. 56:8-166.4 ff.') },
  notes: [
    US_STATE.authentication,
    'Sources differ on the appeal: 45 or 60 days. The shorter one is used.',
    'The act speaks of a "verified request".',
  ],
};

/** The Maryland Online Data Privacy Act. */
import type { Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';
import { US_STATE, usStateAnswer, usStatePauses } from './us-states.ts';

/** Where no section is named, the act as a whole. */
const BY_THE_ACT = confirmed('Md. Code, Com. Law 14-4701 ff.');

export const US_MD: Law = {
  id: 'us-md',
  name: 'Maryland Online Data Privacy Act',
  shortName: 'Maryland ODPA',
  citation: 'Md. Code, Com. Law 14-4701 ff.',
  jurisdictions: ['US-MD'],
  protectsEverybody: false,
  validFrom: '2025-10-01',
  citeAs: { mark: '14-47', source: 'Md. Code, Com. Law' },
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
    { duty: 'respond', period: days(45), words: 'without undue delay', ...confirmed('14-4705(e)') },
    {
      duty: 'stop',
      period: days(30),
      words: 'as soon as practicable',
      appliesTo: ['withdraw-consent'],
      from: 'revocation of consent',
      ...toBeConfirmed('14-4707'),
    },
  ],
  pauses: usStatePauses(BY_THE_ACT),
  extension: { period: days(45), noticeBy: days(45), ...US_STATE.extension, ...confirmed('14-4705(e)') },
  refusal: { by: 'first-period', mustState: US_STATE.refusal, ...confirmed('14-4705(e)') },
  remedies: {
    complaint: { to: [{ name: 'Attorney General of Maryland' }], ...BY_THE_ACT },
    court: undefined,
    appeal: { period: days(60), mustState: US_STATE.appeal, ...confirmed('14-4705(f)') },
    nonRetaliation: undefined,
  },
  responseContent: usStateAnswer(BY_THE_ACT, 'portable_copy_of_provided_data', 'list_or_categories_of_third_parties'),
  exemptions: US_STATE.exemptions,
  optOut: {
    signal: { counts: true, ...toBeConfirmed('Md. Code, Com. Law 14-4701 ff.') },
    agents: true,
    authentication: { required: false, ...confirmed('14-4705(e)(6)') },
  },
  free: { times: 1, months: 12, ...toBeConfirmed('Md. Code, Com. Law 14-4701 ff.') },
  cure: { words: '60 days until 2027-04-01', ...toBeConfirmed('Md. Code, Com. Law 14-4701 ff.') },
  notes: [US_STATE.authentication],
};

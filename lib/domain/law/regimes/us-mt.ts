/** The Montana Consumer Data Privacy Act. */
import type { Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';
import { US_STATE, usStateAnswer, usStatePauses } from './us-states.ts';

/** Where no section is named, the act as a whole. */
const BY_THE_ACT = confirmed('Mont. Code 30-14-2801 ff.');

export const US_MT: Law = {
  id: 'us-mt',
  name: 'Montana Consumer Data Privacy Act',
  shortName: 'Montana CDPA',
  citation: 'Mont. Code 30-14-2801 ff.',
  jurisdictions: ['US-MT'],
  protectsEverybody: false,
  validFrom: '2024-10-01',
  citeAs: { mark: '30-14', source: 'Mont. Code' },
  rights: {
    access: BY_THE_ACT,
    erasure: { ...BY_THE_ACT, scope: 'provided by or obtained about the consumer' },
    rectification: BY_THE_ACT,
    portability: { ...BY_THE_ACT, scope: 'previously provided by the consumer' },
    'opt-out-of-sale': BY_THE_ACT,
    'opt-out-of-targeted-ads': BY_THE_ACT,
    'opt-out-of-profiling': BY_THE_ACT,
  },
  otherRights: {},
  counting: { rule: 'US-GENERIC', calendar: 'none' },
  clocks: [
    { duty: 'respond', period: days(45), words: 'without undue delay', ...confirmed('30-14-2808(4)(a)-(b)') },
    {
      duty: 'stop',
      period: days(45),
      words: 'as soon as practicable',
      appliesTo: ['withdraw-consent'],
      from: 'revocation of consent',
      ...confirmed('30-14-2812(1)(c)'),
    },
  ],
  pauses: usStatePauses(BY_THE_ACT),
  extension: { period: days(45), noticeBy: days(45), ...US_STATE.extension, ...confirmed('30-14-2808(4)(a)-(b)') },
  refusal: { by: 'first-period', mustState: US_STATE.refusal, ...confirmed('30-14-2808(4)(a)-(b)') },
  remedies: {
    complaint: { to: [{ name: 'Attorney General of Montana' }], ...BY_THE_ACT },
    court: undefined,
    appeal: { period: days(60), mustState: US_STATE.appeal, ...confirmed('30-14-2808(5)') },
    nonRetaliation: undefined,
  },
  responseContent: usStateAnswer(BY_THE_ACT, 'portable_copy_of_provided_data'),
  exemptions: US_STATE.exemptions,
  optOut: {
    signal: { counts: true, ...BY_THE_ACT },
    agents: true,
    authentication: { required: false, ...confirmed('30-14-2808(4)(d)') },
  },
  free: { times: 1, months: 12, ...confirmed('30-14-2808(4)(c)') },
  cure: { words: 'ended by SB 297 (2025)', ...toBeConfirmed('Mont. Code 30-14-2801 ff.') },
  notes: [US_STATE.authentication],
};

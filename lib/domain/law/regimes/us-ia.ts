/** The Iowa Consumer Data Protection Act. */
import type { Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';
import { US_STATE, usStateAnswer, usStatePauses } from './us-states.ts';

/** Where no section is named, the act as a whole. */
const BY_THE_ACT = confirmed('Iowa Code ch. 715D');

export const US_IA: Law = {
  id: 'us-ia',
  name: 'Iowa Consumer Data Protection Act',
  shortName: 'Iowa CDPA',
  citation: 'Iowa Code ch. 715D',
  jurisdictions: ['US-IA'],
  protectsEverybody: false,
  validFrom: '2025-01-01',
  citeAs: { mark: '715D', source: 'Iowa Code' },
  rights: {
    access: BY_THE_ACT,
    erasure: { ...BY_THE_ACT, scope: 'provided by the consumer' },
    portability: BY_THE_ACT,
    'opt-out-of-sale': BY_THE_ACT,
    'opt-out-of-targeted-ads': BY_THE_ACT,
  },
  otherRights: {},
  counting: { rule: 'US-GENERIC', calendar: 'none' },
  clocks: [{ duty: 'respond', period: days(90), words: 'without undue delay', ...confirmed('715D.3(2)') }],
  pauses: usStatePauses(BY_THE_ACT),
  extension: { period: days(45), noticeBy: days(90), ...US_STATE.extension, ...confirmed('715D.3(2)') },
  refusal: { by: 'first-period', mustState: US_STATE.refusal, ...confirmed('715D.3(2)') },
  remedies: {
    complaint: { to: [{ name: 'Attorney General of Iowa' }], ...BY_THE_ACT },
    court: undefined,
    appeal: { period: days(60), mustState: US_STATE.appeal, ...confirmed('715D.3(3)') },
    nonRetaliation: undefined,
  },
  responseContent: usStateAnswer(BY_THE_ACT, 'portable_copy_of_provided_data'),
  exemptions: US_STATE.exemptions,
  optOut: {
    signal: { counts: false, ...BY_THE_ACT },
    agents: false,
    authentication: { required: undefined, ...BY_THE_ACT },
  },
  free: { times: 2, months: 12, ...toBeConfirmed('Iowa Code ch. 715D') },
  cure: { words: '90 days, permanent', ...toBeConfirmed('Iowa Code ch. 715D') },
  notes: [US_STATE.authentication],
};

/** The My Health My Data Act of Washington. */
import type { Law } from '../law.ts';
import { days, toBeConfirmed } from './cited.ts';
import { US_STATE, usStateAnswer, usStatePauses } from './us-states.ts';

/** Where no section is named, the act as a whole. */
const BY_THE_ACT = toBeConfirmed('RCW 19.373');

export const US_WA_MHMDA: Law = {
  id: 'us-wa-mhmda',
  name: 'Washington My Health My Data Act',
  shortName: 'Washington MHMDA',
  citation: 'RCW 19.373',
  jurisdictions: ['US-WA'],
  protectsEverybody: false,
  bindsOnly: 'companies that hold consumer health data',
  validFrom: '2024-03-31',
  citeAs: { mark: '19.373', source: 'RCW' },
  rights: {
    access: BY_THE_ACT,
    erasure: BY_THE_ACT,
    'withdraw-consent': BY_THE_ACT,
  },
  otherRights: {},
  counting: { rule: 'US-GENERIC', calendar: 'none' },
  clocks: [{ duty: 'respond', period: days(45), words: 'without undue delay', ...toBeConfirmed('19.373.040(1)(d)') }],
  pauses: usStatePauses(BY_THE_ACT),
  extension: { period: days(45), noticeBy: days(45), ...US_STATE.extension, ...toBeConfirmed('19.373.040(1)(d)') },
  refusal: { by: 'first-period', mustState: US_STATE.refusal, ...toBeConfirmed('19.373.040(1)(d)') },
  remedies: {
    complaint: { to: [{ name: 'Attorney General of Washington' }], ...BY_THE_ACT },
    court: undefined,
    appeal: { period: days(45), mustState: US_STATE.appeal, ...toBeConfirmed('19.373.040(1)(h)') },
    nonRetaliation: undefined,
  },
  responseContent: usStateAnswer(BY_THE_ACT),
  exemptions: US_STATE.exemptions,
  free: { times: 1, months: 12, ...toBeConfirmed('RCW 19.373') },
  notes: [US_STATE.authentication, 'Erasure reaches affiliates, processors and third parties; backups within 6 months (to be confirmed).'],
};

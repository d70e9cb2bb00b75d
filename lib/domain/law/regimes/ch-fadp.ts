/** Switzerland's data protection act (FADP) with its ordinance (DPO). */
import { FEDERAL_COMMISSIONER } from '../../authorities/europe.ts';
import type { Law } from '../law.ts';
import { confirmed, days, item, toBeConfirmed } from './cited.ts';

const ANSWER = [
  'identity_and_contact_of_controller',
  'data_as_such',
  'purpose',
  'retention',
  'source',
  'automated_decision_and_logic',
  'recipients_and_abroad',
];

export const CH_FADP: Law = {
  id: 'ch-fadp',
  name: 'Switzerland FADP (nDSG) and DPO',
  shortName: 'FADP',
  citation: 'SR 235.1, 235.11',
  jurisdictions: ['CH'],
  protectsEverybody: false,
  validFrom: '2023-09-01',
  citeAs: { mark: 'Art', source: 'FADP' },
  rights: {
    access: confirmed('Art. 25'),
    portability: confirmed('Art. 28'),
    rectification: confirmed('Art. 32'),
    erasure: toBeConfirmed('Art. 32(2)(c)'),
  },
  otherRights: {},
  counting: { rule: 'CH', calendar: 'none' },
  clocks: [{ duty: 'respond', period: days(30), ...confirmed('FADP 25(7); DPO 18(1)') }],
  // The 30 days begin when the ten days to think the fee over are past.
  pauses: { fee: { effect: 'reflection', reflection: days(10), ...confirmed('DPO 19(3)') } },
  extension: {
    grounds: ['more_time_needed'],
    noticeBy: days(30),
    noticeMustState: ['how_long_it_will_take'],
    times: 1,
    notFor: [],
    ...confirmed('DPO 18(2)'),
  },
  refusal: { by: 'first-period', mustState: [], ...confirmed('FADP 26; DPO 18(3)') },
  remedies: {
    complaint: { to: [FEDERAL_COMMISSIONER], ...confirmed('SR 235.1, 235.11') },
    court: undefined,
    appeal: undefined,
    nonRetaliation: undefined,
  },
  responseContent: { access: { cite: 'FADP 25(2)', items: ANSWER.map((code) => item(code, 'FADP 25(2)')) } },
  exemptions: {
    any: [
      item('formal_law_incl_professional_secrecy', 'FADP 26'),
      item('overriding_third_party_interests', 'FADP 26'),
      item('obviously_unjustified_or_frivolous', 'FADP 26'),
      item('overriding_interest_of_a_private_controller_who_does_not_disclose_to_third_parties', 'FADP 26'),
    ],
  },
  free: { words: 'a contribution of at most CHF 300', ...confirmed('DPO 19(3)') },
  notes: [
    'Without confirmation within the ten days the request counts as withdrawn (DPO 19(3)).',
    'The overriding interest of the controller itself as a reason to refuse is to be confirmed.',
    'Civil courts are open as well.',
  ],
};

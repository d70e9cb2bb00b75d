/** Canada's federal act on personal information in the private sector (PIPEDA). */
import type { Law } from '../law.ts';
import { confirmed, days, months, toBeConfirmed } from './cited.ts';

export const CA_PIPEDA: Law = {
  id: 'ca-pipeda',
  name: 'Canada PIPEDA',
  shortName: 'PIPEDA',
  citation: 'S.C. 2000 c.5',
  jurisdictions: ['CA'],
  protectsEverybody: false,
  citeAs: { mark: 's.', source: 'PIPEDA' },
  rights: {
    access: confirmed('PIPEDA Sch.1 cl. 4.9'),
    rectification: toBeConfirmed('PIPEDA Sch.1 cl. 4.9.5'),
    'withdraw-consent': toBeConfirmed('PIPEDA Sch.1 cl. 4.3.8'),
  },
  otherRights: {},
  counting: { rule: 'CA-FED', calendar: 'CA' },
  clocks: [{ duty: 'respond', period: days(30), ...confirmed('s.8(3)') }],
  pauses: {},
  extension: {
    period: days(30),
    noticeBy: days(30),
    grounds: ['unreasonable_interference', 'consultations_needed', 'alternative_format'],
    noticeMustState: ['new_time_limit', 'reasons', 'right_to_complain_about_extension'],
    times: 1,
    notFor: [],
    ...confirmed('s.8(4)(a)'),
  },
  refusal: { mustState: ['reasons', 'recourse'], ...confirmed('s.8(7),(5)') },
  remedies: {
    complaint: {
      to: [{ name: 'Privacy Commissioner of Canada' }],
      window: { ...months(6), ...confirmed('s.11(3)') },
      ...confirmed('s.11'),
    },
    court: undefined,
    appeal: undefined,
    nonRetaliation: undefined,
  },
  responseContent: {},
  exemptions: { any: [] },
  free: { words: 'a fee only if the person was told roughly how much and did not withdraw', ...confirmed('s.8(6)') },
  notes: [
    'The clock runs from a written request; no answer in time counts as a refusal (s.8(5)).',
    'An extension is at most 30 days; to convert into an alternative format, as long as that needs (s.8(4)(b)).',
    'A refusal is in writing. The information is kept until all recourse is exhausted (s.8(8)).',
    'The 6 months to complain run from the refusal or from the end of the period (s.11(3)).',
  ],
};

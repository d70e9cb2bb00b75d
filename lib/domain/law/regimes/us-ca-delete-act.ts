/** California's Delete Act: the platform (DROP) by which people ask all data brokers at once. */
import { CALIFORNIA_AGENCY } from '../../authorities/california.ts';
import type { Clock, Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';

/** 45 days, and 30 from 2027. */
function twice(clock: Pick<Clock, 'duty' | 'appliesTo' | 'from'>, cite: string): Clock[] {
  return [
    { ...clock, period: days(45), validTo: '2026-12-31', ...confirmed(cite) },
    { ...clock, period: days(30), validFrom: '2027-01-01', ...confirmed(`${cite}; AB 883, Stats. 2026 ch. 507`) },
  ];
}

export const US_CA_DELETE_ACT: Law = {
  id: 'us-ca-delete-act',
  name: 'California Delete Act',
  shortName: 'Delete Act',
  citation: 'Cal. Civ. Code 1798.99.80 ff.',
  jurisdictions: ['US-CA'],
  protectsEverybody: false,
  bindsOnly: 'registered data brokers',
  validFrom: '2026-08-01',
  citeAs: { mark: '1798', source: 'Cal. Civ. Code' },
  rights: { erasure: { ...confirmed('1798.99.86'), scope: 'all personal information, whatever its source' } },
  otherRights: {},
  counting: { rule: 'US-CA', calendar: 'US-CA' },
  clocks: [
    ...twice({ duty: 'access-drop', from: 'the access before' }, '1798.99.86(c)(1)'),
    ...twice({ duty: 'respond', appliesTo: ['erasure'] }, '1798.99.86(c)-(d)'),
    ...twice({ duty: 'delete' }, '1798.99.86(c)-(d)'),
  ],
  pauses: {},
  extension: undefined,
  refusal: undefined,
  remedies: {
    complaint: { to: [CALIFORNIA_AGENCY], ...toBeConfirmed('Cal. Civ. Code 1798.99.80 ff.') },
    court: undefined,
    appeal: undefined,
    nonRetaliation: undefined,
  },
  responseContent: {},
  exemptions: { any: [] },
  notes: [
    'Deletion is repeated in every cycle for newly obtained data (1798.99.86(c)-(d)).',
    'A request that cannot be verified is treated as an opt-out of sale and sharing (1798.99.86).',
  ],
};

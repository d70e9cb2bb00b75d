/** Quebec's act on personal information in the private sector, as amended by Law 25. Its text was not read. */
import type { Law } from '../law.ts';
import { days, toBeConfirmed } from './cited.ts';

export const CA_QC_LAW25: Law = {
  id: 'ca-qc-law25',
  name: 'Quebec private sector act (Law 25)',
  shortName: 'Quebec Law 25',
  citation: 'CQLR c. P-39.1',
  jurisdictions: ['CA-QC'],
  protectsEverybody: false,
  citeAs: { mark: 's', source: 'CQLR c. P-39.1' },
  rights: {
    access: toBeConfirmed('s.27'),
    portability: { ...toBeConfirmed('s.27'), validFrom: '2024-09-22' },
    rectification: toBeConfirmed('s.28; CCQ 40'),
  },
  otherRights: { deindex: toBeConfirmed('s.28.1'), 'automated-decision': toBeConfirmed('s.12.1') },
  counting: { rule: 'CA-QC', calendar: 'none' },
  clocks: [{ duty: 'respond', period: days(30), ...toBeConfirmed('s.32') }],
  pauses: {},
  extension: undefined,
  refusal: { mustState: ['reasons', 'provision_relied_on', 'remedies', 'time_limit_for_them'], ...toBeConfirmed('ss.32,34') },
  remedies: {
    complaint: {
      to: [{ name: "Commission d'accès à l'information" }],
      window: { ...days(30), ...toBeConfirmed('s.43') },
      ...toBeConfirmed('s.42'),
    },
    court: undefined,
    appeal: undefined,
    nonRetaliation: undefined,
  },
  responseContent: {},
  exemptions: { any: [] },
  notes: ['The clock runs from a written request; there is no extension, and no answer in time counts as a refusal.'],
};

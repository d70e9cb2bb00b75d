/** India's digital personal data protection act (DPDP) with its rules; the duties begin in May 2027. */
import type { Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';

export const IN_DPDP: Law = {
  id: 'in-dpdp',
  name: 'India DPDP Act 2023 and Rules 2025',
  shortName: 'DPDP Act',
  citation: 'Act 22 of 2023; DPDP Rules 2025',
  jurisdictions: ['IN'],
  protectsEverybody: false,
  validFrom: '2027-05-14',
  citeAs: { mark: 's.', source: 'DPDP Act' },
  rights: {
    access: confirmed('s.11'),
    rectification: confirmed('s.12'),
    erasure: confirmed('s.12'),
  },
  otherRights: { grievance: confirmed('s.13'), nominate: confirmed('s.14') },
  counting: { rule: 'NONE', calendar: 'none' },
  clocks: [
    { duty: 'answer-grievance', period: days(90), ...toBeConfirmed('DPDP Rules r.14(3)') },
    { duty: 'respond', words: 'within the period the fiduciary publishes', ...toBeConfirmed('DPDP Rules r.14') },
  ],
  pauses: {},
  extension: undefined,
  refusal: undefined,
  remedies: {
    complaint: { to: [{ name: 'Data Protection Board of India' }], ...confirmed('s.13') },
    court: undefined,
    appeal: undefined,
    nonRetaliation: undefined,
  },
  responseContent: {},
  exemptions: { any: [] },
  notes: ["The board takes a complaint after the fiduciary's own grievance channel (s.13)."],
};

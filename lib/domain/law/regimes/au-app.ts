/** Australia's privacy act: principles 12 (access) and 13 (correction). */
import type { Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';

export const AU_APP: Law = {
  id: 'au-app',
  name: 'Australia Privacy Act, APP 12-13',
  shortName: 'Australian Privacy Act',
  citation: 'Privacy Act 1988',
  jurisdictions: ['AU'],
  protectsEverybody: false,
  citeAs: { mark: 'APP', source: 'Privacy Act 1988' },
  rights: { access: confirmed('APP 12'), rectification: confirmed('APP 13') },
  otherRights: {},
  counting: { rule: 'NONE', calendar: 'none' },
  clocks: [
    { duty: 'respond', period: days(30), words: 'within a reasonable period', guidance: true, ...confirmed('APP 12.4; OAIC guidance') },
  ],
  pauses: {},
  extension: undefined,
  refusal: { mustState: ['reasons', 'complaint_mechanisms'], ...toBeConfirmed('APP 12.9') },
  remedies: {
    complaint: { to: [{ name: 'Office of the Australian Information Commissioner (OAIC)' }], ...confirmed('Privacy Act 1988') },
    court: undefined,
    appeal: undefined,
    nonRetaliation: undefined,
  },
  responseContent: {},
  exemptions: { any: [] },
  notes: [
    'An agency has 30 days; an organisation a reasonable period, for which the OAIC names 30 days (APP 12.4).',
    'A refusal is in writing (APP 12.9; to be confirmed).',
    'The OAIC takes a complaint after the organisation had one.',
  ],
};

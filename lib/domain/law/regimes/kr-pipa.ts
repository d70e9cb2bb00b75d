/** South Korea's personal information protection act (PIPA) with its enforcement decree. */
import type { Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';

export const KR_PIPA: Law = {
  id: 'kr-pipa',
  name: 'South Korea PIPA',
  shortName: 'PIPA',
  citation: 'PIPA Arts 35-38; Enforcement Decree Arts 41-48',
  jurisdictions: ['KR'],
  protectsEverybody: false,
  citeAs: { mark: 'Art', source: 'PIPA' },
  rights: {
    access: confirmed('Art. 35'),
    rectification: confirmed('Art. 36'),
    erasure: confirmed('Art. 36'),
    restriction: { ...confirmed('Art. 37'), calledThere: 'suspension' },
    portability: toBeConfirmed('Art. 35-2'),
  },
  otherRights: { 'automated-decision': toBeConfirmed('Art. 37-2') },
  counting: { rule: 'KR', calendar: 'none' },
  clocks: [
    { duty: 'respond', period: days(10), ...confirmed('Decree 43(3)') },
    { duty: 'respond', period: days(10), appliesTo: ['access'], ...toBeConfirmed('Decree 41(4)') },
    { duty: 'respond', period: days(10), appliesTo: ['restriction'], ...toBeConfirmed('Decree 44(2)') },
  ],
  pauses: {},
  extension: undefined,
  refusal: { mustState: ['fact', 'grounds', 'how_to_appeal'], ...confirmed('Decree 43(3)') },
  remedies: {
    complaint: {
      to: [{ name: 'Personal Information Protection Commission (PIPC)' }, { name: 'KISA privacy call centre', phone: '118' }],
      ...toBeConfirmed('PIPA Arts 35-38; Enforcement Decree Arts 41-48'),
    },
    court: undefined,
    appeal: undefined,
    nonRetaliation: undefined,
  },
  responseContent: {},
  exemptions: { any: [] },
  notes: ['Access may be put off with reasons, and is then given without delay when the cause ends (Art. 35(3); to be confirmed).'],
};

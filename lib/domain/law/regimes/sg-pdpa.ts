/** Singapore's personal data protection act (PDPA) with its regulations. */
import type { Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';

export const SG_PDPA: Law = {
  id: 'sg-pdpa',
  name: 'Singapore PDPA',
  shortName: 'PDPA (Singapore)',
  citation: 'PDPA 2012; PDP Regulations 2021',
  jurisdictions: ['SG'],
  protectsEverybody: false,
  citeAs: { mark: 's.', source: 'PDPA' },
  rights: {
    access: { ...confirmed('s.21'), scope: 'with its use and disclosure within the past year' },
    rectification: confirmed('s.22'),
    'withdraw-consent': toBeConfirmed('s.16'),
  },
  otherRights: {},
  counting: { rule: 'NONE', calendar: 'none' },
  clocks: [
    {
      duty: 'respond',
      period: days(30),
      words: 'as soon as reasonably possible; if that is later, the person is told within this period when',
      ...toBeConfirmed('s.21(1); PDP Regulations reg. 5'),
    },
  ],
  pauses: {},
  extension: undefined,
  refusal: { mustState: ['rejection', 'exclusions'], ...confirmed('s.21(6)-(7)') },
  remedies: {
    complaint: { to: [{ name: 'Personal Data Protection Commission (PDPC)' }], ...confirmed('s.48H') },
    court: undefined,
    appeal: undefined,
    nonRetaliation: undefined,
  },
  responseContent: {},
  exemptions: { any: [] },
  notes: [
    'A copy of what was refused is kept for at least 30 days and until a review ends (s.22A; PDP Regulations reg. 8).',
    'Corrections are sent to organisations told within the past year (s.22(2)(b)).',
  ],
};

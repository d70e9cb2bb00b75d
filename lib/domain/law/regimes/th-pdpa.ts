/** Thailand's personal data protection act (PDPA). */
import type { Law } from '../law.ts';
import { confirmed, days, item, toBeConfirmed } from './cited.ts';

export const TH_PDPA: Law = {
  id: 'th-pdpa',
  name: 'Thailand PDPA',
  shortName: 'PDPA (Thailand)',
  citation: 'B.E. 2562',
  jurisdictions: ['TH'],
  protectsEverybody: false,
  citeAs: { mark: 's.', source: 'PDPA' },
  rights: {
    access: confirmed('s.30'),
    portability: confirmed('s.31'),
    objection: toBeConfirmed('s.32'),
    erasure: toBeConfirmed('s.33'),
    restriction: toBeConfirmed('s.34'),
    rectification: toBeConfirmed('s.35-36'),
  },
  otherRights: {},
  counting: { rule: 'NONE', calendar: 'none' },
  clocks: [{ duty: 'respond', period: days(30), words: 'without delay', ...confirmed('s.30 para 4') }],
  pauses: {},
  extension: undefined,
  refusal: { mustState: [], ...confirmed('s.30') },
  remedies: {
    complaint: { to: [{ name: 'PDPC expert committee' }], ...toBeConfirmed('s.73') },
    court: undefined,
    appeal: undefined,
    nonRetaliation: undefined,
  },
  responseContent: {},
  exemptions: { any: [item('law_or_court_order', 's.30'), item('adverse_effect_on_others', 's.30')] },
  notes: [
    'A refusal and its reasons go into the record of s.39.',
    'A notification of the commission on access requests was in consultation from 16 April to 15 May 2026.',
  ],
};

/** Japan's act on the protection of personal information (APPI). */
import type { Law } from '../law.ts';
import { confirmed, item, toBeConfirmed } from './cited.ts';

export const JP_APPI: Law = {
  id: 'jp-appi',
  name: 'Japan APPI',
  shortName: 'APPI',
  citation: 'Act 57 of 2003',
  jurisdictions: ['JP'],
  protectsEverybody: false,
  citeAs: { mark: 'Art', source: 'APPI' },
  rights: {
    access: confirmed('Art. 33'),
    rectification: confirmed('Art. 34'),
    erasure: { ...confirmed('Art. 35(1)-(2),(5)'), calledThere: 'stop of use, or deletion' },
  },
  otherRights: { stopThirdParty: confirmed('Art. 35(3)-(5)'), purposeNotice: confirmed('Art. 32(2)') },
  counting: { rule: 'NONE', calendar: 'none' },
  clocks: [{ duty: 'respond', words: 'without delay', ...confirmed('Arts 33(2), 34(2), 35') }],
  pauses: {},
  extension: undefined,
  refusal: { mustState: ['that_it_is_refused_without_delay'], ...confirmed('Art. 33(2)-(3)') },
  remedies: {
    complaint: { to: [{ name: 'Personal Information Protection Commission' }], ...toBeConfirmed('Art. 39') },
    court: undefined,
    appeal: undefined,
    nonRetaliation: undefined,
  },
  responseContent: {},
  exemptions: {
    any: [
      item('harm_to_rights_of_the_person_or_others', 'Art. 33(2)'),
      item('serious_hindrance_to_business', 'Art. 33(2)'),
      item('breach_of_other_law', 'Art. 33(2)'),
    ],
  },
  free: { words: 'a reasonable fee, based on cost', ...confirmed('Art. 38') },
  notes: ['The court is open two weeks after the request (Art. 39; to be confirmed).'],
};

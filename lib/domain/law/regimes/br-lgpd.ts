/** Brazil's general data protection law (LGPD). */
import type { Law } from '../law.ts';
import { confirmed, days, item } from './cited.ts';

export const BR_LGPD: Law = {
  id: 'br-lgpd',
  name: 'Brazil LGPD',
  shortName: 'LGPD',
  citation: 'Lei 13.709/2018',
  jurisdictions: ['BR'],
  protectsEverybody: false,
  citeAs: { mark: 'Art', source: 'LGPD' },
  rights: {
    // Confirmation that data are processed (18 I) is the first part of an answer to a request for access.
    access: confirmed('Art. 18 II'),
    rectification: confirmed('Art. 18 III'),
    restriction: { ...confirmed('Art. 18 IV'), calledThere: 'anonymisation, blocking or deletion' },
    portability: confirmed('Art. 18 V'),
    erasure: { ...confirmed('Art. 18 VI'), scope: 'processed on consent' },
    'withdraw-consent': confirmed('Art. 18 IX, 8 §5'),
    objection: confirmed('Art. 18 §2'),
  },
  otherRights: { recipients: confirmed('Art. 18 VII'), 'automated-decision': confirmed('Art. 20') },
  counting: { rule: 'BR', calendar: 'none' },
  clocks: [
    { duty: 'respond', period: days(15), appliesTo: ['access'], ...confirmed('Art. 19, II') },
    { duty: 'respond', words: 'immediately in simplified form', appliesTo: ['access'], ...confirmed('Art. 19, I') },
    {
      duty: 'respond',
      words: 'immediately, or an answer with the reasons of fact or law why not, or with the name of the right agent',
      ...confirmed('Art. 18 §4'),
    },
  ],
  pauses: {},
  extension: undefined,
  refusal: { mustState: ['reasons_of_fact_or_law', 'right_agent_if_not_the_controller'], ...confirmed('Art. 18 §4') },
  remedies: {
    complaint: { to: [{ name: 'Autoridade Nacional de Proteção de Dados (ANPD)' }], ...confirmed('Art. 18 §§1,8') },
    court: undefined,
    appeal: undefined,
    nonRetaliation: undefined,
  },
  responseContent: {},
  exemptions: {
    any: [],
    erasure: [
      item('legal_or_regulatory_obligation', 'Art. 16 I'),
      item('research_body', 'Art. 16 II'),
      item('transfer_to_third_party', 'Art. 16 III'),
      item('controller_only_anonymised', 'Art. 16 IV'),
    ],
  },
  notes: [
    'There is no extension; rules for a sector may set other periods (Art. 19 §4).',
    'Where processing rests on consent or contract the person may ask for a full electronic copy that allows later use (Art. 19 §3).',
    'Agents with whom data were shared are told at once of correction, deletion, anonymisation and blocking, unless impossible or disproportionate (Art. 18 §6).',
    'Complaints may also go to the bodies of consumer protection (Art. 18 §8).',
  ],
};

/** The UK GDPR: as it was kept from the European text, and as the Data (Use and Access) Act 2025 changed it. */
import { INFORMATION_COMMISSIONER } from '../../authorities/europe.ts';
import type { Law } from '../law.ts';
import { confirmed, days, months, toBeConfirmed } from './cited.ts';
import { EU_GDPR } from './eu-gdpr.ts';

/** What the Act left alone. */
const UNCHANGED = {
  id: 'uk-gdpr',
  shortName: 'UK GDPR',
  jurisdictions: ['GB'],
  // Art. 3(1) as in the EU text.
  protectsEverybody: true,
  citeAs: { mark: 'Art', source: 'UK GDPR' },
  rights: EU_GDPR.rights,
  counting: { rule: 'UK-1182', calendar: 'controller' },
  // The articles that list them are numbered as in the EU text.
  responseContent: EU_GDPR.responseContent,
  exemptions: EU_GDPR.exemptions,
  children: { ages: { digitalConsentAge: 13, scotlandPresumedCapableAt: 12 }, ...toBeConfirmed('DPA 2018 s.9; ICO SAR checklist') },
} as const satisfies Partial<Law>;

const EXTENSION = {
  period: months(2),
  grounds: ['complexity', 'number_of_requests'],
  noticeBy: months(1),
  noticeMustState: ['reasons_for_delay'],
  times: 1,
  notFor: [],
} as const;

const COMPLAINT = { to: [INFORMATION_COMMISSIONER], ...toBeConfirmed('DPA 2018 s.165') };

/** Until 4 February 2026: the articles of the EU text, read with the guidance of the ICO. */
export const UK_GDPR_2018: Law = {
  ...UNCHANGED,
  name: 'UK GDPR and Data Protection Act 2018',
  citation: 'UK GDPR Arts 12, 15-22',
  validFrom: '2018-05-25',
  validTo: '2026-02-04',
  otherRights: { 'automated-decision': confirmed('Art. 22') },
  clocks: [{ duty: 'respond', period: months(1), words: 'without undue delay', ...confirmed('Art. 12(3)') }],
  pauses: {
    identity: { effect: 'restart', ...toBeConfirmed('Art. 12(6); ICO guidance') },
    clarification: { effect: 'exclude-days', appliesTo: ['access'], ...toBeConfirmed('Recital 63; ICO guidance') },
    fee: { effect: 'none', ...confirmed('Art. 12(5)') },
  },
  extension: { ...EXTENSION, ...confirmed('Art. 12(3)') },
  refusal: {
    by: 'first-period',
    mustState: ['reasons', 'right_to_complain_to_supervisory_authority', 'judicial_remedy'],
    ...confirmed('Art. 12(4)'),
  },
  remedies: {
    complaint: COMPLAINT,
    court: { granted: true, ...confirmed('Art. 12(4)') },
    appeal: undefined,
    nonRetaliation: undefined,
  },
  notes: [],
};

/** For requests received since 5 February 2026 (SI 2026/82). */
export const UK_GDPR: Law = {
  ...UNCHANGED,
  name: 'UK GDPR and Data Protection Act 2018 as amended by the DUAA 2025',
  citation: 'UK GDPR Arts 12, 12A, 15-22',
  validFrom: '2026-02-05',
  otherRights: { 'automated-decision': confirmed('Arts 22A-22D') },
  clocks: [
    // "beginning with the relevant time": the latest of receipt, the identity information and the fee.
    { duty: 'respond', period: months(1), words: 'without undue delay', ...confirmed('Art. 12A(1)-(2)') },
    {
      duty: 'acknowledge-complaint',
      period: days(30),
      appliesTo: ['complaint'],
      validFrom: '2026-06-19',
      ...toBeConfirmed('DPA 2018 s.164A'),
    },
  ],
  pauses: {
    identity: { effect: 'restart', ...confirmed('Art. 12A(2)(b), 12(6)(b)') },
    // From the day of asking to the day of the answer, both included; only for what is reasonably needed to find the data.
    clarification: { effect: 'exclude-days', appliesTo: ['access'], ...confirmed('Art. 12A(5)-(6)') },
    fee: { effect: 'restart', ...confirmed('Art. 12A(2)(c)') },
  },
  extension: { ...EXTENSION, ...confirmed('Art. 12A(3)-(4)') },
  refusal: {
    by: 'response-period',
    mustState: ['reasons', 'right_to_complain_to_controller', 'right_to_complain_to_ico', 'judicial_remedy'],
    ...confirmed('Art. 12(4); ICO 2026 guidance'),
  },
  remedies: {
    complaint: COMPLAINT,
    court: { granted: true, ...confirmed('Art. 12(4); ICO 2026 guidance') },
    appeal: undefined,
    nonRetaliation: undefined,
  },
  notes: [
    'The search need only be reasonable and proportionate (Art. 15(1A), DUAA s.78; treated as in force since 1 January 2024).',
    'A question about the form of the answer stops no clock, nor does any question about another right (Art. 12A(5)).',
    'Complaints to the controller need a form or another electronic means, steps without undue delay, and word of the outcome (DPA 2018 s.164A).',
  ],
};

/** The General Data Protection Regulation of the European Union, in force throughout the EEA. */
import type { Law } from '../law.ts';
import { confirmed, item, months, toBeConfirmed } from './cited.ts';

/** The 27 member states, and Iceland, Liechtenstein and Norway. */
const EEA = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO'.split(' ');

export const EU_GDPR: Law = {
  id: 'eu-gdpr',
  name: 'EU General Data Protection Regulation',
  shortName: 'GDPR',
  citation: 'Regulation (EU) 2016/679',
  jurisdictions: EEA,
  // "regardless of whether the processing takes place in the Union": Art. 3(1) looks at the establishment, not at the person.
  protectsEverybody: true,
  validFrom: '2018-05-25',
  citeAs: { mark: 'Art', source: 'GDPR' },
  rights: {
    access: confirmed('Art. 15'),
    rectification: confirmed('Art. 16'),
    erasure: confirmed('Art. 17'),
    restriction: confirmed('Art. 18'),
    portability: { ...confirmed('Art. 20'), scope: 'provided by the person, processed by machine on consent or contract' },
    objection: confirmed('Art. 21'),
    'withdraw-consent': confirmed('Art. 7(3)'),
  },
  otherRights: { 'automated-decision': confirmed('Art. 22') },
  counting: { rule: 'EU-1182', calendar: 'controller' },
  clocks: [
    { duty: 'respond', period: months(1), words: 'without undue delay', ...confirmed('Art. 12(3)') },
    { duty: 'notice-indirect', period: months(1), from: 'obtaining the data', ...confirmed('Art. 14(3)(a)') },
  ],
  pauses: {
    identity: { effect: 'suspend', ...toBeConfirmed('Art. 12(6); EDPB 01/2022 para 159') },
    clarification: {
      effect: 'suspend',
      appliesTo: ['access'],
      optional: true,
      ...toBeConfirmed('EDPB 01/2022 para 159, Recital 63'),
    },
    fee: { effect: 'none', ...confirmed('Art. 12(5)') },
  },
  extension: {
    period: months(2),
    ...confirmed('Art. 12(3)'),
    grounds: ['complexity', 'number_of_requests'],
    noticeBy: months(1),
    noticeMustState: ['reasons_for_delay'],
    times: 1,
    notFor: [],
  },
  refusal: {
    by: 'first-period',
    mustState: ['reasons', 'right_to_complain_to_supervisory_authority', 'judicial_remedy'],
    ...confirmed('Art. 12(4)'),
  },
  remedies: {
    complaint: { to: 'of-residence', ...toBeConfirmed('Art. 77(1)') },
    court: { granted: true, ...confirmed('Art. 12(4)') },
    appeal: undefined,
    nonRetaliation: undefined,
  },
  responseContent: {
    access: {
      cite: 'Art. 15(1)(a)-(h),(2),(3)',
      items: [
        item('confirmation', 'Art. 15(1)'),
        item('copy_of_data', 'Art. 15(3)'),
        item('purposes', 'Art. 15(1)(a)'),
        item('categories', 'Art. 15(1)(b)'),
        item('recipients', 'Art. 15(1)(c): actual recipients if the person wants, CJEU C-154/21'),
        item('retention_or_criteria', 'Art. 15(1)(d)'),
        item('rights_rectify_erase_restrict_object', 'Art. 15(1)(e)'),
        item('complaint_right', 'Art. 15(1)(f)'),
        item('source', 'Art. 15(1)(g)'),
        item('automated_decisions_logic_consequences', 'Art. 15(1)(h)'),
        item('transfer_safeguards', 'Art. 15(2)'),
      ],
    },
    portability: {
      cite: 'Art. 20',
      items: [item('structured', 'Art. 20(1)'), item('commonly_used', 'Art. 20(1)'), item('machine_readable', 'Art. 20(1)')],
    },
  },
  exemptions: {
    any: [
      item('not_identifiable', 'Art. 11(2), 12(2)'),
      item('manifestly_unfounded', 'Art. 12(5)'),
      item('excessive_or_repetitive', 'Art. 12(5)'),
      item('rights_of_others', 'Art. 15(4), 20(4)'),
      item('national_restriction', 'Art. 23'),
    ],
    erasure: [
      item('freedom_of_expression', 'Art. 17(3)(a)'),
      item('legal_obligation_or_public_task', 'Art. 17(3)(b)'),
      item('public_health', 'Art. 17(3)(c)'),
      item('archiving_research_statistics', 'Art. 17(3)(d)'),
      item('legal_claims', 'Art. 17(3)(e)'),
    ],
    objection: [
      item('compelling_legitimate_grounds', 'Art. 21(1)'),
      item('legal_claims', 'Art. 21(1)'),
      item('public_interest_research', 'Art. 21(6)'),
    ],
  },
  free: {
    words: 'unless manifestly unfounded or excessive, which the controller must show; further copies at a reasonable fee',
    ...confirmed('Art. 12(5)'),
  },
  children: { ages: { digitalConsentAge: 16, memberStateMin: 13 }, ...confirmed('Art. 8') },
  notes: [
    'An objection to direct marketing has no exception (Art. 21(3)).',
    'The clock stands still for an identity check only if it was asked for without undue delay; there is no official count of days.',
    'Proof of identity may be asked for on reasonable doubts only, never for its own sake (Arts 11, 12(2), 12(6)).',
    'A fee must be announced before it is charged, so that the person can withdraw (EDPB 01/2022 para 192).',
    'Recipients are told of rectification, erasure and restriction unless impossible or disproportionate, and named to a person who asks (Art. 19).',
    'Data made public: other controllers are told, as far as reasonable (Art. 17(2)).',
  ],
};

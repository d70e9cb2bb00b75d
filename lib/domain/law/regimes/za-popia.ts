/** South Africa's protection of personal information act (POPIA), with the periods of the access to information act (PAIA). */
import type { Law } from '../law.ts';
import { confirmed, days, toBeConfirmed } from './cited.ts';

export const ZA_POPIA: Law = {
  id: 'za-popia',
  name: 'South Africa POPIA with PAIA',
  shortName: 'POPIA',
  citation: 'Act 4 of 2013; Act 2 of 2000',
  jurisdictions: ['ZA'],
  protectsEverybody: false,
  citeAs: { mark: 's.', source: 'POPIA' },
  rights: {
    access: confirmed('s.23'),
    rectification: confirmed('s.24(1)(a)'),
    erasure: confirmed('s.24(1)(b)'),
    objection: toBeConfirmed('s.11(3)'),
  },
  otherRights: {},
  counting: { rule: 'ZA', calendar: 'none' },
  clocks: [
    { duty: 'respond', period: days(30), words: 'within a reasonable time', ...toBeConfirmed('s.23(1)(b)(i); PAIA s.56') },
    { duty: 'respond', words: 'as soon as reasonably practicable', appliesTo: ['rectification'], ...confirmed('s.24(2)') },
  ],
  pauses: {},
  extension: {
    period: days(30),
    noticeBy: days(30),
    grounds: ['number_of_records', 'consultations_needed'],
    noticeMustState: [],
    times: 1,
    notFor: [],
    ...toBeConfirmed('PAIA s.57'),
  },
  refusal: undefined,
  remedies: {
    complaint: { to: [{ name: 'Information Regulator' }], ...toBeConfirmed('s.74') },
    court: undefined,
    appeal: undefined,
    nonRetaliation: undefined,
  },
  responseContent: {},
  exemptions: { any: [] },
  notes: ['Those who were told are informed of a change that affects decisions, where reasonably practicable (s.24(3)).'],
};

/** The days of the two companies' lives, counted by hand from the laws' own words. */
import { CALIFORNIAN_CONFIGURATION, EUROPEAN_CONFIGURATION } from './configurations.ts';
import type { Plan } from './lives.ts';

/** Received on Monday 2 March 2026, to be answered by 2 April: one month, Art. 12(3) GDPR. */
export const EUROPEAN: Plan = {
  configuration: EUROPEAN_CONFIGURATION,
  residence: 'DE',
  begin: '2026-03-02T09:00:00Z',
  choosesAt: '2026-03-26T12:00:00Z',
  fetchesAt: '2026-04-01T12:00:00Z',
  repairedAt: { late: '2026-04-09T12:00:00Z', extended: '2026-04-20T12:00:00Z' },
  answeredAt: '2026-04-24T12:00:00Z',
  purgedAt: '2026-06-30T12:00:00Z',
  erasedAt: [
    { role: 'silent', before: '2029-03-27T12:00:00Z', after: '2029-03-29T12:00:00Z' },
    { role: 'late', before: '2029-04-09T10:00:00Z', after: '2029-04-11T12:00:00Z' },
    { role: 'extended', before: '2029-04-20T10:00:00Z', after: '2029-04-22T12:00:00Z' },
  ],
};

/** Received on the same Monday, to be answered by 16 April: 45 days, 11 CCR 7021(b). */
export const CALIFORNIAN: Plan = {
  configuration: CALIFORNIAN_CONFIGURATION,
  residence: 'US-CA',
  begin: '2026-03-02T17:00:00Z',
  choosesAt: '2026-04-09T19:00:00Z',
  fetchesAt: '2026-04-15T19:00:00Z',
  repairedAt: { late: '2026-04-17T19:00:00Z', extended: '2026-04-25T19:00:00Z' },
  answeredAt: '2026-04-28T19:00:00Z',
  purgedAt: '2026-06-30T19:00:00Z',
  erasedAt: [
    { role: 'silent', before: '2028-04-10T19:00:00Z', after: '2028-04-12T19:00:00Z' },
    { role: 'late', before: '2028-04-17T12:00:00Z', after: '2028-04-19T19:00:00Z' },
    { role: 'extended', before: '2028-04-25T12:00:00Z', after: '2028-04-27T19:00:00Z' },
  ],
};

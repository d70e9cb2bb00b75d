/** The end of the record: the same time is kept as is said on receipts, whichever laws apply. */
import { describe, expect, it } from 'vitest';
import { buildDeletionReceipt } from '../../lib/receipts/build-deletion.ts';
import { buildFulfilmentReceipt } from '../../lib/receipts/build-fulfilment.ts';
import { recordEndsAt } from '../../lib/steps/purge-request.ts';
import { contextWith, FRAME } from '../receipts/world.ts';

const CLOSED = '2026-11-20T23:30:00.000Z';

describe.each([
  [['us-ca-ccpa'], 7, '2028-11-20T23:30:00.000Z', 'for 2 years'],
  [['eu-gdpr'], 7, '2033-11-20T23:30:00.000Z', 'for 7 years'],
  [['eu-gdpr', 'us-ca-ccpa'], 1, '2028-11-20T23:30:00.000Z', 'for 2 years'],
  [['eu-gdpr'], 1, '2027-11-20T23:30:00.000Z', 'for 1 year.'],
])('under %j, with %i years of the company', (laws, recordYears, until, said) => {
  const { configuration } = contextWith();
  const place = { ...configuration, policies: { ...configuration.policies, recordYears } };
  const context = { ...contextWith({ laws, closedAt: CLOSED }), configuration: place };

  it(`the record ends on ${until}`, () => {
    expect(new Date(recordEndsAt(context.request, place)).toISOString()).toBe(until);
  });

  it(`receipts say ${said}`, () => {
    for (const { text } of [buildFulfilmentReceipt({ ...context, pass: 'act' }, FRAME), buildDeletionReceipt(context, FRAME)]) {
      expect(text).toContain(`We keep a record of this request ${said}`);
    }
  });
});

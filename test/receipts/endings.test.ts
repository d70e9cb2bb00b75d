/** Receipts that end a case, and corrections of receipts. */
import { describe, expect, it } from 'vitest';
import { buildClosureReceipt } from '../../lib/receipts/build-closure.ts';
import { buildCorrectionReceipt } from '../../lib/receipts/build-correction.ts';
import { buildRequestReceipt } from '../../lib/receipts/build-request.ts';
import { chainHash } from '../../lib/receipts/issue.ts';
import { readPayload } from '../../lib/receipts/payload.ts';
import { everyKind, wrongReceipt } from './every-kind.ts';
import { contextWith, FRAME, outcome } from './world.ts';

const PURGED = {
  reason: 'purged' as const,
  at: '2027-01-01T00:30:00.000Z',
  purgedAt: '2027-01-01T00:30:00.000Z',
  irrecoverableFrom: '2027-01-08T00:30:00.000Z',
};
const WITHDRAWN = { reason: 'withdrawn' as const, at: '2026-11-05T23:30:00.000Z', by: 'person' as const };

describe('the receipt of a closure', () => {
  it('says when the person withdrew, on the day as the company counts', () => {
    const receipt = buildClosureReceipt({ ...contextWith({ state: 'withdrawn' }), closure: WITHDRAWN }, FRAME);
    expect(receipt).toMatchObject({
      kind: 'closure',
      status: 'dpv:RequestUnfulfilled',
      closure: { reason: 'withdrawn', at: WITHDRAWN.at },
      text:
        'On 6 November 2026 the request Q-7F3K-9M2X was withdrawn by whoever sent it. We do nothing more about it; what was done before stays done. ' +
        'As soon as you have been told, and at the latest on 7 December 2026, we delete the data that we hold because of the request, and the key without which they cannot be read. ' +
        'A further receipt, on the page of the request, will say so. We keep a record of this request for 3 years.',
    });
    expect(readPayload(receipt)).toEqual(receipt);
  });

  it('tells what was deleted before the person withdrew, unless a receipt has told it', () => {
    const outcomes = [
      outcome('shop', 'erase', {
        outcome: 'deleted',
        found: 12,
        datasets: [{ dataset: 'customers', found: 12, erased: 12 }],
        verifiedAt: '2026-11-04T10:00:00.000Z',
      }),
    ];
    const withdrawn = { ...contextWith({ state: 'withdrawn', outcomes }), closure: WITHDRAWN };
    const receipt = buildClosureReceipt(withdrawn, FRAME);
    expect(readPayload(receipt)).toMatchObject({ systems: [{ id: 'shop', outcome: 'deleted', records: 12 }] });
    expect(receipt.text).toMatch(/^We deleted 12 records .* On 6 November 2026 the request Q-7F3K-9M2X was withdrawn/);
    const told = contextWith({
      state: 'withdrawn',
      outcomes,
      receipts: [{ receiptId: 'rcp_1', kind: 'deletion', interim: false, at: WITHDRAWN.at }] as never,
    });
    expect(buildClosureReceipt({ ...told, closure: WITHDRAWN }, FRAME)).not.toHaveProperty('systems');
  });

  it('does not say that the person did what staff recorded', () => {
    const closure = { ...WITHDRAWN, by: 'staff' as const };
    const receipt = buildClosureReceipt({ ...contextWith({ lang: 'de' }), closure }, FRAME);
    expect(receipt.text).toContain('Unsere Mitarbeiter haben es für die Person festgehalten');
    expect(receipt.closure).not.toHaveProperty('by');
  });

  it('says what was deleted, and from when on nobody can bring it back', () => {
    const receipt = buildClosureReceipt({ ...contextWith({ state: 'answered' }), closure: PURGED }, FRAME);
    expect(receipt).toMatchObject({ status: 'dpv:RequestFulfilled', closure: PURGED });
    expect(receipt.text).toBe(
      'On 1 January 2027 we deleted the data that we had gathered to answer your request Q-7F3K-9M2X, and the key without which they cannot be read. ' +
        'From 8 January 2027 on, nobody can bring them back: no backup holds that key any more. We keep a record of this request for 3 years.',
    );
  });

  it.each([
    ['was denied', { state: 'denied' as const }],
    ['left a system out', { state: 'answered' as const, outcomes: [outcome('crm', 'export', { outcome: 'skipped' })] }],
    ['was refused in part', { state: 'answered' as const, refusals: [{ by: 'x', grounds: [], scope: 'partial' as const }] }],
    ['was withdrawn', { state: 'withdrawn' as const }],
  ])('never calls a request fulfilled that %s', (_, request) => {
    expect(buildClosureReceipt({ ...contextWith(request), closure: PURGED }, FRAME).status).toBe('dpv:RequestUnfulfilled');
  });
});

describe('the receipt of a correction', () => {
  const acknowledged = buildRequestReceipt(contextWith(), { ...FRAME, id: '019a8f2c-3b7a-7c41-9d55-0f6a2e8b4c02' });
  const wrong = wrongReceipt(acknowledged);
  const words = { text: 'You also asked for a copy of your data', reason: 'One of your two wishes was left out' };

  it('names the receipt it takes the place of by number, day and hash, and says what was wrong and what holds', () => {
    const receipt = buildCorrectionReceipt({ ...contextWith(), wrong, ...words }, { ...FRAME, prev: chainHash(wrong.jws) });
    expect(receipt).toMatchObject({
      kind: 'correction',
      status: 'dpv:RequestAcknowledged',
      supersedes: { id: acknowledged.id, sha256: chainHash(wrong.jws) },
      prev: chainHash(wrong.jws),
      reason: words.reason,
      text:
        'This takes the place of our receipt 019a8f2c-3b7a-7c41-9d55-0f6a2e8b4c02 of 20 November 2026. ' +
        'What was wrong: One of your two wishes was left out. What holds: You also asked for a copy of your data.',
    });
    expect(readPayload(receipt)).toEqual(receipt);
  });

  it('leaves the request in the state that the wrong receipt says, of whatever kind', () => {
    for (const payload of everyKind('en').filter(({ kind }) => kind !== 'consent')) {
      const correction = buildCorrectionReceipt({ ...contextWith(), wrong: wrongReceipt(payload), ...words }, FRAME);
      expect([payload.kind, correction.status]).toEqual([payload.kind, payload.status]);
    }
  });

  it('is none of a consent: that is recorded anew', () => {
    const [consent] = everyKind('en');
    expect(() => buildCorrectionReceipt({ ...contextWith(), wrong: wrongReceipt(consent!), ...words }, FRAME)).toThrow(
      'A consent is corrected by a new one',
    );
  });
});
